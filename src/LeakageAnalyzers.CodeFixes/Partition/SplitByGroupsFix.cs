using System.Collections.Immutable;
using System.Composition;
using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.CodeFixes.Partition;

/// <summary>LEAK203, and LEAK202 where ML.NET would cut the group column by its values: splits by whole groups with the runtime library, where that is referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitByGroupsFix)), Shared]
public sealed class SplitByGroupsFix : LeakageCodeFix
{
    private const string NotNamed = "LEAK202";

    private static readonly RuntimeSplit[] Splits =
    [
        new(Names.TrainTestSplit, RuntimeNames.SplittingExtensions, RuntimeNames.GroupTrainTestSplit, Parameters.TestFraction, Parameters.Seed),
        new(Names.CrossValidationSplit, RuntimeNames.SplittingExtensions, RuntimeNames.GroupKFold, Parameters.NumberOfFolds, Parameters.Seed),
        new(Names.CrossValidate, RuntimeNames.CrossValidationExtensions, RuntimeNames.GroupCrossValidate, Parameters.NumberOfFolds, Parameters.LabelColumnName, Parameters.Seed),
        new(Names.CrossValidateNonCalibrated, RuntimeNames.CrossValidationExtensions, RuntimeNames.GroupCrossValidateNonCalibrated, Parameters.NumberOfFolds, Parameters.LabelColumnName, Parameters.Seed),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<string> RuleIds => ImmutableArray.Create(NotNamed, "LEAK203");

    /// <inheritdoc/>
    protected override string Title => "Split by whole groups";

    internal override Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation) =>
        Task.FromResult(KeyOf(sites) is { } key ? RuntimeSplit.TryReplace(sites, key, Splits) : null);

    private static ExpressionSyntax? KeyOf(FindingSites sites) =>
        sites.Rule != NotNamed ? sites.Call.Argument(sites.Model, Parameters.SamplingKeyColumnName)
        : sites.Column is { } column && ColumnExpression.For(column, sites) is null ? ColumnExpression.Of(column, sites)
        : null;
}
