using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class CalibrationTests
{
    /// <summary>R's and statsmodels' fits stop before full convergence; their coefficients hold to about 1e-8.</summary>
    private const double FitTolerance = 1e-7;

    private static readonly double Tolerance = ReferenceFile.Tolerance;
    private static readonly JsonObject Reference = ReferenceFile.Open("binary-metrics-and-delong");
    private static readonly bool[] Labels = Reference.Labels("y");

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Calibration_errors_agree_with_the_reference_in_each_binning(string model)
    {
        var byWidth = Curve(model, CalibrationBinning.EqualWidth(10));

        Assert.Equal(Expected(model).Number("ece10_equal_width"), byWidth.ExpectedCalibrationError, Tolerance);
        Assert.Equal(Expected(model).Number("mce10_equal_width"), byWidth.MaximumCalibrationError, Tolerance);
        Assert.Equal(
            Expected(model).Number("ece5_equal_width"), Curve(model, CalibrationBinning.EqualWidth(5)).ExpectedCalibrationError, Tolerance);
        Assert.Equal(
            Expected(model).Number("ece7_equal_mass"), Curve(model, CalibrationBinning.EqualMass(7)).ExpectedCalibrationError, Tolerance);
    }

    [Fact]
    public void The_weighted_calibration_error_of_a_resample_is_that_of_its_rows()
    {
        int[] weights = [.. Labels.Select((_, row) => row % 3)];
        int[] rows = [.. weights.SelectMany((weight, row) => Enumerable.Repeat(row, weight))];
        var binning = CalibrationBinning.EqualWidth(5);
        var expected = ReliabilityCurve.Of([.. rows.Select(row => Labels[row])], [.. rows.Select(row => Scores("a")[row])], binning);
        var weighted = BinnedOutcomes.Of(Labels, Scores("a"), binning.Assign(Scores("a")), binning.Bins, weights);

        Assert.Equal(expected.ExpectedCalibrationError, weighted.ExpectedCalibrationError(), 1e-12);
    }

    [Fact]
    public void A_probability_of_1_falls_into_the_last_bin_and_empty_bins_are_left_out()
    {
        var curve = ReliabilityCurve.Of([true, false], [1, 0.05], CalibrationBinning.EqualWidth(10));

        Assert.Equal([0.05, 1], curve.Bins.Select(bin => bin.MeanPredicted));
        Assert.Equal("10 equal-width bins", curve.Binning.ToString());
        Assert.Equal("expected calibration error 0.025, maximum 0.05 (10 equal-width bins)", curve.ToString());
    }

    [Fact]
    public void Bins_of_equal_mass_differ_by_at_most_one_row_and_the_first_are_larger()
    {
        double[] probabilities = [.. Enumerable.Range(0, 11).Select(row => row / 20.0)];
        var curve = ReliabilityCurve.Of(new bool[11], probabilities, CalibrationBinning.EqualMass(4));

        Assert.Equal([3, 3, 3, 2], curve.Bins.Select(bin => bin.Rows));
    }

    [Fact]
    public void Fewer_rows_than_bins_of_equal_mass_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => ReliabilityCurve.Of([true], [0.5], CalibrationBinning.EqualMass(2)));

        Assert.Contains("1 rows cannot fill 2 bins", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_parts_of_the_Brier_score_add_up_to_it(bool equalMass)
    {
        var binning = equalMass ? CalibrationBinning.EqualMass(7) : CalibrationBinning.EqualWidth(5);
        var parts = BrierDecomposition.Of(Labels, Scores("a"), binning);

        Assert.Equal(Expected("a").Number("brier"), parts.Score, Tolerance);
        Assert.Equal(Expected("a").Number("brier_reference_prevalence"), parts.Uncertainty, Tolerance);
    }

    [Fact]
    public void Where_each_bin_holds_one_probability_the_decomposition_is_Murphy_s()
    {
        // Two forecasts: 0.2 for five rows with one positive, 0.8 for five rows with three.
        bool[] labels = [true, false, false, false, false, true, true, true, false, false];
        double[] probabilities = [.. Enumerable.Repeat(0.2, 5), .. Enumerable.Repeat(0.8, 5)];
        var parts = BrierDecomposition.Of(labels, probabilities, CalibrationBinning.EqualWidth(2));

        Assert.Equal(0.02, parts.Reliability, 1e-12);
        Assert.Equal(0.04, parts.Resolution, 1e-12);
        Assert.Equal(0.24, parts.Uncertainty, 1e-12);
        Assert.Equal(0, parts.WithinBin, 1e-12);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Slope_intercept_and_calibration_in_the_large_agree_with_R(string model)
    {
        var expected = Expected(model)["calibration"]!;
        var fit = CalibrationModel.Fit(Labels, Scores(model));

        Assert.Equal(expected.Number("slope"), fit.Slope!.Value, FitTolerance);
        Assert.Equal(expected.Number("intercept"), fit.Intercept!.Value, FitTolerance);
        Assert.Equal(expected.Number("se_slope"), fit.SlopeStandardError!.Value, FitTolerance);
        Assert.Equal(expected.Number("se_intercept"), fit.InterceptStandardError!.Value, FitTolerance);
        Assert.Equal(expected.Number("calibration_in_the_large"), fit.InTheLarge, FitTolerance);
        Assert.Equal(expected.Number("citl_se"), fit.InTheLargeStandardError, FitTolerance);
        Assert.Equal(expected.Number("OE_ratio"), fit.ObservedToExpected, Tolerance);
        Assert.Null(fit.WhyNotEstimable);
    }

    [Fact]
    public void The_fit_has_no_gradient_left()
    {
        var fit = CalibrationModel.Fit(Labels, Scores("a"));
        var residuals = Labels.Zip(CalibrationModel.Logits(Scores("a"), 0), (label, x) =>
            (X: x, Residual: (label ? 1 : 0) - (1 / (1 + Math.Exp(-(fit.Intercept!.Value + (fit.Slope!.Value * x)))))));

        Assert.Equal(0, residuals.Sum(row => row.Residual), 1e-12);
        Assert.Equal(0, residuals.Sum(row => row.Residual * row.X), 1e-12);
    }

    [Fact]
    public void The_weighted_fit_is_that_of_the_rows_repeated()
    {
        int[] weights = [.. Labels.Select((_, row) => row % 3)];
        int[] rows = [.. weights.SelectMany((weight, row) => Enumerable.Repeat(row, weight))];
        var expected = CalibrationModel.Fit([.. rows.Select(row => Labels[row])], [.. rows.Select(row => Scores("b")[row])]);
        var weighted = LogisticFit.OfSlope(Labels, CalibrationModel.Logits(Scores("b"), 0), weights)!;

        Assert.Equal(expected.Slope!.Value, weighted.Slope, 1e-10);
        Assert.Equal(expected.Intercept!.Value, weighted.Intercept, 1e-10);
    }

    [Fact]
    public void Perfect_separation_and_equal_probabilities_leave_the_slope_not_estimable_and_say_why()
    {
        bool[] labels = [false, false, true, true];
        var separated = CalibrationModel.Fit(labels, [0.1, 0.2, 0.8, 0.9]);
        var touching = CalibrationModel.Fit(labels, [0.1, 0.5, 0.5, 0.9]);
        var constant = CalibrationModel.Fit(labels, [0.3, 0.3, 0.3, 0.3]);

        Assert.Null(separated.Slope);
        Assert.Contains("separate", separated.WhyNotEstimable);
        Assert.Contains("separate", touching.WhyNotEstimable);
        Assert.Contains("equal", constant.WhyNotEstimable);
        Assert.Equal(Math.Log(0.7 / 0.3), constant.InTheLarge, 1e-9);
        Assert.Equal(0, separated.InTheLarge, 1e-9);
    }

    [Fact]
    public void Predictions_with_a_far_outlier_still_converge()
    {
        bool[] labels = [.. Labels, true];
        double[] probabilities = [.. Scores("a"), 1e-12];
        var fit = CalibrationModel.Fit(labels, probabilities);

        Assert.InRange(fit.Slope!.Value, -1, 1);
    }

    [Fact]
    public void A_probability_of_0_or_1_is_refused_unless_clipped()
    {
        bool[] labels = [false, true, false, true];
        double[] probabilities = [0, 1, 0.7, 0.4];

        var error = Assert.Throws<ArgumentException>(() => CalibrationModel.Fit(labels, probabilities));
        Assert.Contains("Value 0 is 0", error.Message);
        Assert.NotNull(CalibrationModel.Fit(labels, probabilities, clip: 1e-3).Slope);
        Assert.Throws<ArgumentException>(() => CalibrationModel.Fit([true, true], [0.5, 0.6]));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Hosmer_Lemeshow_agrees_with_the_reference(string model)
    {
        foreach (var expected in Expected(model).Rows("hosmer_lemeshow"))
        {
            var groups = expected.Count("groups");
            var external = HosmerLemeshowTest.Run(Labels, Scores(model), groups);
            var onFittingRows = HosmerLemeshowTest.Run(Labels, Scores(model), groups, onFittingRows: true);
            Assert.Equal(expected.Number("chi2"), external.ChiSquared, Tolerance);
            Assert.Equal(expected.Number("p_external"), external.PValue, Tolerance);
            Assert.Equal(expected.Count("df_internal"), onFittingRows.DegreesOfFreedom);
            Assert.Equal(expected.Number("p_internal"), onFittingRows.PValue, Tolerance);
        }
    }

    [Fact]
    public void Certainty_in_a_group_counts_nothing_when_right_and_everything_when_wrong()
    {
        Assert.Equal(0, HosmerLemeshowTest.Run([false, true], [0, 1], groups: 2).ChiSquared);
        var wrong = HosmerLemeshowTest.Run([true, true], [0, 1], groups: 2);
        Assert.Equal((double.PositiveInfinity, 0), (wrong.ChiSquared, wrong.PValue));
    }

    private static ReliabilityCurve Curve(string model, CalibrationBinning binning) => ReliabilityCurve.Of(Labels, Scores(model), binning);

    private static JsonNode Expected(string model) => Reference[$"model_{model}"]!;

    private static double[] Scores(string model) => Reference.Numbers($"score_{model}");
}
