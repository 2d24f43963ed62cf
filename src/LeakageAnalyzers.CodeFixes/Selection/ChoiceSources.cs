using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Selection;

/// <summary>What a choice hangs on: the code that it is made of, through the variables and the local functions of a body.</summary>
internal sealed class ChoiceSources
{
    private readonly SemanticModel _model;
    private readonly SyntaxNode _body;
    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);
    private readonly List<SyntaxNode> _nodes = [];

    /// <summary>The sources of a choice.</summary>
    /// <param name="sites">The finding: an evaluation and what chooses by it.</param>
    /// <param name="body">Where the split stands that is evaluated on.</param>
    /// <param name="choice">What chooses.</param>
    public ChoiceSources(FindingSites sites, SyntaxNode body, SyntaxNode choice)
    {
        _model = sites.Model;
        _body = body;
        End = (choice.Ancestors().TakeWhile(ancestor => ancestor != body).LastOrDefault(IsLoop) ?? choice).Span.End;
        Follow(choice);
        Follow(sites.Call);
    }

    /// <summary>Where it has been chosen: what comes later is no source.</summary>
    public int End { get; }

    /// <summary>The variables that the choice hangs on.</summary>
    public IEnumerable<ISymbol> Symbols => _symbols;

    /// <summary>Whether the choice hangs on <paramref name="node"/>.</summary>
    public bool Contains(SyntaxNode node) => _nodes.Exists(source => source.Span.Contains(node.Span));

    private void Follow(SyntaxNode? node)
    {
        if (node is null || Contains(node))
        {
            return;
        }

        _nodes.Add(node);
        foreach (var name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (_model.GetSymbolInfo(name).Symbol is (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }) and var symbol && _symbols.Add(symbol))
            {
                FollowValues(symbol);
            }
        }
    }

    private void FollowValues(ISymbol symbol)
    {
        foreach (var declaration in symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).Where(declaration => _body.Span.Contains(declaration.Span)))
        {
            Follow(ValueOf(declaration));
        }

        foreach (var mention in _body.Mentions(symbol, _model).Where(mention => mention.SpanStart < End))
        {
            Follow(WriteBy(mention));
        }
    }

    private static SyntaxNode? ValueOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        ForEachStatementSyntax loop => loop.Expression,
        FromClauseSyntax clause => clause.Expression,
        LocalFunctionStatementSyntax function => function,
        SingleVariableDesignationSyntax => declaration.FirstAncestorOrSelf<AssignmentExpressionSyntax>() ?? (SyntaxNode?)declaration.FirstAncestorOrSelf<ForEachVariableStatementSyntax>()?.Expression ?? declaration.FirstAncestorOrSelf<InvocationExpressionSyntax>(),
        ParameterSyntax => declaration.FirstAncestorOrSelf<LambdaExpressionSyntax>()?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Receiver(),
        _ => null,
    };

    /// <summary>The assignment to a variable or a part of it, or the call that adds to it; null where it is only read.</summary>
    private static SyntaxNode? WriteBy(IdentifierNameSyntax mention) =>
        mention.FirstAncestorOrSelf<AssignmentExpressionSyntax>(assignment => assignment.Left.Span.Contains(mention.Span))
        ?? mention.FirstAncestorOrSelf<ArgumentSyntax>(argument => argument.Expression == mention && argument.RefKindKeyword.RawKind != 0)?.FirstAncestorOrSelf<InvocationExpressionSyntax>()
        ?? (SyntaxNode?)(mention.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call } ? call : null);

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
}
