namespace LeakageAnalyzers.MlNet;

/// <summary>What fields and properties stand for.</summary>
internal static partial class Catalog
{
    private static readonly MemberTable<MemberMeaning?> Members = new(
        new Dictionary<(string Type, string Member), MemberMeaning>
        {
            [("Microsoft.ML.DataOperationsCatalog+TrainTestData", "TrainSet")] = MemberMeaning.TrainRows,
            [("Microsoft.ML.DataOperationsCatalog+TrainTestData", "TestSet")] = MemberMeaning.TestRows,
            [("Microsoft.ML.TrainCatalogBase+CrossValidationResult`1", "Model")] = MemberMeaning.FoldModel,
            [("Microsoft.ML.TrainCatalogBase+CrossValidationResult`1", "Metrics")] = MemberMeaning.FoldMetrics,
            [("Microsoft.ML.TrainCatalogBase+CrossValidationResult`1", "ScoredHoldOutSet")] = MemberMeaning.ScoredTestRows,
            [("System.Collections.IEnumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.IEnumerator`1", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.List`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.Dictionary`2+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.IAsyncEnumerator`1", "Current")] = MemberMeaning.Current,
            [("Microsoft.ML.IDataView", "Schema")] = MemberMeaning.Schema,
            [("Microsoft.ML.DataViewRow", "Schema")] = MemberMeaning.Schema,
            [("Microsoft.ML.DataViewSchema+Column", "Name")] = MemberMeaning.Name,
            [("System.Reflection.MemberInfo", "Name")] = MemberMeaning.Name,
            [("System.Reflection.PropertyInfo", "PropertyType")] = MemberMeaning.MemberType,
            [("System.Reflection.FieldInfo", "FieldType")] = MemberMeaning.MemberType,
            [("System.Span`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.ReadOnlySpan`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.ArraySegment`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("Microsoft.Data.Analysis.DataFrame", "Rows")] = MemberMeaning.Viewed,
            [("System.Memory`1", "Span")] = MemberMeaning.Viewed,
            [("System.ReadOnlyMemory`1", "Span")] = MemberMeaning.Viewed,
            [("System.Array", "Length")] = MemberMeaning.Count,
            [("System.Collections.Generic.List`1", "Count")] = MemberMeaning.Count,
            [("System.Collections.Generic.Queue`1", "Count")] = MemberMeaning.Count,
            [("System.Collections.Generic.Stack`1", "Count")] = MemberMeaning.Count,
            [("System.Collections.Generic.Queue`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.Stack`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.ICollection`1", "Count")] = MemberMeaning.Count,
            [("System.Collections.Generic.IReadOnlyCollection`1", "Count")] = MemberMeaning.Count,
            [("System.Collections.Generic.Dictionary`2+ValueCollection+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.Dictionary`2+KeyCollection+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Generic.HashSet`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Immutable.ImmutableArray`1+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Collections.Immutable.ImmutableDictionary`2+Enumerator", "Current")] = MemberMeaning.Current,
            [("System.Nullable`1", "HasValue")] = MemberMeaning.HasValue,
            [("System.Nullable`1", "Value")] = MemberMeaning.Awaited,
            [("System.Collections.Generic.Dictionary`2", "Keys")] = MemberMeaning.Keys,
            [("System.Collections.Generic.Dictionary`2", "Values")] = MemberMeaning.Values,
            [("System.Collections.Generic.SortedDictionary`2", "Values")] = MemberMeaning.Values,
            [("System.Collections.Generic.IDictionary`2", "Values")] = MemberMeaning.Values,
            [("System.Collections.Generic.IReadOnlyDictionary`2", "Values")] = MemberMeaning.Values,
            [("System.Collections.Concurrent.ConcurrentDictionary`2", "Values")] = MemberMeaning.Values,
            [("System.Collections.Generic.KeyValuePair`2", "Key")] = MemberMeaning.Key,
            [("System.Collections.Generic.KeyValuePair`2", "Value")] = MemberMeaning.Value,
            [("System.Lazy`1", "Value")] = MemberMeaning.Forced,
            [("System.Threading.Tasks.Task`1", "Result")] = MemberMeaning.Awaited,
            [("System.Threading.Tasks.ValueTask`1", "Result")] = MemberMeaning.Awaited,
        }.Select(entry => (entry.Key.Type, entry.Key.Member, (MemberMeaning?)entry.Value)));

    private static readonly Dictionary<string, CreationMeaning> Creations = new()
    {
        ["Microsoft.ML.MLContext"] = CreationMeaning.Context,
        ["Microsoft.ML.InputOutputColumnPair"] = CreationMeaning.Pair,
        ["Microsoft.ML.Data.TextLoader+Column"] = CreationMeaning.LoaderColumn,
        ["System.IO.FileStream"] = CreationMeaning.Stream,
        [Experiment] = CreationMeaning.Search,
        ["System.ArraySegment`1"] = CreationMeaning.Segment,
        ["Microsoft.ML.Data.MultiFileSource"] = CreationMeaning.Source,
        ["Microsoft.ML.Data.DatabaseSource"] = CreationMeaning.Source,
        ["Microsoft.ML.Data.EstimatorChain`1"] = CreationMeaning.EstimatorChain,
        ["Microsoft.ML.Data.TransformerChain`1"] = CreationMeaning.TransformerChain,
        ["System.Threading.Tasks.ValueTask`1"] = CreationMeaning.Awaited,
        ["System.Collections.Generic.List`1"] = CreationMeaning.List,
        ["System.Collections.Generic.Dictionary`2"] = CreationMeaning.List,
        ["System.Collections.Generic.SortedDictionary`2"] = CreationMeaning.List,
        ["System.Collections.Generic.SortedList`2"] = CreationMeaning.List,
        ["System.Collections.Generic.PriorityQueue`2"] = CreationMeaning.List,
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = CreationMeaning.List,
        ["System.Collections.Concurrent.ConcurrentBag`1"] = CreationMeaning.List,
        ["System.Lazy`1"] = CreationMeaning.Lazy,
        ["System.Collections.Generic.HashSet`1"] = CreationMeaning.List,
        ["System.Collections.Generic.Queue`1"] = CreationMeaning.List,
        ["System.Collections.Generic.Stack`1"] = CreationMeaning.Stack,
    };

    private static readonly HashSet<string> CreationNames = new(Creations.Keys.Select(SimpleName), StringComparer.Ordinal);

    /// <summary>What an object of <paramref name="type"/> stands for.</summary>
    public static CreationMeaning CreationOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && CreationNames.Contains(named.Name) && Creations.TryGetValue(MetadataName(named.OriginalDefinition), out var meaning) ? meaning : CreationMeaning.None;

    /// <summary>What <paramref name="member"/> stands for, or null.</summary>
    public static MemberMeaning? MeaningOf(ISymbol member)
    {
        if (member.ContainingType is not { } type || !(Members.Knows(member.Name) || type.Name == "MLContext"))
        {
            return null;
        }

        var typeName = MetadataName(type.OriginalDefinition);
        return Members.Find(typeName, member.Name) ?? (typeName == "Microsoft.ML.MLContext" ? MemberMeaning.SameContext : null);
    }
}
