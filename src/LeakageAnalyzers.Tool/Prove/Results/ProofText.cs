using System.Globalization;
using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Tool.Prove.Results.Intervals;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>Numbers and sentences of a proof, the same in every format.</summary>
internal static class ProofText
{
    /// <summary>A score: <c>0.957</c>.</summary>
    public static string Score(double value) => ReportNumbers.Number(value, 3);

    /// <summary>A difference with its sign: <c>+0.19</c>.</summary>
    public static string Signed(double value) => (value > 0 ? "+" : "") + ReportNumbers.Number(value, 3);

    /// <summary>An interval of differences: <c>+0.120 to +0.270</c>; nothing where there is none.</summary>
    public static string Range(ConfidenceInterval? interval) => interval is null ? "" : $"{Signed(interval.Lower)} to {Signed(interval.Upper)}";

    /// <summary>A metric in plain words.</summary>
    public static string Metric(string name) => MetricTitles.Of(name.Split('@')[0]) + (name.Contains('@') ? $" at {name.Split('@')[1]}" : "");

    /// <summary>A metric as a column of a table has room for it.</summary>
    public static string Short(string name) => name switch
    {
        "AreaUnderRocCurve" => "AUC",
        "RSquared" => "R²",
        _ => name,
    };

    /// <summary>What to write among the limitations of a paper that reports the score.</summary>
    public static string Limitation(FindingProof proof)
    {
        var headline = proof.Headline;
        var metric = MetricTitles.InSentence(Metric(headline.Metric));
        var interval = headline.Interval is { } found ? $" ({Percent} interval {Range(found)}, {headline.Estimate.Value!.Basis})" : " (one run, no interval)";
        var leak = $"{proof.Finding.Rule.Title.ToLower(CultureInfo.InvariantCulture)} ({proof.Finding.Rule.Id})";
        if (headline.Differences.All(difference => difference == 0))
        {
            return $"The evaluation has a leak, {leak}; repairing it left the {metric} of {Score(headline.Published)} as it was, with the program's own seeds and all others that were tried.";
        }

        return headline.Interval is { Lower: <= 0, Upper: >= 0 }
            ? $"The evaluation has a leak, {leak}; repairing it changed the {metric} from {Score(headline.LeakyMean)} to {Score(headline.HonestMean)}, a difference of {Signed(headline.Mean)}{interval} that may be chance."
            : $"The {metric} of {Score(headline.Published)} is {(headline.LeakyMean > headline.HonestMean ? "inflated" : "lowered")} by a leak, {leak}: without it the same program reaches {Score(headline.HonestMean)} instead of {Score(headline.LeakyMean)}, so the leak {(headline.Mean > 0 ? "flatters" : "belittles")} it by {Score(Math.Abs(headline.Mean))}{interval}.";
    }

    private static string Percent => ReportNumbers.Percent(IntervalEstimator.Level);
}
