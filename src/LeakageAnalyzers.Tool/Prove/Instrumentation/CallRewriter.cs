using System.Globalization;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.ML;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>
/// Rewrites the workflow calls of one file. What gives rows, parts or results is followed by a guarded call; <c>Fit</c> and <c>Transform</c> are renamed to one. Both keep receiver, arguments and
/// <c>?.</c> where they stand.
/// </summary>
internal sealed class CallRewriter(SemanticModel model, bool hasOneContext, List<UnwatchedCall> unwatched) : CSharpSyntaxRewriter
{
    private const string SamplingKeyParameter = "samplingKeyColumnName";

    private static readonly string[] GuardTypes = [nameof(LeakageGuard), nameof(LeakageGuardExtensions), nameof(WatchedEstimator<>), nameof(WatchedTransformer<>)];

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method || Catalog.Find(method) is not { } row || IsUnderGuard(method))
        {
            return visited;
        }

        return row.Kind switch
        {
            CallKind.LoadFile or CallKind.LoadRows or CallKind.Load when MlTypes.IsDataView(method.ReturnType) => FollowByLoad(node, visited, method),
            CallKind.Split or CallKind.SplitIntoFolds when IsSplit(method.ReturnType) => Follow(node, visited, GuardedCalls.Split, [.. KeyAndSeed(node), Text(node.ToString()), File(node), Line(node)]),
            CallKind.CrossValidate when IsCrossValidation(method.ReturnType) =>
                Follow(node, WithRefittedEstimator(node, visited), GuardedCalls.CrossValidated, [.. KeyAndSeed(node), Text(node.ToString()), File(node), Line(node)]),
            CallKind.Fit or CallKind.Transform when method.Parameters is not [{ Type: var first }, ..] || !MlTypes.IsDataView(first) => Leave(node, visited, $"{method.Name} is given no view"),
            CallKind.Fit => RenameFit(node, visited, method),
            CallKind.Transform => Rename(node, visited, GuardedCalls.Transform, Text(ArgumentText(node, 0)), File(node), Line(node)),
            CallKind.Evaluate => WithTestedRows(node, visited, method),
            CallKind.Split or CallKind.SplitIntoFolds or CallKind.CrossValidate or CallKind.Search => Leave(node, visited, $"{method.Name} gives a {method.ReturnType.Name}, which the guard does not take"),
            _ => visited,
        };
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var visited = (MemberAccessExpressionSyntax)base.VisitMemberAccessExpression(node)!;
        switch (model.GetSymbolInfo(node).Symbol)
        {
            case IPropertySymbol or IFieldSymbol when !IsWritten(node) && IsFoldModel(node):
                return Call(visited, GuardedCalls.FoldModel);
            case IMethodSymbol method when node.Parent is not InvocationExpressionSyntax && IsFunction(node) && Catalog.Find(method) is { } row && !IsUnderGuard(method):
                return row.Kind switch
                {
                    CallKind.Fit when method.Parameters.Length == 1 => Call(visited.Expression, GuardedCalls.FitFunction, File(node.Name), Line(node.Name)).WithTriviaFrom(visited),
                    CallKind.Transform => Call(visited.Expression, GuardedCalls.TransformFunction, File(node.Name), Line(node.Name)).WithTriviaFrom(visited),
                    CallKind.Split or CallKind.SplitIntoFolds or CallKind.CrossValidate or CallKind.Fit or CallKind.Evaluate or CallKind.LoadFile or CallKind.LoadRows or CallKind.Load =>
                        Leave(node, visited, $"{method.Name} is handed on as a function"),
                    _ => visited,
                };
            default:
                return visited;
        }
    }

    // A call through the guard, or through what the guard has given out, reports by itself.
    private static bool IsUnderGuard(IMethodSymbol method) =>
        method.ContainingType is { } type && GuardTypes.Contains(type.Name) && type.ContainingNamespace.ToDisplayString() == RuntimeNames.Namespace;

    private static bool IsSplit(ITypeSymbol type) => type.Name == nameof(DataOperationsCatalog.TrainTestData)
        || type is INamedTypeSymbol { Name: nameof(IReadOnlyList<>), TypeArguments: [{ Name: nameof(DataOperationsCatalog.TrainTestData) }] };

    private static bool IsCrossValidation(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: nameof(IReadOnlyList<>), TypeArguments: [{ Name: nameof(TrainCatalogBase.CrossValidationResult<>) }] };

    private static bool IsWritten(MemberAccessExpressionSyntax node) =>
        (node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node) || node.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 };

    // Handed to the guard where reading them again gives the same: a cut with an unknown key, or of several contexts with seeds of their own, is not judged by its key.
    private ExpressionSyntax[] KeyAndSeed(InvocationExpressionSyntax node)
    {
        var key = CallArguments.Written(model, node, SamplingKeyParameter);
        var seed = CallArguments.Written(model, node, RecordingRewriter.SeedParameter);
        return key is not null && CanRepeat(key) && (seed is null ? hasOneContext : CanRepeat(seed))
            ? [Repeated(key), seed is null ? ParseExpression("null") : Repeated(seed)]
            : [ParseExpression("null"), ParseExpression("null")];
    }

    private bool CanRepeat(ExpressionSyntax expression) =>
        model.GetConstantValue(expression).HasValue || model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;

    private ExpressionSyntax Repeated(ExpressionSyntax expression) => model.GetConstantValue(expression) is { HasValue: true } constant
        ? constant.Value switch { string text => Text(text), int number => ParseExpression(number.ToString(CultureInfo.InvariantCulture)), _ => ParseExpression("null") }
        : expression.WithoutTrivia();

    private bool IsFoldModel(MemberAccessExpressionSyntax node) =>
        model.GetSymbolInfo(node).Symbol is { } member && Catalog.MeaningOf(member) == MemberMeaning.FoldModel;

    // Not nameof(model.Transform).
    private bool IsFunction(MemberAccessExpressionSyntax node) => model.GetTypeInfo(node).ConvertedType?.TypeKind == TypeKind.Delegate;

    private static InvocationExpressionSyntax FollowByLoad(InvocationExpressionSyntax node, InvocationExpressionSyntax visited, IMethodSymbol method)
    {
        // The type of the rows may name their group by an attribute.
        var rowType = method.TypeArguments is [var row] && node.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var written] } } && row.TypeKind != TypeKind.Error
            ? written.WithoutTrivia()
            : method.TypeArguments is [INamedTypeSymbol { IsAnonymousType: false } inferred] && inferred.CanBeReferencedByName
                ? ParseTypeName(inferred.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
                : null;
        var name = rowType is null ? (SimpleNameSyntax)IdentifierName(GuardedCalls.Load) : GenericName(Identifier(GuardedCalls.Load), TypeArgumentList(SingletonSeparatedList(rowType)));
        return Follow(visited, name, Text(node.ToString()));
    }

    private static InvocationExpressionSyntax Follow(InvocationExpressionSyntax node, ExpressionSyntax visited, string method, params ExpressionSyntax[] arguments) =>
        Follow(visited, IdentifierName(method), arguments).WithTrailingTrivia(node.GetTrailingTrivia());

    private static InvocationExpressionSyntax Follow(ExpressionSyntax visited, SimpleNameSyntax method, params ExpressionSyntax[] arguments) =>
        InvocationExpression(
                MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, visited.WithoutTrailingTrivia(), method),
                Arguments(arguments))
            .WithTrailingTrivia(visited.GetTrailingTrivia());

    private static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string method, params ExpressionSyntax[] arguments) =>
        InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrailingTrivia(), IdentifierName(method)), Arguments(arguments))
            .WithTrailingTrivia(receiver.GetTrailingTrivia());

    private InvocationExpressionSyntax WithRefittedEstimator(InvocationExpressionSyntax node, InvocationExpressionSyntax visited) =>
        CallArguments.Replace(model, node, visited, parameter => MlTypes.IsEstimator(parameter.Type), estimator => Call(CallArguments.Primary(estimator), GuardedCalls.Refitted, File(node), Line(node))) ?? visited;

    private InvocationExpressionSyntax WithTestedRows(InvocationExpressionSyntax node, InvocationExpressionSyntax visited, IMethodSymbol method) =>
        CallArguments.Replace(model, node, visited, parameter => MlTypes.IsDataView(parameter.Type), rows => Call(CallArguments.Primary(rows), GuardedCalls.Tested, Text(RowsText(node)), File(node), Line(node)))
            ?? Leave(node, visited, $"{method.Name} is called without rows");

    private string RowsText(InvocationExpressionSyntax node) =>
        node.ArgumentList.Arguments.FirstOrDefault(argument => MlTypes.IsDataView(model.GetTypeInfo(argument.Expression).Type))?.Expression.ToString() ?? "";

    private InvocationExpressionSyntax RenameFit(InvocationExpressionSyntax node, InvocationExpressionSyntax visited, IMethodSymbol method)
    {
        var isValidated = method.Parameters.Length > 1 && node.ArgumentList.Arguments.Count > 1;
        if (!isValidated)
        {
            return Rename(node, visited, GuardedCalls.Fit, Text(ArgumentText(node, 0)), File(node), Line(node));
        }

        return method.Parameters.Length == 2 && MlTypes.IsDataView(method.Parameters[1].Type)
            ? Rename(node, visited, GuardedCalls.Fit, Text(ArgumentText(node, 0)), Text(ArgumentText(node, 1)), File(node), Line(node))
            : Leave(node, visited, "Fit is given more than rows and validation rows");
    }

    // Fit and Transform are instance methods: an extension method in their place needs a receiver, and arguments in order.
    private InvocationExpressionSyntax Rename(InvocationExpressionSyntax node, InvocationExpressionSyntax visited, string method, params ExpressionSyntax[] added)
    {
        if (!node.ArgumentList.Arguments.Select((argument, i) => argument.NameColon is null || IsAt(node, argument, i)).All(isInOrder => isInOrder))
        {
            return Leave(node, visited, "its arguments are named in another order");
        }

        var renamed = IdentifierName(method);
        ExpressionSyntax? target = visited.Expression switch
        {
            MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } => null,
            MemberAccessExpressionSyntax access => access.WithName(renamed.WithTriviaFrom(access.Name)),
            MemberBindingExpressionSyntax binding => binding.WithName(renamed),
            SimpleNameSyntax => MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ThisExpression(), renamed).WithTriviaFrom(visited.Expression),
            _ => null,
        };
        if (target is null)
        {
            return Leave(node, visited, "it is called through the base class");
        }

        var arguments = visited.ArgumentList.Arguments.Select(argument => argument.WithNameColon(null)).Concat(added.Select(Argument));
        return visited.WithExpression(target).WithArgumentList(visited.ArgumentList.WithArguments(SeparatedList(arguments)));
    }

    private bool IsAt(InvocationExpressionSyntax node, ArgumentSyntax argument, int position) =>
        model.GetSymbolInfo(node).Symbol is IMethodSymbol method && position < method.Parameters.Length && method.Parameters[position].Name == argument.NameColon!.Name.Identifier.ValueText;

    private T Leave<T>(SyntaxNode node, T visited, string reason)
        where T : ExpressionSyntax
    {
        unwatched.Add(new UnwatchedCall(node.GetLocation(), reason));
        return visited;
    }

    private static ArgumentListSyntax Arguments(IEnumerable<ExpressionSyntax> arguments) => ArgumentList(SeparatedList(arguments.Select(Argument)));

    private static string ArgumentText(InvocationExpressionSyntax node, int position) =>
        position < node.ArgumentList.Arguments.Count ? node.ArgumentList.Arguments[position].Expression.ToString() : "";

    private static LiteralExpressionSyntax Text(string text) => LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(text));

    private static LiteralExpressionSyntax File(SyntaxNode node) => Text(node.SyntaxTree.FilePath);

    // The line of the method's name, where the analyzer reports.
    private static LiteralExpressionSyntax Line(SyntaxNode node)
    {
        var place = node is InvocationExpressionSyntax { Expression: var called }
            ? called switch { MemberAccessExpressionSyntax access => access.Name, MemberBindingExpressionSyntax binding => binding.Name, _ => called }
            : node;
        return LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(place.GetLocation().GetLineSpan().StartLinePosition.Line + 1));
    }
}
