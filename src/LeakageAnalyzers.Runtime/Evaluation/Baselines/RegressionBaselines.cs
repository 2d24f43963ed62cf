using LeakageAnalyzers.Runtime.Statistics;
using MathNet.Numerics.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The baselines of regression.</summary>
internal static class RegressionBaselines
{
    public static IReadOnlyList<TrainedBaseline<ScoredRegressionRows>> Train(BaselineTraining training, ScoredRegressionRows model, string labelColumnName)
    {
        var labels = ReadLabels(training.TrainRows, labelColumnName);
        var (mean, median) = (labels.Average(), labels.Median());
        var slot = BestFeature(training, labelColumnName, labels.Length);
        var features = training.FeaturesForFit(labels.Length);
        var fitted = ReadLabels(features.Sample, labelColumnName);
        return
        [
            new(Baseline.Prior, FormattableString.Invariant($"the mean of the train rows, {mean:0.####}"), Constant(model, mean)),
            new(Baseline.Majority, FormattableString.Invariant($"the median of the train rows, {median:0.####}"), Constant(model, median)),
            new(Baseline.SingleFeature, training.NameOf(slot), Score(training, model, RidgeRegression.Fit([features.Read(slot)], fitted), _ => slot)),
            new(Baseline.Linear, "linear regression", Score(training, model, RidgeRegression.Fit(features.ReadAll(), fitted), feature => feature)),
        ];
    }

    private static ScoredRegressionRows Constant(ScoredRegressionRows model, double value) =>
        new(model.Labels, [.. Enumerable.Repeat(value, model.Count)], model.Groups);

    private static ScoredRegressionRows Score(BaselineTraining training, ScoredRegressionRows model, RidgeRegression regression, Func<int, int> slotOf)
    {
        var reader = new PredictionReader(training.TestRows);
        var scores = reader.Values<VBuffer<float>, double>(
            reader.Find(training.Features.Name, "featureColumnName"), vector => regression.Predict(feature => vector.GetItemOrDefault(slotOf(feature))));
        reader.Read();
        return new ScoredRegressionRows(model.Labels, [.. scores], model.Groups);
    }

    private static int BestFeature(BaselineTraining training, string labelColumnName, int rows)
    {
        var features = training.FeaturesForChoice(rows);
        var labels = ReadLabels(features.Sample, labelColumnName);
        return features.Best(values => Variation.IsAbsent(values) || Variation.IsAbsent(labels) ? 0 : Math.Abs(Correlation.Pearson(values, labels)));
    }

    private static double[] ReadLabels(IDataView rows, string labelColumnName)
    {
        var reader = new PredictionReader(rows);
        var labels = reader.Numbers(labelColumnName, nameof(labelColumnName));
        reader.Read();
        Check.Finite([.. labels], "label");
        return [.. labels];
    }
}
