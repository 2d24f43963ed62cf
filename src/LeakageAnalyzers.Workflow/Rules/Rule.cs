using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>A pure question to a trace. Knows neither Roslyn nor ML.NET.</summary>
public abstract class Rule
{
    /// <summary>Its texts.</summary>
    public abstract RuleDescription Description { get; }

    /// <summary>What <paramref name="trace"/> does wrong.</summary>
    public abstract IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options);
}
