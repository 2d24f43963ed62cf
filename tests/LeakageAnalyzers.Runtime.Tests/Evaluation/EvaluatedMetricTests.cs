using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>The interval of any number that a function computes from scored rows.</summary>
public sealed class EvaluatedMetricTests
{
    private static readonly VoiceStudy Study = VoiceStudy.Load();
    private static readonly MLContext Ml = Study.MlContext;
    private static readonly IntervalOptions Few = new() { Resamples = 60 };

    [Theory]
    [InlineData(null)]
    [InlineData(nameof(VoiceRecording.PatientId))]
    public void Of_a_metric_that_has_a_faster_way_it_is_the_same(string? group)
    {
        var scored = Study.ScoreWithTrees();

        var slow = Ml.EvaluateWithInterval(scored, "Accuracy", rows => Ml.BinaryClassification.Evaluate(rows).Accuracy, groupColumnName: group, options: Few);

        var fast = Ml.BinaryClassification.EvaluateWithIntervals(scored, groupColumnName: group, options: Few).Accuracy;
        Assert.Equal(fast.Value!.Value, slow.Value!.Value, 1e-9);
        Assert.Equal(fast.Interval!.Lower, slow.Interval!.Lower, 1e-9);
        Assert.Equal(fast.Interval.Upper, slow.Interval.Upper, 1e-9);
        Assert.Equal((fast.Name, fast.Direction), (slow.Name, slow.Direction));
    }

    [Fact]
    public void Clusters_have_intervals_too()
    {
        var pipeline = Ml.Transforms.NormalizeMeanVariance("Features").Append(Ml.Transforms.Conversion.MapValueToKey("Truth", "Label")).Append(Ml.Clustering.Trainers.KMeans("Features", numberOfClusters: 2));
        var scored = pipeline.Fit(Study.Parts.TrainSet).Transform(Study.Parts.TestSet);
        ClusteringMetrics Of(IDataView rows) => Ml.Clustering.Evaluate(rows, "Truth", featureColumnName: "Features");

        Assert.All(
            new (string Name, Func<ClusteringMetrics, double> Value)[]
            {
                (nameof(ClusteringMetrics.AverageDistance), metrics => metrics.AverageDistance),
                (nameof(ClusteringMetrics.DaviesBouldinIndex), metrics => metrics.DaviesBouldinIndex),
                (nameof(ClusteringMetrics.NormalizedMutualInformation), metrics => metrics.NormalizedMutualInformation),
            },
            metric =>
            {
                var estimate = Ml.EvaluateWithInterval(scored, metric.Name, rows => metric.Value(Of(rows)), MetricDirection.None, options: Few);

                Assert.Equal(metric.Value(Of(scored)), estimate.Value!.Value, 1e-9);
                Assert.True(estimate.Interval!.Width > 0, estimate.ToString());
            });
    }

    [Fact]
    public void Anomalies_have_intervals_too()
    {
        var random = new Random(1);
        var rows = Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new Watched { Label = i % 10 == 0 ? 1 : 0, Score = (float)(random.NextDouble() + (i % 10 == 0 ? 0.4 : 0)), PredictedLabel = i % 9 == 0 }).ToList());

        var auc = Ml.EvaluateWithInterval(rows, "AreaUnderRocCurve", some => Ml.AnomalyDetection.Evaluate(some).AreaUnderRocCurve, options: Few);
        var rate = Ml.EvaluateWithInterval(
            rows, "DetectionRate", some => Ml.AnomalyDetection.Evaluate(some, falsePositiveCount: 5).DetectionRateAtFalsePositiveCount, options: Few);

        Assert.Equal(Ml.AnomalyDetection.Evaluate(rows).AreaUnderRocCurve, auc.Value!.Value, 1e-9);
        Assert.InRange(auc.Interval!.Width, 0.05, 0.4);
        Assert.True(rate.Interval!.Lower <= rate.Value && rate.Value <= rate.Interval.Upper, rate.ToString());
    }

    [Fact]
    public void Resamples_without_a_value_are_drawn_again_and_told()
    {
        var rows = Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new Watched { Label = i == 3 ? 1 : 0, Score = i }).ToList());
        static double Of(IDataView some) => some.GetColumn<float>("Label").Max() == 1 ? some.GetColumn<float>("Score").Average() : throw new ArgumentException("One class.");

        var estimate = Ml.EvaluateWithInterval(rows, "Mean", Of, options: Few);

        Assert.Equal(9.5, estimate.Value);
        Assert.Contains("resamples gave no value and were drawn again", estimate.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_evaluated_is_refused_with_the_reason()
    {
        var rows = Ml.Data.LoadFromEnumerable(new[] { new Watched { Score = 1 }, new Watched { Score = 2 } });

        Assert.Equal("No.", Assert.Throws<InvalidOperationException>(() => Ml.EvaluateWithInterval(rows, "Mean", _ => throw new InvalidOperationException("No."))).Message);
        Assert.Contains("no name", Assert.Throws<ArgumentException>(() => Ml.EvaluateWithInterval(rows, " ", _ => 1)).Message, StringComparison.Ordinal);
        Assert.Contains("variation shows from two on", Assert.Throws<ArgumentException>(() => Ml.EvaluateWithInterval(Ml.Data.TakeRows(rows, 1), "Mean", _ => 1)).Message, StringComparison.Ordinal);
        Assert.Null(Ml.EvaluateWithInterval(rows, "Mean", _ => double.NaN).Value);
        Assert.ThrowsAny<OperationCanceledException>(() => Ml.EvaluateWithInterval(rows, "Mean", _ => 1, cancellation: new CancellationToken(canceled: true)));
    }

    private sealed class Watched
    {
        public float Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
