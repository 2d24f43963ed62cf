using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>What the runs of one type showed.</summary>
internal sealed class EntryResult : IEntryResult
{
    /// <param name="ran">The methods and lambdas that ran to their end.</param>
    /// <param name="traces">What happened.</param>
    public EntryResult(IEnumerable<ISymbol> ran, EntryTraces traces)
    {
        Ran = new HashSet<ISymbol>(ran, SymbolEqualityComparer.Default);
        Traces = traces;
    }

    /// <summary>The methods and lambdas that ran to their end.</summary>
    public HashSet<ISymbol> Ran { get; }

    /// <summary>What happened.</summary>
    public EntryTraces Traces { get; }

    /// <inheritdoc/>
    public bool HasRun(ISymbol symbol) => Ran.Contains(symbol.OriginalDefinition);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> FindingsUnder(RuleOptions options) => Traces.FindingsUnder(options);
}
