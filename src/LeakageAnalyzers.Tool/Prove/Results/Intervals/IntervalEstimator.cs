using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Tool.Prove.Results.Intervals;

/// <summary>Chooses the interval that the runs of an inflation bear, and makes it.</summary>
/// <remarks>
/// Runs on rows of their own are independent, so Student's t holds for them. Runs on the same rows are not: where the rows are known, what is drawn with replacement are the individuals
/// behind them and the runs; where only their numbers are, the variance is raised by them.
/// </remarks>
internal static class IntervalEstimator
{
    /// <summary>The confidence level.</summary>
    public const double Level = 0.95;

    // The spread between fewer is hardly known.
    private const int FewestGroups = 10;

    /// <summary>The interval; null where one run alone has nothing to draw from.</summary>
    public static InflationInterval? Of(PairedEvidence evidence)
    {
        var runs = evidence.Leaky.Count;
        if (evidence.HasOwnRows && runs > 1)
        {
            return new(
                IntervalMethod.PairedT, PairedTTest.Run(Differences(evidence)).Interval(Level),
                $"Student's t over {ReportNumbers.Count(runs, "run")}, each on rows of its own", WhyNotByGroup: null);
        }

        var (drawn, whyNotByGroup) = PairedResampling.Of(evidence, FewestGroups);
        if (drawn is not null)
        {
            var basis = $"{(whyNotByGroup is null ? $"cluster bootstrap over {ReportNumbers.Count(drawn.Units, "group")} ({drawn.GroupColumn})" : $"bootstrap over the {ReportNumbers.Count(drawn.Units, "test row")}{(runs > 1 ? ", the same in each run," : "")}")}"
                + $"{(runs > 1 ? $" and {ReportNumbers.Count(runs, "run")}" : "")}, {ReportNumbers.Count(drawn.Resamples, "resample")}";
            return new(whyNotByGroup is null ? IntervalMethod.ClusterBootstrap : IntervalMethod.RowBootstrap, drawn.Interval(Level), basis, whyNotByGroup);
        }

        return runs < 2 ? null : OverSplits(evidence, whyNotByGroup);
    }

    private static InflationInterval OverSplits(PairedEvidence evidence, string? whyNotByGroup)
    {
        var folds = evidence.AreFolds ? evidence.Leaky.Concat(evidence.Honest).Select(run => run.Values.Count).Distinct().ToList() : [];
        if (folds is [> 1 and var count])
        {
            // Each row is tested in one fold and trained on in the others.
            double[] differences = [.. evidence.Leaky.Zip(evidence.Honest).SelectMany(pair => pair.First.Values.Zip(pair.Second.Values, evidence.Gain))];
            return new(
                IntervalMethod.CorrectedResampledT, CorrectedResampledTTest.Run(differences, testRows: 1, trainRows: count - 1).Interval(Level),
                $"Student's t corrected for the rows that folds share (Nadeau & Bengio 2003), {ReportNumbers.Count(evidence.Leaky.Count, "run")} of {ReportNumbers.Count(count, "fold")}", whyNotByGroup);
        }

        return evidence.Sizes is { } sizes
            ? new(
                IntervalMethod.CorrectedResampledT, CorrectedResampledTTest.Run(Differences(evidence), sizes.Tested, sizes.Fitted).Interval(Level),
                $"Student's t corrected for the rows that splits share (Nadeau & Bengio 2003), {ReportNumbers.Count(evidence.Leaky.Count, "run")}, {ReportNumbers.Count((int)sizes.Tested, "row")} tested to {ReportNumbers.Count((int)sizes.Fitted, "row")} fitted", whyNotByGroup)
            : new(
                IntervalMethod.UncorrectedT, PairedTTest.Run(Differences(evidence)).Interval(Level),
                $"Student's t over {ReportNumbers.Count(evidence.Leaky.Count, "run")} on the same rows: too narrow, since how many rows were fitted is not known", whyNotByGroup);
    }

    private static double[] Differences(PairedEvidence evidence) => [.. evidence.Leaky.Zip(evidence.Honest, (leaky, honest) => evidence.Gain(leaky.Value, honest.Value))];
}
