namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Names that a user adds to the default names of a column role, or takes away with a leading <c>!</c>; <c>*</c> stands for any text.</summary>
public sealed class ColumnNamePatterns
{
    private const char Removal = '!';
    private const char Wildcard = '*';

    private readonly IReadOnlyList<(string Name, bool Adds)> _patterns;

    private ColumnNamePatterns(IReadOnlyList<(string, bool)> patterns) => _patterns = patterns;

    /// <summary>Only the defaults.</summary>
    public static ColumnNamePatterns None { get; } = new([]);

    /// <summary>Reads a comma-separated list; null where an entry is empty.</summary>
    public static ColumnNamePatterns? Parse(string list)
    {
        var entries = list.Split(',').Select(entry => entry.Trim()).ToList();
        return entries.Exists(entry => NameIn(entry).Length == 0)
            ? null
            : new(entries.Select(entry => (NameIn(entry), entry[0] != Removal)).ToList());
    }

    /// <summary>Whether the user says that <paramref name="name"/> plays the role; null where no entry matches. The last matching entry wins.</summary>
    public bool? Decide(string name)
    {
        for (var i = _patterns.Count - 1; i >= 0; i--)
        {
            if (Matches(_patterns[i].Name, name))
            {
                return _patterns[i].Adds;
            }
        }

        return null;
    }

    private static string NameIn(string entry) => entry.TrimStart(Removal).Trim();

    // Each wildcard takes as little as it can and gives way to the next, so no pattern costs more than its length times the name's.
    private static bool Matches(string pattern, string name)
    {
        var parts = pattern.Split(Wildcard);
        if (parts.Length == 1)
        {
            return string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase);
        }

        var (first, last) = (parts[0], parts[parts.Length - 1]);
        if (name.Length < first.Length + last.Length
            || !name.StartsWith(first, StringComparison.OrdinalIgnoreCase) || !name.EndsWith(last, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (at, end) = (first.Length, name.Length - last.Length);
        foreach (var part in parts.Skip(1).Take(parts.Length - 2))
        {
            var found = name.IndexOf(part, at, end - at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }
}
