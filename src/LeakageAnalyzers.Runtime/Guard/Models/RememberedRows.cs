using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Models;

/// <summary>The rows that a loaded model was fitted on: those of the watched views that have their values.</summary>
internal sealed class RememberedRows(IReadOnlyList<RememberedContent> contents, Func<IEnumerable<IDataView>> watchedViews) : IReadRows
{
    /// <inheritdoc/>
    public RowCollector Rows()
    {
        var found = new RowCollector();
        foreach (var view in watchedViews())
        {
            contents.ToList().ForEach(content => content.FindIn(view, found));
        }

        return found;
    }
}
