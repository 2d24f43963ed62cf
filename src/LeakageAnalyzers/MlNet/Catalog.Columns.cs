namespace LeakageAnalyzers.MlNet;

/// <summary>How ML.NET names the parameters that hold column names, and those that hold rows.</summary>
internal static partial class Catalog
{
    /// <summary>Columns that a step writes.</summary>
    public static ImmutableArray<string> OutputParameters { get; } = ImmutableArray.Create("outputColumnName", "outputColumnNames");

    /// <summary>Columns that a step reads.</summary>
    public static ImmutableArray<string> InputParameters { get; } = ImmutableArray.Create("inputColumnName", "inputColumnNames", "columnNames", "keepColumns", "featureColumnName", "featureColumnNames",
        "matrixColumnIndexColumnName", "matrixRowIndexColumnName", "sentence1ColumnName", "sentence2ColumnName");

    /// <summary>The features that a trainer reads where its options name none.</summary>
    public const string DefaultFeatures = "Features";

    /// <summary>The label that a trainer reads where its options name none.</summary>
    public const string DefaultLabel = "Label";

    /// <summary>The query that a ranker's row belongs to where its options name none.</summary>
    public const string DefaultGroup = "GroupId";

    /// <summary>The query that a ranker's row belongs to.</summary>
    public static ImmutableArray<string> GroupParameters { get; } = ImmutableArray.Create("rowGroupColumnName");

    /// <summary>The label that a step reads.</summary>
    public static ImmutableArray<string> LabelParameters { get; } = ImmutableArray.Create("labelColumnName");

    /// <summary>Rows that a trainer looks at while it learns from others.</summary>
    public static ImmutableArray<string> ValidationParameters { get; } = ImmutableArray.Create("validationSet");
}
