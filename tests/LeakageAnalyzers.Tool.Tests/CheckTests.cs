namespace LeakageAnalyzers.Tool.Tests;

/// <summary><c>leakage check</c> on loose files, as somebody reads it.</summary>
public sealed class CheckTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task A_leak_is_told_with_its_line_its_story_and_what_to_do()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        var run = await leakage.RunAsync(folder, "check", "Program.cs");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            Program.cs

              LEAK102 Learned preprocessing before the split (warning)
              8 │ var scaled = scaling.Fit(data).Transform(data);
                │                      ~~~~~~~~~
                 NormalizeMinMax learned from 'data', which holds rows that are tested later (split at line 9, evaluated at line
                 11).

                 1  loaded       line 5   var data = mlContext.Data.LoadFromTextFile<Visit>("visits.csv", separatorChar: ',', hasH…
                 2  fitted       line 8   var scaled = scaling.Fit(data).Transform(data);
                 3  transformed  line 8   var scaled = scaling.Fit(data).Transform(data);
                 4  split        line 9   var split = mlContext.Data.TrainTestSplit(scaled, testFraction: 0.2);
                 5  trained      line 10  var model = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.…
                 6  tested       line 11  var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));

                 → Split the raw rows first and put the step at the front of the pipeline that is trained.

            1 finding in 1 program. The rows of 4 of 4 calls that split, fit or test are known.
            leakage explain LEAK102 tells more; leakage fix repairs what can be repaired.

            """,
            run.StandardOutput);
        Assert.Equal("", run.StandardError);
    }

    [Fact]
    public async Task The_honest_twin_is_clean()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Honest);

        var run = await leakage.RunAsync(folder, "check", ".");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("0 findings in 1 program.", run.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_compile_is_told_in_a_line_with_its_first_error()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Honest.Replace("metrics.AreaUnderRocCurve", "metrics.AreaUnder", StringComparison.Ordinal));

        var run = await leakage.RunAsync(folder, "check", ".");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "note: Program.cs: does not compile, so that leaks may go unseen: 1 error, the first in line 11: 'CalibratedBinaryClassificationMetrics' does not contain a definition for 'AreaUnder'",
            run.StandardOutput,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_defines_what_a_program_beside_it_defines_is_no_part_of_it()
    {
        using var folder = new TestFolder();
        folder.Write("Defining.cs", Study.Leaky);
        folder.Write("Joined.cs", Study.Leaky.Replace(Study.Rows, "", StringComparison.Ordinal));
        folder.Write("Spare.cs", "public class Spare { }\n");
        folder.Write("Visit.cs", "using Microsoft.ML.Data;\n" + Study.Rows);

        var run = await leakage.RunAsync(folder, "check", ".");

        Assert.DoesNotContain("note", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("2 findings in 2 programs.", run.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_below_the_level_asked_for_is_a_remark_of_one_line()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Honest);
        folder.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.LEAK506.severity = none\n");

        var remarks = await leakage.RunAsync(folder, "check", ".");
        var findings = await leakage.RunAsync(folder, "check", ".", "--fail-on", "info");

        Assert.Equal((0, 1), (remarks.ExitCode, findings.ExitCode));
        Assert.Contains("\n  LEAK502 line 10  Point estimate without confidence interval (info)\n", remarks.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("│", remarks.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("\n0 findings and 4 remarks in 1 program.", remarks.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("\n  LEAK502 Point estimate without confidence interval (info)\n  10 │", findings.StandardOutput, StringComparison.Ordinal);
    }
}
