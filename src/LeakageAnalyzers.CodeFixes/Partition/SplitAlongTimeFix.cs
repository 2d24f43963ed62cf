using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK204: splits along time with the runtime library, where that is referenced and the rows have a column of times.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitAlongTimeFix)), Shared]
public sealed class SplitAlongTimeFix : LeakageCodeFix
{
    private static readonly RuntimeSplit[] Splits =
    [
        new(Names.TrainTestSplit, RuntimeNames.TemporalSplittingExtensions, RuntimeNames.TemporalTrainTestSplit, Parameters.TestFraction),
        new(Names.CrossValidationSplit, RuntimeNames.TemporalSplittingExtensions, RuntimeNames.TimeSeriesSplit, Parameters.NumberOfFolds),
        new(Names.CrossValidate, RuntimeNames.TemporalCrossValidationExtensions, RuntimeNames.TimeSeriesCrossValidate, Parameters.NumberOfFolds, Parameters.LabelColumnName),
        new(Names.CrossValidateNonCalibrated, RuntimeNames.TemporalCrossValidationExtensions, RuntimeNames.TimeSeriesCrossValidateNonCalibrated, Parameters.NumberOfFolds, Parameters.LabelColumnName),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create("LEAK204");

    /// <inheritdoc/>
    protected override string Title => "Split along time";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) => Task.FromResult(
        sites.Column is { } column
            ? RuntimeSplit.TryReplace(sites, ColumnExpression.Of(column, sites), Splits)
            : null);
}
