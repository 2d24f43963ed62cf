using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>One run of a member of an entry.</summary>
/// <param name="Method">What ran.</param>
/// <param name="State">The state at its end.</param>
/// <param name="Events">What happened.</param>
/// <param name="Accesses">The members of objects that it read and wrote.</param>
internal sealed record MemberRun(IMethodSymbol Method, State State, IReadOnlyList<WorkflowEvent> Events, MemberAccesses Accesses);

/// <summary>The members of objects, and the static ones, that a run read and wrote.</summary>
internal sealed class MemberAccesses
{
    private readonly HashSet<(string Object, string Name)> _all = [];
    private readonly HashSet<(string Object, string Name)> _missing = [];
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<(string Object, string Name)> All => _all;

    /// <summary>Those that were read while nothing was known of them, but for those of objects that the run has made itself: another run would make its own.</summary>
    public IEnumerable<(string Object, string Name)> Missing => _missing.Where(member => !_made.Contains(member.Object));

    /// <summary>The objects that the run has made itself.</summary>
    public IReadOnlyCollection<string> Made => _made;

    /// <summary>Whether a static member that may be written more than once is among them.</summary>
    public bool TouchVariables { get; private set; }

    /// <summary>Notes a read or a write.</summary>
    public void Note(string obj, ISymbol member)
    {
        _all.Add((obj, member.Name));
        TouchVariables |= member.IsStatic && member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null });
    }

    /// <summary>Notes an object that was made.</summary>
    public void NoteMade(string obj) => _made.Add(obj);

    /// <summary>Notes a read of something that nobody has written yet.</summary>
    public void NoteMissing(string obj, string name) => _missing.Add((obj, name));

    /// <summary>Notes that code which found nothing in <paramref name="unset"/> went on with that, as it does the first time it runs.</summary>
    public void NoteEmpty(UnknownValue unset) => _missing.RemoveWhere(member => SymbolicId.Shorten($"{member.Object}.{member.Name}") == unset.Name);

    /// <summary>Notes what <paramref name="other"/> has noted.</summary>
    public void NoteAll(MemberAccesses other)
    {
        _all.UnionWith(other._all);
        _missing.UnionWith(other._missing);
        _made.UnionWith(other._made);
    }
}
