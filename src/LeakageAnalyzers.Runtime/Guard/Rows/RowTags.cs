using System.Collections.Concurrent;
using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>
/// The meaning of the upper halves of row ids. Tags are random, so that neither an id of ML.NET's own (whose upper half is zero, or a hash) nor a tag of
/// another guard is taken for one: the chance is that of guessing 60 random bits.
/// </summary>
internal sealed class RowTags
{
    private readonly ConcurrentDictionary<ulong, RowHistory> _histories = new();
    private readonly ConcurrentDictionary<RowHistory, ulong> _tags = new();

    /// <summary>What <paramref name="tag"/> says of its rows.</summary>
    public RowHistory this[ulong tag] => _histories[tag];

    /// <summary>Rows of <paramref name="source"/> get its tag; rows that this guard knows already keep theirs.</summary>
    public Func<ulong, Change> Mark(RowSource source)
    {
        var tag = TagOf(new RowHistory(source, EquatableList<ObservedFit>.Empty));
        return old => _histories.ContainsKey(old) ? new Change(old, false) : new Change(tag, FoldsId: old != 0);
    }

    /// <summary>Rows, all of which this guard knows, get the tag of their history with <paramref name="fit"/> at its end.</summary>
    public Func<ulong, Change> Extend(ObservedFit fit) => old => new Change(TagOf(this[old].Then(fit)), false);

    /// <summary>The tag of rows of that history.</summary>
    public ulong TagOf(RowHistory history) => _tags.GetOrAdd(history, created =>
    {
        var tag = BitConverter.ToUInt64(Guid.NewGuid().ToByteArray(), 0);
        _histories[tag] = created;
        return tag;
    });

    /// <summary>What becomes of a row's id.</summary>
    /// <param name="Tag">The new upper half.</param>
    /// <param name="FoldsId">Whether the old upper half tells rows apart and has to be hashed into the lower one.</param>
    public readonly record struct Change(ulong Tag, bool FoldsId);
}
