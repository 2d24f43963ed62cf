using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Reads leaderboards from comma-separated files, by ML.NET's own loader.</summary>
public static class LeaderboardCsv
{
    private const int MostColumns = 100;

    private static readonly string[] Wanted = ["challenge", "public", "private"];

    /// <summary>
    /// Reads the columns <c>challenge</c>, <c>public</c> and <c>private</c>, in whatever order and case the first line has them; other columns are passed over.
    /// </summary>
    /// <param name="path">The file. Fields may be quoted; numbers are in the invariant culture.</param>
    /// <returns>One entry a line, in the order of the file.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">A column is missing or named twice, there is no entry, or a score is no number; the message names the entry.</exception>
    public static IReadOnlyList<LeaderboardEntry> Read(string path)
    {
        if (!File.Exists(Check.NotNull(path)))
        {
            throw new FileNotFoundException($"There is no leaderboard '{path}'.", path);
        }

        var mlContext = new MLContext();
        var columns = ColumnsOf(mlContext, path);
        var rows = mlContext.Data.LoadFromTextFile(path, OptionsOf(columns));
        var entries = mlContext.Data.CreateEnumerable<Line>(rows, reuseRowObject: true)
            .Select((line, index) => new LeaderboardEntry(line.Challenge.Trim(), Score(line.Public, path, index, "public"), Score(line.Private, path, index, "private")))
            .ToList();
        return entries.Count > 0 ? entries : throw new FormatException($"The leaderboard '{path}' has no entries.");
    }

    private static int[] ColumnsOf(MLContext mlContext, string path)
    {
        var header = new TextLoader.Column(nameof(Header.Names), DataKind.String, [new TextLoader.Range(0, MostColumns - 1)]);
        var names = mlContext.Data.CreateEnumerable<Header>(
                mlContext.Data.LoadFromTextFile(path, new TextLoader.Options { Separators = [','], AllowQuoting = true, Columns = [header] }), reuseRowObject: false)
            .FirstOrDefault()?.Names.Select(name => name.Trim()).ToArray() ?? [];
        return Array.ConvertAll(Wanted, wanted => names.Count(name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase)) == 1
            ? Array.FindIndex(names, name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase))
            : throw new FormatException(
                $"The first line of '{path}' has to name the columns {string.Join(", ", Wanted)} once each; it names {string.Join(", ", names.Where(name => name.Length > 0).Select(name => $"'{name}'"))}."));
    }

    private static TextLoader.Options OptionsOf(int[] columns) => new()
    {
        Separators = [','],
        AllowQuoting = true,
        HasHeader = true,
        Columns =
        [
            new TextLoader.Column(nameof(Line.Challenge), DataKind.String, columns[0]),
            new TextLoader.Column(nameof(Line.Public), DataKind.String, columns[1]),
            new TextLoader.Column(nameof(Line.Private), DataKind.String, columns[2]),
        ],
    };

    private static double Score(string text, string path, int index, string column) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && !double.IsNaN(score) && !double.IsInfinity(score)
            ? score
            : throw new FormatException(Invariant($"Entry {index + 1} of '{path}' has '{text}' for its {column} score; it has to be a number."));

    private sealed class Line
    {
        public string Challenge { get; set; } = "";

        public string Public { get; set; } = "";

        public string Private { get; set; } = "";
    }

    private sealed class Header
    {
        public string[] Names { get; set; } = [];
    }
}
