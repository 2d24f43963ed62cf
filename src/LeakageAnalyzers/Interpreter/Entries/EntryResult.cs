using System.Collections.Concurrent;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>What the runs of one type showed.</summary>
internal sealed class EntryResult
{
    private readonly ImmutableHashSet<ISymbol> _ran;
    private readonly ImmutableArray<WorkflowTrace> _traces;
    private readonly ConcurrentDictionary<RuleOptions, IReadOnlyList<Finding>> _findings = new();

    /// <param name="ran">The methods and lambdas that ran to their end.</param>
    /// <param name="traces">What happened, one trace for each group of methods that share rows or models.</param>
    public EntryResult(IEnumerable<ISymbol> ran, IEnumerable<WorkflowTrace> traces)
    {
        _ran = ran.ToImmutableHashSet(SymbolEqualityComparer.Default);
        _traces = traces.ToImmutableArray();
    }

    /// <summary>What happened, one trace for each group of members that share rows or models.</summary>
    public IReadOnlyList<WorkflowTrace> Traces => _traces;

    /// <summary>Whether <paramref name="symbol"/> ran.</summary>
    public bool HasRun(ISymbol symbol) => _ran.Contains(symbol.OriginalDefinition);

    /// <summary>What the rules say of these runs.</summary>
    public IReadOnlyList<Finding> FindingsUnder(RuleOptions options) =>
        _findings.GetOrAdd(options, _ => _traces.SelectMany(trace => RuleSet.All.Check(trace, options)).ToList());
}
