using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

public sealed class ModelComparisonTests
{
    private static readonly IntervalOptions Few = new() { Resamples = 400 };

    private static readonly VoiceStudy Study = VoiceStudy.Load();

    [Fact]
    public void A_clearly_better_model_is_superior_and_the_other_way_round_inferior()
    {
        var (good, poor) = (Judged(0.2, seed: 1), Judged(3, seed: 2));

        var forward = Compare(good, poor, margin: 0.05);
        var backward = Compare(poor, good, margin: 0.05);

        Assert.Equal(SuperiorityVerdict.Superior, forward.Verdict);
        Assert.Equal(SuperiorityVerdict.Inferior, backward.Verdict);
        Assert.Equal(forward.Difference.Value, -backward.Difference.Value);
        Assert.Equal(1, forward.ProbabilityOfSuperiority);
        Assert.Equal(forward.First.Value - forward.Second.Value, forward.Difference.Value);
    }

    [Fact]
    public void A_difference_below_the_margin_is_not_shown_though_it_differs_from_zero()
    {
        var (good, less) = (Judged(0.2, seed: 1), Judged(0.9, seed: 2));

        Assert.Equal(SuperiorityVerdict.Superior, Compare(good, less, margin: 0).Verdict);
        Assert.Equal(SuperiorityVerdict.NotShown, Compare(good, less, margin: 0.3).Verdict);
    }

    [Theory]
    [InlineData(BootstrapMethod.Percentile)]
    [InlineData(BootstrapMethod.BiasCorrectedAccelerated)]
    public void Each_model_has_the_interval_that_its_evaluation_gives(BootstrapMethod method)
    {
        var (catalog, options) = (Study.MlContext.BinaryClassification, Few with { Method = method });
        var comparison = catalog.CompareModels(Study.ScoreLinearly(), Study.ScoreWithTrees(), margin: 0, options: options);

        Assert.Equal(catalog.EvaluateWithIntervals(Study.ScoreLinearly(), options: options).AreaUnderRocCurve.Interval, comparison.First.Interval);
        Assert.Equal(catalog.EvaluateWithIntervals(Study.ScoreWithTrees(), options: options).AreaUnderRocCurve.Interval, comparison.Second.Interval);
    }

    [Fact]
    public void Calibration_errors_which_noise_raises_are_not_compared() => Assert.Contains(
        "compare the Brier score",
        Assert.Throws<ArgumentException>(() => Compare(Judged(0.2, seed: 1), Judged(3, seed: 2), margin: 0, BinaryClassificationMetric.ExpectedCalibrationError)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_model_is_not_superior_to_itself()
    {
        var comparison = Compare(Judged(0.5, seed: 1), Judged(0.5, seed: 1), margin: 0);

        Assert.Equal(SuperiorityVerdict.NotShown, comparison.Verdict);
        Assert.Equal(0.5, comparison.ProbabilityOfSuperiority);
        Assert.False(comparison.IsNonInferior, "an interval of 0 to 0 does not exclude a loss of 0");
    }

    [Fact]
    public void Lower_is_better_where_the_metric_says_so() =>
        Assert.True(Compare(Judged(0.2, seed: 1), Judged(3, seed: 2), margin: 0, BinaryClassificationMetric.BrierScore).Difference.Value > 0);

    [Fact]
    public void Patients_drawn_as_wholes_decide_less_than_rows_do()
    {
        var (linear, trees) = (Study.ScoreLinearly(), Study.ScoreWithTrees());

        var byRow = Study.MlContext.BinaryClassification.CompareModels(trees, linear, margin: 0.01, options: Few);
        var byPatient = Study.MlContext.BinaryClassification.CompareModels(trees, linear, margin: 0.01, groupColumnName: nameof(VoiceRecording.PatientId), options: Few);

        Assert.Equal(byRow.Difference.Value, byPatient.Difference.Value);
        Assert.True(Width(byPatient) > Width(byRow), $"{byPatient}\n{byRow}");
    }

    [Fact]
    public void A_model_without_probabilities_can_be_compared_by_ranks_but_not_by_probabilities()
    {
        var (linear, perceptron) = (Study.ScoreLinearly(), Study.ScoreWithoutProbabilities());

        Assert.InRange(Study.MlContext.BinaryClassification.CompareModels(linear, perceptron, margin: 0.01, options: Few).ProbabilityOfSuperiority, 0, 1);
        Assert.Contains("second model: The model gives no probabilities", Assert.Throws<ArgumentException>(() => Study.MlContext.BinaryClassification.CompareModels(
            linear, perceptron, margin: 0.01, BinaryClassificationMetric.LogLoss)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_classification_and_ranking_compare_too()
    {
        var ml = TelemonitoringStudy.MlContext;

        var regression = ml.Regression.CompareModels(
            TelemonitoringStudy.ScoredSeverity, TelemonitoringStudy.ScoredSeverityByTrees, margin: 0.1, labelColumnName: "Severity", options: Few);
        var multiclass = ml.MulticlassClassification.CompareModels(TelemonitoringStudy.ScoredBands, TelemonitoringStudy.ScoredBandsByTrees, margin: 0.01, options: Few);
        var ranking = ml.Ranking.CompareModels(TelemonitoringStudy.ScoredRanks, TelemonitoringStudy.ScoredRanks, margin: 0.01, labelColumnName: "Relevance", options: Few);

        Assert.Equal(regression.Second.Value - regression.First.Value, regression.Difference.Value);
        Assert.Equal(multiclass.First.Value - multiclass.Second.Value, multiclass.Difference.Value);
        Assert.Equal("NDCG@10", ranking.Metric);
        Assert.Equal(0, ranking.Difference.Value);
    }

    [Fact]
    public void Rows_in_another_order_are_refused() =>
        Assert.Contains("truth of row 0 differs", Assert.Throws<ArgumentException>(
            () => Compare(Judged(1, seed: 1), [.. Judged(1, seed: 2).Reverse()], margin: 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_numbers_of_rows_are_refused() =>
        Assert.Contains("scored 100 rows and the second 99", Assert.Throws<ArgumentException>(
            () => Compare(Judged(1, seed: 1), [.. Judged(1, seed: 2).Skip(1)], margin: 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_entropy_of_the_rows_does_not_judge_a_model() =>
        Assert.Contains("describes the rows", Assert.Throws<ArgumentException>(
            () => Compare(Judged(1, seed: 1), Judged(1, seed: 2), margin: 0, BinaryClassificationMetric.Entropy)).Message, StringComparison.Ordinal);

    private static ModelComparison Compare(
        IReadOnlyList<Judgement> first, IReadOnlyList<Judgement> second, double margin, BinaryClassificationMetric metric = BinaryClassificationMetric.AreaUnderRocCurve) =>
        Study.MlContext.BinaryClassification.CompareModels(
            Study.MlContext.Data.LoadFromEnumerable(first), Study.MlContext.Data.LoadFromEnumerable(second), margin, metric, options: Few);

    private static double Width(ModelComparison comparison) => comparison.Difference.Interval.Upper - comparison.Difference.Interval.Lower;

    private static Judgement[] Judged(double noise, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 100).Select(i => Judge(i % 2 == 0, (i % 2 == 0 ? 0.5 : -0.5) + (noise * (random.NextDouble() - 0.5) * 2)))];
    }

    private static Judgement Judge(bool label, double score) =>
        new() { Label = label, Score = (float)score, Probability = (float)(1 / (1 + Math.Exp(-score))), PredictedLabel = score > 0 };

    private sealed class Judgement
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
