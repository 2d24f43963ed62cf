using System.Globalization;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>LEAK505: the tested rows are known to be too few. Silent where their number is not known, and where all rows are tested fold by fold.</summary>
public sealed class TooFewTestRows() : EvaluationRule(EvaluationDescriptions.TooFewTestRows, EvaluationAspects.None)
{
    // What a reader takes for a good model, and the quantile of a 95 % interval.
    private const double Accuracy = 0.8;
    private const double Quantile = 1.96;

    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options)
    {
        if (score.Evaluation is not Evaluated || AtMost(trace, score) is not { } rows || rows >= options.MinTestRows || rows < 1)
        {
            return null;
        }

        var place = trace.All<Split>().LastOrDefault(split => score.Rows.RelationTo(split.Test) == Relation.Equal)?.Place ?? score.Rows.Cut?.Place ?? score.Evaluation.Place;
        var (low, high) = WilsonInterval(rows);
        return At(place, [new RelatedPlace(PlaceRole.Tested, score.Evaluation.Place)], Text(rows), Text(low * 100), Text(high * 100), Text(options.MinTestRows));
    }

    // On whichever path the evaluation is reached.
    private static long? AtMost(WorkflowTrace trace, QuotedScore score)
    {
        var counts = trace.All<Evaluated>().Where(evaluated => evaluated.Place.Equals(score.Evaluation.Place)).Select(evaluated => evaluated.Rows.AtMost).ToList();
        return counts.Contains(null) ? null : counts.Max();
    }

    // Wilson 1927; half-up rounding of the bounds is fine for a message.
    private static (double Low, double High) WilsonInterval(long rows)
    {
        var squared = Quantile * Quantile;
        var centre = (Accuracy + (squared / (2 * rows))) / (1 + (squared / rows));
        var half = Quantile / (1 + (squared / rows)) * Math.Sqrt((Accuracy * (1 - Accuracy) / rows) + (squared / (4.0 * rows * rows)));
        return (centre - half, centre + half);
    }

    private static string Text(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);
}
