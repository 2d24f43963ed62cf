using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>How far chance alone could have moved the number.</summary>
internal static class PrecisionObjections
{
    // The half-width that LEAK609 asks for unless told otherwise.
    private const double WantedHalfWidth = 0.05;

    public static IEnumerable<Objection> Of(Evidence evidence)
    {
        if (evidence is not { Performance: { } performance, Headline: { } headline })
        {
            yield break;
        }

        if (performance.Groups is null && evidence.Flow is { GroupColumn: { } column } flow && flow.SharesGroups())
        {
            yield return new Objection(
                Gravity.Reservation, "intervals", $"The intervals draw rows one by one although several rows share a {column}: they are too narrow. Name the group column to the evaluation.");
        }

        if (performance.Groups is < RowGroups.Few and { } few)
        {
            yield return new Objection(
                Gravity.Reservation,
                "intervals",
                $"{evidence.DescribeUnits(few)} are few: below about {RowGroups.Few}, intervals that draw whole groups are too narrow (Cameron, Gelbach and Miller 2008).");
        }

        if (headline is { Value: not null, Lower: null })
        {
            yield return new Objection(Gravity.Reservation, "intervals", $"{headline.Title} has no interval. {headline.Note}");
        }

        if (headline is { Lower: { } lower, Upper: { } upper } && ChanceLevel(headline.Name) is { } chance && lower <= chance)
        {
            var (metric, guessing) = (MetricTitles.InSentence(headline.Title), ReportNumbers.Number(chance, 1));
            yield return new Objection(
                Gravity.Reservation,
                "intervals",
                upper < chance
                    ? $"The whole interval of the {metric} lies below {guessing}, what guessing scores: the model does worse than guessing."
                    : $"The interval of the {metric} contains {guessing}, what guessing scores: it was not shown that the model predicts anything.");
        }

        if (TooFew(evidence) is { } tooFew)
        {
            yield return tooFew;
        }

        if (evidence.Repetitions is { } repetitions && headline is { Lower: { } from, Upper: { } to } && repetitions.Highest - repetitions.Lowest > to - from)
        {
            yield return new Objection(
                Gravity.Reservation,
                "repetitions",
                $"Over {repetitions.Describe()} the number ranged from {ReportNumbers.Range(repetitions.Lowest, repetitions.Highest)}, more than its interval is wide: the choice of one of them decides.");
        }
    }

    /// <summary>What a model scores that predicts nothing.</summary>
    public static double? ChanceLevel(string metric) => metric switch
    {
        nameof(BinaryClassificationMetric.AreaUnderRocCurve) or nameof(BinaryClassificationMetric.BalancedAccuracy) => 0.5,
        nameof(BinaryClassificationMetric.MatthewsCorrelation) or nameof(BinaryClassificationMetric.LogLossReduction) or nameof(RegressionMetric.RSquared) => 0,
        _ => null,
    };

    // The audit says the same with the user's own options, where it saw all test rows.
    private static Objection? TooFew(Evidence evidence)
    {
        var units = evidence.IndependentUnits!.Value;
        var needed = TestSetSize.ForWilson(0.5, WantedHalfWidth);
        if ((evidence.Audit is not null && !evidence.AuditedAPart) || units >= needed || !evidence.Performance!.Metrics.Any(metric => metric.Name.Contains("Accuracy")))
        {
            return null;
        }

        var interval = ProportionInterval.Wilson(units / 2, units);
        return new Objection(
            Gravity.Reservation,
            "test size",
            $"{evidence.DescribeUnits(units)} were tested: chance alone can move a proportion by ±{ReportNumbers.Number((interval.Upper - interval.Lower) * 50, 0)} percentage points. ±5 points need {ReportNumbers.Count(needed)}.");
    }
}
