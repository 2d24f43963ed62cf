using System.Text.Json;

namespace LeakageAnalyzers.Tool.Tests.Prove;

/// <summary><c>leakage prove</c> on a loose file.</summary>
public sealed class ProveTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task What_a_leak_was_worth_is_measured_on_a_copy_and_the_guard_confirms_it()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Patients.Leaky);
        folder.Write("patients.csv", Patients.Csv);

        var run = await leakage.RunAsync(folder, "prove", "Program.cs", "--runs", "3", "--format", "json");

        Assert.Equal("", run.StandardError);
        Assert.Equal(1, run.ExitCode);
        var program = Assert.Single(JsonDocument.Parse(run.StandardOutput).RootElement.GetProperty("programs").EnumerateArray());
        var finding = Assert.Single(program.GetProperty("findings").EnumerateArray());
        Assert.Equal("LEAK202", finding.GetProperty("rule").GetString());
        Assert.Equal(6, finding.GetProperty("place").GetProperty("line").GetInt32());
        var evaluation = Assert.Single(finding.GetProperty("evaluations").EnumerateArray());
        Assert.Equal(9, evaluation.GetProperty("place").GetProperty("line").GetInt32());
        Assert.Equal("AreaUnderRocCurve", evaluation.GetProperty("metric").GetString());

        // Recordings show who speaks, and nothing else is to be learned.
        Assert.InRange(evaluation.GetProperty("leaky").GetDouble(), 0.95, 1);
        Assert.InRange(evaluation.GetProperty("honest").GetDouble(), 0.3, 0.7);
        Assert.InRange(evaluation.GetProperty("lower").GetDouble(), 0.05, evaluation.GetProperty("inflation").GetDouble());
        Assert.Equal(3, evaluation.GetProperty("honestRuns").EnumerateArray().Select(score => score.GetDouble()).Distinct().Count());
        Assert.True(finding.GetProperty("guard").GetProperty("seenBefore").GetBoolean());
        Assert.True(finding.GetProperty("guard").GetProperty("goneAfter").GetBoolean());
        Assert.Contains("inflated by a leak", finding.GetProperty("limitation").GetString(), StringComparison.Ordinal);

        Assert.Equal(["Program.cs", "patients.csv"], folder.Files.Order(StringComparer.Ordinal));
        Assert.Equal(Patients.Leaky, folder.Read("Program.cs"));
    }
}
