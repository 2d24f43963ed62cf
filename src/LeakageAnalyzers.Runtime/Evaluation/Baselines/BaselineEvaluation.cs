using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a model gains over simple models that were trained on the same rows.</summary>
/// <remarks>
/// All are scored on the same bootstrap resamples of the test rows. The best baseline is the one that the model gains least over, chosen on the test rows: a choice
/// in the baselines' favour.
/// </remarks>
public sealed record BaselineEvaluation
{
    /// <summary>The metric that was compared.</summary>
    public required string Metric { get; init; }

    /// <summary>The model's metric.</summary>
    public required MetricEstimate Model { get; init; }

    /// <summary>Every baseline, simplest first.</summary>
    public required IReadOnlyList<BaselineResult> Baselines { get; init; }

    /// <summary>The baseline that the model gains least over.</summary>
    public BaselineResult Best => Compared.OrderBy(baseline => baseline.Comparison!.Difference.Value).First();

    /// <summary>By how much the model is better than the best baseline, in the metric's unit.</summary>
    public Estimate Gain => Best.Comparison!.Difference;

    /// <summary>
    /// Superior only where the model is superior to every baseline, inferior where it is to one. No correction for their number is due, since all have to be beaten
    /// (the intersection–union test of Berger 1982).
    /// </summary>
    public SuperiorityVerdict Verdict =>
        Compared.All(baseline => baseline.Comparison!.Verdict == SuperiorityVerdict.Superior) ? SuperiorityVerdict.Superior
        : Compared.Any(baseline => baseline.Comparison!.Verdict == SuperiorityVerdict.Inferior) ? SuperiorityVerdict.Inferior
        : SuperiorityVerdict.NotShown;

    private IEnumerable<BaselineResult> Compared => Baselines.Where(baseline => baseline.Comparison is not null);

    /// <summary>The baseline of that kind.</summary>
    /// <param name="baseline">The kind.</param>
    public BaselineResult this[Baseline baseline] => Baselines.First(result => result.Baseline == baseline);

    /// <summary>The verdict on a line, then one line a baseline, then what limits the comparisons.</summary>
    public override string ToString()
    {
        var verdict = Verdict switch
        {
            SuperiorityVerdict.Superior => "superior to every baseline",
            SuperiorityVerdict.Inferior => $"inferior to the baseline {Best.Baseline}",
            _ => $"not shown to be superior to the baseline {Best.Baseline}",
        };
        var notes = Compared.Select(baseline => baseline.Comparison!.Note).OfType<string>().Distinct();
        return Invariant($"{Metric} {Model.Value:0.####}: {verdict}\n") + string.Join("\n", [.. Baselines.Select(baseline => baseline.ToString()), .. notes]);
    }
}
