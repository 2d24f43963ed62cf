using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Preprocessing;

/// <summary>The other repair of LEAK101 to LEAK103, for parts of a split that are transformed one by one and whose transformed rows others read too: the steps are fitted on the train part.</summary>
internal static class FitOnTrainRows
{
    /// <summary>The document in which the fit has the train part of the split that the transformed rows are parts of; null where that stands below the fit.</summary>
    public static Document? TryRewrite(FindingSites sites)
    {
        var transforms = sites.Of(PlaceRole.Transformed);
        var splits = transforms.Select(transform => SplitOf(sites, transform.OnlyArgument())).ToList();
        return sites.Call.OnlyArgument() is { } fitted && splits.Count > 1 && splits[0] is { } split && splits.TrueForAll(other => SymbolEqualityComparer.Default.Equals(split, other))
            && split.DeclaringSyntaxReferences is [var declaration] && declaration.Span.End <= sites.Call.SpanStart
                ? sites.Document.WithSyntaxRoot(sites.Root.ReplaceNode(fitted, SyntaxFactory.ParseExpression($"{split.Name}.{Names.TrainSet}").WithTriviaFrom(fitted)))
                : null;
    }

    // The local that holds the split of which these rows are a part.
    private static ILocalSymbol? SplitOf(FindingSites sites, ExpressionSyntax? rows) =>
        (rows?.Initializer(sites.Model)?.Value ?? rows) is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax split, Name.Identifier.ValueText: Names.TrainSet or Names.TestSet } && sites.HasOneMeaning(split)
            ? sites.Model.GetSymbolInfo(split).Symbol as ILocalSymbol
            : null;
}
