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

        var first = Leading.Select(parameter => sites.Call.Argument(sites.Model, parameter)).OfType<ExpressionSyntax>().ToList();
        var replaced = sites.Call
            .WithExpression(called.WithName(SyntaxFactory.IdentifierName(split.Method).WithTriviaFrom(called.Name)))
            .WithArgumentList(sites.Call.ArgumentList.DescendantTrivia().All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
                ? split.OneLine(sites, [.. first, column])
                : split.InPlace(sites, column, sites.Model.Find(split.Type)!.GetMembers(split.Method).OfType<IMethodSymbol>().First().Parameters[first.Count + 1].Name));
        return sites.Document.WithSyntaxRoot(UsingDirectives.Add(sites.Root.ReplaceNode(sites.Call, replaced), RuntimeNames.Namespace, sites.Model));
    }

    private ArgumentListSyntax OneLine(FindingSites sites, IReadOnlyList<ExpressionSyntax> first)
    {
        var others = Kept
            .Select(parameter => (Name: parameter, Value: sites.Call.Argument(sites.Model, parameter)))
            .Where(argument => argument.Value is not null)
            .Select(argument => $", {argument.Name}: {argument.Value}");
        return SyntaxFactory.ParseArgumentList($"({string.Join(", ", first)}{string.Concat(others)})").WithTriviaFrom(sites.Call.ArgumentList);
    }

    // What stands on several lines, and comments among it, stay as they are.
    private ArgumentListSyntax InPlace(FindingSites sites, ExpressionSyntax column, string parameter)
    {
        var dropped = new SyntaxAnnotation();
        var key = Argument(Parameters.SamplingKeyColumnName);
        var leading = Leading.Select(Argument).ToList();
        var kept = Kept.ToLookup(Argument);
        var list = sites.Call.ArgumentList.ReplaceNodes(sites.Call.ArgumentList.Arguments, (argument, _) =>
            leading.Contains(argument) ? argument
            : argument == key ? argument.WithNameColon(null).WithExpression(column.WithTriviaFrom(argument.Expression)).WithLeadingTrivia(argument.GetLeadingTrivia()).Named(parameter)
            : kept[argument].FirstOrDefault() is { } name ? argument.NameColon is null ? argument.Named(name) : argument
            : argument.WithAdditionalAnnotations(dropped));
        while (list.GetAnnotatedNodes(dropped).FirstOrDefault() is { } next)
        {
            list = CommentedRemoval.Remove(list, next)!;
        }

        return key is null ? list.With(parameter, column) : list;

        ArgumentSyntax? Argument(string name) => sites.Call.Argument(sites.Model, name)?.Parent as ArgumentSyntax;
    }
}
