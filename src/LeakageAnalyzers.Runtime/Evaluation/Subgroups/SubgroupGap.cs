using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>By how much a metric differs between two subgroups, or between a subgroup and all other rows.</summary>
public sealed record SubgroupGap
{
    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The first subgroup.</summary>
    public required string First { get; init; }

    /// <summary>The second subgroup; null for the rows of all others.</summary>
    public required string? Second { get; init; }

    /// <summary>
    /// The metric of the first less that of the second, in the metric's unit, with its interval. Both are scored on the same resamples, so
    /// that groups with rows in either count as one. Null where there is none, for the reason in <see cref="Note"/>.
    /// </summary>
    public required Estimate? Difference { get; init; }

    /// <summary>Why there is no difference, or why its interval says less than it seems to; null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>For example <c>AreaUnderRocCurve, f less m: -0.12 (-0.21 to -0.03, 95 %)</c>, in the invariant culture.</summary>
    public override string ToString() => $"{Metric}, {First} less {Second ?? "the rest"}: " + (Difference is { Value: var value, Interval: var range }
        ? Invariant($"{value:0.####} ({range.Lower:0.####} to {range.Upper:0.####}, {range.Level * 100:0.##} %){(Note is null ? "" : $": {Note}")}")
        : Note);
}
