using System.Collections.Concurrent;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Interpreter.Entries.Kept;

/// <summary>What was found in an earlier compilation, at its places in this one.</summary>
internal sealed class MovedResult : IEntryResult
{
    private readonly KeptResult _kept;
    private readonly Moves _moves;
    private readonly Func<ISymbol, MemberRan?> _ranAs;
    private readonly Lazy<IEntryResult> _again;
    private readonly ConcurrentDictionary<RuleOptions, IReadOnlyList<Finding>> _findings = new();

    /// <param name="kept">What was found.</param>
    /// <param name="moves">Where it stands now.</param>
    /// <param name="ranAs">What a member of this compilation is called among those that ran.</param>
    /// <param name="run">Runs the type in this compilation.</param>
    public MovedResult(KeptResult kept, Moves moves, Func<ISymbol, MemberRan?> ranAs, Func<IEntryResult> run)
    {
        _kept = kept;
        _moves = moves;
        _ranAs = ranAs;

        // A cancelled run is run again by who comes next.
        _again = new(run, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <inheritdoc/>
    public bool HasRun(ISymbol symbol) => _ranAs(symbol.OriginalDefinition) is { } member && _kept.Ran.Contains(member);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> FindingsUnder(RuleOptions options) => _findings.GetOrAdd(options, Moved);

    private IReadOnlyList<Finding> Moved(RuleOptions options)
    {
        var moved = _kept.Traces.FindingsUnder(options).Select(_moves.Of).ToList();
        return moved.Contains(null) ? _again.Value.FindingsUnder(options) : moved!;
    }
}
