using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Puts a split of the runtime library in place of one of ML.NET, where that library is referenced.</summary>
/// <param name="Replaced">The method of ML.NET.</param>
/// <param name="Type">The class of the library that has the other one.</param>
/// <param name="Method">Its name.</param>
/// <param name="Kept">Parameters that both have.</param>
internal sealed record RuntimeSplit(string Replaced, string Type, string Method, params string[] Kept)
{
    // Both libraries ask for these first, in this order.
    private static readonly string[] Leading = [Parameters.Data, Parameters.Estimator];

    /// <summary>The document with <c>method(data, column, kept arguments)</c>; null where the call is none that <paramref name="splits"/> replace or the library is not referenced.</summary>
    /// <param name="sites">The call.</param>
    /// <param name="column">What it splits by.</param>
    /// <param name="splits">What replaces what.</param>
    public static Document? TryReplace(FindingSites sites, ExpressionSyntax column, IEnumerable<RuntimeSplit> splits)
    {
        if (sites.Call.Expression is not MemberAccessExpressionSyntax called
            || splits.FirstOrDefault(candidate => candidate.Replaced == called.Name.Identifier.ValueText) is not { } split
            || sites.Model.Find(split.Type) is null
            || sites.Call.Argument(sites.Model, Leading[0]) is null)
        {
            return null;
        }

        var first = Leading.Select(parameter => sites.Call.Argument(sites.Model, parameter)).OfType<ExpressionSyntax>().Append(column);
        var others = split.Kept
            .Select(parameter => (Name: parameter, Value: sites.Call.Argument(sites.Model, parameter)))
            .Where(argument => argument.Value is not null)
            .Select(argument => $", {argument.Name}: {argument.Value}");
        var arguments = SyntaxFactory.ParseArgumentList($"({string.Join(", ", first)}{string.Concat(others)})");
        var replaced = sites.Call
            .WithExpression(called.WithName(SyntaxFactory.IdentifierName(split.Method).WithTriviaFrom(called.Name)))
            .WithArgumentList(arguments.WithTriviaFrom(sites.Call.ArgumentList));
        return sites.Document.WithSyntaxRoot(UsingDirectives.Add(sites.Root.ReplaceNode(sites.Call, replaced), RuntimeNames.Namespace, sites.Model));
    }
}
