using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>Names that a user adds to the default names of a column role, or takes away with a leading <c>!</c>; <c>*</c> stands for any text.</summary>
public sealed class ColumnNamePatterns
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<(Regex Name, bool Adds)> _patterns;

    private ColumnNamePatterns(IReadOnlyList<(Regex, bool)> patterns) => _patterns = patterns;

    /// <summary>Only the defaults.</summary>
    public static ColumnNamePatterns None { get; } = new([]);

    /// <summary>Reads a comma-separated list; null where an entry is empty.</summary>
    public static ColumnNamePatterns? Parse(string list)
    {
        var entries = list.Split(',').Select(entry => entry.Trim()).ToList();
        return entries.Exists(entry => entry.TrimStart('!').Length == 0)
            ? null
            : new(entries.Select(entry => (ToRegex(entry.TrimStart('!')), !entry.StartsWith("!", StringComparison.Ordinal))).ToList());
    }

    /// <summary>Whether the user says that <paramref name="name"/> plays the role; null where no entry matches. The last matching entry wins.</summary>
    public bool? Decide(string name)
    {
        var matching = _patterns.Where(pattern => pattern.Name.IsMatch(name)).ToList();
        return matching.Count == 0 ? null : matching[matching.Count - 1].Adds;
    }

    private static Regex ToRegex(string pattern) => new(
        "^" + Regex.Escape(pattern).Replace("\\*", ".*") + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout);
}
