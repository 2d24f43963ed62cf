using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class ComparisonTests
{
    private static readonly double Tolerance = ReferenceFile.Tolerance;
    private static readonly JsonObject Reference = ReferenceFile.Open("paired-tests");
    private static readonly double[] Differences = Reference.Numbers("differences");

    [Fact]
    public void McNemar_in_all_variants_agrees_with_R_and_statsmodels()
    {
        foreach (var row in Reference.Rows("mcnemar"))
        {
            var table = row["table"]!.AsArray();
            var test = new McNemarTest(table[0]![1]!.GetValue<long>(), table[1]![0]!.GetValue<long>());
            Assert.Equal(row.Number("chi2"), test.ChiSquared, Tolerance);
            Assert.Equal(row.Number("p"), test.AsymptoticPValue, Tolerance);
            Assert.Equal(row.Number("chi2_cc"), test.CorrectedChiSquared, Tolerance);
            Assert.Equal(row.Number("p_cc"), test.CorrectedPValue, Tolerance);
            Assert.Equal(row.Number("exact_p"), test.ExactPValue, Tolerance);
            Assert.Equal(row.Number("mid_p"), test.MidPValue, Tolerance);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void McNemar_finds_no_difference_in_equal_counts(long count)
    {
        var test = new McNemarTest(count, count);

        Assert.Equal((0, 1), (test.ChiSquared, test.AsymptoticPValue));
        Assert.Equal((0, 1), (test.CorrectedChiSquared, test.CorrectedPValue));
        Assert.Equal(1, test.ExactPValue);
        Assert.Equal(1, test.MidPValue, 1e-12);
    }

    [Fact]
    public void McNemar_counts_the_rows_on_which_classifiers_disagree() =>
        Assert.Equal(new McNemarTest(2, 1), McNemarTest.Of([true, true, false, true, false], [false, false, true, true, false]));

    [Fact]
    public void The_corrected_resampled_t_test_agrees_with_the_scikit_learn_example()
    {
        var expected = Reference["nadeau_bengio_sklearn_moons"]!;
        var differences = expected.Numbers("differences");
        var test = CorrectedResampledTTest.Run(differences, expected.Count("n_test"), expected.Count("n_train"));
        var uncorrected = PairedTTest.Run(differences);

        Assert.Equal(expected.Number("t"), test.T, Tolerance);
        Assert.Equal(expected.Number("df"), test.DegreesOfFreedom);
        Assert.Equal(expected.Number("p_two_sided"), test.PValue, Tolerance);
        Assert.Equal(expected.Number("p_greater"), test.PValueGreater, Tolerance);
        Assert.Equal(expected.Number("t_uncorrected"), uncorrected.T, Tolerance);
        Assert.Equal(expected.Number("p_uncorrected_two_sided"), uncorrected.PValue, Tolerance);
    }

    [Fact]
    public void The_corrected_resampled_t_test_is_more_careful_than_the_plain_one()
    {
        var expected = Reference["nadeau_bengio_on_differences"]!;
        var test = CorrectedResampledTTest.Run(Differences, expected.Count("n_test"), expected.Count("n_train"));

        Assert.Equal(expected.Number("t"), test.T, Tolerance);
        Assert.Equal(expected.Number("p_two_sided"), test.PValue, Tolerance);
        Assert.Equal(Reference["t_test"]!.Number("p"), PairedTTest.Run(Differences).PValue, Tolerance);
    }

    [Fact]
    public void Superiority_by_a_margin_agrees_with_the_t_test_of_scipy()
    {
        foreach (var row in Reference.Rows("superiority"))
        {
            var test = PairedTTest.Run(Differences, row.Number("margin"));
            Assert.Equal(row.Number("t"), test.T, Tolerance);
            Assert.Equal(row.Number("p"), test.PValueGreater, Tolerance);
            Assert.Equal(row.Number("lower95_one_sided"), test.LowerBound(), Tolerance);

            var verdict = Superiority.Judge(test.Interval(0.9), test.Margin);
            Assert.Equal(test.PValueGreater < 0.05, verdict == SuperiorityVerdict.Superior);
        }
    }

    [Fact]
    public void A_gain_can_be_significant_and_yet_not_superior_by_the_margin()
    {
        var interval = PairedTTest.Run(Differences).Interval(0.9);
        var mirrored = PairedTTest.Run([.. Differences.Select(d => -d)]).Interval(0.9);

        Assert.Equal(SuperiorityVerdict.Superior, Superiority.Judge(interval, 0));
        Assert.Equal(SuperiorityVerdict.NotShown, Superiority.Judge(interval, 0.01));
        Assert.Equal(SuperiorityVerdict.Inferior, Superiority.Judge(mirrored, 0));
        Assert.True(Superiority.IsNonInferior(interval, 0));
        Assert.False(Superiority.IsNonInferior(mirrored, 0.01));
        Assert.True(Superiority.IsNonInferior(mirrored, 0.03));
    }

    [Fact]
    public void Equal_differences_have_an_infinite_t_on_their_side_of_the_margin()
    {
        double[] equal = [0.1, 0.1, 0.1];

        Assert.Equal((double.PositiveInfinity, 0, 0), (PairedTTest.Run(equal).T, PairedTTest.Run(equal).PValue, PairedTTest.Run(equal).PValueGreater));
        Assert.Equal((double.NegativeInfinity, 1), (PairedTTest.Run(equal, 0.2).T, PairedTTest.Run(equal, 0.2).PValueGreater));
        Assert.Equal((0, 1, 0.5), (PairedTTest.Run([0, 0]).T, PairedTTest.Run([0, 0]).PValue, PairedTTest.Run([0, 0]).PValueGreater));
    }

    [Fact]
    public void One_difference_is_too_few_for_a_t_test()
    {
        var error = Assert.Throws<ArgumentException>(() => CorrectedResampledTTest.Run([0.1], 10, 90));

        Assert.Contains("At least 2 values are needed; there are 1", error.Message);
    }

    [Fact]
    public void The_exact_sign_flip_test_agrees_with_scipy()
    {
        var expected = Reference["sign_flip_permutation_exact"]!;
        var result = SignFlipTest.Exact(Differences);

        Assert.Equal(expected.Count("n_perm"), result.Permutations);
        Assert.Equal(expected.Number("p_greater"), result.PValueGreater, Tolerance);
        Assert.Equal(expected.Number("p_two_sided_abs"), result.PValue, Tolerance);
    }

    [Fact]
    public void The_Monte_Carlo_sign_flip_test_comes_near_the_exact_one()
    {
        var exact = SignFlipTest.Exact(Differences);
        var result = SignFlipTest.MonteCarlo(Differences, vectors: 99_999);

        Assert.Equal(exact.PValue, result.PValue, 4 * Math.Sqrt(exact.PValue / 100_000));
        Assert.Equal(exact.PValueGreater, result.PValueGreater, 4 * Math.Sqrt(exact.PValueGreater / 100_000));
        Assert.False(result.IsExact);
    }

    [Fact]
    public void A_Monte_Carlo_p_value_is_never_zero() =>
        Assert.Equal(1 / 100.0, SignFlipTest.MonteCarlo([.. Enumerable.Repeat(1.0, 200)], vectors: 99).PValueGreater);

    [Fact]
    public void Differences_of_zero_show_nothing()
    {
        Assert.Equal(new PermutationTestResult(1, 1, 8, true), SignFlipTest.Exact([0, 0, 0]));
        Assert.Equal((1, 1), (WilcoxonSignedRankTest.Run([0, 0]).PValue, WilcoxonSignedRankTest.Run([0, 0]).PValueGreater));
    }

    [Fact]
    public void Too_many_differences_for_an_exact_test_are_refused_with_the_way_out()
    {
        Assert.Contains("MonteCarlo", Assert.Throws<ArgumentException>(() => SignFlipTest.Exact(new double[25])).Message);
        Assert.Contains("MonteCarlo", Assert.Throws<ArgumentException>(() => WilcoxonSignedRankTest.Run(new double[401])).Message);
    }

    [Fact]
    public void Wilcoxon_signed_rank_agrees_with_scipy()
    {
        var expected = Reference["wilcoxon_signed_rank"]!;
        var test = WilcoxonSignedRankTest.Run(Differences);

        Assert.Equal(expected.Number("stat"), test.Statistic, Tolerance);
        Assert.Equal(expected.Number("p"), test.PValue, Tolerance);
        Assert.Equal(expected.Number("p") / 2, test.PValueGreater, Tolerance);
    }

    [Fact]
    public void Wilcoxon_with_ties_is_the_sign_flip_test_of_the_mid_ranks()
    {
        double[] differences = [1, 1, -1, 2, 3, -3, 0, 4];
        double[] signedMidRanks = [2, 2, -2, 4, 5.5, -5.5, 7];
        var expected = SignFlipTest.Exact(signedMidRanks);
        var test = WilcoxonSignedRankTest.Run(differences);

        Assert.Equal((20.5, 7.5), (test.PositiveRankSum, test.NegativeRankSum));
        Assert.Equal(expected.PValue, test.PValue, 1e-12);
        Assert.Equal(expected.PValueGreater, test.PValueGreater, 1e-12);
    }

    [Fact]
    public void Ten_pairs_at_a_share_of_80_percent_do_not_suffice()
    {
        var runs = Reference["prob_outperform"]!;
        var result = Outperformance.Of(runs.Numbers("a"), runs.Numbers("b"));

        Assert.Equal(runs.Number("p_paired"), result.Probability, Tolerance);
        Assert.True(result.Pairs < Outperformance.PairsNeeded());
        AssertInterval.Equal([0.5, 1], result.Interval, 0.05);
    }

    [Theory]
    [InlineData(20, 40, OutperformanceVerdict.NotSignificant)]
    [InlineData(130, 200, OutperformanceVerdict.SignificantNotMeaningful)]
    [InlineData(36, 40, OutperformanceVerdict.SignificantAndMeaningful)]
    [InlineData(3, 3, OutperformanceVerdict.NotSignificant)]
    [InlineData(40, 40, OutperformanceVerdict.SignificantAndMeaningful)]
    public void The_three_outcomes_of_Bouthillier_are_told_apart(int wins, int pairs, OutperformanceVerdict verdict)
    {
        double[] first = [.. Enumerable.Range(0, pairs).Select(pair => pair < wins ? 1.0 : -1)];

        Assert.Equal(verdict, Outperformance.Of(first, new double[pairs]).Verdict);
    }

    [Fact]
    public void Ties_between_runs_count_one_half() =>
        Assert.Equal(0.75, Outperformance.Of([0.8, 0.9], [0.8, 0.7]).Probability);

    [Fact]
    public void The_number_of_pairs_needed_is_Noether_s()
    {
        foreach (var row in Reference.Rows("noether_sample_size"))
        {
            var pairs = Outperformance.PairsNeeded(row.Number("gamma"), row.Number("alpha"), row.Number("beta"));
            Assert.Equal(row.Count("n_ceil"), pairs);
        }
    }

    [Fact]
    public void Holm_and_Benjamini_Hochberg_agree_with_statsmodels()
    {
        var expected = ReferenceFile.Open("shift-tests")["holm"]!;
        var pValues = expected.Numbers("p");

        Assert.Equal(expected.Numbers("adjusted"), MultipleTesting.Holm(pValues), (a, b) => Math.Abs(a - b) < Tolerance);
        Assert.Equal(expected.Numbers("bh"), MultipleTesting.BenjaminiHochberg(pValues), (a, b) => Math.Abs(a - b) < Tolerance);
        Assert.Empty(MultipleTesting.Holm([]));
        Assert.Throws<ArgumentException>(() => MultipleTesting.Holm([0.1, double.NaN]));
    }
}
