using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>Edits that change what a program looks like and not what it does.</summary>
internal static class NeutralEdits
{
    /// <summary>All of them by name. Each gives the edited program, or the program where there is nothing to edit.</summary>
    public static IReadOnlyList<(string Name, Func<SemanticModel, SyntaxNode> Apply)> All { get; } =
    [
        ("rename", model => new Renaming(model).Visit(Root(model))),
        ("explicit types", ToExplicitTypes),
        ("var", ToVar),
        ("inline variable", InlineVariable),
        ("extract method", ExtractMethod),
        ("reorder", Reorder),
    ];

    private static SyntaxNode Root(SemanticModel model) => model.SyntaxTree.GetRoot();

    private static SyntaxNode ToExplicitTypes(SemanticModel model) => Root(model).ReplaceNodes(
        Locals(model).Where(local => local.Type.IsVar && model.GetTypeInfo(local.Type).Type is { IsAnonymousType: false, TypeKind: not TypeKind.Error } type && !HasAnonymousPart(type)).Select(local => local.Type),
        (old, _) => SyntaxFactory.ParseTypeName(model.GetTypeInfo(old).Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithTriviaFrom(old));

    private static SyntaxNode ToVar(SemanticModel model) => Root(model).ReplaceNodes(
        Locals(model).Where(local => !local.Type.IsVar && local.Parent is LocalDeclarationStatementSyntax { IsConst: false } && local.Variables is [{ Initializer.Value: var value }]
            && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(value).Type, model.GetTypeInfo(local.Type).Type) && value is InvocationExpressionSyntax or ObjectCreationExpressionSyntax).Select(local => local.Type),
        (old, _) => SyntaxFactory.IdentifierName("var").WithTriviaFrom(old));

