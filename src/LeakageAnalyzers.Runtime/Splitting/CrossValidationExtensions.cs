using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.TrainCatalogBase;

namespace LeakageAnalyzers.Runtime;

/// <summary>Cross-validation by whole groups, on ML.NET's own catalogs and with its own results.</summary>
/// <remarks>
/// Like ML.NET's <c>CrossValidate</c>, with the folds of <see cref="StratifiedSplittingExtensions.StratifiedGroupKFold"/> for classifiers and of
/// <see cref="SplittingExtensions.GroupKFold"/> for others instead of a sampling key: the group column may be of any type, and no row is lost or tested twice.
/// Everything inside the estimator is fitted anew in each fold.
/// </remarks>
public static class CrossValidationExtensions
{
    private const string DefaultLabel = "Label";

    /// <summary>Trains and scores a calibrated binary classifier fold by fold.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows.</param>
    /// <param name="estimator">The pipeline.</param>
    /// <param name="groupColumnName">The column that names the group of a row.</param>
    /// <param name="numberOfFolds">The number of folds, at least 2.</param>
    /// <param name="labelColumnName">The column to evaluate against.</param>
    /// <param name="seed">Orders groups of the same size; null is a fixed number.</param>
    /// <param name="progress">Told before each training, and at the end.</param>
    /// <param name="cancellation">Stops at the next row that training reads, or before the next fold.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such column, or its type cannot name a group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numberOfFolds"/> is below 2.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, or fewer groups than folds.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<CrossValidationResult<CalibratedBinaryClassificationMetrics>> GroupCrossValidate(
        this BinaryClassificationCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string groupColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, FoldKind.OfClasses(groupColumnName, labelColumnName), numberOfFolds, seed, scored => catalog.Evaluate(scored, labelColumnName), new LongCall(progress, cancellation));

    /// <summary>Trains and scores a binary classifier without probabilities fold by fold; otherwise as
    /// <see cref="GroupCrossValidate(BinaryClassificationCatalog, IDataView, IEstimator{ITransformer}, string, int, string, int?, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<CrossValidationResult<BinaryClassificationMetrics>> GroupCrossValidateNonCalibrated(
        this BinaryClassificationCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string groupColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, FoldKind.OfClasses(groupColumnName, labelColumnName), numberOfFolds, seed, scored => catalog.EvaluateNonCalibrated(scored, labelColumnName), new LongCall(progress, cancellation));

    /// <summary>Trains and scores a classifier of several classes fold by fold; otherwise as
    /// <see cref="GroupCrossValidate(BinaryClassificationCatalog, IDataView, IEstimator{ITransformer}, string, int, string, int?, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<CrossValidationResult<MulticlassClassificationMetrics>> GroupCrossValidate(
        this MulticlassClassificationCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string groupColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, FoldKind.OfClasses(groupColumnName, labelColumnName), numberOfFolds, seed, scored => catalog.Evaluate(scored, labelColumnName), new LongCall(progress, cancellation));

    /// <summary>Trains and scores a regression fold by fold; otherwise as
    /// <see cref="GroupCrossValidate(BinaryClassificationCatalog, IDataView, IEstimator{ITransformer}, string, int, string, int?, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<CrossValidationResult<RegressionMetrics>> GroupCrossValidate(
        this RegressionCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string groupColumnName,
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, new FoldKind(groupColumnName), numberOfFolds, seed, scored => catalog.Evaluate(scored, labelColumnName), new LongCall(progress, cancellation));

    /// <summary>Trains and scores a ranker fold by fold, by whole queries; otherwise as
    /// <see cref="GroupCrossValidate(BinaryClassificationCatalog, IDataView, IEstimator{ITransformer}, string, int, string, int?, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<CrossValidationResult<RankingMetrics>> GroupCrossValidate(
        this RankingCatalog catalog, IDataView data, IEstimator<ITransformer> estimator, string groupColumnName = "GroupId",
        int numberOfFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(catalog, data, estimator, new FoldKind(groupColumnName), numberOfFolds, seed, scored => catalog.Evaluate(scored, labelColumnName, groupColumnName), new LongCall(progress, cancellation));

    private static IReadOnlyList<CrossValidationResult<TMetrics>> Run<TMetrics>(
        TrainCatalogBase catalog, IDataView data, IEstimator<ITransformer> estimator, FoldKind kind, int numberOfFolds, int? seed, Func<IDataView, TMetrics> evaluate,
        LongCall call)
        where TMetrics : class
    {
        Check.NotNull(catalog);
        Check.NotNull(kind.GroupColumnName, "groupColumnName");
        var results = FoldedTraining.Run(kind.Cut(Check.NotNull(data), numberOfFolds, Seed.Of(seed), call), Check.NotNull(estimator), evaluate, call);
        call.Part("all folds", 0, 1).Report(1);
        return results;
    }
}
