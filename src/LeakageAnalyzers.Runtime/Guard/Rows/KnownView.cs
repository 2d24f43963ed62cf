using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>A view all of whose rows bear tags.</summary>
/// <param name="View">The rows.</param>
/// <param name="Order">When the guard met it: a view can only hold rows of earlier ones.</param>
/// <param name="IsSource">Whether its rows are those of a source, before anything transformed them.</param>
internal sealed record KnownView(IDataView View, int Order, bool IsSource = false);
