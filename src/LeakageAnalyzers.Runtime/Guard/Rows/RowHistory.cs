using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>Where a row comes from and which fitted transformers it went through, first one first.</summary>
internal sealed record RowHistory(RowSource Source, EquatableList<ObservedFit> TransformedBy)
{
    /// <summary>The history of the row after <paramref name="fit"/> has transformed it.</summary>
    public RowHistory Then(ObservedFit fit) => this with { TransformedBy = TransformedBy.Union([fit]) };
}
