using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>Evaluation by subgroups (sex, age band, site, scanner), every metric with its interval in each, on ML.NET's own catalogs.</summary>
public static class SubgroupExtensions
{
    /// <summary>Evaluates a binary classifier on each subgroup. A subgroup of one class has only the metrics that do not tell classes apart, such as accuracy, and says so.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The scored rows, of both classes.</param>
    /// <param name="subgroupColumnName">The column whose values make the subgroups.</param>
    /// <param name="labelColumnName">The column of the truth.</param>
    /// <param name="scoreColumnName">The column of the score, higher for positive.</param>
    /// <param name="probabilityColumnName">The column of the probability; where it is missing, what needs it is left out and says so.</param>
    /// <param name="predictedLabelColumnName">The column of the decision.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed; null for 95 % percentile intervals of 2,000 resamples.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">As for <see cref="BinaryClassificationExtensions.EvaluateWithIntervals"/>, of all rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SubgroupEvaluation EvaluateSubgroups(
        this BinaryClassificationCatalog catalog,
        IDataView data,
        string subgroupColumnName,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string probabilityColumnName = "Probability",
        string predictedLabelColumnName = "PredictedLabel",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var probability = Check.NotNull(data).Schema.GetColumnOrNull(probabilityColumnName) is null ? null : probabilityColumnName;
        var rows = ScoredBinaryRows.Read(call.Reading(data), new BinaryColumns(labelColumnName, scoreColumnName, predictedLabelColumnName, probability), groupColumnName);
        return SubgroupEvaluation.Of(call.Reading(data), subgroupColumnName, rows, (all, chosen) => all.Select(chosen), (each, part) => BinaryClassificationEvaluation.Of(each, checkedOptions, part), _ => BinaryMetrics.All, call);
    }

    /// <summary>Evaluates a classifier of several classes on each subgroup.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The scored rows.</param>
    /// <param name="subgroupColumnName">The column whose values make the subgroups.</param>
    /// <param name="labelColumnName">The column of the true class, a key.</param>
    /// <param name="scoreColumnName">The column of the scores of all classes.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">As for <see cref="MulticlassClassificationExtensions.EvaluateWithIntervals"/>, of all rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SubgroupEvaluation EvaluateSubgroups(
        this MulticlassClassificationCatalog catalog,
        IDataView data,
        string subgroupColumnName,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var rows = ScoredMulticlassRows.Read(call.Reading(data), labelColumnName, scoreColumnName, topK: 0, groupColumnName);
        return SubgroupEvaluation.Of(call.Reading(data), subgroupColumnName, rows, (all, chosen) => all.Select(chosen), (each, part) => MulticlassClassificationEvaluation.Of(each, checkedOptions, part), MulticlassMetrics.Of, call);
    }

    /// <summary>Evaluates a regression model on each subgroup.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The scored rows.</param>
    /// <param name="subgroupColumnName">The column whose values make the subgroups.</param>
    /// <param name="labelColumnName">The column of the true value.</param>
    /// <param name="scoreColumnName">The column of the predicted value.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">As for <see cref="RegressionExtensions.EvaluateWithIntervals"/>, of all rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SubgroupEvaluation EvaluateSubgroups(
        this RegressionCatalog catalog,
        IDataView data,
        string subgroupColumnName,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var rows = ScoredRegressionRows.Read(call.Reading(data), labelColumnName, scoreColumnName, groupColumnName);
        return SubgroupEvaluation.Of(call.Reading(data), subgroupColumnName, rows, (all, chosen) => all.Select(chosen), (each, part) => RegressionEvaluation.Of(each, checkedOptions, part), _ => RegressionMetrics.All, call);
    }

    /// <summary>Evaluates a ranker on each subgroup of queries. A subgroup that cuts a query has no evaluation, and says so.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The scored rows.</param>
    /// <param name="subgroupColumnName">The column whose values make the subgroups; the same for all rows of a query.</param>
    /// <param name="labelColumnName">The column of the relevance, from 0 to 4.</param>
    /// <param name="rowGroupColumnName">The column that names the query of a row.</param>
    /// <param name="scoreColumnName">The column of the score.</param>
    /// <param name="groupColumnName">The column that names the user or site of a query, whose queries are drawn together; null if queries are independent.</param>
    /// <param name="options">How intervals are computed, and up to which rank.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">As for <see cref="RankingExtensions.EvaluateWithIntervals"/>, of all rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SubgroupEvaluation EvaluateSubgroups(
        this RankingCatalog catalog,
        IDataView data,
        string subgroupColumnName,
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
        var rows = ScoredRankingRows.Read(call.Reading(data), columns, groupColumnName, checkedOptions.TruncationLevel);
        return SubgroupEvaluation.Of(call.Reading(data), subgroupColumnName, rows, (all, chosen) => all.Select(chosen), (each, part) => RankingEvaluation.Of(each, checkedOptions, part), _ => RankingMetrics.UpTo(checkedOptions.TruncationLevel), call);
    }
}
