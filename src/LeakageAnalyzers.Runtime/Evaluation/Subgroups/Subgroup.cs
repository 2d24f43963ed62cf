using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>What a model scored on the test rows of one subgroup.</summary>
public sealed record Subgroup
{
    /// <summary>The value of the column that makes the subgroup; <c>(missing)</c> where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its test rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Every metric with its interval, on these rows alone; null where they allow none, for the reason in <see cref="Note"/>.</summary>
    public required ModelEvaluation? Evaluation { get; init; }

    /// <summary>Why there is no evaluation, for example that it is one row; null where there is one.</summary>
    public string? Note { get; init; }

    /// <summary>The name, the rows, and the metrics or the reason why there are none.</summary>
    public override string ToString() => $"{Name}: {Evaluation?.ToString() ?? $"{Counted.Of(Rows, "row")}; {Note}"}";
}
