namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>What users may set.</summary>
/// <param name="GroupColumns">Which columns name the individual that several rows belong to.</param>
public sealed record RuleOptions(GroupColumnNames GroupColumns)
{
    /// <summary>Fewer test rows than these are too few.</summary>
    public const int DefaultMinTestRows = 300;

    /// <summary>Nothing set.</summary>
    public static RuleOptions Default { get; } = new(GroupColumnNames.Default);

    /// <summary>Which columns say when a row was observed.</summary>
    public TimeColumnNames TimeColumns { get; init; } = TimeColumnNames.Default;

    /// <summary>Which columns name the row.</summary>
    public IdentifierColumnNames IdentifierColumns { get; init; } = IdentifierColumnNames.Default;

    /// <summary>The column that a trainer takes for the label where it is told none; null where no column is taken.</summary>
    internal string? DefaultLabel { get; init; }

    /// <summary>Whether the program tests software: what it evaluates is no claim.</summary>
    public bool IsTestProject { get; init; }

    /// <summary>Fewer test rows than these are too few for a claim.</summary>
    public int MinTestRows { get; init; } = DefaultMinTestRows;
}
