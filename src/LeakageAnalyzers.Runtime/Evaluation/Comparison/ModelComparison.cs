using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What test rows show about two models that scored the same rows.</summary>
/// <remarks>
/// Both models are scored on the same bootstrap resamples, so that what makes rows hard for both cancels. "Not shown" is no proof that the models are equal.
/// </remarks>
public sealed record ModelComparison
{
    /// <summary>The metric that was compared.</summary>
    public required string Metric { get; init; }

    /// <summary>The first model's metric.</summary>
    public required MetricEstimate First { get; init; }

    /// <summary>The second model's metric.</summary>
    public required MetricEstimate Second { get; init; }

    /// <summary>
    /// By how much the first model is better, in the metric's unit: first minus second where higher is better, second minus first where lower is better, and the
    /// difference of the distances from the ideal where there is one.
    /// </summary>
    public required Estimate Difference { get; init; }

    /// <summary>The smallest difference that matters.</summary>
    public required double Margin { get; init; }

    /// <summary>
    /// P(A &gt; B): the share of resamples on which the first model is better, ties counting one half (Bouthillier et al. 2021, with the test rows as the source of
    /// variation). It says nothing about retraining; for that compare runs over seeds and splits with <see cref="Outperformance"/>.
    /// </summary>
    public required double ProbabilityOfSuperiority { get; init; }

    /// <summary>
    /// Whether the interval of the difference lies above the margin, below its negative, or neither. Not shown, wherever it lies, where its ends mean nothing: fewer than
    /// 30 rows or groups of which every resample gives the same difference, or so few that define it that more than 5 % of resamples had to be drawn again.
    /// </summary>
    public SuperiorityVerdict Verdict => DecidesNothing ? SuperiorityVerdict.NotShown : Superiority.Judge(Difference.Interval, Margin);

    /// <summary>Whether the interval excludes that the first model is worse by the margin or more; false where its ends mean nothing.</summary>
    public bool IsNonInferior => !DecidesNothing && Superiority.IsNonInferior(Difference.Interval, Margin);

    /// <summary>What a reader has to know about the difference: why its interval says less than it seems to. Null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the rows are too few for the interval to decide anything.</summary>
    internal bool DecidesNothing { get; init; }

    /// <summary>For example <c>AreaUnderRocCurve: not shown to be superior by 0.02; difference 0.01 (-0.03 to 0.05, 95 %), P(A&gt;B) = 0.68</c>.</summary>
    public override string ToString()
    {
        var verdict = Verdict switch
        {
            SuperiorityVerdict.Superior => "superior",
            SuperiorityVerdict.Inferior => "inferior",
            _ => "not shown to be superior",
        };
        var range = Difference.Interval;
        return Invariant($"{Metric}: {verdict} by {Margin:0.####}; difference {Difference.Value:0.####} ({range.Lower:0.####} to {range.Upper:0.####}, {range.Level * 100:0.##} %), P(A>B) = {ProbabilityOfSuperiority:0.###}{(Note is null ? "" : $": {Note}")}");
    }
}
