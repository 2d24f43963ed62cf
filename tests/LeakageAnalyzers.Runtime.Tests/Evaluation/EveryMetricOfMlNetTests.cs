using System.Reflection;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML.Data;
using RegressionMetrics = Microsoft.ML.Data.RegressionMetrics;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>
/// What ML.NET's metric classes report, found by reflection, so that a metric which a later version adds fails here until it has an interval: each has one, around the value
/// that ML.NET gives.
/// </summary>
public sealed class EveryMetricOfMlNetTests
{
    private static readonly IntervalOptions Few = new() { Resamples = 50 };

    // ML.NET's catalog leaves the loss of regression at the squared one; the k of top-k accuracy is a choice and no metric.
    private static readonly Dictionary<string, string?> OtherNames = new()
    {
        [nameof(RegressionMetrics.LossFunction)] = nameof(RegressionMetric.MeanSquaredError),
        [nameof(MulticlassClassificationMetrics.TopKPredictionCount)] = null,
    };

    [Fact]
    public void Of_binary_classification()
    {
        var (catalog, scored) = (VoiceStudy.Load().MlContext.BinaryClassification, VoiceStudy.Load().ScoreLinearly());
        var evaluation = catalog.EvaluateWithIntervals(scored, options: Few);
        var calibrated = catalog.Evaluate(scored);

        AssertEach(calibrated, evaluation, 11);
        AssertEach<BinaryClassificationMetrics>(catalog.EvaluateNonCalibrated(scored), evaluation, 8);
        AssertEqual(calibrated.ConfusionMatrix.PerClassPrecision, [evaluation.PositivePrecision, evaluation.NegativePrecision]);
        AssertEqual(calibrated.ConfusionMatrix.PerClassRecall, [evaluation.PositiveRecall, evaluation.NegativeRecall]);
    }

    [Fact]
    public void Of_multiclass_classification()
    {
        var catalog = TelemonitoringStudy.MlContext.MulticlassClassification;
        var expected = catalog.Evaluate(TelemonitoringStudy.ScoredBands, topKPredictionCount: 3);
        var evaluation = catalog.EvaluateWithIntervals(TelemonitoringStudy.ScoredBands, topKPredictionCount: 3, options: Few);

        AssertEach(expected, evaluation, 7);
        AssertEqual(expected.ConfusionMatrix.PerClassPrecision, evaluation.PerClassPrecision);
        AssertEqual(expected.ConfusionMatrix.PerClassRecall, evaluation.PerClassRecall);
    }

    [Fact]
    public void Without_a_k_there_is_no_top_k_accuracy() =>
        Assert.Empty(TelemonitoringStudy.MlContext.MulticlassClassification.EvaluateWithIntervals(TelemonitoringStudy.ScoredBands, options: Few).TopKAccuracyForAllK);

    [Fact]
    public void Of_regression() => AssertEach(
        TelemonitoringStudy.MlContext.Regression.Evaluate(TelemonitoringStudy.ScoredSeverity, "Severity"),
        TelemonitoringStudy.MlContext.Regression.EvaluateWithIntervals(TelemonitoringStudy.ScoredSeverity, "Severity", options: Few),
        5);

    [Fact]
    public void Of_ranking() => AssertEach(
        TelemonitoringStudy.MlContext.Ranking.Evaluate(TelemonitoringStudy.ScoredRanks, "Relevance"),
        TelemonitoringStudy.MlContext.Ranking.EvaluateWithIntervals(TelemonitoringStudy.ScoredRanks, "Relevance", options: Few),
        2);

    /// <summary>Compares every public number and list of numbers of <typeparamref name="TMetrics"/> with the property of that name of ours.</summary>
    private static void AssertEach<TMetrics>(TMetrics expected, ModelEvaluation actual, int metrics)
    {
        var compared = 0;
        foreach (var property in typeof(TMetrics).GetProperties().Where(property => property.PropertyType != typeof(ConfusionMatrix)))
        {
            if (OtherNames.GetValueOrDefault(property.Name, property.Name) is { } name)
            {
                var ours = actual.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(actual);
                Assert.True(ours is not null, $"{typeof(TMetrics).Name}.{property.Name} has no interval.");
                AssertEqual(Values(property.GetValue(expected)!), ours as IReadOnlyList<MetricEstimate> ?? [(MetricEstimate)ours]);
                compared++;
            }
        }

        Assert.Equal(metrics, compared);
    }

    private static IReadOnlyList<double> Values(object value) => value as IReadOnlyList<double> ?? [Convert.ToDouble(value, null)];

    private static void AssertEqual(IReadOnlyList<double> expected, IReadOnlyList<MetricEstimate> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair =>
        {
            Assert.Equal(pair.First, pair.Second.Value!.Value, 1e-5 * Math.Max(1, Math.Abs(pair.First)));
            Assert.True(pair.Second.Interval is not null, pair.Second.ToString());
        });
    }
}
