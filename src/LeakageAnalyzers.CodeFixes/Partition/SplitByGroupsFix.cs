using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK203: splits by whole groups with the runtime library, where that is referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitByGroupsFix)), Shared]
public sealed class SplitByGroupsFix : LeakageCodeFix
{
    private static readonly RuntimeSplit[] Splits =
    [
        new("TrainTestSplit", "SplittingExtensions", "GroupTrainTestSplit", "testFraction", "seed"),
        new("CrossValidationSplit", "SplittingExtensions", "GroupKFold", "numberOfFolds", "seed"),
        new("CrossValidate", "CrossValidationExtensions", "GroupCrossValidate", "numberOfFolds", "labelColumnName", "seed"),
        new("CrossValidateNonCalibrated", "CrossValidationExtensions", "GroupCrossValidateNonCalibrated", "numberOfFolds", "labelColumnName", "seed"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK203");

    /// <inheritdoc/>
    protected override string Title => "Split by whole groups";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(
        sites.Call.Argument(sites.Model, "samplingKeyColumnName") is { } key
            ? RuntimeSplit.TryReplace(sites, key, Splits)
            : null);
}
