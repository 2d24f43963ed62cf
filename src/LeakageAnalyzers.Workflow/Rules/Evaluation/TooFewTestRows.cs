using System.Globalization;
using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>LEAK505: the tested rows are known to be too few. Silent where their number is not known, and where rows of the study are tested fold by fold and the spread is shown.</summary>
public sealed class TooFewTestRows() : EvaluationRule(EvaluationDescriptions.TooFewTestRows, EvaluationAspects.None)
{
    // What a reader takes for a good model, and the quantile of a 95 % interval.
    private const double Accuracy = 0.8;
    private const double Quantile = 1.96;

    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options)
    {
        if (score.Evaluation is not Evaluated || AtMost(trace, score) is not { } rows || rows >= options.MinTestRows || rows < 1 || score.ShowsSpread(trace))
        {
            return null;
        }

        var split = trace.All<Split>().LastOrDefault(split => score.Rows.RelationTo(split.Test) == Relation.Equal);
        var place = split?.Place ?? score.Rows.Cut?.Place ?? score.Evaluation.Place;
        return At(place, [new RelatedPlace(PlaceRole.Tested, score.Evaluation.Place)], $"{(split is { IsRandom: true } ? "About" : "At most")} {Text(rows)}", Claim(score.Task, rows), Text(options.MinTestRows));
    }

    private static string Claim(LearningTask task, long rows)
    {
        var isOfErrors = task is LearningTask.Regression or LearningTask.Ranking;
        var (low, high) = isOfErrors ? ErrorInterval(rows) : WilsonInterval(rows);
        return $"{(isOfErrors ? "an error" : "a model that is right in 80 % of cases")} may show anything from {Text(low * 100)} % to {Text(high * 100)} %{(isOfErrors ? " of what it is" : "")} on them";
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

    // Of the root of the mean of squared normal errors, by the cube-root approximation of chi-square: Wilson and Hilferty 1931.
    private static (double Low, double High) ErrorInterval(long rows)
    {
        var variance = 2 / (9.0 * rows);
        double At(double quantile) => Math.Pow(Math.Max(0, 1 - variance + (quantile * Math.Sqrt(variance))), 1.5);
        return (At(-Quantile), At(Quantile));
    }

    private static string Text(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);
}
