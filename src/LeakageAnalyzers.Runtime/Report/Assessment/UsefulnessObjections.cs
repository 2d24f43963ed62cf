using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Whether the model is worth anything beside others, and whether its probabilities mean what they say.</summary>
internal static class UsefulnessObjections
{
    public static IEnumerable<Objection> Of(Evidence evidence)
    {
        if (evidence.Baselines is { Verdict: not SuperiorityVerdict.Superior } baselines)
        {
            yield return new Objection(Gravity.Reservation, "baselines", Describe(Nearest(baselines)));
        }

        foreach (var comparison in evidence.Comparisons.Where(comparison => comparison.Verdict != SuperiorityVerdict.Superior))
        {
            yield return new Objection(Gravity.Reservation, "comparison", Describe(comparison));
        }

        if (evidence.Calibration?.Slope is { Value: { } slope, Lower: { } lower, Upper: { } upper, Level: { } level } && (lower > 1 || upper < 1))
        {
            var what = slope < 1 ? "too extreme, as those of an overfitted model are" : "too cautious";
            yield return new Objection(
                Gravity.Reservation, "calibration", $"The calibration slope is {ReportNumbers.Estimate(slope, lower, upper, level)} where 1 would be right: the predicted probabilities are {what}.");
        }
    }

    /// <summary>The comparison with the baseline that the model gains least over.</summary>
    public static Comparison Nearest(BaselineGains baselines) => baselines.Gains.Select(gain => gain.Comparison).OfType<Comparison>().OrderBy(comparison => comparison.Difference).First();

    /// <summary>What a comparison showed, in a sentence.</summary>
    public static string Describe(Comparison comparison)
    {
        var margin = comparison.Margin > 0 ? $" by more than {ReportNumbers.Chosen(comparison.Margin)}" : "";
        var verdict = comparison.Verdict switch
        {
            SuperiorityVerdict.Superior => $"superior{margin}",
            SuperiorityVerdict.Inferior => $"inferior{margin}",
            _ => $"superiority{margin} was not shown",
        };
        return $"{char.ToUpperInvariant(comparison.First[0])}{comparison.First.Substring(1)} against {comparison.Second}: {verdict}; difference in {MetricTitles.InSentence(comparison.FirstValue.Title)} "
            + $"{ReportNumbers.Estimate(comparison.Difference, comparison.Lower, comparison.Upper, comparison.Level)}.";
    }
}
