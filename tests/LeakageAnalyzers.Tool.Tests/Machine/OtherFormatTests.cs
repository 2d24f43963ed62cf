using System.Text.Json.Nodes;

namespace LeakageAnalyzers.Tool.Tests.Machine;

/// <summary>The other formats.</summary>
public sealed class OtherFormatTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task GitHub_gets_an_annotation_for_the_line_of_the_file_and_the_cell_in_words()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);
        folder.Write("study.ipynb", Notebooks.LeakyJupyter);

        var run = await leakage.RunAsync(folder, "check", ".", "--format", "github");

        Assert.Equal(1, run.ExitCode);
        Assert.Collection(
            run.StandardOutput.TrimEnd('\n').Split('\n'),
            line => Assert.StartsWith("::warning file=Program.cs,line=8,col=22,title=LEAK102%3A Learned preprocessing before the split::NormalizeMinMax learned from 'data'", line, StringComparison.Ordinal),
            line => Assert.StartsWith("::warning file=study.ipynb,line=43,title=LEAK102%3A Learned preprocessing before the split::cell 4, line 3: NormalizeMinMax learned", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_has_the_finding_its_story_and_how_much_is_known()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        var run = await leakage.RunAsync(folder, "check", ".", "--format", "json");

        var answer = JsonNode.Parse(run.StandardOutput)!;
        Assert.Equal(1, (int?)answer["version"]);
        Assert.Equal("LEAK102", (string?)answer["findings"]![0]!["rule"]);
        Assert.Equal("warning", (string?)answer["findings"]![0]!["level"]);
        Assert.Equal(8, (int?)answer["findings"]![0]!["place"]!["line"]);
        Assert.Equal("Learn the steps inside the trained pipeline", (string?)answer["findings"]![0]!["fix"]);
        Assert.Equal(6, answer["findings"]![0]!["story"]!.AsArray().Count);
        Assert.Equal((4, 4), ((int)answer["provenance"]!["known"]!, (int)answer["provenance"]!["calls"]!));
    }

    [Fact]
    public async Task A_report_is_one_page_that_needs_nothing_else_and_shows_the_flow_of_the_rows()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        var run = await leakage.RunAsync(folder, "report", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("leakage-report.html: 1 program, 1 finding, the rows of 4 of 4 calls known\n", run.StandardOutput);
        var page = folder.Read("leakage-report.html");
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("4 of 4 (100 %)", page, StringComparison.Ordinal);

        // Six steps; the fit is the leak, and the test rows have a lane of their own.
        Assert.Equal(6, page.Split("<circle ").Length - 1);
        Assert.Single(page.Split("<circle class=\"leak fitted\"").Skip(1));
        Assert.Contains("<circle class=\"told tested\" cx=\"58\"", page, StringComparison.Ordinal);
    }
}
