using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rows;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Content;

/// <summary>Traces rows back to the earliest place where the guard saw them.</summary>
internal sealed class RowIdentification(RowTags tags, SourceIdentity identity)
{
    /// <summary>The rows of <paramref name="rows"/> by what is known of them.</summary>
    public IReadOnlyDictionary<RowHistory, RowIdSet> Identify(RowCollector rows)
    {
        var identified = new Dictionary<RowHistory, RowIdSet>();
        foreach (var entry in rows.IdsByTag)
        {
            Identify(tags[entry.Key], entry.Value, identified);
        }

        return identified;
    }

    private void Identify(RowHistory history, RowIdSet ids, Dictionary<RowHistory, RowIdSet> identified)
    {
        if (identity.Of(history.Source) is not { } earlier)
        {
            IdsOf(identified, history).UnionWith(ids);
            return;
        }

        // A mapped row bears the tag that it had before its id was lost; what transformed it since then comes on top.
        var tag = tags.TagOf(history with { TransformedBy = EquatableList<ObservedFit>.Empty });
        var moved = new Dictionary<RowHistory, RowIdSet>();
        foreach (var id in ids.Ids())
        {
            if (earlier.TryGetValue(new DataViewRowId(unchecked((ulong)id), tag), out var origin))
            {
                IdsOf(moved, tags[origin.High].Then(history.TransformedBy)).Add(unchecked((long)origin.Low));
            }
            else
            {
                IdsOf(identified, history).Add(id);
            }
        }

        foreach (var entry in moved)
        {
            Identify(entry.Key, entry.Value, identified);
        }
    }

    private static RowIdSet IdsOf(Dictionary<RowHistory, RowIdSet> rows, RowHistory history)
    {
        if (!rows.TryGetValue(history, out var ids))
        {
            rows[history] = ids = new RowIdSet();
        }

        return ids;
    }
}
