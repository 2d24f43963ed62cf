namespace LeakageAnalyzers.MlNet;

/// <summary>What LINQ does to a collection of rows before it becomes a view.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Linq =>
    [
        .. In("System.Linq.Enumerable",
            Call("ToList", CallKind.SameRows),
            Call("ToArray", CallKind.SameRows),
            Call("AsEnumerable", CallKind.SameRows),
            Call("Take", CallKind.Take),
            Call("Skip", CallKind.Skip),
            Call("Average", CallKind.Aggregate),
            Call("Max", CallKind.Aggregate),
            Call("Min", CallKind.Aggregate),
            Call("Sum", CallKind.Aggregate),
            Call("Where", CallKind.Filter),
            Call("Select", CallKind.MapRows),
            Call("DistinctBy", CallKind.OnePer),
            Call("GroupBy", CallKind.OnePer),
            Call("OrderBy", CallKind.Shuffle),
            Call("OrderByDescending", CallKind.Shuffle),
            Call("Reverse", CallKind.Shuffle)),
    ];
}
