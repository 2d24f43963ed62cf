namespace LeakageAnalyzers.Options;

/// <summary>What may stand in an .editorconfig or .globalconfig file.</summary>
internal static class OptionNames
{
    /// <summary>What all our options begin with.</summary>
    public const string Prefix = "leakage_analyzers.";

    /// <summary>Names of columns that name the individual several rows belong to.</summary>
    public const string GroupColumns = Prefix + "group_columns";

    /// <summary>Names of columns that say when a row was observed.</summary>
    public const string TimeColumns = Prefix + "time_columns";

    /// <summary>Names of columns that name the row.</summary>
    public const string IdentifierColumns = Prefix + "identifier_columns";

    /// <summary>Fewer test rows than these are too few.</summary>
    public const string MinTestRows = Prefix + "min_test_rows";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = ImmutableArray.Create(GroupColumns, TimeColumns, IdentifierColumns, MinTestRows);
}
