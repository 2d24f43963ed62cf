using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

public sealed class BootstrapTests
{
    private static readonly double Tolerance = ReferenceFile.Tolerance;
    private static readonly JsonObject Reference = ReferenceFile.Open("bootstrap");
    private static readonly double[] Data = Reference.Numbers("data");
    private static readonly JsonNode Cluster = Reference["cluster"]!;
    private static readonly double[] Correct = Cluster.Numbers("correct");
    private static readonly double[] Patients = Cluster.Numbers("patient");

    [Fact]
    public void Indices_and_replicates_follow_the_given_source()
    {
        var source = new LehmerRandom();
        Assert.Equal(Reference.Numbers("first_indices"), Data.Select(_ => (double)source.Next(Data.Length)));

        var replicates = BootstrapOfMean().Replicates;
        var expected = Reference.Numbers("first_replicates");
        Assert.Equal(expected, replicates.Take(expected.Length), (a, b) => Math.Abs(a - b) < Tolerance);
    }

    [Fact]
    public void Percentile_basic_and_BCa_intervals_agree_with_scipy()
    {
        var distribution = BootstrapOfMean();
        var expected = Reference["scipy_intervals"]!;

        Assert.Equal(Reference.Number("theta"), distribution.Estimate, Tolerance);
        Assert.Equal(Reference.Number("standard_error_ddof1"), distribution.StandardError, Tolerance);
        AssertInterval.Equal(expected.Numbers("percentile"), distribution.Percentile());
        AssertInterval.Equal(expected.Numbers("basic"), distribution.Basic());
        AssertInterval.Equal(expected.Numbers("BCa"), distribution.Bca(LeaveOneOutMeans()));
    }

    [Fact]
    public void Leave_one_out_values_and_acceleration_agree_with_the_reference()
    {
        Assert.Equal(Reference.Numbers("jackknife"), LeaveOneOutMeans(), (a, b) => Math.Abs(a - b) < Tolerance);
        Assert.Equal(Reference["bca"]!.Number("acceleration"), Jackknife.Acceleration(LeaveOneOutMeans()), Tolerance);
    }

    [Fact]
    public void The_ratio_of_R_boot_s_city_data_comes_out_within_Monte_Carlo_error()
    {
        double[] before = [138, 93, 61, 179, 48, 37, 29, 23, 30, 2];
        double[] after = [143, 104, 69, 260, 75, 63, 50, 48, 111, 50];
        double Ratio(ReadOnlySpan<int> weights) => WeightedSum(after, weights) / WeightedSum(before, weights);
        var distribution = Bootstrap.Run(Resampling.OfRows(before.Length), Ratio, resamples: 100_000);
        var expected = Reference["R_boot_city"]!;

        // R takes the acceleration from the linear influence of each row, where the jackknife leaves the row out.
        double[] linear = [.. before.Zip(after, (u, x) => -(x - (distribution.Estimate * u)))];

        Assert.Equal(expected.Number("t0"), distribution.Estimate, Tolerance);
        AssertInterval.Equal(expected.Numbers("percentile"), distribution.Percentile(), 0.05);
        AssertInterval.Equal(expected.Numbers("bca"), distribution.Bca(linear), 0.05);
    }

    [Fact]
    public void Drawing_patients_gives_the_wider_interval_that_drawing_rows_misses()
    {
        var byPatient = Bootstrap.Run(Resampling.OfGroups<double>(Patients), MeanOf(Correct), 2000, new LehmerRandom());
        var byRow = Bootstrap.Run(Resampling.OfRows(Correct.Length), MeanOf(Correct), 2000, new LehmerRandom());

        AssertInterval.Equal(Cluster.Numbers("patient_bootstrap_percentile"), byPatient.Percentile());
        Assert.Equal(Cluster.Number("patient_bootstrap_se"), byPatient.StandardError, Tolerance);
        AssertInterval.Equal(Cluster.Numbers("row_bootstrap_percentile"), byRow.Percentile());
        Assert.Equal(Cluster.Number("row_bootstrap_se"), byRow.StandardError, Tolerance);
    }

    [Fact]
    public void The_clustered_mean_agrees_with_statsmodels()
    {
        var mean = ClusteredMean.Of<double>(Correct, Patients);

        Assert.Equal(Cluster.Number("accuracy"), mean.Mean, Tolerance);
        Assert.Equal(Cluster.Number("cluster_robust_se_G_over_Gminus1"), mean.StandardError, Tolerance);
        Assert.Equal(Cluster.Number("naive_se"), mean.NaiveStandardError, Tolerance);
        Assert.Equal(Cluster.Number("design_effect"), mean.DesignEffect, Tolerance);
        Assert.Equal(Cluster.Number("effective_n"), mean.EffectiveRows, Tolerance);
        Assert.Equal(Cluster.Number("icc_anova"), mean.IntraclassCorrelation!.Value, Tolerance);
    }

    [Fact]
    public void Groups_of_one_row_have_no_intraclass_correlation_and_the_plain_standard_error()
    {
        var mean = ClusteredMean.Of<int>([1, 0, 1, 1], [4, 3, 2, 1]);

        Assert.Null(mean.IntraclassCorrelation);
        Assert.Equal(Math.Sqrt(0.25 / 4), mean.StandardError, 1e-12);
    }

    [Fact]
    public void Equal_values_have_design_effect_1_and_a_single_group_is_refused()
    {
        var mean = ClusteredMean.Of<string>([1, 1, 1], ["a", "a", "b"]);

        Assert.Equal((0, 1, null), (mean.StandardError, mean.DesignEffect, mean.IntraclassCorrelation));
        var error = Assert.Throws<ArgumentException>(() => ClusteredMean.Of<string>([1, 0], ["a", "a"]));
        Assert.Contains("1 group(s)", error.Message);
    }

