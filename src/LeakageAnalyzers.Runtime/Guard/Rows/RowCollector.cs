using LeakageAnalyzers.Workflow.Rows;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>Row ids by tag, as one cursor meets them. Not safe for concurrent writers.</summary>
internal sealed class RowCollector
{
    private readonly Dictionary<ulong, RowIdSet> _idsByTag = [];
    private ulong _lastTag;
    private RowIdSet? _last;

    public IReadOnlyDictionary<ulong, RowIdSet> IdsByTag => _idsByTag;

    public bool IsEmpty => _idsByTag.Count == 0;

    public void Add(DataViewRowId id)
    {
        if (_last is null || id.High != _lastTag)
        {
            _last = IdsOf(id.High);
            _lastTag = id.High;
        }

        _last.Add(unchecked((long)id.Low));
    }

    public void UnionWith(RowCollector other)
    {
        foreach (var entry in other._idsByTag)
        {
            IdsOf(entry.Key).UnionWith(entry.Value);
        }
    }

    private RowIdSet IdsOf(ulong tag)
    {
        if (!_idsByTag.TryGetValue(tag, out var ids))
        {
            _idsByTag[tag] = ids = new RowIdSet();
        }

        return ids;
    }
}
