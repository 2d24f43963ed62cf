using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.TrainCatalogBase;

namespace LeakageAnalyzers.Runtime;

/// <summary>Cross-validation along time, on ML.NET's own catalogs and with its own results.</summary>
/// <remarks>
/// Like ML.NET's <c>CrossValidate</c>, with the folds of <see cref="TemporalSplittingExtensions.TimeSeriesSplit"/>: each model is tested on rows that are later than all it has learned from, and
/// the first rows are tested in no fold. Everything inside the estimator is fitted anew in each fold.
/// </remarks>
public static class TemporalCrossValidationExtensions
{
    private const string DefaultLabel = "Label";

    /// <summary>Trains and scores a calibrated binary classifier fold by fold.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows, in any order.</param>
    /// <param name="estimator">The pipeline.</param>
    /// <param name="timeColumnName">The column that says when the row was observed.</param>
    /// <param name="numberOfFolds">The number of folds, at least 2.</param>
    /// <param name="labelColumnName">The column to evaluate against.</param>
    /// <param name="progress">Told before each training, and at the end.</param>
    /// <param name="cancellation">Stops at the next row that training reads, or before the next fold.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type has no order in time.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numberOfFolds"/> is below 2.</exception>
    /// <exception cref="InvalidOperationException">There are too few rows, some have no time, or so many have the same that a fold is empty.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<CrossValidationResult<CalibratedBinaryClassificationMetrics>> TimeSeriesCrossValidate(
        this BinaryClassificationCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string timeColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, timeColumnName, numberOfFolds, scored => catalog.Evaluate(scored, labelColumnName), new LongCall(progress, cancellation));

    /// <summary>Trains and scores a binary classifier without probabilities fold by fold; otherwise as
    /// <see cref="TimeSeriesCrossValidate(BinaryClassificationCatalog, IDataView, IEstimator{ITransformer}, string, int, string, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<CrossValidationResult<BinaryClassificationMetrics>> TimeSeriesCrossValidateNonCalibrated(
        this BinaryClassificationCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string timeColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, timeColumnName, numberOfFolds, scored => catalog.EvaluateNonCalibrated(scored, labelColumnName), new LongCall(progress, cancellation));

    /// <summary>Trains and scores a classifier of several classes fold by fold; otherwise as
    /// <see cref="TimeSeriesCrossValidate(BinaryClassificationCatalog, IDataView, IEstimator{ITransformer}, string, int, string, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<CrossValidationResult<MulticlassClassificationMetrics>> TimeSeriesCrossValidate(
        this MulticlassClassificationCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string timeColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, timeColumnName, numberOfFolds, scored => catalog.Evaluate(scored, labelColumnName), new LongCall(progress, cancellation));

    /// <summary>Trains and scores a regression fold by fold; otherwise as
    /// <see cref="TimeSeriesCrossValidate(BinaryClassificationCatalog, IDataView, IEstimator{ITransformer}, string, int, string, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<CrossValidationResult<RegressionMetrics>> TimeSeriesCrossValidate(
        this RegressionCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string timeColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, timeColumnName, numberOfFolds, scored => catalog.Evaluate(scored, labelColumnName), new LongCall(progress, cancellation));

    private static IReadOnlyList<CrossValidationResult<TMetrics>> Run<TMetrics>(
        TrainCatalogBase catalog, IDataView data, IEstimator<ITransformer> estimator, string timeColumnName, int numberOfFolds, Func<IDataView, TMetrics> evaluate, LongCall call)
        where TMetrics : class
    {
        Check.NotNull(catalog);
        var column = TimeColumn.Find(Check.NotNull(data), timeColumnName);
        Check.AtLeast(2, numberOfFolds);
        var results = FoldedTraining.Run(TimeFolds.Roll(data, TimeLine.Read(call.Reading(data), column), column, numberOfFolds, null, null, 0), Check.NotNull(estimator), evaluate, call);
        call.Part("all folds", 0, 1).Report(1);
        return results;
    }
}
