using LeakageAnalyzers.Runtime.Evaluation;
using MathNet.Numerics.Distributions;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

public sealed class SeedStudyTests
{
    [Fact]
    public void Variances_divide_as_the_mean_squares_of_a_worked_example()
    {
        // By hand: means of seeds 2, 4; of splits 1.5, 3, 4.5; MS(seed) 6, MS(split) 4.5, MS(rest) 1.5.
        var study = SeedStudy.Of([[1.0, 1.0, 4.0], [2.0, 5.0, 5.0]]);

        Assert.Equal(3, study.Mean);
        Assert.Equal(Math.Sqrt((6 - 1.5) / 3), study.SeedDeviation!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((4.5 - 1.5) / 2), study.SplitDeviation!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(1.5), study.RestDeviation!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(1.5 + 1.5 + 1.5), study.RunDeviation, 1e-12);
        Assert.Equal(Math.Sqrt((1.5 / 2) + (1.5 / 3) + (1.5 / 6)), study.StandardError, 1e-12);
    }

    [Fact]
    public void Simulated_variances_are_found()
    {
        var random = new Random(1);
        double[] Draw(int count, double deviation) => [.. Normal.Samples(random, 0, deviation).Take(count)];
        var (seeds, splits) = (Draw(60, 0.02), Draw(60, 0.05));

        var study = SeedStudy.Run(60, 60, (seed, split) => 0.8 + seeds[seed] + splits[split] + Normal.Sample(random, 0, 0.01));

        Assert.Equal(0.02, study.SeedDeviation!.Value, 0.006);
        Assert.Equal(0.05, study.SplitDeviation!.Value, 0.015);
        Assert.Equal(0.01, study.RestDeviation!.Value, 0.001);
    }

    [Fact]
    public void Seeds_alone_or_splits_alone_can_be_studied()
    {
        var seeds = SeedStudy.Run(3, 1, (seed, _) => seed);
        var splits = SeedStudy.Run(1, 3, (_, split) => split);

        Assert.Equal((1, null, null), (seeds.SeedDeviation, seeds.SplitDeviation, seeds.RestDeviation));
        Assert.Equal((null, 1, null), (splits.SeedDeviation, splits.SplitDeviation, splits.RestDeviation));
        Assert.Equal("1 over 3 seeds and 1 split; one run is off by 1 (seeds 1)", seeds.ToString());
    }

    [Fact]
    public void Equal_runs_do_not_vary() => Assert.Equal(0, SeedStudy.Run(3, 4, (_, _) => 0.1).RunDeviation);

    [Fact]
    public void A_single_run_says_nothing_of_variance_and_is_refused()
    {
        Assert.Contains("At least 2 values", Assert.Throws<ArgumentException>(() => SeedStudy.Run(1, 1, (_, _) => 0.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SeedStudy.Run(2, 1, (seed, _) => seed == 0 ? 0.5 : double.NaN));
        Assert.Throws<ArgumentException>(() => SeedStudy.Of([[1, 2], [1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeedStudy.Run(0, 5, (_, _) => 0.5));
    }
}
