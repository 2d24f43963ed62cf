using CsCheck;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class ShiftTests
{
    private static readonly double Tolerance = ReferenceFile.Tolerance;
    private static readonly JsonObject Reference = ReferenceFile.Open("shift-tests");
    private static readonly double[] X = Reference.Numbers("x");
    private static readonly double[] Y = Reference.Numbers("y");

    [Fact]
    public void The_exact_Kolmogorov_Smirnov_test_agrees_with_scipy_and_R()
    {
        var expected = Reference["ks"]!;
        var test = KolmogorovSmirnovTest.Run(X, Y);

        Assert.Equal(expected.Number("D"), test.Statistic, Tolerance);
        Assert.Equal(expected.Number("p_exact"), test.PValue, Tolerance);
        Assert.True(test.IsExact);
    }

    [Fact]
    public void Kolmogorov_s_limit_agrees_with_R()
    {
        var expected = Reference["ks"]!;
        var lambda = expected.Number("D") * Math.Sqrt(25 * 20 / 45.0);

        Assert.Equal(expected.Number("p_asymptotic_R_kolmogorov_limit"), KolmogorovSmirnovTest.KolmogorovLimit(lambda), Tolerance);
        Assert.Equal(
            KolmogorovSmirnovTest.KolmogorovLimit(1 - 1e-12), KolmogorovSmirnovTest.KolmogorovLimit(1), 1e-10);
        Assert.Equal(1, KolmogorovSmirnovTest.KolmogorovLimit(0.05), 1e-12);
    }

    [Fact]
    public void The_exact_p_value_is_the_share_of_all_orders_also_with_ties()
    {
        var sample = Gen.Double[0, 3].Select(Math.Floor).Array[1, 5];
        Gen.Select(sample, sample).Sample(
            (first, second) =>
            {
                double[] pooled = [.. first, .. second];
                var observed = KolmogorovSmirnovTest.Run(first, second);
                var distances = Subsets(pooled, first.Length).Select(split => KolmogorovSmirnovTest.Run(split.In, split.Out).Statistic).ToArray();
                Assert.Equal(distances.Average(d => d >= observed.Statistic - 1e-12 ? 1.0 : 0), observed.PValue, 1e-12);
            },
            iter: 100);
    }

    [Fact]
    public void Large_samples_use_the_limit_and_say_so()
    {
        double[] first = [.. Enumerable.Range(0, 6000).Select(i => (double)i)];
        double[] second = [.. Enumerable.Range(0, 6000).Select(i => i + 120.0)];
        var test = KolmogorovSmirnovTest.Run(first, second);

        Assert.False(test.IsExact);
        Assert.Equal(0.02, test.Statistic, 1e-12);
        Assert.Equal(KolmogorovSmirnovTest.KolmogorovLimit(0.02 * Math.Sqrt(3000)), test.PValue, 1e-12);
    }

    [Fact]
    public void Samples_that_are_equal_or_constant_show_no_shift()
    {
        Assert.Equal((0, 1), (KolmogorovSmirnovTest.Run(X, X).Statistic, KolmogorovSmirnovTest.Run(X, X).PValue));
        Assert.Equal(1, KolmogorovSmirnovTest.Run([5], [5, 5]).PValue);
        Assert.Equal(0, PopulationStabilityIndex.OfSamples(X, X), 1e-12);
        Assert.Equal(0, PopulationStabilityIndex.OfSamples([5, 5], [5, 5]), 1e-12);
    }

    [Fact]
    public void The_population_stability_index_agrees_with_the_reference()
    {
        var expected = Reference["psi"]!;

        Assert.Equal(
            expected.Number("value"), PopulationStabilityIndex.OfShares(expected.Numbers("expected"), expected.Numbers("actual")), Tolerance);
    }

    [Fact]
    public void A_shifted_sample_has_a_major_index_and_an_unshifted_one_has_not()
    {
        var random = new Random(1);
        double[] Uniform(double shift) => [.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble() + shift)];

        Assert.True(PopulationStabilityIndex.OfSamples(Uniform(0), Uniform(0.5)) > PopulationStabilityIndex.Major);
        Assert.True(PopulationStabilityIndex.OfSamples(Uniform(0), Uniform(0)) < PopulationStabilityIndex.Moderate);
    }

    [Fact]
    public void A_bin_that_is_empty_on_one_side_makes_the_index_of_shares_infinite_but_not_that_of_samples()
    {
        Assert.Equal(double.PositiveInfinity, PopulationStabilityIndex.OfShares([0.5, 0.5], [1, 0]));
        Assert.Equal(0, PopulationStabilityIndex.OfShares([1, 0], [1, 0]));
        Assert.True(double.IsFinite(PopulationStabilityIndex.OfSamples([1, 2, 3, 4], [9, 9], bins: 2)));
        Assert.Throws<ArgumentException>(() => PopulationStabilityIndex.OfShares([0.5, 0.4], [0.5, 0.5]));
    }

    [Fact]
    public void Both_estimates_of_the_maximum_mean_discrepancy_agree_with_the_reference()
    {
        var expected = Reference["mmd2"]!;
        var discrepancy = MaximumMeanDiscrepancy.Of(Rows(X), Rows(Y));

        Assert.Equal(expected.Number("bandwidth_median_heuristic"), discrepancy.Bandwidth, Tolerance);
        Assert.Equal(expected.Number("unbiased"), discrepancy.Unbiased, Tolerance);
        Assert.Equal(expected.Number("biased"), discrepancy.Biased, Tolerance);
        Assert.Null(discrepancy.PValue);
    }

    [Fact]
    public void The_permutation_test_of_the_discrepancy_finds_the_shift_and_only_the_shift()
    {
        var shifted = MaximumMeanDiscrepancy.Of(Rows(X), Rows(Y), permutations: 499);
        var split = MaximumMeanDiscrepancy.Of(
            Rows([.. X.Where((_, i) => i % 2 == 0)]), Rows([.. X.Where((_, i) => i % 2 == 1)]), permutations: 499);

        Assert.InRange(shifted.PValue!.Value, 1 / 500.0, 0.05);
        Assert.True(split.PValue > 0.1);
    }

    [Fact]
    public void Rows_that_coincide_have_no_discrepancy()
    {
        var discrepancy = MaximumMeanDiscrepancy.Of(Rows([1, 1, 1]), Rows([1, 1]), permutations: 9);
        var mostlyEqual = MaximumMeanDiscrepancy.Of(Rows([1, 1, 1, 1]), Rows([1, 2]));

        Assert.Equal((0, 1), (discrepancy.Bandwidth, discrepancy.PValue));
        Assert.Equal(0, discrepancy.Biased, 1e-12);
        Assert.Equal(1, mostlyEqual.Bandwidth);
    }

    [Fact]
    public void Samples_that_cannot_be_compared_are_refused_with_the_reason()
    {
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => KolmogorovSmirnovTest.Run([1, double.NaN], [1])).Message);
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnovTest.Run([], [1]));
        Assert.Throws<ArgumentException>(() => PopulationStabilityIndex.OfSamples([1, double.PositiveInfinity], [1]));
        Assert.Contains("1 and 3 rows", Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Of(Rows([1]), Rows([1, 2, 3]))).Message);
        Assert.Contains(
            "Pooled row 3 has 2 values",
            Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Of(Rows([1, 2]), [[1], [1, 2]])).Message);
    }

    [Fact]
    public void The_classifier_two_sample_test_agrees_with_the_reference()
    {
        foreach (var expected in Reference.Rows("classifier_two_sample_test"))
        {
            var test = new ClassifierTwoSampleTest(expected.Count("correct"), expected.Count("n_test"));
            Assert.Equal(expected.Number("accuracy"), test.Accuracy, Tolerance);
            Assert.Equal(expected.Number("p_normal"), test.NormalPValue, Tolerance);
            Assert.Equal(expected.Number("p_exact"), test.PValue, Tolerance);
        }
    }

    [Fact]
    public void The_chi_squared_test_agrees_with_scipy()
    {
        var expected = Reference["chi2_2x2"]!;
        var test = ChiSquaredTest.Of([30, 20], [15, 35]);

        Assert.Equal(expected.Number("chi2"), test.Statistic, Tolerance);
        Assert.Equal(expected.Number("p"), test.PValue, Tolerance);
        Assert.Equal(expected.Count("df"), test.DegreesOfFreedom);
        Assert.Equal(expected.Number("cramers_v"), test.CramersV, Tolerance);
    }

    [Fact]
    public void Categories_that_do_not_occur_are_left_out_and_one_alone_is_refused()
    {
        Assert.Equal(ChiSquaredTest.Of([30, 20], [15, 35]), ChiSquaredTest.Of([30, 0, 20], [15, 0, 35]));
        Assert.Equal(1, ChiSquaredTest.Of([10, 0], [0, 10]).CramersV, 1e-12);
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.Of([30, 0], [15, 0]));
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.Of([0, 0], [15, 1]));
    }

    private static double[][] Rows(double[] values) => [.. values.Select(value => new[] { value })];

    private static IEnumerable<(double[] In, double[] Out)> Subsets(double[] values, int size) =>
        from mask in Enumerable.Range(0, 1 << values.Length)
        where System.Numerics.BitOperations.PopCount((uint)mask) == size
        select (values.Where((_, i) => (mask >> i & 1) == 1).ToArray(), values.Where((_, i) => (mask >> i & 1) == 0).ToArray());
}
