using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Tool.Tests.Prove;

/// <summary>The table of README: what <c>leakage prove</c> prints over the leaky samples.</summary>
public sealed partial class SamplesTableTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    // The programs' own seeds, which the published scores have to agree with; few, since each run costs a process.
    private const int Runs = 1;

    [Fact]
    public async Task The_table_is_what_a_run_over_the_samples_measures()
    {
        var table = Row().Matches(await File.ReadAllTextAsync(Path.Combine(ThisBuild.RepositoryRoot, "README.md"))).Select(Line.Of).ToList();
        Assert.True(table.Count > 6, "README has no table of the samples.");
        using var folder = new TestFolder();

        var run = await leakage.RunAsync(
            folder, "prove", Path.Combine(ThisBuild.RepositoryRoot, "samples", "LeakyPrograms"), "--runs", Runs.ToString(CultureInfo.InvariantCulture), "--format", "json");

        Assert.Equal(1, run.ExitCode);
        var measured = JsonDocument.Parse(run.StandardOutput).RootElement.GetProperty("programs").EnumerateArray()
            .SelectMany(program => program.GetProperty("findings").EnumerateArray()).ToDictionary(Line.KeyOf);
        Assert.Equal(measured.Keys.Order(StringComparer.Ordinal), table.Select(line => line.Key).Order(StringComparer.Ordinal));
        Assert.All(table, line =>
        {
            var evaluation = measured[line.Key].GetProperty("evaluations")[0];
            Assert.Equal(line.Published, evaluation.GetProperty("published").GetDouble(), 0.02);

            // What the rule says of itself holds: the rows show the leak or do not, and the repair takes it away.
            var guard = measured[line.Key].GetProperty("guard");
            Assert.Equal(guard.GetProperty("canShow").GetBoolean(), guard.GetProperty("goneAfter").GetBoolean());

            // One run spreads more than the mean of several.
            var width = line.Upper - line.Lower;
            Assert.InRange(evaluation.GetProperty("inflation").GetDouble(), line.Lower - width - 0.01, line.Upper + width + 0.01);
        });
    }

    [GeneratedRegex(@"^\s*(?<rule>LEAK\d{3})\s+(?<file>\w+\.cs) line (?<line>\d+)\s+\S+\s+(?<published>[\d.]+)\s+[\d.−]+\s+[+−\d.]+\s+(?<lower>[+−\d.]+) to (?<upper>[+−\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed record Line(string Key, double Published, double Lower, double Upper)
    {
        public static Line Of(Match row) =>
            new($"{row.Groups["rule"].Value}@{row.Groups["file"].Value}:{row.Groups["line"].Value}", Number(row.Groups["published"].Value), Number(row.Groups["lower"].Value), Number(row.Groups["upper"].Value));

        public static string KeyOf(JsonElement finding)
        {
            var place = finding.GetProperty("place");
            return $"{finding.GetProperty("rule").GetString()}@{Path.GetFileName(place.GetProperty("file").GetString())}:{place.GetProperty("line").GetInt32()}";
        }

        private static double Number(string text) => double.Parse(text.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
