namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>One baseline and how the model compares with it.</summary>
public sealed record BaselineResult
{
    /// <summary>Which baseline it is.</summary>
    public required Baseline Baseline { get; init; }

    /// <summary>What it predicts from, for example <c>feature 'PPE'</c>.</summary>
    public required string Description { get; init; }

    /// <summary>The model against the baseline; null where the metric has no value for the baseline, for the reason in <see cref="Note"/>.</summary>
    public required ModelComparison? Comparison { get; init; }

    /// <summary>Why there is no comparison; null where there is one.</summary>
    public string? Note { get; init; }

    /// <summary>For example <c>SingleFeature (feature 'PPE') 0.81: gain 0.02 (-0.03 to 0.06, 95 %)</c>, in the invariant culture.</summary>
    public override string ToString() => Comparison is { Difference: var gain, Second.Value: var value }
        ? FormattableString.Invariant($"{Baseline} ({Description}) {value:0.####}: gain {gain.Value:0.####} ({gain.Interval.Lower:0.####} to {gain.Interval.Upper:0.####}, {gain.Interval.Level * 100:0.##} %)")
        : $"{Baseline} ({Description}): {Note}";
}
