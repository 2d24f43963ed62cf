using CsCheck;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class RocTests
{
    private static readonly double Tolerance = ReferenceFile.Tolerance;
    private static readonly JsonObject Reference = ReferenceFile.Open("binary-metrics-and-delong");
    private static readonly bool[] Labels = Reference.Labels("y");
    private static readonly double[] ScoresA = Reference.Numbers("score_a");
    private static readonly double[] ScoresB = Reference.Numbers("score_b");

    [Fact]
    public void AUC_with_ties_agrees_with_scikit_learn()
    {
        Assert.Equal(Reference["model_a"]!.Number("roc_auc"), RocAuc.Compute(Labels, ScoresA), Tolerance);
        Assert.Equal(Reference["model_b"]!.Number("roc_auc"), RocAuc.Compute(Labels, ScoresB), Tolerance);
        Assert.Equal(0.75, RocAuc.Compute([false, false, true, true], [0.1, 0.4, 0.35, 0.8]));
    }

    [Fact]
    public void AUC_is_the_share_of_rightly_ordered_pairs_on_any_data()
    {
        var row = Gen.Select(Gen.Bool, Gen.Int[0, 9]);
        Gen.Select(row.Array[0, 30], Gen.Int[0, 9], Gen.Int[0, 9]).Sample((rows, positive, negative) =>
        {
            (bool, int)[] all = [.. rows, (true, positive), (false, negative)];
            var pairs = from p in all where p.Item1 from n in all where !n.Item1 select Math.Sign(p.Item2 - n.Item2);
            var expected = pairs.Average(sign => (sign + 1) / 2.0);
            var actual = RocAuc.Compute([.. all.Select(r => r.Item1)], [.. all.Select(r => (double)r.Item2)]);
            Assert.Equal(expected, actual, 1e-12);
        });
    }

    [Fact]
    public void DeLong_variances_and_intervals_agree_with_pROC()
    {
        var expected = Reference["delong"]!;
        var (a, b) = (DeLong.Estimate(Labels, ScoresA), DeLong.Estimate(Labels, ScoresB));

        Assert.Equal(expected.Numbers("auc"), [a.Auc, b.Auc], (x, y) => Math.Abs(x - y) < Tolerance);
        Assert.Equal(expected.Numbers("var"), [a.Variance, b.Variance], (x, y) => Math.Abs(x - y) < Tolerance);
        AssertInterval.Equal(expected.Numbers("ci95_a_wald"), a.Wald());
        AssertInterval.Equal(expected.Numbers("ci95_b_wald"), b.Wald());
        AssertInterval.Equal(expected.Numbers("ci95_a_logit"), a.Logit());
    }

    [Fact]
    public void The_paired_DeLong_test_agrees_with_pROC()
    {
        var expected = Reference["delong"]!;
        var comparison = DeLong.Compare(Labels, ScoresA, ScoresB);

        Assert.Equal(expected.Number("cov"), comparison.Covariance, Tolerance);
        Assert.Equal(expected.Number("diff"), comparison.Difference, Tolerance);
        Assert.Equal(expected.Number("se_diff"), comparison.StandardError, Tolerance);
        Assert.Equal(expected.Number("z"), comparison.Z, Tolerance);
        Assert.Equal(expected.Number("p_two_sided"), comparison.PValue, Tolerance);
        Assert.Equal(expected.Number("p_greater"), comparison.PValueGreater, Tolerance);
        AssertInterval.Equal(expected.Numbers("ci95_diff"), comparison.Interval());
    }

    [Fact]
    public void The_published_aSAH_comparison_follows_from_its_variances()
    {
        // The data themselves are not ours to ship: their published AUCs and variances are.
        var published = Reference["pROC_aSAH"]!;
        var wfns = new DeLongEstimate(published.Number("auc_wfns"), published.Number("var_wfns"), 41, 72);
        var s100b = new DeLongEstimate(published.Number("auc_s100b"), published.Number("var_s100b"), 41, 72);
        var covariance = published.Number("cov_wfns_s100b");
        var comparison = new DeLongComparison(wfns, s100b, covariance, wfns.Variance + s100b.Variance - (2 * covariance));

        AssertInterval.Equal(published.Numbers("ci_wfns"), wfns.Wald());
        AssertInterval.Equal(published.Numbers("ci_s100b"), s100b.Wald());
        Assert.Equal(published.Number("z_wfns_s100b"), comparison.Z, Tolerance);
        Assert.Equal(published.Number("p_wfns_s100b"), comparison.PValue, Tolerance);
    }

    [Fact]
    public void Models_that_rank_alike_do_not_differ()
    {
        var comparison = DeLong.Compare(Labels, ScoresA, [.. ScoresA.Select(score => Math.Exp(10 * score))]);

        Assert.True(comparison.IsDegenerate);
        Assert.Equal((0, 1, 0.5), (comparison.Z, comparison.PValue, comparison.PValueGreater));
        Assert.Equal(0, comparison.Interval().Width);
    }

    [Fact]
    public void Perfect_separation_and_constant_scores_are_called_degenerate()
    {
        bool[] labels = [false, false, true, true];
        var perfect = DeLong.Estimate(labels, [1, 2, 3, 4]);
        var constant = DeLong.Estimate(labels, [7, 7, 7, 7]);

        Assert.Equal((1, true), (perfect.Auc, perfect.IsDegenerate));
        Assert.Equal((0.5, true), (constant.Auc, constant.IsDegenerate));
        Assert.Equal(new ConfidenceInterval(1, 1, 0.95), perfect.Wald());
        Assert.Equal(new ConfidenceInterval(1, 1, 0.95), perfect.Logit());

        var comparison = DeLong.Compare(labels, [1, 2, 3, 4], [7, 7, 7, 7]);
        Assert.Equal((true, double.PositiveInfinity, 0), (comparison.IsDegenerate, comparison.Z, comparison.PValue));
    }

    [Fact]
    public void One_class_alone_is_refused_with_its_name()
    {
        var error = Assert.Throws<ArgumentException>(() => RocAuc.Compute([true, true], [0.1, 0.2]));

        Assert.Contains("All 2 labels are positive", error.Message);
    }

    [Fact]
    public void A_class_of_one_row_has_an_AUC_but_no_variance()
    {
        Assert.Equal(1, RocAuc.Compute([false, true], [0.1, 0.2]));
        var error = Assert.Throws<ArgumentException>(() => DeLong.Estimate([false, false, true], [0.1, 0.2, 0.3]));
        Assert.Contains("1 positive and 2 negative", error.Message);
    }

    [Fact]
    public void A_NaN_score_is_refused_with_its_row()
    {
        var error = Assert.Throws<ArgumentException>(() => RocAuc.Compute([false, true], [0.1, double.NaN]));

        Assert.Contains("Score 1 is NaN", error.Message);
    }

    [Fact]
    public void Rows_that_do_not_match_are_refused() =>
        Assert.Throws<ArgumentException>(() => DeLong.Compare([false, true], [0.1, 0.2], [0.1]));

    [Fact]
    public void Infinite_scores_are_ranked() =>
        Assert.Equal(1, RocAuc.Compute([false, true], [double.NegativeInfinity, double.PositiveInfinity]));
}
