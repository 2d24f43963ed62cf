using System.Globalization;
using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Runtime.Statistics;

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

    /// <summary>What to write among the limitations of a paper that reports the score.</summary>
    public static string Limitation(FindingProof proof)
    {
        var (headline, runs) = (proof.Headline, proof.Headline.Leaky.Count);
        var metric = MetricTitles.InSentence(Metric(headline.Metric));
        var interval = headline.Interval is { } found ? $" ({Percent} interval {Range(found)}, {runs} paired seeds)" : " (one run, no interval)";
        var leak = $"{proof.Finding.Rule.Title.ToLower(CultureInfo.InvariantCulture)} ({proof.Finding.Rule.Id})";
        return headline.Interval is { Lower: <= 0, Upper: >= 0 }
            ? $"The evaluation has a leak, {leak}; repairing it changed the {metric} from {Score(headline.LeakyMean)} to {Score(headline.HonestMean)}, a difference of {Signed(headline.Mean)}{interval} that may be chance."
            : $"The {metric} of {Score(headline.Published)} is {(headline.Mean > 0 ? "inflated" : "lowered")} by a leak, {leak}: without it the same program reaches {Score(headline.HonestMean)} instead of {Score(headline.LeakyMean)}, a difference of {Signed(headline.Mean)}{interval}.";
    }

    private static string Percent => (Inflation.Level * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
