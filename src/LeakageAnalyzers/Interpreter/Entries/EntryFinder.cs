namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>Finds where the runs begin that reach a body: the types whose members nobody in the compilation calls.</summary>
internal sealed class EntryFinder
{
    /// <summary>Members looked at on the way up from a body.</summary>
    private const int LongestSearch = 200;

    /// <summary>Entries asked about one body.</summary>
    private const int MostEntries = 20;

    /// <summary>Types that stand for the objects a method of their base may run on.</summary>
    private const int MostDerivedTypes = 4;

    private readonly CallIndex _calls;
    private readonly TypeHierarchy _types;

    public EntryFinder(CallIndex calls, TypeHierarchy types)
    {
        _calls = calls;
        _types = types;
    }

    /// <summary>The types to run so that <paramref name="member"/> runs in the ways the compilation runs it.</summary>
    public IReadOnlyList<INamedTypeSymbol> EntriesReaching(ISymbol member, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member };
        var waiting = new Queue<ISymbol>(seen);
        var entries = new List<INamedTypeSymbol>();
        while (waiting.Count > 0 && entries.Count < MostEntries)
        {
            var next = waiting.Dequeue();
            var callers = _calls.CallersOf(next, cancellation);
            if (callers.IsEmpty)
            {
                entries.AddRange(TypesToRun(next, member));
            }

            foreach (var caller in callers.Where(caller => seen.Count < LongestSearch && seen.Add(caller)))
            {
                waiting.Enqueue(caller);
            }
        }

        return entries.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Take(MostEntries).ToList();
    }

    // A method of a base class runs on objects of the classes derived from it.
    private IEnumerable<INamedTypeSymbol> TypesToRun(ISymbol root, ISymbol member)
    {
        if (root.ContainingType?.OriginalDefinition is not { } type)
        {
            return [];
        }

        if (root.IsStatic)
        {
            return [type];
        }

        var under = _types.ConcreteTypesUnder(type).ToList();
        var own = under.Where(candidate => SymbolEqualityComparer.Default.Equals(candidate, member.ContainingType?.OriginalDefinition)).ToList();
        return own.Count > 0 ? own
            : under.Count > 0 && (type.IsAbstract || type.TypeKind == TypeKind.Interface) ? under.Take(MostDerivedTypes)
            : [type];
    }
}
