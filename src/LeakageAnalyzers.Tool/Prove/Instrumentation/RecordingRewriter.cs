using System.Globalization;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>
/// Rewrites one file so that each evaluation is followed by a call that writes its scores down, each view that is loaded or tested goes through a call that remembers it, and each seed through one that
/// varies it from run to run. Nothing else changes, and no line moves.
/// </summary>
/// <param name="model">The file.</param>
/// <param name="placeOf">Where a reader finds a piece of it.</param>
/// <param name="sites">Collects the evaluations of all files.</param>
internal sealed class RecordingRewriter(SemanticModel model, Func<TextSpan, CodePlace?> placeOf, List<EvaluationSite> sites) : CSharpSyntaxRewriter
{
    /// <summary>What ML.NET calls the seed of a split or a trainer.</summary>
    public const string SeedParameter = "seed";

    private const string RandomType = $"{nameof(System)}.{nameof(System.Random)}";
    private const string GuardType = $"{RuntimeNames.Namespace}.{nameof(Runtime.LeakageGuard)}";

    // What ML.NET calls the columns where a call does not say: those of a cross-validation.
    private static readonly (string Parameter, string Default)[] Columns =
        [("labelColumnName", "Label"), ("scoreColumnName", "Score"), ("predictedLabelColumnName", "PredictedLabel"), ("probabilityColumnName", "Probability")];

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
        if (row.Kind is CallKind.LoadFile or CallKind.LoadRows or CallKind.Load && MlTypes.IsDataView(method.ReturnType))
        {
            return Through(visited, RecordedCalls.Load);
        }

        if (row.Kind is not (CallKind.Evaluate or CallKind.CrossValidate) || method.ReturnsVoid)
        {
            return visited;
        }

        var name = node.Expression switch { MemberAccessExpressionSyntax access => access.Name, MemberBindingExpressionSyntax binding => binding.Name, var called => called };
        var site = new EvaluationSite(
            sites.Count, method.Name, MemberOf(node), node.SyntaxTree.FilePath, name.GetLocation().GetLineSpan().StartLinePosition.Line + 1, placeOf(node.Span))
        {
            IsCrossValidation = row.Kind == CallKind.CrossValidate,
        };
        sites.Add(site);
        ExpressionSyntax[] told = [LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(site.Number)), Text(TaskOf(method)), .. ColumnsOf(node, method).Select(Text)];
        if (row.Kind == CallKind.Evaluate)
        {
            visited = CallArguments.Replace(
                model, node, visited, parameter => MlTypes.IsDataView(parameter.Type), rows => Through(CallArguments.Primary(rows), RecordedCalls.Tested, told)) ?? visited;
        }

        return Through(visited, RecordedCalls.Score, told);
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) => Made(node, (BaseObjectCreationExpressionSyntax)base.VisitObjectCreationExpression(node)!);

    /// <inheritdoc/>
    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        Made(node, (BaseObjectCreationExpressionSyntax)base.VisitImplicitObjectCreationExpression(node)!);

    /// <inheritdoc/>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is IPropertySymbol { ContainingType: { } type } property && Catalog.IsMetrics(type))
        {
            ReadMetrics.Add(property.Name);
        }

        return base.VisitMemberAccessExpression(node);
    }

    private SyntaxNode Made(BaseObjectCreationExpressionSyntax node, BaseObjectCreationExpressionSyntax visited)
    {
        var type = model.GetTypeInfo(node).Type;
        var isContext = Catalog.CreationOf(type) == CreationMeaning.Context;
        switch (type?.ToDisplayString())
        {
            case not null when isContext && visited.ArgumentList is not { Arguments.Count: > 0 }:
                return visited.WithArgumentList(ArgumentList(SingletonSeparatedList(Argument(ParseExpression($"{RecordedCalls.TypeName}.{RecordedCalls.ContextSeed}(null)"))))
                    .WithTriviaFrom(visited.ArgumentList ?? ArgumentList()));
            case not null when isContext && visited.ArgumentList is { Arguments: [var seed] }:
                return visited.ReplaceNode(seed.Expression, Through(RecordedCalls.ContextSeed, seed.Expression));
            case RandomType when visited.ArgumentList is { Arguments: [var seed] } && visited.Initializer is null:
                return visited.ReplaceNode(seed.Expression, Through(RecordedCalls.Seed, seed.Expression));
            case RandomType when visited.ArgumentList is { Arguments.Count: 0 }:
                return visited.WithArgumentList(ArgumentList(SingletonSeparatedList(Argument(ParseExpression($"{RecordedCalls.TypeName}.{RecordedCalls.NextSeed}()"))))
                    .WithTriviaFrom(visited.ArgumentList));
            case GuardType:
                HasGuard = true;
                return Through(RecordedCalls.OwnGuard, visited.WithoutTrivia()).WithTriviaFrom(visited);
            default:
                return visited;
        }
    }

    private InvocationExpressionSyntax WithVariedSeed(InvocationExpressionSyntax node, InvocationExpressionSyntax visited)
    {
        return CallArguments.Replace(
            model, node, visited, parameter => parameter.Name == SeedParameter && IsInteger(parameter.Type),
            seed => seed.IsKind(SyntaxKind.NullLiteralExpression) ? seed : Through(RecordedCalls.Seed, seed)) ?? visited;
    }

    // Where the rows of its metrics are judged one by one.
    private static string TaskOf(IMethodSymbol method)
    {
        var type = method.ReturnType is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { TypeArguments: [var metrics] }] } ? metrics : method.ReturnType;
        return Catalog.TaskOfMetrics(type) is var task and (LearningTask.BinaryClassification or LearningTask.MulticlassClassification or LearningTask.Regression) ? task.ToString() : RecordedCalls.NoTask;
    }

    // A name that is put together as the program runs is not known here: the rows are then not told.
    private IEnumerable<string> ColumnsOf(InvocationExpressionSyntax node, IMethodSymbol method) => Columns.Select(column =>
        method.Parameters.Any(parameter => parameter.Name == column.Parameter) ? CallArguments.ConstantText(model, node, column.Parameter) ?? "" : column.Default);

    private static bool IsInteger(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Int32 || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Int32 }] };

    private static LiteralExpressionSyntax Text(string text) => LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(text));

    private static InvocationExpressionSyntax Through(ExpressionSyntax value, string method, params ExpressionSyntax[] arguments) =>
        InvocationExpression(
                MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, value.WithoutTrailingTrivia(), IdentifierName(method)),
                ArgumentList(SeparatedList(arguments.Select(Argument))))
            .WithTrailingTrivia(value.GetTrailingTrivia());

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
