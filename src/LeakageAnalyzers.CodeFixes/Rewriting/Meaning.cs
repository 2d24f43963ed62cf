using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>What names stand for, and whether they stand for the same elsewhere.</summary>
internal static class Meaning
{
    /// <summary>Whether <paramref name="expression"/> has the value at <paramref name="place"/> that it has where it stands, as far as its names tell.</summary>
    public static bool IsTheSameAt(this ExpressionSyntax expression, SyntaxNode place, FindingSites sites) => expression.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Where(name => !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name) && name.Parent is not NameColonSyntax)
        .All(name => sites.Model.GetSymbolInfo(name).Symbol is { } symbol
            && sites.Model.LookupSymbols(place.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default)
            && (sites.IsWrittenOnce(symbol) || sites.IsUnwrittenBetween(symbol, name, place)));

    /// <summary>Every expression and declaration in this document that gives <paramref name="symbol"/> a value; none for a parameter that only calls give one.</summary>
    public static IEnumerable<SyntaxNode> Writes(this FindingSites sites, ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .Select(declaration => declaration.GetSyntax())
        .Where(IsWrite)
        .Concat(sites.Root.Mentions(symbol, sites.Model).Where(IsWritten));

    /// <summary>Whether the value of a variable is given to it by <paramref name="mention"/>.</summary>
    public static bool IsWritten(this IdentifierNameSyntax mention)
    {
        SyntaxNode target = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : mention;
        while (target.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple })
        {
            target = tuple;
        }

        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
    }

    /// <summary>Whether another document of the project mentions <paramref name="symbol"/>.</summary>
    public static bool IsMentionedElsewhere(this FindingSites sites, ISymbol symbol)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            return false;
        }

        var trees = symbol.DeclaredAccessibility == Accessibility.Private
            ? symbol.ContainingType.DeclaringSyntaxReferences.Select(declaration => declaration.SyntaxTree).Distinct()
            : sites.Model.Compilation.SyntaxTrees;
        return trees.Any(tree => tree != sites.Model.SyntaxTree && tree.ToString().Contains(symbol.Name)
            && tree.GetRoot().Mentions(symbol, sites.Model.Compilation.GetSemanticModel(tree)).Any());
    }

    /// <summary>The method, local function or lambda around <paramref name="node"/>; null at the top level.</summary>
    public static SyntaxNode? Function(this SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    private static bool IsWrittenOnce(this FindingSites sites, ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsReadOnly: false } or IPropertySymbol { IsReadOnly: false } => !sites.IsMentionedElsewhere(symbol) && sites.Writes(symbol).Take(2).Count() <= 1,
        IParameterSymbol => !sites.Writes(symbol).Any(),
        ILocalSymbol => sites.Writes(symbol).Take(2).Count() <= 1,
        _ => true,
    };

    // In one run of a body that is read from top to bottom; what is declared in a loop is of the same round.
    private static bool IsUnwrittenBetween(this FindingSites sites, ISymbol symbol, SyntaxNode first, SyntaxNode last) =>
        symbol is ILocalSymbol or IParameterSymbol
        && first.Function() == last.Function()
        && first.SpanStart <= last.SpanStart
        && sites.Writes(symbol).All(write => write.Function() == first.Function() && (write.SpanStart < first.SpanStart || write.SpanStart > last.SpanStart));

    private static bool IsWrite(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer is { Value: var value } && !IsNothing(value),
        PropertyDeclarationSyntax property => property.Initializer is not null || property.ExpressionBody is not null,
        ForEachStatementSyntax or SingleVariableDesignationSyntax => true,
        _ => false,
    };

    private static bool IsNothing(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { Operand: var operand } => IsNothing(operand),
        LiteralExpressionSyntax => value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression),
        _ => false,
    };
}
