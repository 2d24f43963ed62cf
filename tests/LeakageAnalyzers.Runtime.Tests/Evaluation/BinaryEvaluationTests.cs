using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

public sealed class BinaryEvaluationTests
{
    private const double SinglePrecision = 1e-6;

    private static readonly IntervalOptions Few = new() { Resamples = 200 };

    private static readonly VoiceStudy Study = VoiceStudy.Load();

    [Fact]
    public void Every_metric_of_ML_NET_has_the_value_that_ML_NET_gives()
    {
        var scored = Study.ScoreLinearly();

        var expected = Study.MlContext.BinaryClassification.Evaluate(scored);
        var actual = Study.MlContext.BinaryClassification.EvaluateWithIntervals(scored, options: Few);

        Equal(expected.AreaUnderRocCurve, actual.AreaUnderRocCurve);
        Equal(expected.Accuracy, actual.Accuracy);
        Equal(expected.PositivePrecision, actual.PositivePrecision);
        Equal(expected.PositiveRecall, actual.PositiveRecall);
        Equal(expected.NegativePrecision, actual.NegativePrecision);
        Equal(expected.NegativeRecall, actual.NegativeRecall);
        Equal(expected.F1Score, actual.F1Score);
        Equal(expected.AreaUnderPrecisionRecallCurve, actual.AreaUnderPrecisionRecallCurve);
        Equal(expected.LogLoss, actual.LogLoss);
        Equal(expected.LogLossReduction, actual.LogLossReduction);
        Equal(expected.Entropy, actual.Entropy);
    }

    [Fact]
    public void Every_metric_has_an_interval_around_it()
    {
        var evaluation = Study.MlContext.BinaryClassification.EvaluateWithIntervals(Study.ScoreLinearly(), options: Few);

        Assert.Equal(Enum.GetNames<BinaryClassificationMetric>().Order(), evaluation.Metrics.Select(metric => metric.Name).Order());
        Assert.All(evaluation.Metrics, metric => Assert.True(metric.Interval!.Lower < metric.Interval.Upper, metric.ToString()));

        // The calibration error of a resample is biased upwards, the others lie around their value.
        Assert.All(evaluation.Metrics.Where(metric => metric.Name != nameof(BinaryClassificationMetric.ExpectedCalibrationError)),
            metric => Assert.True(metric.Interval!.Contains(metric.Value!.Value), metric.ToString()));
    }

    [Fact]
    public void Drawing_whole_people_widens_the_interval()
    {
        var scored = Study.ScoreWithTrees();

        var byRow = Study.MlContext.BinaryClassification.EvaluateWithIntervals(scored);
        var byPerson = Study.MlContext.BinaryClassification.EvaluateWithIntervals(scored, groupColumnName: nameof(VoiceRecording.PatientId));

        Assert.Null(byRow.Groups);
        Assert.InRange(byPerson.Groups!.Value, 12, 20);
        Assert.Equal(byRow.AreaUnderRocCurve.Value, byPerson.AreaUnderRocCurve.Value);
        Assert.True(Width(byPerson.AreaUnderRocCurve) > 1.3 * Width(byRow.AreaUnderRocCurve), $"{byPerson}\n{byRow}");
    }

    [Fact]
    public void The_same_call_gives_the_same_intervals() =>
        Assert.Equal(
            Study.MlContext.BinaryClassification.EvaluateWithIntervals(Study.ScoreLinearly(), options: Few).Metrics,
            Study.MlContext.BinaryClassification.EvaluateWithIntervals(Study.ScoreLinearly(), options: Few).Metrics);

    [Fact]
    public void BCa_gives_other_intervals_around_the_same_values()
    {
        var scored = Study.ScoreLinearly();

        var percentile = Study.MlContext.BinaryClassification.EvaluateWithIntervals(scored, options: Few).LogLoss;
        var bca = Study.MlContext.BinaryClassification
            .EvaluateWithIntervals(scored, options: Few with { Method = BootstrapMethod.BiasCorrectedAccelerated }).LogLoss;

        Assert.Equal(percentile.Value, bca.Value);
        Assert.NotEqual(percentile.Interval, bca.Interval);
    }

    [Fact]
    public void A_model_without_probabilities_has_no_calibration_and_says_so()
    {
        var scored = Study.ScoreWithoutProbabilities();

        var expected = Study.MlContext.BinaryClassification.EvaluateNonCalibrated(scored);
        var actual = Study.MlContext.BinaryClassification.EvaluateNonCalibratedWithIntervals(scored, options: Few);

        Equal(expected.AreaUnderRocCurve, actual.AreaUnderRocCurve);
        Assert.Null(actual.BrierScore.Value);
        Assert.Equal("The model gives no probabilities.", actual.BrierScore.Note);
    }

