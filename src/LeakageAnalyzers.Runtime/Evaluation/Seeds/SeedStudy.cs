using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using MathNet.Numerics.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>
/// A metric over several seeds and several splits: how much of it is the model, and how much the luck of one draw (Bouthillier et al. 2021, MLSys).
/// </summary>
/// <remarks>
/// Every seed is run on every split, so that the variance divides into that of seeds, that of splits and the rest by the expected mean squares of two-way random
/// effects without replication: σ²(split) = (MS(split) − MS(rest)) / seeds, and so on; a negative estimate is 0. Test rows of different splits overlap, so that their
/// spread understates what wholly new data would give.
/// </remarks>
public sealed record SeedStudy
{
    private SeedStudy()
    {
    }

    /// <summary>The metric of each run: <c>Runs[seed][split]</c>.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Runs { get; init; }

    /// <summary>The mean of all runs.</summary>
    public required double Mean { get; init; }

    /// <summary>The standard deviation between seeds; null where there was one.</summary>
    public required double? SeedDeviation { get; init; }

    /// <summary>The standard deviation between splits; null where there was one.</summary>
    public required double? SplitDeviation { get; init; }

    /// <summary>The standard deviation of what neither explains by itself; null where it cannot be told from that of seeds or splits, since there was one of the other.</summary>
    public required double? RestDeviation { get; init; }

    /// <summary>The standard deviation of one run with a seed and a split of its own: what a number from a single run may be off by.</summary>
    public double RunDeviation => Math.Sqrt(Square(SeedDeviation) + Square(SplitDeviation) + Square(RestDeviation));

    /// <summary>The standard error of <see cref="Mean"/>, over the seeds and splits that might have been drawn.</summary>
    public double StandardError =>
        Math.Sqrt((Square(SeedDeviation) / Runs.Count) + (Square(SplitDeviation) / Runs[0].Count) + (Square(RestDeviation) / (Runs.Count * Runs[0].Count)));

    /// <summary>Runs every seed on every split, one after the other.</summary>
    /// <param name="seeds">The number of seeds, which are 0, 1 and so on.</param>
    /// <param name="splits">The number of splits, which are 0, 1 and so on. At least two runs are needed.</param>
    /// <param name="run">Trains and evaluates with a seed and a split; returns the metric.</param>
    /// <param name="progress">Told before each run, and at the end.</param>
    /// <param name="cancellation">Stops before the next run; hand it to what <paramref name="run"/> calls to stop within one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than one seed, one split or two runs.</exception>
    /// <exception cref="ArgumentException">A run returned a number that is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SeedStudy Run(
        int seeds, int splits, Func<int, int, double> run, IProgress<CallProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check.AtLeast(1, seeds);
        Check.AtLeast(1, splits);
        Check.NotNull(run);
        var call = new LongCall(progress, cancellation);
        double Once(int seed, int split)
        {
            call.Part(Invariant($"seed {seed}, split {split}"), (seed * splits) + split, seeds * splits).Report(0);
            return run(seed, split);
        }

        var study = Of([.. Enumerable.Range(0, seeds).Select(seed => Enumerable.Range(0, splits).Select(split => Once(seed, split)).ToArray())]);
        call.Part("all runs", 0, 1).Report(1);
        return study;
    }

    /// <summary>Judges runs that were made before.</summary>
    /// <param name="runs">The metric of each run, <c>runs[seed][split]</c>; as many splits for every seed.</param>
    /// <exception cref="ArgumentException">There are fewer than two runs, some are missing, or a number is not finite.</exception>
    public static SeedStudy Of(IReadOnlyList<IReadOnlyList<double>> runs)
    {
        var splits = Check.NotNull(runs).Count == 0 ? 0 : runs[0].Count;
        double[] all = [.. runs.SelectMany(seed => seed)];
        Check.CountAtLeast<double>(2, all, nameof(runs));
        Check.Finite(all, nameof(runs));
        if (runs.Any(seed => seed.Count != splits))
        {
            throw new ArgumentException("Every seed has to be run on every split.", nameof(runs));
        }

        var mean = all.Average();
        if (splits == 1 || runs.Count == 1)
        {
            var deviation = Variation.IsAbsent(all) ? 0 : ArrayStatistics.StandardDeviation(all);
            return new SeedStudy
            {
                Runs = runs,
                Mean = mean,
                SeedDeviation = splits == 1 ? deviation : null,
                SplitDeviation = splits == 1 ? null : deviation,
                RestDeviation = null,
            };
        }

        double[] ofSeeds = [.. runs.Select(seed => seed.Average())];
        double[] ofSplits = [.. Enumerable.Range(0, splits).Select(split => runs.Average(seed => seed[split]))];
        var rest = Variation.IsAbsent(all) ? 0 : runs.SelectMany((seed, s) => seed.Select((value, p) => Square(value - ofSeeds[s] - ofSplits[p] + mean))).Sum() / ((runs.Count - 1) * (splits - 1));
        return new SeedStudy
        {
            Runs = runs,
            Mean = mean,
            SeedDeviation = Component(ofSeeds, rest, splits),
            SplitDeviation = Component(ofSplits, rest, runs.Count),
            RestDeviation = Math.Sqrt(rest),
        };
    }

    /// <summary>For example <c>0.81 over 5 seeds and 10 splits; one run is off by 0.03 (seeds 0.01, splits 0.02, both 0.02)</c>, in the invariant culture.</summary>
    public override string ToString()
    {
        var parts = new[] { ("seeds", SeedDeviation), ("splits", SplitDeviation), ("both", RestDeviation) }
            .Where(part => part.Item2 is not null).Select(part => Invariant($"{part.Item1} {part.Item2:0.####}"));
        return Invariant($"{Mean:0.####} over {Counted.Of(Runs.Count, "seed")} and {Counted.Of(Runs[0].Count, "split")}; one run is off by {RunDeviation:0.####} ({string.Join(", ", parts)})");
    }

    // The variance of means holds a share of the rest, which is taken off.
    private static double Component(double[] means, double rest, int runsInEach) =>
        Math.Sqrt(Math.Max(0, (Variation.IsAbsent(means) ? 0 : ArrayStatistics.Variance(means)) - (rest / runsInEach)));

    private static double Square(double? value) => value * value ?? 0;
}
