using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>Multiclass classification, regression and ranking.</summary>
public sealed class TaskEvaluationTests
{
    private const double SinglePrecision = 1e-5;
    private const string Patient = nameof(TelemonitoringStudy.Row.PatientId);

    private static readonly IntervalOptions Few = new() { Resamples = 200 };

    private static readonly MLContext Ml = TelemonitoringStudy.MlContext;

    [Fact]
    public void Multiclass_metrics_of_ML_NET_have_the_values_that_ML_NET_gives()
    {
        var expected = Ml.MulticlassClassification.Evaluate(TelemonitoringStudy.ScoredBands, topKPredictionCount: 2);
        var actual = Ml.MulticlassClassification.EvaluateWithIntervals(TelemonitoringStudy.ScoredBands, topKPredictionCount: 2, options: Few);

        Equal(expected.MicroAccuracy, actual.MicroAccuracy);
        Equal(expected.MacroAccuracy, actual.MacroAccuracy);
        Equal(expected.LogLoss, actual.LogLoss);
        Equal(expected.LogLossReduction, actual.LogLossReduction);
        Equal(expected.TopKAccuracy, actual.TopKAccuracy);
        Assert.Equal(3, actual.Classes.Count);
        Assert.All(expected.PerClassLogLoss.Zip(actual.PerClassLogLoss), pair => Equal(pair.First, pair.Second));
        Assert.All(expected.ConfusionMatrix.PerClassRecall.Zip(actual.PerClassRecall), pair => Equal(pair.First, pair.Second));
    }

    [Fact]
    public void Every_multiclass_metric_has_an_interval_and_patients_widen_it()
    {
        var byRow = Ml.MulticlassClassification.EvaluateWithIntervals(TelemonitoringStudy.ScoredBands, topKPredictionCount: 2, options: Few);
        var byPatient = Ml.MulticlassClassification.EvaluateWithIntervals(TelemonitoringStudy.ScoredBands, groupColumnName: Patient, topKPredictionCount: 2, options: Few);

        Assert.Equal(Enum.GetNames<MulticlassClassificationMetric>(), byRow.Metrics.Select(metric => metric.Name).Take(12));
        Assert.All(byRow.Metrics, metric => Assert.True(metric.Interval!.Lower < metric.Interval.Upper, metric.ToString()));
        Assert.True(Width(byPatient.MicroAccuracy) > 2 * Width(byRow.MicroAccuracy), $"{byPatient}");
    }

    [Fact]
    public void Two_classes_told_as_several_give_the_metrics_of_two()
    {
        var binary = Ml.BinaryClassification.EvaluateWithIntervals(Ml.Data.LoadFromEnumerable(Twofold.Rows), options: Few);
        var multiclass = Ml.MulticlassClassification.EvaluateWithIntervals(
            Ml.Data.LoadFromEnumerable(Twofold.Rows), nameof(Twofold.Class), nameof(Twofold.Scores), options: Few);

        Equal(binary.Accuracy.Value!.Value, multiclass.MicroAccuracy);
        Equal(binary.BalancedAccuracy.Value!.Value, multiclass.MacroAccuracy);
        Equal(binary.MatthewsCorrelation.Value!.Value, multiclass.MatthewsCorrelation);
        Equal(binary.AreaUnderRocCurve.Value!.Value, multiclass.AreaUnderRocCurve);
        Equal(2 * binary.BrierScore.Value!.Value, multiclass.BrierScore);
        Equal(binary.LogLossReduction.Value!.Value, multiclass.LogLossReduction);
    }

