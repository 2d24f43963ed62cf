using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime;

/// <summary>
/// Nested cross-validation, which ML.NET lacks: candidates compete in inner folds of the train rows of each outer fold, and the winner is measured on the outer
/// test rows, which took no part in the choice.
/// </summary>
public static class NestedCrossValidationExtensions
{
    private const string DefaultLabel = "Label";

    /// <summary>Estimates what choosing a calibrated binary classifier among candidates reaches.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="data">The rows.</param>
    /// <param name="candidates">The pipelines to choose from.</param>
    /// <param name="score">What decides; higher is better, so negate an error.</param>
    /// <param name="groupColumnName">The column that names the group of a row; null where rows are independent.</param>
    /// <param name="numberOfFolds">The number of outer folds, at least 2.</param>
    /// <param name="numberOfInnerFolds">The number of inner folds, at least 2.</param>
    /// <param name="labelColumnName">The column to evaluate against.</param>
    /// <param name="seed">Decides the folds; null is a fixed number.</param>
    /// <param name="progress">Told before each training, and at the end.</param>
    /// <param name="cancellation">Stops at the next row that training reads, or before the next fold.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no candidate, no such column, or its type cannot name a group.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of folds is below 2.</exception>
    /// <exception cref="InvalidOperationException">There are too few rows or groups, or a score is no number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<NestedFold<CalibratedBinaryClassificationMetrics>> NestedCrossValidate(
        this BinaryClassificationCatalog catalog, IDataView data, IReadOnlyList<IEstimator<ITransformer>> candidates, Func<CalibratedBinaryClassificationMetrics, double> score,
        string? groupColumnName = null, int numberOfFolds = 5, int numberOfInnerFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        return new NestedTraining<CalibratedBinaryClassificationMetrics>(candidates, scored => catalog.Evaluate(scored, labelColumnName), score)
            .Run(data, FoldKind.OfClasses(groupColumnName, labelColumnName), numberOfFolds, numberOfInnerFolds, Seed.Of(seed), new LongCall(progress, cancellation));
    }

    /// <summary>Estimates what choosing a binary classifier without probabilities among candidates reaches; otherwise as
    /// <see cref="NestedCrossValidate(BinaryClassificationCatalog, IDataView, IReadOnlyList{IEstimator{ITransformer}}, Func{CalibratedBinaryClassificationMetrics, double}, string?, int, int, string, int?, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<NestedFold<BinaryClassificationMetrics>> NestedCrossValidateNonCalibrated(
        this BinaryClassificationCatalog catalog, IDataView data, IReadOnlyList<IEstimator<ITransformer>> candidates, Func<BinaryClassificationMetrics, double> score,
        string? groupColumnName = null, int numberOfFolds = 5, int numberOfInnerFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        return new NestedTraining<BinaryClassificationMetrics>(candidates, scored => catalog.EvaluateNonCalibrated(scored, labelColumnName), score)
            .Run(data, FoldKind.OfClasses(groupColumnName, labelColumnName), numberOfFolds, numberOfInnerFolds, Seed.Of(seed), new LongCall(progress, cancellation));
    }

    /// <summary>Estimates what choosing a classifier of several classes among candidates reaches; otherwise as
    /// <see cref="NestedCrossValidate(BinaryClassificationCatalog, IDataView, IReadOnlyList{IEstimator{ITransformer}}, Func{CalibratedBinaryClassificationMetrics, double}, string?, int, int, string, int?, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<NestedFold<MulticlassClassificationMetrics>> NestedCrossValidate(
        this MulticlassClassificationCatalog catalog, IDataView data, IReadOnlyList<IEstimator<ITransformer>> candidates, Func<MulticlassClassificationMetrics, double> score,
        string? groupColumnName = null, int numberOfFolds = 5, int numberOfInnerFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        return new NestedTraining<MulticlassClassificationMetrics>(candidates, scored => catalog.Evaluate(scored, labelColumnName), score)
            .Run(data, FoldKind.OfClasses(groupColumnName, labelColumnName), numberOfFolds, numberOfInnerFolds, Seed.Of(seed), new LongCall(progress, cancellation));
    }

    /// <summary>Estimates what choosing a regression among candidates reaches; otherwise as
    /// <see cref="NestedCrossValidate(BinaryClassificationCatalog, IDataView, IReadOnlyList{IEstimator{ITransformer}}, Func{CalibratedBinaryClassificationMetrics, double}, string?, int, int, string, int?, IProgress{CallProgress}?, CancellationToken)"/>.</summary>
    public static IReadOnlyList<NestedFold<RegressionMetrics>> NestedCrossValidate(
        this RegressionCatalog catalog, IDataView data, IReadOnlyList<IEstimator<ITransformer>> candidates, Func<RegressionMetrics, double> score,
        string? groupColumnName = null, int numberOfFolds = 5, int numberOfInnerFolds = 5, string labelColumnName = DefaultLabel, int? seed = null, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        return new NestedTraining<RegressionMetrics>(candidates, scored => catalog.Evaluate(scored, labelColumnName), score)
            .Run(data, new FoldKind(groupColumnName), numberOfFolds, numberOfInnerFolds, Seed.Of(seed), new LongCall(progress, cancellation));
    }
}
