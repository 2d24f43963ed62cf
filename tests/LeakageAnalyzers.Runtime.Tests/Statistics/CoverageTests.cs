using LeakageAnalyzers.Runtime.Statistics;
using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

/// <summary>Over 2,000 simulated data sets of known truth, a 95 % interval holds it in 93 to 97 % of them.</summary>
[Trait("Category", "Table")]
public sealed class CoverageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.8, 200)]
    [InlineData(0.95, 400)]
    public void Wilson_covers_a_proportion(double proportion, int rows) =>
        AssertNominal($"Wilson, p = {proportion}, n = {rows}", Simulation.Coverage(
            proportion, random => ProportionInterval.Wilson(Successes(random, proportion, rows), rows)));

    [Fact]
    public void Clopper_Pearson_does_not_cover_less_than_its_level() =>
        Assert.InRange(Simulation.Coverage(0.9, random => ProportionInterval.ClopperPearson(Successes(random, 0.9, 50), 50)), 0.94, 1);

    [Fact]
    public void Newcombe_covers_a_difference_of_proportions() =>
        AssertNominal("Newcombe", Simulation.Coverage(
            0.2, random => ProportionDifference.Newcombe(Successes(random, 0.8, 90), 90, Successes(random, 0.6, 70), 70).Interval));

    [Fact]
    public void DeLong_covers_an_AUC_on_both_scales()
    {
        var coverage = Simulation.Coverage(AucOfShift(1), random => WaldAndLogit(random, 1));

        AssertNominal("DeLong, Wald", coverage[0]);
        AssertNominal("DeLong, logit", coverage[1]);
    }

    [Fact]
    public void Near_1_the_logit_interval_of_the_AUC_covers_where_the_Wald_interval_falls_short()
    {
        var coverage = Simulation.Coverage(AucOfShift(2.5), random => WaldAndLogit(random, 2.5));

        Assert.True(coverage[0] < 0.93, $"Wald covers {coverage[0]}.");
        AssertNominal("DeLong near 1, logit", coverage[1]);
    }

    [Fact]
    public void Paired_DeLong_covers_the_difference_of_two_AUCs() =>
        AssertNominal("DeLong, paired difference", Simulation.Coverage(AucOfShift(1.2) - AucOfShift(0.8), random =>
        {
            var labels = BalancedLabels(120);
            var shared = Normals(random, labels.Length);
            return DeLong.Compare(labels, Scores(random, labels, shared, 1.2), Scores(random, labels, shared, 0.8)).Interval();
        }));

    [Fact]
    public void Percentile_and_BCa_bootstrap_cover_an_AUC()
    {
        var labels = BalancedLabels(80);
        var rows = Resampling.OfRows(labels.Length);
        var coverage = Simulation.Coverage(AucOfShift(1), random =>
        {
            var ranked = new RankedScores(labels, Scores(random, labels, Normals(random, labels.Length), 1));
            var distribution = Bootstrap.Run(rows, ranked.RocAuc, resamples: 200, random);
            return [distribution.Percentile(), distribution.Bca(Jackknife.Run(rows, ranked.RocAuc))];
        });

        AssertNominal("AUC, percentile bootstrap", coverage[0]);
        AssertNominal("AUC, BCa bootstrap", coverage[1]);
    }

    [Fact]
    public void On_clustered_data_the_cluster_procedures_cover_and_the_plain_bootstrap_does_not()
    {
        var patients = Patients.Groups();
        var byPatient = Resampling.OfGroups<int>(patients);
        var byRow = Resampling.OfRows(patients.Length);

        var coverage = Simulation.Coverage(0, random =>
        {
            var values = Patients.Values(random);
            return
            [
                Bootstrap.Run(byPatient, weights => WeightedMean.Of(values, weights), resamples: 200, random).Percentile(),
                ClusteredMean.Of<int>(values, patients).Interval(),
                Bootstrap.Run(byRow, weights => WeightedMean.Of(values, weights), resamples: 100, random).Percentile(),
            ];
        });

        AssertNominal("grouped rows, cluster bootstrap", coverage[0]);
        AssertNominal("grouped rows, cluster-robust t", coverage[1]);
        Assert.True(coverage[2] < 0.85, $"The plain bootstrap covers {coverage[2]}.");
    }

    [Fact]
    public void The_paired_t_test_covers_a_mean_difference() =>
        AssertNominal("paired t", Simulation.Coverage(
            0.3, random => PairedTTest.Run([.. Normals(random, 12).Select(noise => 0.3 + noise)]).Interval()));

    [Fact]
    public void The_probability_of_outperforming_is_covered() =>
        AssertNominal("P(A > B)", Simulation.Coverage(AucOfShift(1), random =>
            Outperformance.Of([.. Normals(random, 100).Select(noise => noise + 1)], Normals(random, 100), resamples: 200).Interval));

    /// <summary>The band reaches four Monte-Carlo standard errors to either side of 95 %.</summary>
    private void AssertNominal(string procedure, double coverage)
    {
        output.WriteLine($"{procedure}: {coverage:P2}");
        Assert.InRange(coverage, 0.93, 0.97);
    }

    private static int Successes(Random random, double proportion, int rows) => Binomial.Sample(random, proportion, rows);

    /// <summary>The AUC of two unit normals whose means are this far apart.</summary>
    private static double AucOfShift(double shift) => Normal.CDF(0, 1, shift / Math.Sqrt(2));

    private static ConfidenceInterval[] WaldAndLogit(Random random, double shift)
    {
        var labels = BalancedLabels(100);
        var estimate = DeLong.Estimate(labels, Scores(random, labels, Normals(random, labels.Length), shift));
        return [estimate.Wald(), estimate.Logit()];
    }

    private static bool[] BalancedLabels(int rows) => [.. Enumerable.Range(0, rows).Select(row => row % 2 == 0)];

    private static double[] Normals(Random random, int count)
    {
        var values = new double[count];
        Normal.Samples(random, values, 0, 1);
        return values;
    }

    /// <summary>Half of a score's variance is shared between the models that score a row.</summary>
    private static double[] Scores(Random random, bool[] labels, double[] shared, double shift)
    {
        var own = Normals(random, labels.Length);
        return [.. labels.Select((label, row) => ((shared[row] + own[row]) / Math.Sqrt(2)) + (label ? shift : 0))];
    }

    /// <summary>Sixty patients of one to five images each, half of whose variance is the patient's.</summary>
    private static class Patients
    {
        private const int Count = 60;

        public static int[] Groups() => [.. Enumerable.Range(0, Count).SelectMany(patient => Enumerable.Repeat(patient, 1 + (patient % 5)))];

        public static double[] Values(Random random)
        {
            var ofPatient = Normals(random, Count);
            var groups = Groups();
            var ofImage = Normals(random, groups.Length);
            return [.. groups.Select((patient, image) => ofPatient[patient] + ofImage[image])];
        }
    }
}
