using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>Where a row comes from and which fitted transformers it went through, first one first.</summary>
internal sealed record RowHistory(RowSource Source, EquatableList<ObservedFit> TransformedBy)
{
    /// <summary>The history of the row after <paramref name="fits"/> have transformed it.</summary>
    public RowHistory Then(params IEnumerable<ObservedFit> fits) => this with { TransformedBy = TransformedBy.Union(fits) };
}
