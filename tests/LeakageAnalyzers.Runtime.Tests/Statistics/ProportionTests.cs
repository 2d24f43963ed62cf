using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class ProportionTests
{
    private static readonly double Tolerance = ReferenceFile.Tolerance;

    [Fact]
    public void Wilson_and_Clopper_Pearson_agree_with_scipy_and_R()
    {
        foreach (var row in ReferenceFile.Open("proportion-intervals").Rows("cases"))
        {
            var (successes, trials) = (row.Count("k"), row.Count("n"));
            AssertInterval.Equal(row.Numbers("wilson"), ProportionInterval.Wilson(successes, trials));
            AssertInterval.Equal(row.Numbers("clopper_pearson"), ProportionInterval.ClopperPearson(successes, trials));
        }
    }

    [Fact]
    public void Intervals_end_exactly_at_0_and_1_when_every_row_agrees()
    {
        Assert.Equal(0, ProportionInterval.Wilson(0, 20).Lower);
        Assert.Equal(1, ProportionInterval.Wilson(20, 20).Upper);
        Assert.Equal(0, ProportionInterval.ClopperPearson(0, 1).Lower);
        Assert.Equal(1, ProportionInterval.ClopperPearson(1, 1).Upper);
    }

    [Fact]
    public void The_sampling_range_of_an_accuracy_is_the_binomial_one()
    {
        foreach (var row in ReferenceFile.Open("proportion-intervals").Rows("accuracy_interval_by_test_size"))
        {
            var (trials, accuracy) = (row.Count("n"), row.Number("accuracy"));
            var range = ProportionInterval.SamplingRange(accuracy, trials);
            var expected = row.Numbers("binom_quantile_offset_pct").Select(offset => accuracy + (offset / 100)).ToArray();
            AssertInterval.Equal(expected, range);
        }
    }

    [Fact]
    public void Test_set_sizes_agree_with_statsmodels_and_with_a_search_over_Wilson_intervals()
    {
        foreach (var row in ReferenceFile.Open("proportion-intervals").Rows("sample_size_for_half_width"))
        {
            var (proportion, halfWidth) = (row.Number("p"), row.Number("half_width"));
            Assert.Equal(row.Count("n_wald_ceil"), TestSetSize.ForProportion(proportion, halfWidth));
            Assert.Equal(row.Count("n_wilson_halfwidth_le_h"), TestSetSize.ForWilson(proportion, halfWidth));
        }
    }

    [Fact]
    public void The_planned_standard_error_of_an_AUC_agrees_with_Riley_2021()
    {
        foreach (var row in ReferenceFile.Open("proportion-intervals").Rows("cstat_se_newcombe_method4_riley2021"))
        {
            var standardError = TestSetSize.AucStandardError(row.Number("C"), row.Number("prevalence"), row.Count("n"));
            Assert.Equal(row.Number("se"), standardError, Tolerance);
        }
    }

    [Fact]
    public void The_size_for_an_AUC_is_the_smallest_one_that_reaches_the_half_width()
    {
        var rows = TestSetSize.ForAuc(auc: 0.8, prevalence: 0.1, halfWidth: 0.05);

        Assert.True(1.96 * TestSetSize.AucStandardError(0.8, 0.1, rows) <= 0.05);
        Assert.True(1.96 * TestSetSize.AucStandardError(0.8, 0.1, rows - 1) > 0.05);
    }

    [Fact]
    public void Grouped_rows_need_the_design_effect_times_as_many() => Assert.Equal(760, TestSetSize.ForGroupedRows(385, 1.974));

    [Fact]
    public void Newcombe_difference_agrees_with_statsmodels()
    {
        foreach (var row in ReferenceFile.Open("univariate-and-subgroup").Rows("subgroup_difference_of_proportions"))
        {
            var difference = ProportionDifference.Newcombe(row.Count("k1"), row.Count("n1"), row.Count("k2"), row.Count("n2"));
            Assert.Equal(row.Number("diff"), difference.Value, Tolerance);
            AssertInterval.Equal(row.Numbers("newcombe_score_ci95"), difference.Interval);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    public void Counts_that_are_no_proportion_are_refused(long successes, long trials)
    {
        Assert.ThrowsAny<ArgumentException>(() => ProportionInterval.Wilson(successes, trials));
        Assert.ThrowsAny<ArgumentException>(() => ProportionInterval.ClopperPearson(successes, trials));
        Assert.ThrowsAny<ArgumentException>(() => ProportionDifference.Newcombe(1, 2, successes, trials));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_outside_0_to_1_is_refused_by_name(double level)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(1, 2, level));

        Assert.Equal("level", error.ParamName);
    }

    [Fact]
    public void An_interval_is_never_NaN_and_never_upside_down()
    {
        Assert.Throws<ArgumentException>(() => new ConfidenceInterval(double.NaN, 1, 0.95));
        Assert.Throws<ArgumentException>(() => new ConfidenceInterval(0, double.NaN, 0.95));
        Assert.Throws<ArgumentException>(() => new ConfidenceInterval(1, 0, 0.95));
        Assert.Equal(0, new ConfidenceInterval(1, 1, 0.95).Width);
    }
}
