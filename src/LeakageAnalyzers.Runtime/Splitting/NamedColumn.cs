using System.Runtime.CompilerServices;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Finds columns by the names that callers give.</summary>
internal static class NamedColumn
{
    /// <summary>The column of that name.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="name">The name.</param>
    /// <param name="argument">What the caller calls the name.</param>
    /// <param name="advice">A sentence for those whose rows have no such column.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static DataViewSchema.Column Find(IDataView data, string name, string? argument, string advice = "") =>
        data.Schema.GetColumnOrNull(Check.NotNull(name, argument)) ?? throw new ArgumentException(
            $"There is no column '{name}'; there are {string.Join(", ", data.Schema.Select(column => $"'{column.Name}'"))}.{advice}", argument);

    /// <summary>The column of that name, whose values name something.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="name">The name.</param>
    /// <param name="named">What the values name, for the message.</param>
    /// <param name="argument">What the caller calls the name.</param>
    /// <exception cref="ArgumentException">There is none, or its type cannot name anything.</exception>
    public static DataViewSchema.Column FindNaming(IDataView data, string name, string named, [CallerArgumentExpression(nameof(name))] string? argument = null)
    {
        var column = Find(data, name, argument);
        return GroupValues.CanName(column.Type)
            ? column
            : throw new ArgumentException($"The column '{name}' of type {column.Type} cannot name {named}; text, numbers, keys, truth values and dates can.", argument);
    }
}
