using System.Collections.Concurrent;
using LeakageAnalyzers.Interpreter.Entries.Kept;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>One compilation as the interpreter sees it. Whatever is asked twice is computed once.</summary>
internal sealed class ProgramModel
{
    private readonly EntryFinder _finder;
    private readonly KeptProgram? _kept;
    private readonly ConcurrentDictionary<INamedTypeSymbol, Run> _runs = new(SymbolEqualityComparer.Default);

    /// <param name="compilation">The compilation.</param>
    /// <param name="mentions">What is known of its files, and of those of other compilations that share some with it.</param>
    /// <param name="kept">What is known of earlier compilations; null where all is to be interpreted.</param>
    public ProgramModel(Compilation compilation, KnownMentions mentions, KeptResults? kept = null)
    {
        _kept = kept?.Of(compilation);
        Bodies = new SourceBodies(compilation);
        Types = new TypeHierarchy(compilation);
        Calls = new CallIndex(compilation, Bodies, mentions);
        SharedRuns = new SharedRuns(this);
        _finder = new EntryFinder(Calls, Types);
    }

    /// <summary>The graphs of the compilation's own members.</summary>
    public SourceBodies Bodies { get; }

    /// <summary>Which types derive from which.</summary>
    public TypeHierarchy Types { get; }

    /// <summary>Who calls whom.</summary>
    public CallIndex Calls { get; }

    /// <summary>What calls come to that are the same for all who make them.</summary>
    public SharedRuns SharedRuns { get; }

    /// <summary>What has been interpreted so far, by the type that was run.</summary>
    public IEnumerable<KeyValuePair<INamedTypeSymbol, EntryTraces>> Interpreted =>
        _runs.Where(run => run.Value.Result is EntryResult).Select(run => new KeyValuePair<INamedTypeSymbol, EntryTraces>(run.Key, ((EntryResult)run.Value.Result!).Traces));

    /// <summary>Whether nobody in the compilation calls <paramref name="method"/>.</summary>
    public bool IsUncalled(IMethodSymbol method, CancellationToken cancellation) => CallIndex.MemberOf(method) is { } member && !Calls.HasCallers(member, cancellation);

    /// <summary>
    /// What is found when the compilation runs <paramref name="owner"/>: in the ways it calls it, or, where nothing that is followed calls it, as callers from outside may.
    /// </summary>
    public IEnumerable<Finding> FindingsReaching(ISymbol owner, RuleOptions options, CancellationToken cancellation)
    {
        if (CallIndex.MemberOf(owner) is not { ContainingType: not null } member)
        {
            return [];
        }

        var entries = _finder.EntriesReaching(member, cancellation)
            .Select(type => ResultOf(type, cancellation))
            .Where(result => owner is not IMethodSymbol || result.HasRun(owner))
            .ToList();
        if (entries.Count == 0)
        {
            entries.Add(ResultOf(member.ContainingType.OriginalDefinition, cancellation));
        }

        return entries.SelectMany(result => result.FindingsUnder(options));
    }

    /// <summary>Lets go of the bodies of <paramref name="file"/> where nobody in another file calls <paramref name="members"/>, those of it that touch ML.NET: what runs them has run.</summary>
    public void Release(SyntaxTree file, IEnumerable<ISymbol> members, CancellationToken cancellation)
    {
        if (members.All(member => CallIndex.MemberOf(member) is { } called && Calls.CallersOf(called, cancellation).All(caller => caller.DeclaringSyntaxReferences.All(part => part.SyntaxTree == file))))
        {
            Bodies.Release(file);
        }
    }

    private IEntryResult ResultOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        // A cancelled run leaves nothing behind; who comes next runs it.
        var run = _runs.GetOrAdd(type, _ => new Run());
        lock (run)
        {
            return run.Result ??= _kept?.Find(type, method => IsUncalled(method, cancellation), () => Interpret(type, cancellation)) ?? Interpret(type, cancellation);
        }
    }

    private EntryResult Interpret(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var entry = new TypeEntry(this, type, cancellation);
        var result = entry.Interpret();
        _kept?.Keep(entry, result);
        return result;
    }

    private sealed class Run
    {
        public IEntryResult? Result { get; set; }
    }
}
