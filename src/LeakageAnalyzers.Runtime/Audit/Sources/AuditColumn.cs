namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>What a column holds, as far as the rules care.</summary>
internal enum ColumnKind
{
    /// <summary>Something that no rule can look into.</summary>
    Other,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A vector of numbers.</summary>
    Vector,

    /// <summary>A truth value or a key.</summary>
    Class,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A date or a time span.</summary>
    Time,

    /// <summary>A picture.</summary>
    Image,
}

/// <summary>A column that both sides have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">Its type, for messages.</param>
/// <param name="IsComparable">Whether two values of it can be compared for equality.</param>
internal sealed record AuditColumn(string Name, ColumnKind Kind, string Type, bool IsComparable)
{
    /// <summary>Whether its values can name groups or classes.</summary>
    public bool IsNaming => Kind is ColumnKind.Number or ColumnKind.Class or ColumnKind.Text or ColumnKind.Time;
}
