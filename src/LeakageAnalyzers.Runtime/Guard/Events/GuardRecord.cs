using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>What a guard saw, and what the rules say of it.</summary>
internal sealed record GuardRecord(WorkflowTrace Trace, IReadOnlyList<Finding> Findings);
