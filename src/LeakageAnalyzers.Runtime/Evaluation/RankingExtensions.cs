using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>Evaluation of rankers with intervals, on ML.NET's own <see cref="RankingCatalog"/>.</summary>
public static class RankingExtensions
{
    /// <summary>
    /// Evaluates scored rows as <c>Evaluate</c> does, and says how far each number can be trusted: intervals by the bootstrap over whole queries, or over whole groups of
    /// queries.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The scored rows. They are read once; rows of one query need not stand together.</param>
    /// <param name="labelColumnName">The column of the relevance, from 0 to 4.</param>
    /// <param name="rowGroupColumnName">The column that names the query of a row.</param>
    /// <param name="scoreColumnName">The column of the score.</param>
    /// <param name="groupColumnName">The column that names the user or site of a query, whose queries are drawn together; null if queries are independent.</param>
    /// <param name="options">How intervals are computed, and up to which rank; null for 95 % percentile intervals of 2,000 resamples up to rank 3.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing or of another type, a relevance has no gain, a query is missing, a score is NaN, a query has rows of several groups, or there are fewer than two queries or groups.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RankingEvaluation EvaluateWithIntervals(
        this RankingCatalog catalog,
        IDataView data,
        string labelColumnName = "Label",
        string rowGroupColumnName = "GroupId",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var columns = new RankingColumns(labelColumnName, rowGroupColumnName, scoreColumnName);
        return RankingEvaluation.Of(ScoredRankingRows.Read(call.Reading(data), columns, groupColumnName, checkedOptions.TruncationLevel), checkedOptions, call);
    }

    /// <summary>Says whether one ranker is better than another by a margin, on the same queries and the same resamples of them.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="first">The rows as the first model scored them.</param>
    /// <param name="second">The same rows, in the same order, as the second model scored them.</param>
    /// <param name="margin">The smallest difference that matters, in the metric's unit; not negative.</param>
    /// <param name="metric">What to compare, at the rank that <paramref name="options"/> name.</param>
    /// <param name="labelColumnName">The column of the relevance, from 0 to 4.</param>
    /// <param name="rowGroupColumnName">The column that names the query of a row.</param>
    /// <param name="scoreColumnName">The column of the score.</param>
    /// <param name="groupColumnName">The column that names the user or site of a query, whose queries are drawn together; null if queries are independent.</param>
    /// <param name="options">How the interval is computed.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">As for the evaluation; or the rows are not the same.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ModelComparison CompareModels(
        this RankingCatalog catalog,
        IDataView first,
        IDataView second,
        double margin,
        RankingMetric metric = RankingMetric.NormalizedDiscountedCumulativeGain,
        string labelColumnName = "Label",
        string rowGroupColumnName = "GroupId",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var columns = new RankingColumns(labelColumnName, rowGroupColumnName, scoreColumnName);
        var rank = checkedOptions.TruncationLevel;
        ScoredRankingRows Read(IDataView data) => ScoredRankingRows.Read(call.Reading(data), columns, groupColumnName, rank);
        return PairedBootstrap.Compare(Read(Check.NotNull(first)), Read(Check.NotNull(second)), RankingMetrics.At(metric, rank), margin, checkedOptions, call);
    }
}
