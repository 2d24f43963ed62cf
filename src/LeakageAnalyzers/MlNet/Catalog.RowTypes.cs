namespace LeakageAnalyzers.MlNet;

/// <summary>What the members of row classes, the columns of loaders and user-written estimators are called.</summary>
internal static partial class Catalog
{
    /// <summary>Names the attribute of a member that is no column.</summary>
    public const string NoColumnAttribute = "NoColumnAttribute";

    /// <summary>Names the attribute that gives a member's column another name.</summary>
    public const string ColumnNameAttribute = "ColumnNameAttribute";

    /// <summary>Names the attribute of a member that is a key.</summary>
    public const string KeyTypeAttribute = "KeyTypeAttribute";

    /// <summary>The member of a loader's options that holds its columns.</summary>
    public const string ColumnsOption = "Columns";

    /// <summary>What an estimator learns by.</summary>
    public const string FitMethod = "Fit";

    /// <summary>What an estimator and a transformer say their columns by, which reads no row.</summary>
    public const string OutputSchemaMethod = "GetOutputSchema";

    // What an author declares a column to be, by an attribute of our own library.
    private static readonly Dictionary<string, ColumnRoles> RolesByAttribute = new()
    {
        ["GroupKeyAttribute"] = ColumnRoles.Group,
        ["TimeStampAttribute"] = ColumnRoles.Time,
        ["IdentifierAttribute"] = ColumnRoles.Identifier,
        ["LabelAttribute"] = ColumnRoles.Label,
    };

    // Types that have no number of their own in the compiler.
    private static readonly Dictionary<string, ColumnType> ColumnTypes = new()
    {
        ["ReadOnlyMemory"] = ColumnType.Text,
        ["DateTimeOffset"] = ColumnType.Time,
        ["TimeSpan"] = ColumnType.Time,
        ["VBuffer"] = ColumnType.Vector,
    };

    /// <summary>What <paramref name="attribute"/> declares a column to be.</summary>
    public static ColumnRoles RoleOf(INamedTypeSymbol attribute) =>
        attribute.ContainingNamespace is { Name: "Runtime", ContainingNamespace.Name: "LeakageAnalyzers" } && RolesByAttribute.TryGetValue(attribute.Name, out var role) ? role : ColumnRoles.None;

    /// <summary>What a column of a member of <paramref name="type"/> holds, where its name says so.</summary>
    public static ColumnType TypeOfColumn(ITypeSymbol type) => ColumnTypes.TryGetValue(type.Name, out var column) ? column : ColumnType.Unknown;

    /// <summary>Whether a value of <paramref name="type"/> is a point in time, of which only the distance to another one says anything; a duration is a number.</summary>
    public static bool IsDate(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var date] } => IsDate(date),
        { SpecialType: SpecialType.System_DateTime } => true,
        { Name: "DateTimeOffset" or "DateOnly", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        _ => false,
    };

    /// <summary>The type behind a member of <c>DataKind</c>, by its number: SByte 1 … UInt64 8, Single 9, Double 10, String 11, Boolean 12, TimeSpan 13, DateTime 14, DateTimeOffset 15.</summary>
    public static ColumnType TypeOfDataKind(long? kind) => kind switch
    {
        >= 1 and <= 8 => ColumnType.WholeNumber,
        9 or 10 => ColumnType.Real,
        11 => ColumnType.Text,
        12 => ColumnType.Boolean,
        13 or 14 or 15 => ColumnType.Time,
        _ => ColumnType.Unknown,
    };
}
