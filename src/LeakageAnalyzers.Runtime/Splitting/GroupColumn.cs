using System.Runtime.CompilerServices;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>The column that names the group of each row.</summary>
internal static class GroupColumn
{
    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none, or its type cannot name a group.</exception>
    public static DataViewSchema.Column Find(IDataView data, string name, [CallerArgumentExpression(nameof(name))] string? argument = null) =>
        NamedColumn.FindNaming(data, name, "groups", argument);

    /// <summary>The name of the column that <typeparamref name="TRow"/> marks with <see cref="GroupKeyAttribute"/>.</summary>
    /// <exception cref="ArgumentException">None is marked, or several are.</exception>
    public static string Of<TRow>()
    {
        var marked = MarkedColumns.Of<TRow, GroupKeyAttribute>();
        return marked.Count == 1
            ? marked[0]
            : throw new ArgumentException($"{typeof(TRow)} has to mark one member with [GroupKey]; it marks {(marked.Count == 0 ? "none" : string.Join(", ", marked))}.");
    }
}
