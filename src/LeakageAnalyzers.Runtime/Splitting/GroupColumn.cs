using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>The column that names the group of each row.</summary>
internal static class GroupColumn
{
    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none, or its type cannot name a group.</exception>
    public static DataViewSchema.Column Find(IDataView data, string name) => NamedColumn.FindNaming(data, name, "groups");

    /// <summary>The name of the column that <typeparamref name="TRow"/> marks with <see cref="GroupKeyAttribute"/>.</summary>
    /// <exception cref="ArgumentException">None is marked, or several are.</exception>
    public static string Of<TRow>()
    {
        var marked = typeof(TRow).GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(member => member.IsDefined(typeof(GroupKeyAttribute), inherit: true))
            .Select(member => member.GetCustomAttribute<ColumnNameAttribute>() is { } named ? NameOf(named) ?? member.Name : member.Name)
            .ToList();
        return marked.Count == 1
            ? marked[0]
            : throw new ArgumentException($"{typeof(TRow)} has to mark one member with [GroupKey]; it marks {(marked.Count == 0 ? "none" : string.Join(", ", marked))}.");
    }

    // ML.NET keeps the attribute's name to itself.
    private static string? NameOf(ColumnNameAttribute attribute) =>
        typeof(ColumnNameAttribute).GetProperty("Name", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(attribute) as string;
}
