using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LeakageAnalyzers.CodeFixes.Preprocessing;

/// <summary>
/// A method that does nothing with the rows it is given but fit steps to them and return them transformed: <c>IDataView Scale(IDataView rows) => steps.Fit(rows).Transform(rows)</c>. Nobody outside
/// of the type can call it, and it is called once.
/// </summary>
internal sealed class PreparingMethod
{
    private PreparingMethod(InvocationExpressionSyntax result, ExpressionSyntax steps, StatementSyntax? fitted, TypeSyntax returnType, ParameterSyntax parameter, InvocationExpressionSyntax call, ArgumentSyntax rows) =>
        (Result, Steps, Fitted, ReturnType, Parameter, Call, Rows, CallForSteps) =
        (result, steps, fitted, returnType, parameter, call, rows.Expression, call.WithArgumentList(CommentedRemoval.Remove(call.ArgumentList, rows)!));

    /// <summary>What it returns: <c>steps.Fit(rows).Transform(rows)</c>.</summary>
    public InvocationExpressionSyntax Result { get; }

    /// <summary>The steps that it fits.</summary>
    public ExpressionSyntax Steps { get; }

    /// <summary>The statement that gives the fitted steps a name, or null.</summary>
    public StatementSyntax? Fitted { get; }

    /// <summary>Its return type.</summary>
    public TypeSyntax ReturnType { get; }

    /// <summary>The parameter for the rows.</summary>
    public ParameterSyntax Parameter { get; }

    /// <summary>The only call of it.</summary>
    public InvocationExpressionSyntax Call { get; }

    /// <summary>What the call gives for the rows.</summary>
    public ExpressionSyntax Rows { get; }

    /// <summary>What the call names besides them.</summary>
    public IEnumerable<ExpressionSyntax> Repeated => Call.ArgumentList.Arguments.Select(argument => argument.Expression).Where(argument => argument != Rows).Prepend(Call.Expression);

    /// <summary>The call without them.</summary>
    public InvocationExpressionSyntax CallForSteps { get; }

    /// <summary>The method around the reported fit, or null where it is none of this kind.</summary>
    public static PreparingMethod? Find(FindingSites sites)
    {
        var fit = sites.Call;
        if (sites.Of(PlaceRole.Transformed) is not [var transform]
            || fit.Receiver() is not { } steps
            || FittedIn(sites, fit, transform) is not (true, var fitted)
            || fit.OnlyArgument() is not IdentifierNameSyntax trained
            || transform.OnlyArgument() is not IdentifierNameSyntax transformed
            || sites.Model.GetSymbolInfo(trained).Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } rows
            || !SymbolEqualityComparer.Default.Equals(sites.Model.GetSymbolInfo(transformed).Symbol, rows)
            || sites.Root.Mentions(rows, sites.Model).Count() != 2
            || TypeOfResult(transform) is not { } returnType
            || !(method.MethodKind == MethodKind.LocalFunction || (method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, IsExtensionMethod: false })))
        {
            return null;
        }

        return rows.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax parameter
            && sites.Root.Mentions(method, sites.Model).ToList() is [var only]
            && only.CallOf() is { } call
            && !sites.IsMentionedElsewhere(method)
            && sites.Model.GetOperation(call) is IInvocationOperation invocation
            && invocation.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, rows))?.Syntax is ArgumentSyntax given
            && call.ArgumentList.Arguments.All(argument => argument == given || CanRepeat(argument.Expression))
                ? new PreparingMethod(transform, steps, fitted, returnType, parameter, call, given)
                : null;
    }

    // In place, or by a local that nothing else reads.
    private static (bool IsFitted, StatementSyntax? Fitted) FittedIn(FindingSites sites, InvocationExpressionSyntax fit, InvocationExpressionSyntax transform)
    {
        if (transform.Receiver() == fit)
        {
            return (true, null);
        }

        return fit.Declaration(sites.Model) is { } declaration && sites.Root.Mentions(declaration.Local, sites.Model).ToList() is [var only] && only == transform.Receiver()
            ? (true, declaration.Statement)
            : (false, null);
    }

    // Of the method that returns it and nothing else.
    private static TypeSyntax? TypeOfResult(InvocationExpressionSyntax result) => result.Parent switch
    {
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.ReturnType,
        ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax local } => local.ReturnType,
        ReturnStatementSyntax { Parent: BlockSyntax { Parent: MethodDeclarationSyntax method } } returned when IsOnlyReturn(returned, method.Body!) => method.ReturnType,
        ReturnStatementSyntax { Parent: BlockSyntax { Parent: LocalFunctionStatementSyntax local } } returned when IsOnlyReturn(returned, local.Body!) => local.ReturnType,
        _ => null,
    };

    private static bool IsOnlyReturn(ReturnStatementSyntax returned, BlockSyntax body) =>
        body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().All(other => other == returned);

    private static bool CanRepeat(ExpressionSyntax argument) => argument is IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax;
}
