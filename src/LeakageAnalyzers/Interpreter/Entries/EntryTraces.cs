using System.Collections.Concurrent;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>What happened in the runs of one type, and what the rules say of it. It knows places in source, and nothing of the compilation.</summary>
internal sealed class EntryTraces
{
    private readonly ConcurrentDictionary<RuleOptions, IReadOnlyList<Finding>> _findings = new();

    public EntryTraces(IEnumerable<WorkflowTrace> traces) => All = traces.ToImmutableArray();

    /// <summary>One trace for each group of members that share rows or models.</summary>
    public ImmutableArray<WorkflowTrace> All { get; }

    /// <summary>What the rules say.</summary>
    public IReadOnlyList<Finding> FindingsUnder(RuleOptions options) =>
        _findings.GetOrAdd(options, _ => All.SelectMany(trace => RuleSet.All.Check(trace, options)).ToList());
}
