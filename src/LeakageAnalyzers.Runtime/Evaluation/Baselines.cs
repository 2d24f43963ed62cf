using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>
/// Says what a model gains over simple models trained on the same rows: predicting the shares of the classes, the most frequent class, from the best single
/// feature, and by a linear model of all features.
/// </summary>
/// <remarks>
/// Features and label are the columns that the model itself makes of the rows, so that baselines see what its trainer saw. Baselines are trained on the train rows
/// alone, and the best single feature is chosen on them too: on 20,000 of them where there are more, as linear regression is fitted to a random sample of 8,000,000
/// values. Missing features are the mean of the others, all are standardised.
/// </remarks>
public static class Baselines
{
    /// <summary>Compares a binary classifier with baselines. The single feature is the one of greatest AUC, in whichever direction.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="model">The trained pipeline.</param>
    /// <param name="trainSet">The rows that it was trained on, of both classes.</param>
    /// <param name="testSet">The test rows.</param>
    /// <param name="metric">What to compare.</param>
    /// <param name="margin">The smallest gain that matters, in the metric's unit; not negative.</param>
    /// <param name="labelColumnName">The column of the truth; truth values in the train rows.</param>
    /// <param name="featureColumnName">The column of the features, a vector of single precision.</param>
    /// <param name="scoreColumnName">The column of the model's score.</param>
    /// <param name="probabilityColumnName">The column of the model's probability; a model without it can be compared by metrics that need none.</param>
    /// <param name="predictedLabelColumnName">The column of the model's decision.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a test row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed. The seed also decides the sample that the single feature is chosen on.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing or of another type; the train or test rows are of one class; the metric has no value for the model
    /// or for any baseline, or no model is better by it (entropy) or by a difference of it (expected calibration error); or there are fewer than two test rows or groups.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BaselineEvaluation Evaluate(
        BinaryClassificationCatalog catalog,
        ITransformer model,
        IDataView trainSet,
        IDataView testSet,
        BinaryClassificationMetric metric = BinaryClassificationMetric.AreaUnderRocCurve,
        double margin = 0,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
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
        var compared = PairedBootstrap.Comparable(BinaryMetrics.All[(int)metric], margin);
        return call.Do(() =>
        {
            var training = new BaselineTraining(Check.NotNull(model), trainSet, testSet, featureColumnName, checkedOptions.Seed, call.Part("training of baselines", 0, 2));
            var columns = new BinaryColumns(labelColumnName, scoreColumnName, predictedLabelColumnName, probabilityColumnName);
            var (scored, baselines) = TrainBinary(training, columns, groupColumnName, isOneOfSeveralFolds: false);
            return BaselineGains.Of(scored, baselines, compared, margin, checkedOptions, call.Part("comparison", 1, 2));
        });
    }

    /// <summary>
    /// Compares a binary classifier with baselines over the folds of a cross-validation: each fold has baselines of its own, trained on its train rows, and the test rows
    /// of all folds are judged together.
    /// </summary>
    /// <remarks>
    /// The share of positive rows is lower among the train rows of a fold that tests more of them, so that <see cref="Baseline.Prior"/> pooled over folds has an AUC below
    /// 0.5, of folds that are not stratified: it is no skill, turned round.
    /// </remarks>
    /// <param name="catalog">The catalog.</param>
    /// <param name="models">The trained pipeline of each fold.</param>
    /// <param name="folds">The rows that each was trained on, of both classes, and its test rows.</param>
    /// <param name="metric">What to compare.</param>
    /// <param name="margin">The smallest gain that matters, in the metric's unit; not negative.</param>
    /// <param name="labelColumnName">The column of the truth; truth values in the train rows.</param>
    /// <param name="featureColumnName">The column of the features, a vector of single precision.</param>
    /// <param name="scoreColumnName">The column of the model's score.</param>
    /// <param name="probabilityColumnName">The column of the model's probability; a model without it can be compared by metrics that need none.</param>
    /// <param name="predictedLabelColumnName">The column of the model's decision.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a test row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed. The seed also decides the sample that the single feature is chosen on.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">There is no fold, or not one model a fold; otherwise as for one model.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BaselineEvaluation EvaluatePooled(
        BinaryClassificationCatalog catalog,
        IReadOnlyList<ITransformer> models,
        IReadOnlyList<DataOperationsCatalog.TrainTestData> folds,
        BinaryClassificationMetric metric = BinaryClassificationMetric.AreaUnderRocCurve,
        double margin = 0,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string scoreColumnName = "Score",
        string probabilityColumnName = "Probability",
        string predictedLabelColumnName = "PredictedLabel",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        if (Check.NotNull(models).Count != Check.NotNull(folds).Count || folds.Count == 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{models.Count} models were given for {folds.Count} folds; there has to be one model for each of at least one fold."), nameof(models));
        }

        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var compared = PairedBootstrap.Comparable(BinaryMetrics.All[(int)metric], margin);
        return call.Do(() =>
        {
            var training = call.Part("training of baselines", 0, 2);
            var ofFolds = models.Zip(folds, (model, fold) => (model, fold)).Select((each, number) => TrainBinary(
                new BaselineTraining(Check.NotNull(each.model), each.fold.TrainSet, each.fold.TestSet, featureColumnName, checkedOptions.Seed, training.Part(FormattableString.Invariant($"fold {number}"), number, folds.Count)),
                new BinaryColumns(labelColumnName, scoreColumnName, predictedLabelColumnName, probabilityColumnName),
                groupColumnName,
                isOneOfSeveralFolds: true)).ToList();
            var pooled = TrainedBaseline<ScoredBinaryRows>.Pool([.. ofFolds.Select(fold => fold.Baselines)], ScoredBinaryRows.Pool);
            return BaselineGains.Of(ScoredBinaryRows.Pool([.. ofFolds.Select(fold => fold.Model)]), pooled, compared, margin, checkedOptions, call.Part("comparison", 1, 2));
        });
    }

    /// <summary>Compares a classifier of several classes with baselines. The single feature is the one of greatest mean AUC of each class against the rest.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="model">The trained pipeline.</param>
    /// <param name="trainSet">The rows that it was trained on.</param>
    /// <param name="testSet">The test rows.</param>
    /// <param name="metric">What to compare.</param>
    /// <param name="margin">The smallest gain that matters, in the metric's unit; not negative.</param>
    /// <param name="labelColumnName">The column of the true class, the same key in train and test rows.</param>
    /// <param name="featureColumnName">The column of the features, a vector of single precision.</param>
    /// <param name="scoreColumnName">The column of the model's scores of all classes.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a test row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing or of another type, a label is missing; the metric has no value for the model or for any baseline, or no model is better
    /// by it; or there are fewer than two test rows or groups.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BaselineEvaluation Evaluate(
        MulticlassClassificationCatalog catalog,
        ITransformer model,
        IDataView trainSet,
        IDataView testSet,
        MulticlassClassificationMetric metric = MulticlassClassificationMetric.MacroAccuracy,
        double margin = 0,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var compared = PairedBootstrap.Comparable(MulticlassMetrics.All[(int)metric], margin);
        return call.Do(() =>
        {
            var training = new BaselineTraining(Check.NotNull(model), trainSet, testSet, featureColumnName, checkedOptions.Seed, call.Part("training of baselines", 0, 2));
            var scored = ScoredMulticlassRows.Read(training.TestRows, labelColumnName, scoreColumnName, topK: 0, groupColumnName);
            return BaselineGains.Of(scored, MulticlassBaselines.Train(training, scored, labelColumnName, groupColumnName), compared, margin, checkedOptions, call.Part("comparison", 1, 2));
        });
    }

    /// <summary>
    /// Compares a regression model with baselines: the mean and the median of the train rows, the feature of greatest correlation, and linear regression.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="model">The trained pipeline.</param>
    /// <param name="trainSet">The rows that it was trained on.</param>
    /// <param name="testSet">The test rows.</param>
    /// <param name="metric">What to compare.</param>
    /// <param name="margin">The smallest gain that matters, in the metric's unit; not negative.</param>
    /// <param name="labelColumnName">The column of the true value.</param>
    /// <param name="featureColumnName">The column of the features, a vector of single precision.</param>
    /// <param name="scoreColumnName">The column of the model's prediction.</param>
    /// <param name="groupColumnName">The column that names the patient, subject or site of a test row, whose rows are drawn together; null if rows are independent.</param>
    /// <param name="options">How intervals are computed.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing or of another type, a value is not finite; the metric has no value for the model or for any baseline, or no model is better
    /// by it; or there are fewer than two test rows or groups.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BaselineEvaluation Evaluate(
        RegressionCatalog catalog,
        ITransformer model,
        IDataView trainSet,
        IDataView testSet,
        RegressionMetric metric = RegressionMetric.RootMeanSquaredError,
        double margin = 0,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var compared = PairedBootstrap.Comparable(RegressionMetrics.All[(int)metric], margin);
        return call.Do(() =>
        {
            var training = new BaselineTraining(Check.NotNull(model), trainSet, testSet, featureColumnName, checkedOptions.Seed, call.Part("training of baselines", 0, 2));
            var scored = ScoredRegressionRows.Read(training.TestRows, labelColumnName, scoreColumnName, groupColumnName);
            return BaselineGains.Of(scored, RegressionBaselines.Train(training, scored, labelColumnName), compared, margin, checkedOptions, call.Part("comparison", 1, 2));
        });
    }

    /// <summary>
    /// Compares a ranker with baselines: rows in random order (the gain to be expected), the feature whose order has the greatest gain on the train rows, upwards or
    /// downwards, and linear regression of the relevance. There is no majority here.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="model">The trained pipeline.</param>
    /// <param name="trainSet">The rows that it was trained on.</param>
    /// <param name="testSet">The test rows.</param>
    /// <param name="metric">What to compare, at the rank that <paramref name="options"/> name.</param>
    /// <param name="margin">The smallest gain that matters, in the metric's unit; not negative.</param>
    /// <param name="labelColumnName">The column of the relevance, from 0 to 4, in train and test rows.</param>
    /// <param name="rowGroupColumnName">The column that names the query of a row.</param>
    /// <param name="featureColumnName">The column of the features, a vector of single precision.</param>
    /// <param name="scoreColumnName">The column of the model's score.</param>
    /// <param name="groupColumnName">The column that names the user or site of a query, whose queries are drawn together; null if queries are independent.</param>
    /// <param name="options">How intervals are computed, and up to which rank.</param>
    /// <param name="progress">Told of each step, with the share of the whole that is done.</param>
    /// <param name="cancellation">Stops at the next row or resample.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing or of another type, a relevance has no gain, a query is missing; or there are fewer than two queries or groups.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BaselineEvaluation Evaluate(
        RankingCatalog catalog,
        ITransformer model,
        IDataView trainSet,
        IDataView testSet,
        RankingMetric metric = RankingMetric.NormalizedDiscountedCumulativeGain,
        double margin = 0,
        string labelColumnName = "Label",
        string rowGroupColumnName = "GroupId",
        string featureColumnName = "Features",
        string scoreColumnName = "Score",
        string? groupColumnName = null,
        IntervalOptions? options = null,
        IProgress<CallProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Check.NotNull(catalog);
        var (checkedOptions, call) = (IntervalOptions.Checked(options), new LongCall(progress, cancellation));
        var compared = PairedBootstrap.Comparable(RankingMetrics.At(metric, checkedOptions.TruncationLevel), margin);
        var columns = new RankingColumns(labelColumnName, rowGroupColumnName, scoreColumnName);
        return call.Do(() =>
        {
            var training = new BaselineTraining(Check.NotNull(model), trainSet, testSet, featureColumnName, checkedOptions.Seed, call.Part("training of baselines", 0, 2));
            var scored = ScoredRankingRows.Read(training.TestRows, columns, groupColumnName, checkedOptions.TruncationLevel);
            return BaselineGains.Of(scored, RankingBaselines.Train(training, scored, columns, compared, checkedOptions), compared, margin, checkedOptions, call.Part("comparison", 1, 2));
        });
    }

    private static (ScoredBinaryRows Model, IReadOnlyList<TrainedBaseline<ScoredBinaryRows>> Baselines) TrainBinary(
        BaselineTraining training, BinaryColumns columns, string? groupColumnName, bool isOneOfSeveralFolds)
    {
        var existing = columns.Probability is { } name && training.TestRows.Schema.GetColumnOrNull(name) is null ? columns with { Probability = null } : columns;
        var scored = ScoredBinaryRows.Read(training.TestRows, existing, groupColumnName, isOneOfSeveralFolds);
        return (scored, BinaryBaselines.Train(training, scored, existing, groupColumnName));
    }
}
