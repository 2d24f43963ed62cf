using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Tool.Prove.Running;

namespace LeakageAnalyzers.Tool.Prove.Results.Intervals;

/// <summary>
/// Draws individuals, or rows where each stands for itself, and computes every run's inflation again from them; then draws runs. The same individuals are drawn for both variants, which makes
/// it paired although they test other rows.
/// </summary>
internal sealed class PairedResampling
{
    private const int MostResamples = 2000;
    private const int FewestResamples = 200;
    private const long MostWork = 400_000_000;
    private const int Seed = 1;

    private readonly IReadOnlyList<BootstrapDistribution> _ofRuns;

    private PairedResampling(int units, string groupColumn, IReadOnlyList<BootstrapDistribution> ofRuns) => (Units, GroupColumn, _ofRuns) = (units, groupColumn, ofRuns);

    /// <summary>How many groups or rows there are to draw.</summary>
    public int Units { get; }

    /// <summary>The group column; empty where rows are drawn.</summary>
    public string GroupColumn { get; }

    /// <summary>How often was drawn.</summary>
    public int Resamples => _ofRuns[0].Replicates.Count;

    /// <summary>The resamples of <paramref name="evidence"/>, and why they are not of groups; no resamples where the rows are not known, or are neither in groups nor the same in each run.</summary>
    public static (PairedResampling? Drawn, string? WhyNotByGroup) Of(PairedEvidence evidence, int fewestGroups)
    {
        var runs = evidence.Leaky.Concat(evidence.Honest).ToList();
        if (runs.Exists(run => run.Parts is null || run.Parts.Any(part => part.Task.Length == 0)))
        {
            return (null, "the tested rows are not known one by one");
        }

        var statistics = runs.ConvertAll(run => run.Parts!.Zip(run.Values, (part, value) => RowStatistic.Of(part, evidence.Metric, value)).ToList());
        if (statistics.SelectMany(run => run).FirstOrDefault(part => part.Statistic is null) is { WhyNot: { } none })
        {
            return (null, none);
        }

        var parts = runs.SelectMany(run => run.Parts!).ToList();
        var column = parts[0].GroupColumn;
        string? why = column.Length == 0 || parts.Exists(part => part.GroupColumn != column) ? "no column of the tested rows names one" : null;
        string[] units = why is null ? [.. parts.SelectMany(part => part.Groups)] : [];
        if (why is null && units.Distinct().Count() is var count && count < fewestGroups)
        {
            why = $"{ReportNumbers.Count(count, "group")} are too few to draw from";
        }

        if (why is not null)
        {
            // Other rows in each run cannot be drawn together: which of them are the same individual is not known.
            if (!parts.TrueForAll(part => HasTruthsOf(parts[0], part)))
            {
                return (null, why);
            }

            units = [.. parts.SelectMany(part => Enumerable.Range(0, part.Values.Count).Select(row => System.FormattableString.Invariant($"{row}")))];
            column = "";
        }

        var resamples = (int)Math.Clamp(MostWork / units.Length, FewestResamples, MostResamples);
        try
        {
            var resampling = Resampling.OfGroups<string>(units);
            return (new PairedResampling(resampling.UnitCount, column, Bootstrap.Run(resampling, GainsOf(evidence, runs, statistics), resamples, Seed)), why);
        }
        catch (ArgumentException undefined)
        {
            return (null, $"too few rows define the score ({undefined.Message.TrimEnd('.')})");
        }
    }

    /// <summary>The percentile interval of the mean over runs.</summary>
    public ConfidenceInterval Interval(double level)
    {
        var replicates = new double[Resamples];
        for (var replicate = 0; replicate < replicates.Length; replicate++)
        {
            // Not the stream that drew the groups.
            var random = RandomStream.Of(Seed + 1, replicate);
            replicates[replicate] = Enumerable.Range(0, _ofRuns.Count).Average(_ => _ofRuns[random.Next(_ofRuns.Count)].Replicates[replicate]);
        }

        return new BootstrapDistribution(_ofRuns.Average(run => run.Estimate), replicates, undefinedDraws: 0).Percentile(level);
    }

    private static bool HasTruthsOf(TestedRows first, TestedRows other) =>
        first.Values.Count == other.Values.Count && first.Values.Zip(other.Values).All(pair => pair.First[0] == pair.Second[0]);

    // The weights of all rows of all parts stand one after the other.
    private static List<WeightedStatistic> GainsOf(PairedEvidence evidence, List<RunEvidence> runs, List<List<(WeightedStatistic? Statistic, string WhyNot)>> statistics)
    {
        var offsets = new List<int[]>();
        var next = 0;
        foreach (var run in runs)
        {
            offsets.Add([.. run.Parts!.Select(part => (next += part.Values.Count) - part.Values.Count)]);
        }

        double Score(int run, ReadOnlySpan<int> weights)
        {
            var (sum, count) = (0.0, 0);
            for (var part = 0; part < offsets[run].Length; part++)
            {
                // A fold without any of the drawn individuals, or with one class of them, has no score.
                var score = statistics[run][part].Statistic!(weights.Slice(offsets[run][part], runs[run].Parts![part].Values.Count));
                (sum, count) = double.IsFinite(score) ? (sum + score, count + 1) : (sum, count);
            }

            return count == 0 ? double.NaN : sum / count;
        }

        return [.. Enumerable.Range(0, evidence.Leaky.Count).Select(run => (WeightedStatistic)(weights => evidence.Gain(Score(run, weights), Score(run + evidence.Leaky.Count, weights))))];
    }
}
