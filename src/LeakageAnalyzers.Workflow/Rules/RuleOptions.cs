namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>What users may set.</summary>
/// <param name="GroupColumns">Which names mean a group column.</param>
public sealed record RuleOptions(GroupColumnNames GroupColumns)
{
    /// <summary>Nothing set.</summary>
    public static RuleOptions Default { get; } = new(GroupColumnNames.Default);
}
