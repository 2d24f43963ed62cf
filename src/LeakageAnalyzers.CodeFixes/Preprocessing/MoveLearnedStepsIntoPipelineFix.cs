using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeakageAnalyzers.CodeFixes.Preprocessing;

/// <summary>
/// LEAK101 to LEAK103: puts the learned steps at the front of every pipeline that is trained on their output, and gives the raw rows to all that used the transformed ones.
/// Where the transformed rows or the fitted steps are used for something else too, the steps are fitted on the train rows if their parts are transformed one by one; else it is not offered. A method that fits and transforms gives the steps instead, where one call of it is all there is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveLearnedStepsIntoPipelineFix)), Shared]
public sealed class MoveLearnedStepsIntoPipelineFix : LeakageCodeFix
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK101", "LEAK102", "LEAK103");

    /// <inheritdoc/>
    protected override string Title => "Learn the steps inside the trained pipeline";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) =>
        Task.FromResult(new StepMove(sites).TryRewriteMethod() ?? new StepMove(sites).TryRewrite() ?? FitOnTrainRows.TryRewrite(sites));
}