    [Fact]
    public void A_row_without_a_group_is_refused() =>
        Assert.Throws<ArgumentException>(() => Resampling.OfGroups<string>(["a", null!]));

    [Fact]
    public void Replicates_that_never_vary_give_the_point()
    {
        double[] constant = [3, 3, 3];
        var rows = Resampling.OfRows(3);
        var distribution = Bootstrap.Run(rows, MeanOf(constant), 100);

        Assert.Equal(0, distribution.StandardError);
        Assert.Equal(new ConfidenceInterval(3, 3, 0.95), distribution.Bca(Jackknife.Run(rows, MeanOf(constant))));
        Assert.Equal(new ConfidenceInterval(3, 3, 0.95), distribution.Percentile());
    }

    [Fact]
    public void BCa_refuses_an_estimate_outside_its_replicates()
    {
        // The number of different rows: every resample that repeats one has fewer than the data.
        double[] many = [.. Enumerable.Range(0, 50)];
        double Different(ReadOnlySpan<int> weights) => weights.ToArray().Count(weight => weight > 0);
        var distribution = Bootstrap.Run(Resampling.OfRows(many.Length), Different, 100);

        var error = Assert.Throws<ArgumentException>(() => distribution.Bca([1, 2]));
        Assert.Contains("outside its 100 replicates", error.Message);
    }

    [Fact]
    public void Resamples_of_one_class_are_drawn_again_and_counted()
    {
        var ranked = new RankedScores([true, false, false, true, false], [0.9, 0.8, 0.1, 0.7, 0.2]);
        var distribution = Bootstrap.Run(Resampling.OfRows(5), ranked.RocAuc, 1000);

        Assert.DoesNotContain(distribution.Replicates, double.IsNaN);

        // One class only: 0.4⁵ + 0.6⁵ = 0.088 of all draws.
        Assert.InRange(distribution.UndefinedDraws / (1000.0 + distribution.UndefinedDraws), 0.06, 0.12);
    }

    [Fact]
    public void A_statistic_without_value_is_refused_on_the_data_and_on_resamples()
    {
        var rows = Resampling.OfRows(12);
        static double OnlyOfAllRows(ReadOnlySpan<int> weights) => weights.Contains(0) ? double.NaN : 0.5;

        var onData = Assert.Throws<ArgumentException>(() => Bootstrap.Run(rows, _ => double.NaN));
        var onResamples = Assert.Throws<ArgumentException>(() => Bootstrap.Run(rows, OnlyOfAllRows));
        Assert.Contains("NaN on the data themselves", onData.Message);
        Assert.Contains("1000 resamples in a row", onResamples.Message);
    }

    [Fact]
    public void A_single_row_or_group_cannot_be_resampled()
    {
        Assert.Throws<ArgumentException>(() => Resampling.OfRows(1));
        Assert.Throws<ArgumentException>(() => Resampling.OfGroups<int>([7, 7, 7]));
    }

    [Fact]
    public void The_seed_decides_the_replicates_however_many_statistics_share_them()
    {
        var rows = Resampling.OfRows(Data.Length);
        var alone = Bootstrap.Run(rows, MeanOf(Data), 200, seed: 5);
        var together = Bootstrap.Run(rows, [_ => 1, MeanOf(Data)], 200, seed: 5);
        var otherSeed = Bootstrap.Run(rows, MeanOf(Data), 200, seed: 6);

        Assert.Equal(alone.Replicates, together[1].Replicates);
        Assert.NotEqual(alone.Replicates, otherSeed.Replicates);
    }

    [Fact]
    public void Weighted_AUC_is_the_AUC_of_the_rows_repeated()
    {
        var random = new Random(3);
        bool[] labels = [.. Enumerable.Range(0, 40).Select(row => row % 3 == 0)];
        double[] scores = [.. labels.Select(label => Math.Round(random.NextDouble() + (label ? 0.2 : 0), 1))];
        int[] weights = [.. labels.Select(_ => random.Next(3))];
        int[] repeated = [.. Enumerable.Range(0, 40).SelectMany(row => Enumerable.Repeat(row, weights[row]))];

        var expected = RocAuc.Compute([.. repeated.Select(row => labels[row])], [.. repeated.Select(row => scores[row])]);
        Assert.Equal(expected, new RankedScores(labels, scores).RocAuc(weights), 1e-12);
    }

    [Fact]
    public void Leaving_out_blocks_keeps_the_acceleration_of_many_rows()
    {
        var random = new Random(1);
        double[] skewed = [.. Enumerable.Range(0, 2000).Select(_ => -Math.Log(1 - random.NextDouble()))];
        var rows = Resampling.OfRows(skewed.Length);
        var exact = Jackknife.Acceleration(Jackknife.Run(rows, MeanOf(skewed), mostBlocks: 2000));
        var inBlocks = Jackknife.Acceleration(Jackknife.Run(rows, MeanOf(skewed), mostBlocks: 200));

        Assert.Equal(exact, inBlocks, 0.005);
    }

    private static BootstrapDistribution BootstrapOfMean() =>
        Bootstrap.Run(Resampling.OfRows(Data.Length), MeanOf(Data), 2000, new LehmerRandom());

    private static double[] LeaveOneOutMeans() => Jackknife.Run(Resampling.OfRows(Data.Length), MeanOf(Data));

    private static WeightedStatistic MeanOf(double[] values) => weights => WeightedMean.Of(values, weights);

    private static double WeightedSum(double[] values, ReadOnlySpan<int> weights)
    {
        double sum = 0;
        for (var row = 0; row < values.Length; row++)
        {
            sum += weights[row] * values[row];
        }

        return sum;
    }
}
