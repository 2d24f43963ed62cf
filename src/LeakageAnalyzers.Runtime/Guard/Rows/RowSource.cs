using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>A watched leaf: the view whose row ids all others are traced back to.</summary>
/// <param name="key">Tells sources apart.</param>
/// <param name="name">What findings call it.</param>
/// <param name="schema">Its columns.</param>
internal sealed class RowSource(string key, string name, DataViewSchema schema)
{
    public string Key { get; } = key;

    public string Name { get; } = name;

    public DataViewSchema Schema { get; } = schema;

    /// <summary>The column that names the individual, where it was declared.</summary>
    public string? GroupColumn { get; set; }

    /// <summary>Whether a column of a derived view is still the one that was loaded, as far as name and type tell.</summary>
    public bool Has(DataViewSchema.Column column) => Schema.GetColumnOrNull(column.Name) is { } own && own.Type.Equals(column.Type);
}