    [Fact]
    public void Scores_that_are_no_probabilities_have_no_loss_and_say_so()
    {
        var rows = Twofold.Rows.Select(row => new Twofold { Class = row.Class, Scores = [row.Scores[0] * 3, -row.Scores[1]] });

        var loss = Ml.MulticlassClassification.EvaluateWithIntervals(
            Ml.Data.LoadFromEnumerable(rows), nameof(Twofold.Class), nameof(Twofold.Scores), options: Few).LogLoss;

        Assert.Null(loss.Value);
        Assert.Contains("no probabilities", loss.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_metrics_of_ML_NET_have_the_values_that_ML_NET_gives()
    {
        var expected = Ml.Regression.Evaluate(TelemonitoringStudy.ScoredSeverity, "Severity");
        var actual = Ml.Regression.EvaluateWithIntervals(TelemonitoringStudy.ScoredSeverity, "Severity", options: Few);

        Equal(expected.MeanAbsoluteError, actual.MeanAbsoluteError);
        Equal(expected.MeanSquaredError, actual.MeanSquaredError, 1e-3);
        Equal(expected.RootMeanSquaredError, actual.RootMeanSquaredError);
        Equal(expected.RSquared, actual.RSquared);
        Assert.All(actual.Metrics, metric => Assert.True(metric.Interval!.Contains(metric.Value!.Value), metric.ToString()));
    }

    [Fact]
    public void Equal_true_values_have_no_determination_and_say_so()
    {
        var rows = Ml.Data.LoadFromEnumerable(Twofold.Rows.Select(row => new Twofold { Score = row.Score, Class = 1 }));

        var determination = Ml.Regression.EvaluateWithIntervals(rows, nameof(Twofold.Class), options: Few).RSquared;

        Assert.Null(determination.Value);
        Assert.Equal("All true values are equal.", determination.Note);
    }

    [Fact]
    public void Ranking_metrics_have_the_values_that_ML_NET_gives()
    {
        var expected = Ml.Ranking.Evaluate(TelemonitoringStudy.ScoredRanks, "Relevance");
        var actual = Ml.Ranking.EvaluateWithIntervals(TelemonitoringStudy.ScoredRanks, "Relevance", options: Few);

        Assert.All(expected.NormalizedDiscountedCumulativeGains.Zip(actual.NormalizedDiscountedCumulativeGains), pair => Equal(pair.First, pair.Second));
        Assert.All(expected.DiscountedCumulativeGains.Zip(actual.DiscountedCumulativeGains), pair => Equal(pair.First, pair.Second));
        Assert.All(actual.DiscountedCumulativeGains, metric => Assert.True(metric.Interval!.Lower < metric.Interval.Upper, metric.ToString()));
        Assert.InRange(actual.Queries, 12, 20);
        Assert.Equal((actual.Queries, "GroupId"), (actual.Groups, actual.GroupColumn));
        Assert.Contains($"bootstrap resamples of {actual.Queries} groups of 'GroupId'", actual.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tied_scores_rank_as_in_ML_NET()
    {
        var rows = Enumerable.Range(0, 40).Select(i => new Ranked { Label = i * 7 % 5, Score = i % 3, Query = $"{i / 5}" });
        var scored = Ml.Transforms.Conversion.MapValueToKey("GroupId", "Query").Fit(Ml.Data.LoadFromEnumerable(rows)).Transform(Ml.Data.LoadFromEnumerable(rows));

        var expected = Ml.Ranking.Evaluate(scored).NormalizedDiscountedCumulativeGains;

        Assert.All(expected.Zip(Ml.Ranking.EvaluateWithIntervals(scored, options: Few).NormalizedDiscountedCumulativeGains), pair => Equal(pair.First, pair.Second));
    }

    [Fact]
    public void A_query_that_is_missing_is_refused()
    {
        var rows = Ml.Data.LoadFromEnumerable([new Ranked { Query = "1" }, new Ranked()]);

        Assert.Contains("query 'Query' of row 1 is missing", Assert.Throws<ArgumentException>(
            () => Ml.Ranking.EvaluateWithIntervals(rows, rowGroupColumnName: "Query")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_of_two_groups_is_refused()
    {
        var rows = Ml.Data.LoadFromEnumerable([new Ranked { Query = "1", Label = 1 }, new Ranked { Query = "1", Label = 2 }, new Ranked { Query = "2" }]);

        Assert.Contains("query of row 0 has rows of several groups", Assert.Throws<ArgumentException>(
            () => Ml.Ranking.EvaluateWithIntervals(rows, rowGroupColumnName: "Query", groupColumnName: "Label")).Message, StringComparison.Ordinal);
    }

    private static double Width(MetricEstimate metric) => metric.Interval!.Upper - metric.Interval.Lower;

    private static void Equal(double expected, MetricEstimate actual, double tolerance = SinglePrecision) => Assert.Equal(expected, actual.Value!.Value, tolerance);

    private sealed class Ranked
    {
        public float Label { get; set; }

        public float Score { get; set; }

        public string Query { get; set; } = "";
    }

    /// <summary>A binary prediction, told also as one of two classes.</summary>
    private sealed class Twofold
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }

        public float Class { get; set; }

        [Microsoft.ML.Data.VectorType(2)]
        public float[] Scores { get; set; } = [];

        public static IReadOnlyList<Twofold> Rows { get; } =
        [
            .. Enumerable.Range(0, 60).Select(i => (Label: i % 3 == 0, Probability: (((i * 37) % 97) + (i % 3 == 0 ? 40 : 1)) / 140f)).Select(row => new Twofold
            {
                Label = row.Label,
                Score = row.Probability,
                Probability = row.Probability,
                PredictedLabel = row.Probability > 0.5f,
                Class = row.Label ? 1 : 0,
                Scores = [1 - row.Probability, row.Probability],
            }),
        ];
    }
}
