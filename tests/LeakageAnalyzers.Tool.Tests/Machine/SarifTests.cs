using System.Text.Json.Nodes;
using Json.Schema;

namespace LeakageAnalyzers.Tool.Tests.Machine;

/// <summary><c>--format sarif</c>, which code scanning reads.</summary>
public sealed class SarifTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task Findings_problems_flows_and_fixes_are_written_as_the_standard_asks()
    {
        using var folder = new TestFolder();
        folder.Write("my study/Program.cs", Study.Leaky);
        folder.Write("study.ipynb", Notebooks.LeakyJupyter);
        folder.Write("broken.ipynb", "{ \"cells\": [");

        var run = await leakage.RunAsync(folder, "check", ".", "--format", "sarif", "--output", "leaks.sarif");

        Assert.Equal(2, run.ExitCode);
        var log = JsonNode.Parse(folder.Read("leaks.sarif"))!;
        var verdict = Schema().Evaluate(log, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(verdict.IsValid, string.Join('\n', verdict.Details.Where(detail => detail.HasErrors).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")));

        var results = log["runs"]![0]!["results"]!.AsArray();
        Assert.Equal(["LEAK102", "LEAK102"], results.Select(result => (string?)result!["ruleId"]));
        Assert.Equal("my%20study/Program.cs", (string?)results[0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
        Assert.Equal(8, (int?)results[0]!["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]);
        Assert.Equal(
            ["loaded here", "fitted here", "transformed here", "split here", "trained here", "tested here"],
            results[0]!["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray().Select(step => (string?)step!["location"]!["message"]!["text"]));
        Assert.Equal("cell 4, line 3", (string?)results[1]!["locations"]![0]!["logicalLocations"]![0]!["name"]);
        Assert.False((bool?)log["runs"]![0]!["invocations"]![0]!["executionSuccessful"]);
    }

    [Fact]
    public async Task Who_applies_the_fix_of_a_result_gets_what_leakage_fix_writes()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        var run = await leakage.RunAsync(folder, "check", "Program.cs", "--format", "sarif");

        var replacement = JsonNode.Parse(run.StandardOutput)!["runs"]![0]!["results"]![0]!["fixes"]![0]!["artifactChanges"]![0]!["replacements"]![0]!;
        var lines = Study.Leaky.Split('\n').ToList();
        var (first, last) = ((int)replacement["deletedRegion"]!["startLine"]!, (int)replacement["deletedRegion"]!["endLine"]!);
        lines.RemoveRange(first - 1, last - first);
        lines.InsertRange(first - 1, ((string)replacement["insertedContent"]!["text"]!).TrimEnd('\n').Split('\n'));
        Assert.Equal(Study.Honest, string.Join('\n', lines));
    }

    private static JsonSchema Schema()
    {
        using var schema = new StreamReader(typeof(SarifTests).Assembly.GetManifestResourceStream("sarif-as-we-write-it.json")!);
        return JsonSchema.FromText(schema.ReadToEnd());
    }
}
