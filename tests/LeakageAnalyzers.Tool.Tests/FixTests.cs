using System.Text;

namespace LeakageAnalyzers.Tool.Tests;

/// <summary><c>leakage fix</c> on C# files.</summary>
public sealed class FixTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task A_dry_run_prints_a_diff_and_changes_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        var run = await leakage.RunAsync(folder, "fix", "Program.cs", "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            --- a/Program.cs
            +++ b/Program.cs
            @@ -5,9 +5,8 @@
             var data = mlContext.Data.LoadFromTextFile<Visit>("visits.csv", separatorChar: ',', hasHeader: true);
             // The scale of all visits.
             var scaling = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.Transforms.NormalizeMinMax("Features"));
            -var scaled = scaling.Fit(data).Transform(data);
            -var split = mlContext.Data.TrainTestSplit(scaled, testFraction: 0.2);
            -var model = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet);
            +var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
            +var model = scaling.Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
             var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
             Console.WriteLine(metrics.AreaUnderRocCurve);
             

            """,
            run.StandardOutput);
        Assert.Equal(Study.Leaky, folder.Read("Program.cs"));
    }

    [Theory]
    [InlineData(false, "\n")]
    [InlineData(true, "\r\n")]
    public async Task The_repaired_file_keeps_its_encoding_and_its_line_ends(bool hasByteOrderMark, string lineEnd)
    {
        using var folder = new TestFolder();
        var encoding = new UTF8Encoding(hasByteOrderMark);
        File.WriteAllText(folder["Program.cs"], Study.Leaky.ReplaceLineEndings(lineEnd), encoding);

        var run = await leakage.RunAsync(folder, "fix", ".");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Program.cs: Learn the steps inside the trained pipeline\n", run.StandardOutput);
        Assert.Equal([.. encoding.Preamble, .. encoding.GetBytes(Study.Honest.ReplaceLineEndings(lineEnd))], File.ReadAllBytes(folder["Program.cs"]));
        Assert.Equal(["Program.cs"], folder.Files);
    }

    [Fact]
    public async Task Only_the_named_rules_are_repaired_and_what_is_left_is_counted()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        var run = await leakage.RunAsync(folder, "fix", ".", "--rule", "LEAK201");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("1 finding left without a repair: leakage check tells more.\n", run.StandardError);
        Assert.Equal(Study.Leaky, folder.Read("Program.cs"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("#:package LeakageAnalyzers.Runtime@0.1.0\n", true)]
    public async Task A_loose_program_is_not_made_to_call_a_library_that_it_does_not_name(string directive, bool isRepaired)
    {
        using var folder = new TestFolder();
        folder.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.LEAK502.severity = warning\n");
        folder.Write("Program.cs", directive + Study.Honest);

        var run = await leakage.RunAsync(folder, "fix", ".", "--rule", "LEAK502");

        Assert.Equal(isRepaired ? 0 : 1, run.ExitCode);
        Assert.Equal(isRepaired, folder.Read("Program.cs").Contains("EvaluateWithIntervals", StringComparison.Ordinal));
    }
}