    [Fact]
    public void The_decision_of_a_changed_threshold_is_heeded()
    {
        var ml = Study.MlContext;
        var pipeline = ml.Transforms.NormalizeMeanVariance("Features").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var fitted = pipeline.Fit(Study.Parts.TrainSet);
        var never = ml.BinaryClassification.ChangeModelThreshold(fitted.LastTransformer, 1e6f);
        var scored = never.Transform(fitted.First().Transform(Study.Parts.TestSet));

        var evaluation = ml.BinaryClassification.EvaluateWithIntervals(scored, options: Few);

        Assert.Equal(0, evaluation.PositiveRecall.Value);
        Assert.Null(evaluation.PositivePrecision.Value);
        Assert.Equal("No row was predicted positive.", evaluation.PositivePrecision.Note);
        Assert.Contains("width zero", evaluation.PositiveRecall.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Perfect_separation_has_no_slope_and_an_interval_that_owns_up_to_its_width()
    {
        var evaluation = Evaluate(Enumerable.Range(0, 20).Select(i => Row(i >= 10, i >= 10 ? 0.8f : 0.2f)));

        Assert.Equal(1, evaluation.AreaUnderRocCurve.Value);
        Assert.Contains("not that the value is certain", evaluation.AreaUnderRocCurve.Note, StringComparison.Ordinal);
        Assert.Null(evaluation.CalibrationSlope.Value);
        Assert.Contains("separate the classes", evaluation.CalibrationSlope.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Certainty_that_is_wrong_costs_infinitely_much_and_names_the_row()
    {
        var evaluation = Evaluate([Row(true, 0), Row(false, 0.2f), Row(true, 0.7f), Row(false, 0.6f), Row(true, 0.5f)]);

        Assert.Equal(double.PositiveInfinity, evaluation.LogLoss.Value);
        Assert.Contains("row 0", evaluation.LogLoss.Note, StringComparison.Ordinal);
        Assert.Contains("1 probabilities of 0 or 1 were moved", evaluation.CalibrationInTheLarge.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_class_are_refused() =>
        Assert.Contains("All 3 labels are positive", Assert.Throws<ArgumentException>(
            () => Evaluate([Row(true, 0.1f), Row(true, 0.2f), Row(true, 0.3f)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_score_that_is_not_a_number_is_refused() =>
        Assert.Contains("Score 1 is NaN", Assert.Throws<ArgumentException>(
            () => Evaluate([Row(true, 0.1f), Row(false, float.NaN)])).Message, StringComparison.Ordinal);

    [Fact]
    public void One_group_alone_is_refused() =>
        Assert.Contains("1 group(s)", Assert.Throws<ArgumentException>(() => Study.MlContext.BinaryClassification.EvaluateWithIntervals(
            Study.MlContext.Data.LoadFromEnumerable([Row(true, 0.1f), Row(false, 0.2f)]), groupColumnName: nameof(Scored.Person))).Message, StringComparison.Ordinal);

    [Fact]
    public void No_rows_at_all_are_refused() => Assert.Contains("no rows", Assert.Throws<ArgumentException>(() => Evaluate([])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_column_is_named_beside_those_that_are_there() =>
        Assert.Contains("no column 'Risk'; there are 'Label', 'Score'", Assert.Throws<ArgumentException>(
            () => Study.MlContext.BinaryClassification.EvaluateWithIntervals(
                Study.MlContext.Data.LoadFromEnumerable([Row(true, 0.1f)]), probabilityColumnName: "Risk")).Message, StringComparison.Ordinal);

    private static BinaryClassificationEvaluation Evaluate(IEnumerable<Scored> rows) =>
        Study.MlContext.BinaryClassification.EvaluateWithIntervals(Study.MlContext.Data.LoadFromEnumerable(rows), options: Few);

    private static Scored Row(bool label, float probability) =>
        new() { Label = label, Score = probability, Probability = probability, PredictedLabel = probability >= 0.5f };

    private static double Width(MetricEstimate metric) => metric.Interval!.Upper - metric.Interval.Lower;

    private static void Equal(double expected, MetricEstimate actual) => Assert.Equal(expected, actual.Value!.Value, SinglePrecision);

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }

        public string Person { get; set; } = "only";
    }
}
