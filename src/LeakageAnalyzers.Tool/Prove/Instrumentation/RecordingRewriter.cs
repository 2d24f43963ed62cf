using System.Globalization;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tool.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>
/// Rewrites one file so that each evaluation is followed by a call that writes its scores down, and each seed goes through a call that varies it from run to run. Nothing else changes, and no line moves.
/// </summary>
/// <param name="model">The file.</param>
/// <param name="placeOf">Where a reader finds a piece of it.</param>
/// <param name="sites">Collects the evaluations of all files.</param>
internal sealed class RecordingRewriter(SemanticModel model, Func<TextSpan, CodePlace?> placeOf, List<EvaluationSite> sites) : CSharpSyntaxRewriter
{
    private const string SeedParameter = "seed";

    /// <summary>The metrics that the program reads, as type and property.</summary>
    public HashSet<string> ReadMetrics { get; } = [];

    /// <summary>Whether the program makes a guard of its own.</summary>
    public bool HasGuard { get; private set; }

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method || Catalog.Find(method) is not { } row)
        {
            return visited;
        }

        visited = WithVariedSeed(node, visited);
        if (row.Kind is not (CallKind.Evaluate or CallKind.CrossValidate) || method.ReturnsVoid)
        {
            return visited;
        }

        var name = node.Expression switch { MemberAccessExpressionSyntax access => access.Name, MemberBindingExpressionSyntax binding => binding.Name, var called => called };
        var site = new EvaluationSite(
            sites.Count, method.Name, MemberOf(node), node.SyntaxTree.FilePath, name.GetLocation().GetLineSpan().StartLinePosition.Line + 1, placeOf(node.Span));
        sites.Add(site);
        return InvocationExpression(
                MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, visited.WithoutTrailingTrivia(), IdentifierName(RecordedCalls.Score)),
                ArgumentList(SingletonSeparatedList(Argument(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(site.Number))))))
            .WithTrailingTrivia(visited.GetTrailingTrivia());
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) => Made(node, (BaseObjectCreationExpressionSyntax)base.VisitObjectCreationExpression(node)!);

    /// <inheritdoc/>
    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        Made(node, (BaseObjectCreationExpressionSyntax)base.VisitImplicitObjectCreationExpression(node)!);

    /// <inheritdoc/>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is IPropertySymbol { ContainingType: { } type } property && type.Name.EndsWith("Metrics", StringComparison.Ordinal))
        {
            ReadMetrics.Add(property.Name);
        }

        return base.VisitMemberAccessExpression(node);
    }

    private SyntaxNode Made(BaseObjectCreationExpressionSyntax node, BaseObjectCreationExpressionSyntax visited)
    {
        var type = (model.GetTypeInfo(node).Type as INamedTypeSymbol)?.ToDisplayString();
        switch (type)
        {
            case "Microsoft.ML.MLContext" when visited.ArgumentList is not { Arguments.Count: > 0 }:
                return visited.WithArgumentList(ArgumentList(SingletonSeparatedList(Argument(ParseExpression($"{RecordedCalls.TypeName}.{RecordedCalls.ContextSeed}(null)"))))
                    .WithTriviaFrom(visited.ArgumentList ?? ArgumentList()));
            case "Microsoft.ML.MLContext" when visited.ArgumentList is { Arguments: [var seed] }:
                return visited.ReplaceNode(seed.Expression, Through(RecordedCalls.ContextSeed, seed.Expression));
            case "System.Random" when visited.ArgumentList is { Arguments: [var seed] } && visited.Initializer is null:
                return visited.ReplaceNode(seed.Expression, Through(RecordedCalls.Seed, seed.Expression));
            case "System.Random" when visited.ArgumentList is { Arguments.Count: 0 }:
                return visited.WithArgumentList(ArgumentList(SingletonSeparatedList(Argument(ParseExpression($"{RecordedCalls.TypeName}.{RecordedCalls.NextSeed}()"))))
                    .WithTriviaFrom(visited.ArgumentList));
            case "LeakageAnalyzers.Runtime.LeakageGuard":
                HasGuard = true;
                return Through(RecordedCalls.OwnGuard, visited.WithoutTrivia()).WithTriviaFrom(visited);
            default:
                return visited;
        }
    }

    private InvocationExpressionSyntax WithVariedSeed(InvocationExpressionSyntax node, InvocationExpressionSyntax visited)
    {
        foreach (var argument in (model.GetOperation(node) as IInvocationOperation)?.Arguments ?? [])
        {
            if (argument is { Parameter: { Name: SeedParameter, Type: var type }, Syntax: ArgumentSyntax syntax } && IsInteger(type)
                && node.ArgumentList.Arguments.IndexOf(syntax) is >= 0 and var index && !syntax.Expression.IsKind(SyntaxKind.NullLiteralExpression))
            {
                var old = visited.ArgumentList.Arguments[index].Expression;
                return visited.ReplaceNode(old, Through(RecordedCalls.Seed, old));
            }
        }

        return visited;
    }

    private static bool IsInteger(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Int32 || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Int32 }] };

    private static InvocationExpressionSyntax Through(string method, ExpressionSyntax value) =>
        InvocationExpression(ParseExpression($"{RecordedCalls.TypeName}.{method}"), ArgumentList(SingletonSeparatedList(Argument(value.WithoutTrivia())))).WithTriviaFrom(value);

    // Lambdas and local functions are part of what they stand in.
    private static string MemberOf(SyntaxNode node) => node.Ancestors().Select(ancestor => ancestor switch
    {
        MethodDeclarationSyntax method => $"{TypeOf(method)}.{method.Identifier.ValueText}/{method.ParameterList.Parameters.Count.ToString(CultureInfo.InvariantCulture)}",
        PropertyDeclarationSyntax property => $"{TypeOf(property)}.{property.Identifier.ValueText}",
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    }).FirstOrDefault(name => name is not null) ?? "";

    private static string TypeOf(SyntaxNode member) => member.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
}
