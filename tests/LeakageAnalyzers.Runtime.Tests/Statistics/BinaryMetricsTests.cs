using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class BinaryMetricsTests
{
    private static readonly double Tolerance = ReferenceFile.Tolerance;
    private static readonly JsonObject Reference = ReferenceFile.Open("binary-metrics-and-delong");
    private static readonly bool[] Labels = Reference.Labels("y");
    private static readonly JsonNode Documented = Reference["sklearn_doc_examples"]!;

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Average_precision_agrees_with_scikit_learn(string model)
    {
        Assert.Equal(Expected(model).Number("average_precision"), AveragePrecision.Compute(Labels, Scores(model)), Tolerance);
        Assert.Equal(Expected(model).Number("pr_auc_trapezoid_optimistic"), AveragePrecision.Trapezoid(Labels, Scores(model)), Tolerance);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Brier_score_skill_and_log_loss_agree_with_scikit_learn(string model)
    {
        Assert.Equal(Expected(model).Number("brier"), BrierScore.Compute(Labels, Scores(model)), Tolerance);
        Assert.Equal(Expected(model).Number("brier_skill"), BrierScore.Skill(Labels, Scores(model)), Tolerance);
        Assert.Equal(Expected(model).Number("log_loss"), LogLoss.Compute(Labels, Scores(model)), Tolerance);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Measures_at_a_threshold_agree_with_scikit_learn(string model)
    {
        foreach (var expected in Expected(model).Rows("at"))
        {
            var counts = BinaryConfusion.At(Labels, Scores(model), expected.Number("threshold"));
            Assert.Equal(
                (expected.Count("tp"), expected.Count("fp"), expected.Count("fn"), expected.Count("tn")),
                (counts.TruePositives, counts.FalsePositives, counts.FalseNegatives, counts.TrueNegatives));
            Assert.Equal(expected.Number("accuracy"), counts.Accuracy!.Value, Tolerance);
            Assert.Equal(expected.Number("balanced_accuracy"), counts.BalancedAccuracy!.Value, Tolerance);
            Assert.Equal(expected.Number("sensitivity"), counts.Sensitivity!.Value, Tolerance);
            Assert.Equal(expected.Number("specificity"), counts.Specificity!.Value, Tolerance);
            Assert.Equal(expected.Number("ppv"), counts.PositivePredictiveValue!.Value, Tolerance);
            Assert.Equal(expected.Number("npv"), counts.NegativePredictiveValue!.Value, Tolerance);
            Assert.Equal(expected.Number("f1"), counts.F1!.Value, Tolerance);
            Assert.Equal(expected.Number("mcc"), counts.MatthewsCorrelation, Tolerance);
            Assert.Equal(expected.Number("kappa"), counts.CohenKappa!.Value, Tolerance);
            Assert.Equal(expected.Number("lr_plus"), counts.PositiveLikelihoodRatio!.Value, Tolerance);
            Assert.Equal(expected.Number("lr_minus"), counts.NegativeLikelihoodRatio!.Value, Tolerance);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Net_benefit_agrees_with_Vickers_and_Elkin(string model)
    {
        foreach (var expected in Expected(model).Rows("net_benefit"))
        {
            var benefit = NetBenefit.At(Labels, Scores(model), expected.Number("threshold"));
            Assert.Equal(expected.Number("model"), benefit.Model, Tolerance);
            Assert.Equal(expected.Number("treat_all"), benefit.TreatAll, Tolerance);
            Assert.Equal(expected.Number("standardized"), benefit.Standardized!.Value, Tolerance);
            Assert.True(benefit.IsUseful);
        }
    }

    [Fact]
    public void The_examples_of_scikit_learn_s_documentation_come_out()
    {
        var precision = Documented["average_precision"]!;
        var brier = Documented["brier"]!;
        var balanced = Documented["balanced_accuracy"]!;
        var mcc = Documented["mcc"]!;

        Assert.Equal(precision.Number("value"), AveragePrecision.Compute(precision.Labels("y"), precision.Numbers("s")), Tolerance);
        Assert.Equal(brier.Number("value"), BrierScore.Compute(brier.Labels("y"), brier.Numbers("p")), Tolerance);
        Assert.Equal(
            balanced.Number("value"), BinaryConfusion.Of(balanced.Labels("y"), balanced.Labels("pred")).BalancedAccuracy!.Value, Tolerance);
        Assert.Equal(mcc.Number("value"), BinaryConfusion.Of(mcc.Labels("y"), mcc.Labels("pred")).MatthewsCorrelation, Tolerance);
    }

    [Fact]
    public void Sensitivity_is_the_highest_whose_specificity_is_reached()
    {
        bool[] labels = [true, false, true, false, true, false, false, false];
        double[] scores = [0.9, 0.8, 0.7, 0.6, 0.6, 0.3, 0.2, 0.1];

        Assert.Equal(new OperatingPoint(0.9, 1 / 3.0, 1), OperatingPoint.AtSpecificity(labels, scores, 1));
        Assert.Equal(new OperatingPoint(0.7, 2 / 3.0, 0.8), OperatingPoint.AtSpecificity(labels, scores, 0.8));
        Assert.Equal(new OperatingPoint(0.6, 1, 0.6), OperatingPoint.AtSpecificity(labels, scores, 0.6));
        Assert.Equal(new OperatingPoint(0.6, 1, 0.6), OperatingPoint.AtSpecificity(labels, scores, 0));
    }

    [Fact]
    public void No_row_may_be_predicted_positive_when_the_highest_score_is_a_negative_one_s() =>
        Assert.Equal(
            new OperatingPoint(double.PositiveInfinity, 0, 1), OperatingPoint.AtSpecificity([true, false], [0.5, 0.5], 0.9));

    [Fact]
    public void Every_operating_point_is_what_its_threshold_gives()
    {
        foreach (var specificity in new[] { 0, 0.25, 0.5, 0.8, 0.9375, 1 })
        {
            var point = OperatingPoint.AtSpecificity(Labels, Scores("a"), specificity);
            var counts = BinaryConfusion.At(Labels, Scores("a"), point.Threshold);
            Assert.Equal(counts.Sensitivity!.Value, point.Sensitivity, 1e-12);
            Assert.Equal(counts.Specificity!.Value, point.Specificity, 1e-12);
            Assert.True(point.Specificity >= specificity);
        }
    }

    [Fact]
    public void Weighted_metrics_are_those_of_the_rows_repeated()
    {
        var random = new Random(4);
        int[] weights = [.. Labels.Select(_ => random.Next(3))];
        int[] rows = [.. weights.SelectMany((weight, row) => Enumerable.Repeat(row, weight))];
        bool[] labels = [.. rows.Select(row => Labels[row])];
        double[] scores = [.. rows.Select(row => Scores("b")[row])];
        var ranked = new RankedScores(Labels, Scores("b"));

        Assert.Equal(AveragePrecision.Compute(labels, scores), ranked.AveragePrecision(weights), 1e-12);
        Assert.Equal(OperatingPoint.AtSpecificity(labels, scores, 0.8), ranked.AtSpecificity(0.8, weights));
        Assert.Equal(
            BinaryConfusion.At(labels, scores, 0.5),
            BinaryConfusion.Of(Labels, BinaryConfusion.PredictionsAt(Scores("b"), 0.5), weights));
    }

    [Fact]
    public void Constant_scores_have_the_prevalence_as_average_precision() =>
        Assert.Equal(0.25, AveragePrecision.Compute([true, false, false, false], [3, 3, 3, 3]));

    [Fact]
    public void A_measure_without_a_denominator_is_null_and_MCC_is_0_by_convention()
    {
        var onlyNegatives = BinaryConfusion.Of([false, false], [false, false]);

        Assert.Null(onlyNegatives.Sensitivity);
        Assert.Null(onlyNegatives.BalancedAccuracy);
        Assert.Null(onlyNegatives.PositivePredictiveValue);
        Assert.Null(onlyNegatives.F1);
        Assert.Null(onlyNegatives.CohenKappa);
        Assert.Null(onlyNegatives.PositiveLikelihoodRatio);
        Assert.Equal((1, 0), (onlyNegatives.Specificity, onlyNegatives.MatthewsCorrelation));
        Assert.Null(NetBenefit.At([false], [0.2], 0.1).Standardized);
    }

    [Fact]
    public void Without_a_false_positive_the_likelihood_ratio_is_infinite() =>
        Assert.Equal(double.PositiveInfinity, new BinaryConfusion(3, 0, 1, 4).PositiveLikelihoodRatio);

    [Fact]
    public void Certainty_that_was_wrong_costs_an_infinite_log_loss() =>
        Assert.Equal(double.PositiveInfinity, LogLoss.Compute([true, false], [0, 0.5]));

    [Fact]
    public void Skill_and_curves_need_both_classes()
    {
        Assert.Contains("negative", Assert.Throws<ArgumentException>(() => BrierScore.Skill([false, false], [0.1, 0.2])).Message);
        Assert.Throws<ArgumentException>(() => AveragePrecision.Compute([true], [0.5]));
        Assert.Equal(0.25, BrierScore.Compute([false], [0.5]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_probability_is_refused_with_its_row(double value)
    {
        double[] probabilities = [0.5, value];
        bool[] labels = [true, false];

        Assert.Contains("Value 1 is", Assert.Throws<ArgumentException>(() => BrierScore.Compute(labels, probabilities)).Message);
        Assert.Throws<ArgumentException>(() => LogLoss.Compute(labels, probabilities));
        Assert.Throws<ArgumentException>(() => NetBenefit.At(labels, probabilities, 0.5));
        Assert.Throws<ArgumentException>(() => CalibrationModel.Fit(labels, probabilities));
    }

    private static JsonNode Expected(string model) => Reference[$"model_{model}"]!;

    private static double[] Scores(string model) => Reference.Numbers($"score_{model}");
}
