using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>Puts a split of the runtime library in place of <c>TrainTestSplit</c>, where that library is referenced.</summary>
internal static class RuntimeSplit
{
    /// <summary>The document with <c>method(data, column, kept arguments)</c>; null where the call is another one or the library is not referenced.</summary>
    /// <param name="sites">The call.</param>
    /// <param name="type">The class of the library that has the method.</param>
    /// <param name="method">Its name.</param>
    /// <param name="column">What it splits by.</param>
    /// <param name="kept">Parameters that both methods have.</param>
    public static Document? TryReplace(FindingSites sites, string type, string method, ExpressionSyntax column, params string[] kept)
    {
        if (sites.Model.Find(type) is null
            || sites.Call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrainTestSplit" } called
            || sites.Call.Argument(sites.Model, "data") is not { } data)
        {
            return null;
        }

        var others = kept
            .Select(parameter => (Name: parameter, Value: sites.Call.Argument(sites.Model, parameter)))
            .Where(argument => argument.Value is not null)
            .Select(argument => $", {argument.Name}: {argument.Value}");
        var arguments = SyntaxFactory.ParseArgumentList($"({data}, {column}{string.Concat(others)})");
        var split = sites.Call
            .WithExpression(called.WithName(SyntaxFactory.IdentifierName(method).WithTriviaFrom(called.Name)))
            .WithArgumentList(arguments.WithTriviaFrom(sites.Call.ArgumentList));
        return sites.Document.WithSyntaxRoot(UsingDirectives.Add(sites.Root.ReplaceNode(sites.Call, split), RuntimeLibrary.Namespace, sites.Model));
    }
}
