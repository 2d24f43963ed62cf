using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace LeakageAnalyzers.Tool.Prove.Instrumentation;

/// <summary>The arguments of a call by what their parameters are, wherever they stand.</summary>
internal static class CallArguments
{
    /// <summary><paramref name="visited"/>, which <paramref name="node"/> was rewritten to, with another expression for the first argument that is looked for; null where there is none.</summary>
    public static InvocationExpressionSyntax? Replace(
        SemanticModel model, InvocationExpressionSyntax node, InvocationExpressionSyntax visited, Func<IParameterSymbol, bool> isWanted, Func<ExpressionSyntax, ExpressionSyntax> replace)
    {
        foreach (var argument in Of(model, node))
        {
            if (argument is { Parameter: { } parameter, Syntax: ArgumentSyntax syntax } && isWanted(parameter) && node.ArgumentList.Arguments.IndexOf(syntax) is >= 0 and var index)
            {
                var old = visited.ArgumentList.Arguments[index].Expression;
                return visited.ReplaceNode(old, replace(old));
            }
        }

        return null;
    }

    /// <summary>The constant text that a parameter is given, be it by its default; null where it is none.</summary>
    public static string? ConstantText(SemanticModel model, InvocationExpressionSyntax node, string parameter) =>
        Of(model, node).FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The expression that is written for a parameter; null where none is.</summary>
    public static ExpressionSyntax? Written(SemanticModel model, InvocationExpressionSyntax node, string parameter) => Of(model, node)
        .Where(argument => !argument.IsImplicit && argument.Parameter?.Name == parameter)
        .Select(argument => (argument.Syntax as ArgumentSyntax)?.Expression)
        .FirstOrDefault();

    /// <summary>An expression that a member can be asked of.</summary>
    public static ExpressionSyntax Primary(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? expression
            : ParenthesizedExpression(expression.WithoutTrivia()).WithTriviaFrom(expression);

    private static ImmutableArray<IArgumentOperation> Of(SemanticModel model, InvocationExpressionSyntax node) => (model.GetOperation(node) as IInvocationOperation)?.Arguments ?? [];
}
