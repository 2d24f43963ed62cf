using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>One metric of a model on test rows, with its interval.</summary>
public sealed record MetricEstimate
{
    /// <summary>The metric's name, as ML.NET has it where it reports it too.</summary>
    public required string Name { get; init; }

    /// <summary>Which way the metric improves.</summary>
    public required MetricDirection Direction { get; init; }

    /// <summary>The value on the test rows; null where it has none, for the reason in <see cref="Note"/>. A logarithmic loss can be infinite.</summary>
    public required double? Value { get; init; }

    /// <summary>The interval; null where the value is missing or infinite.</summary>
    public required ConfidenceInterval? Interval { get; init; }

    /// <summary>What a reader has to know about this number: why it is missing, or why its interval says less than it seems to. Null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>For example <c>AreaUnderRocCurve 0.81 (0.74 to 0.87, 95 %)</c>, in the invariant culture.</summary>
    public override string ToString()
    {
        var value = Value is { } known ? Invariant($"{known:0.####}") : "none";
        var interval = Interval is { } range ? Invariant($" ({range.Lower:0.####} to {range.Upper:0.####}, {range.Level * 100:0.##} %)") : "";
        return $"{Name} {value}{interval}{(Note is null ? "" : $": {Note}")}";
    }
}
