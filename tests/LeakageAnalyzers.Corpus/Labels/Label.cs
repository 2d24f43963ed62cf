namespace LeakageAnalyzers.Corpus.Labels;

/// <summary>What a reader found at a line of a public program.</summary>
/// <param name="Repository">Owner and name.</param>
/// <param name="Path">The file within it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">The kind of leak, or clean.</param>
/// <param name="Reason">Why.</param>
internal sealed record Label(string Repository, string Path, int Line, string Kind, string Reason)
{
    /// <summary>The kind of a line that is right.</summary>
    public const string Clean = "clean";

    private static readonly Dictionary<string, string[]> RulesByKind = new()
    {
        ["overlap"] = ["LEAK201", "LEAK101", "LEAK102"],
        ["preprocessing-statistics"] = ["LEAK101", "LEAK102"],
        ["preprocessing-vocabulary"] = ["LEAK103"],
        ["test-fit"] = ["LEAK104", "LEAK103", "LEAK102"],
        ["group"] = ["LEAK202"],
        ["temporal"] = ["LEAK204"],
        ["multi-test"] = ["LEAK301", "LEAK302", "LEAK303", "LEAK304"],
        ["cv-misuse"] = ["LEAK302", "LEAK303", "LEAK304"],
        ["id-in-features"] = ["LEAK402"],
    };

    /// <summary>The rules that stand for its kind; none for a clean line, or a kind that no rule stands for.</summary>
    public IReadOnlyList<string> Rules => RulesByKind.GetValueOrDefault(Kind, []);

    /// <summary>Whether <paramref name="file"/>, relative to the corpus, is the labelled file: repositories stand in folders named owner+name or owner/name.</summary>
    public bool IsIn(string file) => file == $"{Repository.Replace('/', '+')}/{Path}" || file == $"{Repository}/{Path}";

    /// <summary>Reads a table of labels with the columns repo, path, line, kind and reason.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a line is no number.</exception>
    public static IReadOnlyList<Label> ReadAll(string path)
    {
        var rows = File.ReadLines(path).Select(line => line.Split('\t')).ToList();
        var columns = new[] { "repo", "path", "line", "kind", "reason" }.Select(name => Array.IndexOf(rows[0], name) is >= 0 and var index
            ? index
            : throw new InvalidDataException($"'{path}' has no column '{name}'; it has {string.Join(", ", rows[0])}.")).ToArray();
        return [.. rows.Skip(1).Select(row => new Label(row[columns[0]], row[columns[1]], LineIn(row[columns[2]], path), row[columns[3]], row[columns[4]]))];
    }

    private static int LineIn(string text, string path) =>
        int.TryParse(text, out var line) ? line : throw new InvalidDataException($"'{text}' in '{path}' is no line number.");
}
