namespace LeakageAnalyzers.MlNet;

/// <summary>What the base class library does to collections of rows before they become a view, and around them.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Linq =>
    [
        .. In("System.Linq.Enumerable",
            Call("ToList", CallKind.SameRows),
            Call("ToArray", CallKind.SameRows),
            Call("ToHashSet", CallKind.SameRows),
            Call("AsEnumerable", CallKind.SameRows),
            Call("Cast", CallKind.SameRows),
            Call("Take", CallKind.Take),
            Call("Skip", CallKind.Skip),
            Call("TakeLast", CallKind.TakeLast),
            Call("SkipLast", CallKind.SkipLast),
            Call("Average", CallKind.Aggregate),
            Call("Max", CallKind.Aggregate),
            Call("Min", CallKind.Aggregate),
            Call("Sum", CallKind.Aggregate),
            Call("Where", CallKind.Filter),
            Call("TakeWhile", CallKind.Filter),
            Call("SkipWhile", CallKind.Filter),
            Call("OfType", CallKind.Filter),
            Call("Distinct", CallKind.Filter),
            Call("Except", CallKind.Filter),
            Call("Intersect", CallKind.Filter),
            Call("Select", CallKind.MapRows),
            Call("SelectMany", CallKind.MapRows),
            Call("DistinctBy", CallKind.OnePer),
            Call("GroupBy", CallKind.OnePer),
            Sort("OrderBy"),
            Sort("OrderByDescending"),
            Sort("ThenBy"),
            Sort("ThenByDescending"),
            Sort("Reverse"),
            Call("Shuffle", CallKind.Shuffle),
            Call("Concat", CallKind.Concat),
            Call("Union", CallKind.Concat),
            Call("Chunk", CallKind.Chunk),
            Call("Range", CallKind.Positions),
            Call("First", CallKind.PickItem),
            Call("FirstOrDefault", CallKind.PickItem),
            Call("Last", CallKind.PickItem),
            Call("LastOrDefault", CallKind.PickItem),
            Call("Single", CallKind.PickItem),
            Call("SingleOrDefault", CallKind.PickItem),
            Call("MaxBy", CallKind.PickItem),
            Call("MinBy", CallKind.PickItem),
            Call("ElementAt", CallKind.PickItem)),
        .. In("System.Collections.Generic.List`1",
            Call("Add", CallKind.AddItem),
            Call("GetRange", CallKind.TakeRange),
            Call("ToArray", CallKind.SameRows),
            Call("AddRange", CallKind.ChangeItems),
            Call("Clear", CallKind.ChangeItems),
            Call("Insert", CallKind.ChangeItems),
            Call("InsertRange", CallKind.ChangeItems),
            Call("Remove", CallKind.ChangeItems),
            Call("RemoveAll", CallKind.ChangeItems),
            Call("RemoveAt", CallKind.ChangeItems),
            Call("RemoveRange", CallKind.ChangeItems),
            Call("Reverse", CallKind.ChangeItems),
            Call("Sort", CallKind.ChangeItems)),
        .. In("System.Collections.Generic.Dictionary`2", Call("Add", CallKind.AddItem), Call("Clear", CallKind.ChangeItems), Call("Remove", CallKind.ChangeItems)),
        .. In("System.Array", Call("Sort", CallKind.ChangeItems), Call("Reverse", CallKind.ChangeItems), Call("Resize", CallKind.ChangeItems)),
        .. In("System.Random", Call("Shuffle", CallKind.ChangeItems)),
        .. In("System.Threading.Tasks.Task",
            Call("Run", CallKind.Invoke),
            Call("FromResult", CallKind.Identity),
            Call("ConfigureAwait", CallKind.Identity)),
        .. In("System.Threading.Tasks.Task`1", Call("ConfigureAwait", CallKind.Identity), Call("GetAwaiter", CallKind.Identity)),
        .. In("System.Runtime.CompilerServices.TaskAwaiter`1", Call("GetResult", CallKind.Identity)),
        .. In("System.Threading.Tasks.TaskFactory", Call("StartNew", CallKind.Invoke)),
    ];

    // What draws random numbers: an order by them is another one at each run.
    private static readonly ImmutableHashSet<string> RandomTypes = ImmutableHashSet.Create("System.Random", "System.Guid", "System.Security.Cryptography.RandomNumberGenerator");

    /// <summary>Whether <paramref name="method"/> draws a random value.</summary>
    public static bool IsRandom(IMethodSymbol method) => RandomTypes.Contains(MetadataName(method.ContainingType));

    private static CatalogRow Sort(string method) => Call(method, CallKind.Shuffle) with { IsSort = true };
}
