namespace LeakageAnalyzers.MlNet;

/// <summary>The columns that trainers read where nothing names others.</summary>
internal static partial class Catalog
{
    /// <summary>The features that a trainer reads where its options name none.</summary>
    public const string DefaultFeatures = "Features";

    /// <summary>The label that a trainer reads where its options name none.</summary>
    public const string DefaultLabel = "Label";

    /// <summary>The query that a ranker's row belongs to where its options name none.</summary>
    public const string DefaultGroup = "GroupId";
}
