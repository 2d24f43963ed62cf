using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Finds columns by the names that callers give.</summary>
internal static class NamedColumn
{
    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static DataViewSchema.Column Find(IDataView data, string name) => data.Schema.GetColumnOrNull(name) ?? throw new ArgumentException(
        $"There is no column '{name}'; there are {string.Join(", ", data.Schema.Select(column => $"'{column.Name}'"))}.", nameof(name));

    /// <summary>The column of that name, whose values name something.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="name">The name.</param>
    /// <param name="named">What the values name, for the message.</param>
    /// <exception cref="ArgumentException">There is none, or its type cannot name anything.</exception>
    public static DataViewSchema.Column FindNaming(IDataView data, string name, string named)
    {
        var column = Find(data, name);
        return GroupValues.CanName(column.Type)
            ? column
            : throw new ArgumentException($"The column '{name}' of type {column.Type} cannot name {named}; text, numbers, keys, truth values and dates can.", nameof(name));
    }
}
