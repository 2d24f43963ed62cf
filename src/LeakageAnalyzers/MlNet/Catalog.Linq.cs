namespace LeakageAnalyzers.MlNet;

/// <summary>What the base class library does to collections of rows before they become a view, and around them.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> Linq =>
    [
        .. In("System.Linq.Enumerable",
            Call("ToList", CallKind.SameRows) with { MakesCopy = true },
            Call("ToArray", CallKind.SameRows) with { MakesCopy = true },
            Call("ToHashSet", CallKind.SameRows) with { MakesCopy = true, RemovesCopies = true },
            Call("AsEnumerable", CallKind.SameRows),
            Call("Cast", CallKind.SameRows),
            Call("Take", CallKind.Take),
            Call("Skip", CallKind.Skip),
            Call("TakeLast", CallKind.TakeLast),
            Call("SkipLast", CallKind.SkipLast),
            Call("Count", CallKind.CountMatches),
            Call("LongCount", CallKind.CountMatches),
            Call("Average", CallKind.Aggregate),
            Call("Max", CallKind.Aggregate) with { IsExtreme = true },
            Call("Min", CallKind.Aggregate) with { IsExtreme = true },
            Call("Sum", CallKind.Aggregate),
            Call("Where", CallKind.Filter),
            Call("TakeWhile", CallKind.Filter),
            Call("SkipWhile", CallKind.Filter),
            Call("OfType", CallKind.Filter),
            Call("Distinct", CallKind.Filter) with { RemovesCopies = true },
            Call("Except", CallKind.Except),
            Call("ExceptBy", CallKind.Except),
            Call("Intersect", CallKind.Filter),
            Call("Append", CallKind.AppendItem),
            Call("Prepend", CallKind.AppendItem),
            Call("Zip", CallKind.Zip),
            Call("Aggregate", CallKind.Fold),
            Call("Select", CallKind.MapRows),
            Call("SelectMany", CallKind.ExpandRows),
            Call("Repeat", CallKind.Repeat),
            Call("DistinctBy", CallKind.OnePer) with { RemovesCopies = true },
            Call("GroupBy", CallKind.OnePer) with { RemovesCopies = true, GivesGroups = true },
            Call("ToLookup", CallKind.OnePer) with { RemovesCopies = true, GivesGroups = true },
            Sort("OrderBy"),
            Sort("OrderByDescending"),
            Sort("Order"),
            Sort("OrderDescending"),
            Sort("ThenBy") with { RefinesOrder = true },
            Sort("ThenByDescending") with { RefinesOrder = true },
            Sort("Reverse") with { RefinesOrder = true },
            Call("Shuffle", CallKind.Shuffle) with { DrawsAnew = true },
            Call("Concat", CallKind.Concat),
            Call("Union", CallKind.Concat) with { RemovesCopies = true },
            Call("Chunk", CallKind.Chunk),
            Call("ToDictionary", CallKind.Tabulate),
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
        .. In("System.Collections.Concurrent.ConcurrentQueue`1", Call("Enqueue", CallKind.AddItem), Call("TryDequeue", CallKind.TryTakeItem), Call("Clear", CallKind.ChangeItems)),
        .. In("System.Collections.Concurrent.ConcurrentStack`1", Call("Push", CallKind.AddItem) with { AtFront = true }, Call("TryPop", CallKind.TryTakeItem), Call("Clear", CallKind.ChangeItems)),
        .. In("System.Collections.Concurrent.ConcurrentBag`1", Call("Add", CallKind.AddItem), Call("ToArray", CallKind.SameRows) with { MakesCopy = true }, Call("TryTake", CallKind.TryTakeItem), Call("Clear", CallKind.ChangeItems)),
        .. In("System.Collections.Immutable.ImmutableArray", Call("Create", CallKind.ListItems), Call("ToImmutableArray", CallKind.SameRows) with { MakesCopy = true }),
        .. In("System.Collections.Immutable.ImmutableList", Call("Create", CallKind.ListItems), Call("ToImmutableList", CallKind.SameRows) with { MakesCopy = true }),
        .. In("System.Collections.Immutable.ImmutableDictionary", Call("ToImmutableDictionary", CallKind.Tabulate)),
        .. In("System.Collections.Frozen.FrozenDictionary", Call("ToFrozenDictionary", CallKind.Tabulate)),
        .. In("System.Linq.Queryable",
            Call("AsQueryable", CallKind.SameRows),
            Call("Where", CallKind.Filter),
            Call("Select", CallKind.MapRows)),
        .. In("System.Type", Call("GetProperties", CallKind.ListMembers), Call("GetFields", CallKind.ListMembers)),
        .. In("System.Collections.Generic.List`1",
            Call("Add", CallKind.AddItem),
            Call("GetRange", CallKind.TakeRange),
            Call("ToArray", CallKind.SameRows) with { MakesCopy = true },
            Call("AddRange", CallKind.AddItems),
            Call("AsReadOnly", CallKind.SameRows),
            Call("ConvertAll", CallKind.MapRows),
            Call("FindAll", CallKind.Filter),
            Call("ForEach", CallKind.ForEach),
            Call("Clear", CallKind.ChangeItems),
            Call("Insert", CallKind.ChangeItems),
            Call("InsertRange", CallKind.ChangeItems),
            Call("Remove", CallKind.ChangeItems),
            Call("RemoveAll", CallKind.ChangeItems),
            Call("RemoveAt", CallKind.ChangeItems),
            Call("RemoveRange", CallKind.ChangeItems),
            Call("Reverse", CallKind.ChangeItems) with { KeepsItems = true },
            Call("Sort", CallKind.ChangeItems) with { KeepsItems = true, IsSort = true }),
        .. In("System.Collections.Generic.Dictionary`2", Call("Add", CallKind.AddItem), Call("TryAdd", CallKind.AddItem), Call("TryGetValue", CallKind.TryGetItem), Call("Clear", CallKind.ChangeItems), Call("Remove", CallKind.ChangeItems)),
        .. In("System.Collections.Concurrent.ConcurrentDictionary`2", Call("GetOrAdd", CallKind.GetOrAddItem), Call("TryAdd", CallKind.AddItem), Call("TryGetValue", CallKind.TryGetItem), Call("Clear", CallKind.ChangeItems), Call("TryRemove", CallKind.ChangeItems)),
        .. In("System.Collections.Generic.IDictionary`2", Call("Add", CallKind.AddItem), Call("TryGetValue", CallKind.TryGetItem)),
        .. In("System.Collections.Generic.IReadOnlyDictionary`2", Call("TryGetValue", CallKind.TryGetItem)),
        .. In("System.Collections.Generic.CollectionExtensions", Call("GetValueOrDefault", CallKind.PickItem)),
        .. In("System.Collections.Generic.HashSet`1", Call("Add", CallKind.AddItem), Call("Clear", CallKind.ChangeItems), Call("Remove", CallKind.ChangeItems)),
        .. In("System.Collections.Generic.Queue`1",
            Call("Enqueue", CallKind.AddItem),
            Call("Dequeue", CallKind.TakeItem),
            Call("Peek", CallKind.PickItem),
            Call("ToArray", CallKind.SameRows) with { MakesCopy = true },
            Call("TryDequeue", CallKind.TryTakeItem),
            Call("Clear", CallKind.ChangeItems)),
        .. In("System.Collections.Generic.PriorityQueue`2", Call("Enqueue", CallKind.AddItem), Call("Dequeue", CallKind.TakeItem), Call("Peek", CallKind.PickItem), Call("Clear", CallKind.ChangeItems)),
        .. In("System.Collections.Generic.SortedDictionary`2", Call("Add", CallKind.AddItem), Call("TryGetValue", CallKind.TryGetItem), Call("Clear", CallKind.ChangeItems), Call("Remove", CallKind.ChangeItems)),
        .. In("System.Collections.Generic.SortedList`2", Call("Add", CallKind.AddItem), Call("TryGetValue", CallKind.TryGetItem), Call("Clear", CallKind.ChangeItems), Call("Remove", CallKind.ChangeItems)),
        .. In("System.Collections.Generic.Stack`1",
            Call("Push", CallKind.AddItem) with { AtFront = true },
            Call("Pop", CallKind.TakeItem),
            Call("Peek", CallKind.PickItem),
            Call("ToArray", CallKind.SameRows) with { MakesCopy = true },
            Call("TryPop", CallKind.TryTakeItem),
            Call("Clear", CallKind.ChangeItems)),
        .. ArrayViews.SelectMany(type => In(type, Call("Slice", CallKind.TakeRange), Call("ToArray", CallKind.SameRows) with { MakesCopy = true })),
        .. In("System.MemoryExtensions", Call("AsSpan", CallKind.TakeRange), Call("AsMemory", CallKind.TakeRange)),
        .. In("System.Runtime.InteropServices.CollectionsMarshal", Call("AsSpan", CallKind.SameRows)),
        .. In("System.Array", Call("ConvertAll", CallKind.MapRows), Call("FindAll", CallKind.Filter), Call("ForEach", CallKind.ForEach), Call("Sort", CallKind.ChangeItems) with { KeepsItems = true, IsSort = true }, Call("Reverse", CallKind.ChangeItems) with { KeepsItems = true }, Call("Resize", CallKind.ChangeItems)),
        .. In("System.Random", Call("Shuffle", CallKind.ChangeItems) with { KeepsItems = true }),
        .. In("System.Threading.Tasks.Task",
            Call("Run", CallKind.Invoke),
            Call("FromResult", CallKind.Identity),
            Call("WhenAll", CallKind.Identity),
            Call("ContinueWith", CallKind.Invoke),
            Call("ConfigureAwait", CallKind.Identity)),
        .. In("System.Threading.Tasks.Task`1", Call("ContinueWith", CallKind.Invoke), Call("ConfigureAwait", CallKind.Identity), Call("GetAwaiter", CallKind.Identity)),
        .. In("System.Runtime.CompilerServices.TaskAwaiter`1", Call("GetResult", CallKind.Identity)),
        .. In("System.Threading.Tasks.ValueTask", Call("FromResult", CallKind.Identity)),
        .. In("System.Threading.Tasks.ValueTask`1", Call("ConfigureAwait", CallKind.Identity), Call("GetAwaiter", CallKind.Identity), Call("AsTask", CallKind.Identity)),
        .. In("System.Runtime.CompilerServices.ValueTaskAwaiter`1", Call("GetResult", CallKind.Identity)),
        .. In("System.Threading.Tasks.Parallel", Call("ForEach", CallKind.ForEach), Call("For", CallKind.ForEach)),
        .. In("System.Nullable`1", Call("GetValueOrDefault", CallKind.Identity)),
        .. In("System.Threading.Tasks.TaskFactory", Call("StartNew", CallKind.Invoke)),
    ];

    // Consecutive items of an array that stay where they are.
    private static ImmutableArray<string> ArrayViews => ImmutableArray.Create("System.ArraySegment`1", "System.Span`1", "System.ReadOnlySpan`1", "System.Memory`1", "System.ReadOnlyMemory`1");

    /// <summary>Whether what an operator of <paramref name="type"/> converts to it stays the same position or the same items.</summary>
    public static bool KeepsValue(INamedTypeSymbol type) => type.ContainingNamespace?.Name == "System" && (type.Name == "Index" || (type.IsGenericType && ArrayViews.Contains(MetadataName(type.OriginalDefinition))));

    /// <summary>Which part of what is put into a collection of <paramref name="type"/> it keeps its entries in the order of: 0 for the first, 1 for the second, null where it keeps no such order.</summary>
    public static int? KeyOfSorted(ITypeSymbol? type) => type is not INamedTypeSymbol { Arity: 2 } named ? null : MetadataName(named.OriginalDefinition) switch
    {
        "System.Collections.Generic.SortedDictionary`2" or "System.Collections.Generic.SortedList`2" => 0,
        "System.Collections.Generic.PriorityQueue`2" => 1,
        _ => null,
    };

    // What asks a set, a list or a table whether a value is in it, and what it answers where none is.
    private static readonly MemberTable<bool?> Newness = new(
        new[] { "HashSet`1", "SortedSet`1", "ISet`1" }.SelectMany(set => new[] { (set, "Add", true), (set, "Contains", false) })
            .Concat(new[] { ("List`1", "Contains", false) })
            .Concat(new[] { "Dictionary`2", "SortedDictionary`2", "IDictionary`2" }.SelectMany(table => new[] { (table, "TryAdd", true), (table, "ContainsKey", false) }))
            .Select(entry => ("System.Collections.Generic." + entry.Item1, entry.Item2, (bool?)entry.Item3)));

    /// <summary>What <paramref name="method"/> answers where no such value was put in before; null where it answers something else.</summary>
    public static bool? AnswerForNew(IMethodSymbol method) => Newness.Knows(method.Name) && method.ContainingType is { } type ? Newness.Find(MetadataName(type.OriginalDefinition), method.Name) : null;

    // By the name that a compiler looks at first, without the namespace.
    private static readonly Dictionary<string, string> PureTypes = new()
    {
        ["Path"] = "System.IO.Path",
        ["String"] = "System.String",
        ["Math"] = "System.Math",
        ["Environment"] = "System.Environment",
    };

    /// <summary>Whether what <paramref name="method"/> gives depends on nothing but its arguments.</summary>
    public static bool IsPure(IMethodSymbol method) =>
        PureTypes.TryGetValue(method.ContainingType.Name, out var type) && MetadataName(method.ContainingType) == type && method.Name != "GetTempFileName";

    // What draws random numbers: an order by them is another one at each run.
    private static readonly HashSet<string> RandomTypes = ["System.Random", "System.Guid", "System.Security.Cryptography.RandomNumberGenerator"];

    private static readonly HashSet<string> RandomNames = new(RandomTypes.Select(SimpleName), StringComparer.Ordinal);

    /// <summary>Whether <paramref name="method"/> draws a random value.</summary>
    public static bool IsRandom(IMethodSymbol method) => RandomNames.Contains(method.ContainingType?.Name ?? "") && RandomTypes.Contains(MetadataName(method.ContainingType));

    /// <summary>The members that say how many items a list or an array has.</summary>
    public static ImmutableArray<string> Counts { get; } = ImmutableArray.Create("Count", "Length");

    private static CatalogRow Sort(string method) => Call(method, CallKind.Shuffle) with { IsSort = true };
}
