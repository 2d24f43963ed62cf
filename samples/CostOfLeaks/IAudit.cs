using LeakageAnalyzers.Runtime;

namespace CostOfLeaks;

/// <summary>A split whose rows show a leak, and one whose rows do not. Its name is the id of the rule that finds it.</summary>
internal interface IAudit
{
    /// <summary>What is split.</summary>
    public string Rows { get; }

    /// <summary>What the audit says of the leaky split.</summary>
    public AuditReport Leaky(int seed);

    /// <summary>What it says of its honest twin.</summary>
    public AuditReport Honest(int seed);
}
