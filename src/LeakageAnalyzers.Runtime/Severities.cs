using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime;

/// <summary>How grave findings of a rule are unless more is known.</summary>
internal static class Severities
{
    /// <summary>What the analyzer gives the rule by default.</summary>
    public static FindingSeverity Of(RuleDescription rule) => rule.Severity == DefaultSeverity.Warning ? FindingSeverity.Warning : FindingSeverity.Info;
}