    // A local that is read once, by the next statement, takes the place of that reading.
    private static SyntaxNode InlineVariable(SemanticModel model)
    {
        foreach (var (statement, next) in Neighbours(model))
        {
            if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: InvocationExpressionSyntax value } variable], UsingKeyword.RawKind: 0 } && next is LocalDeclarationStatementSyntax
                && Mentions(model, variable) is [var only] && next.Span.Contains(only.Span) && !IsDeferred(only, next)
                && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(value).Type, (model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type)
                && !value.DescendantNodes().Any(node => node is DeclarationExpressionSyntax))
            {
                var inlined = next.ReplaceNode(only, SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()).WithTriviaFrom(only));
                return Replace(Root(model), [(statement, null), (next, inlined)]);
            }
        }

        return Root(model);
    }

    // What initializes a local becomes a local function that the local calls.
    private static SyntaxNode ExtractMethod(SemanticModel model)
    {
        var local = Locals(model).LastOrDefault(candidate => candidate.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, IsConst: false } && candidate.Variables is [{ Initializer.Value: InvocationExpressionSyntax value }]
            && model.GetTypeInfo(value).Type is { IsAnonymousType: false } type && !HasAnonymousPart(type) && !value.DescendantNodes().Any(node => node is AwaitExpressionSyntax or DeclarationExpressionSyntax));
        if (local is null)
        {
            return Root(model);
        }

        var value = local.Variables[0].Initializer!.Value;
        var type = model.GetTypeInfo(value).Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var function = SyntaxFactory.ParseStatement($"{type} Extracted() => {value};\n");
        return Replace(Root(model), [((StatementSyntax)local.Parent!, ((StatementSyntax)local.Parent!).ReplaceNode(value, SyntaxFactory.ParseExpression("Extracted()")))], function);
    }

    // Two declarations of which neither needs the other change places.
    private static SyntaxNode Reorder(SemanticModel model)
    {
        foreach (var (first, second) in Neighbours(model).Reverse())
        {
            if (first is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: not null } a] } && second is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: not null }] }
                && Mentions(model, a).TrueForAll(mention => !second.Span.Contains(mention.Span)) && IsPure(first) && IsPure(second))
            {
                return Replace(Root(model), [(first, second.WithTriviaFrom(first)), (second, first.WithTriviaFrom(second))]);
            }
        }

        return Root(model);
    }

    // What the context of ML.NET is called.
    private static readonly string[] Contexts = ["ml.", "mlContext."];

    // Nothing of the two depends on when it happens: no lists that grow, no chance, no output.
    private static bool IsPure(SyntaxNode statement) => statement.DescendantNodes().OfType<InvocationExpressionSyntax>().All(call => call.Expression is MemberAccessExpressionSyntax access && Array.Exists(Contexts, context => access.ToString().StartsWith(context, StringComparison.Ordinal)))
        && !statement.DescendantNodes().Any(node => node is AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or PostfixUnaryExpressionSyntax or LambdaExpressionSyntax);

    private static bool IsDeferred(SyntaxNode node, SyntaxNode within) => node.Ancestors().TakeWhile(ancestor => ancestor != within).Any(ancestor => ancestor is LambdaExpressionSyntax or QueryExpressionSyntax);

    private static bool HasAnonymousPart(ITypeSymbol type) => type.ToDisplayString().Contains('<', StringComparison.Ordinal) && type.ToDisplayString().Contains("anonymous", StringComparison.Ordinal);

    private static IEnumerable<VariableDeclarationSyntax> Locals(SemanticModel model) =>
        Root(model).DescendantNodes().OfType<VariableDeclarationSyntax>().Where(declaration => declaration.Parent is LocalDeclarationStatementSyntax);

    private static List<IdentifierNameSyntax> Mentions(SemanticModel model, VariableDeclaratorSyntax variable) =>
        [.. Root(model).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, model.GetDeclaredSymbol(variable)))];

    private static IEnumerable<(StatementSyntax First, StatementSyntax Second)> Neighbours(SemanticModel model)
    {
        var blocks = Root(model).DescendantNodes().OfType<BlockSyntax>().Select(block => block.Statements.ToList())
            .Prepend([.. ((CompilationUnitSyntax)Root(model)).Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement)]);
        return blocks.SelectMany(statements => statements.Zip(statements.Skip(1)));
    }

    private static SyntaxNode Replace(SyntaxNode root, IReadOnlyList<(StatementSyntax Old, StatementSyntax? New)> replaced, StatementSyntax? before = null)
    {
        var tracked = root.TrackNodes(replaced.Select(pair => pair.Old));
        foreach (var (old, replacement) in replaced)
        {
            var current = tracked.GetCurrentNode(old)!;
            SyntaxNode place = current.Parent is GlobalStatementSyntax member ? member : current;
            SyntaxNode As(StatementSyntax statement) => place is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(statement) : statement;
            if (before is not null)
            {
                tracked = tracked.InsertNodesBefore(place, [As(before)]);
                current = tracked.GetCurrentNode(old)!;
                place = current.Parent is GlobalStatementSyntax again ? again : current;
            }

            tracked = replacement is null ? tracked.RemoveNode(place, SyntaxRemoveOptions.KeepNoTrivia)! : tracked.ReplaceNode(place, As(replacement));
        }

        return tracked;
    }

    private sealed class Renaming(SemanticModel model) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
            model.GetSymbolInfo(node).Symbol is { } symbol && IsRenamed(symbol) ? node.WithIdentifier(New(node.Identifier)) : base.VisitIdentifierName(node);

        public override SyntaxToken VisitToken(SyntaxToken token) =>
            token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is { } parent && parent is not IdentifierNameSyntax && model.GetDeclaredSymbol(parent) is { } symbol && IsRenamed(symbol) && symbol.Name == token.ValueText
                ? New(token)
                : base.VisitToken(token);

        private static bool IsRenamed(ISymbol symbol) => symbol is ILocalSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction };

        private static SyntaxToken New(SyntaxToken name) => SyntaxFactory.Identifier(name.ValueText + "Q").WithTriviaFrom(name);
    }
}
