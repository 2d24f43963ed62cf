using System.Reflection;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>The columns of a row class whose members are marked with an attribute.</summary>
internal static class MarkedColumns
{
    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Of<TRow, TAttribute>()
        where TAttribute : Attribute =>
    [
        .. typeof(TRow).GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(member => member.IsDefined(typeof(TAttribute), inherit: true))
            .Select(member => member.GetCustomAttribute<ColumnNameAttribute>() is { } named ? NameOf(named) ?? member.Name : member.Name),
    ];

    /// <summary>The name of the only such column, or null.</summary>
    /// <exception cref="ArgumentException">There are several.</exception>
    public static string? Single<TRow, TAttribute>()
        where TAttribute : Attribute
    {
        var marked = Of<TRow, TAttribute>();
        var mark = typeof(TAttribute).Name.Replace(nameof(Attribute), "");
        return marked.Count switch
        {
            0 => null,
            1 => marked[0],
            _ => throw new ArgumentException($"{typeof(TRow)} can mark one member with [{mark}]; it marks {string.Join(", ", marked)}."),
        };
    }

    // ML.NET keeps the attribute's name to itself.
    private static string? NameOf(ColumnNameAttribute attribute) =>
        typeof(ColumnNameAttribute).GetProperty("Name", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(attribute) as string;
}
