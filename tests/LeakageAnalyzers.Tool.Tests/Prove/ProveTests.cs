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
        var interval = evaluation.GetProperty("interval");
        Assert.Equal("clusterBootstrap", interval.GetProperty("method").GetString());
        Assert.Equal("cluster bootstrap over 60 groups (PatientId) and 3 runs, 2000 resamples", interval.GetProperty("basis").GetString()!.Replace('\u00A0', ' '));
        Assert.True(finding.GetProperty("guard").GetProperty("seenBefore").GetBoolean());
        Assert.True(finding.GetProperty("guard").GetProperty("goneAfter").GetBoolean());
        Assert.Contains("inflated by a leak", finding.GetProperty("limitation").GetString(), StringComparison.Ordinal);

        Assert.Equal(["Program.cs", "patients.csv"], folder.Files.Order(StringComparer.Ordinal));
        Assert.Equal(Patients.Leaky, folder.Read("Program.cs"));
    }

    [Fact]
    public async Task A_notebook_is_measured_and_the_page_shows_its_runs_in_pairs()
    {
        using var folder = new TestFolder();
        folder.Write("patients.csv", Patients.Csv);
        folder.Write("Study.dib", "#!csharp\n\n#r \"nuget: Microsoft.ML, 5.0.1\"\n" + Patients.Rows + "\n#!csharp\n\n"
            + Patients.Leaky.Replace(Patients.Rows, "", StringComparison.Ordinal).Replace("var split", "#!csharp\n\nvar split", StringComparison.Ordinal) + "display(metrics);\n");
        var stored = folder.Read("Study.dib");

        var run = await leakage.RunAsync(folder, "prove", "Study.dib", "--finding", "LEAK202@Study.dib", "--runs", "2", "--format", "html", "--output", "page.html");

        Assert.Equal("", run.StandardOutput + run.StandardError);
        Assert.Equal(1, run.ExitCode);
        var page = folder.Read("page.html");
        Assert.Contains("LEAK202 Rows of one group can land in both partitions, Study.dib cell 3, line 1", page, StringComparison.Ordinal);
        Assert.Contains("The run-time guard: leak seen before, gone after.", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(stored, folder.Read("Study.dib"));
    }

    [Fact]
    public async Task Leaks_are_also_repaired_one_after_the_other_and_a_guard_of_the_programs_own_is_the_one_that_is_asked()
    {
        const string Pipeline = "var pipeline = mlContext.Transforms.Concatenate(\"Features\", \"Pitch\", \"Loudness\", \"Noise\").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20));";
        const string Split = "var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);";
        using var folder = new TestFolder();
        folder.Write("patients.csv", Patients.Csv);
        folder.Write("Two.cs", Patients.Leaky
            .Replace(Split, """
                var preparation = mlContext.Transforms.Concatenate("Features", "Pitch", "Loudness", "Noise").Append(mlContext.Transforms.NormalizeMeanVariance("Features"));
                var scaled = preparation.Fit(data).Transform(data);
                var split = mlContext.Data.TrainTestSplit(scaled, testFraction: 0.4);
                """, StringComparison.Ordinal)
            .Replace(Pipeline, "var pipeline = mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20);", StringComparison.Ordinal));
        folder.Write("Guarded.cs", Patients.Leaky
            .Replace("using Microsoft.ML;", "using LeakageAnalyzers.Runtime;\nusing Microsoft.ML;", StringComparison.Ordinal)
            .Replace("var data = ", "using var guard = new LeakageGuard();\nvar data = ", StringComparison.Ordinal)
            .Replace(Split, "data = guard.Watch(data);\nvar split = guard.Split(mlContext.Data.TrainTestSplit(data, testFraction: 0.4));", StringComparison.Ordinal)
            .Replace("pipeline.Fit(split.TrainSet)", "guard.Fit(pipeline, split.TrainSet)", StringComparison.Ordinal)
            .Replace("Evaluate(model.Transform(split.TestSet))", "Evaluate(guard.Tested(model.Transform(split.TestSet)))", StringComparison.Ordinal));

        var run = await leakage.RunAsync(folder, "prove", ".", "--runs", "1", "--format", "json");

        Assert.Equal("", run.StandardError);
        var programs = JsonDocument.Parse(run.StandardOutput).RootElement.GetProperty("programs").EnumerateArray().ToDictionary(program => program.GetProperty("name").GetString()!);
        var two = programs["Two.cs"];
        Assert.Equal(["LEAK102", "LEAK202"], two.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()));
        var together = two.GetProperty("together").EnumerateArray().ToList();
        Assert.Equal([null, "LEAK102", "LEAK202"], together.Select(step => step.TryGetProperty("repaired", out var repaired) ? repaired.GetProperty("rule").GetString() : null));
        Assert.InRange(together[1].GetProperty("mean").GetDouble(), 0.95, 1);
        Assert.InRange(together[2].GetProperty("mean").GetDouble(), 0.3, 0.7);

        var guarded = Assert.Single(programs["Guarded.cs"].GetProperty("findings").EnumerateArray());
        Assert.Equal("LEAK202", guarded.GetProperty("rule").GetString());
        Assert.True(guarded.GetProperty("guard").GetProperty("seenBefore").GetBoolean());
        Assert.True(guarded.GetProperty("guard").GetProperty("goneAfter").GetBoolean());
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_finding_that_is_not_there_leaves_nothing_to_measure_and_a_wrong_one_is_told()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Patients.Leaky);

        var other = await leakage.RunAsync(folder, "prove", "Program.cs", "--finding", "LEAK202@Program.cs:7");
        var wrong = await leakage.RunAsync(folder, "prove", "Program.cs", "--finding", "the leak");

        Assert.Equal((0, "No leak is found, so there is nothing to measure.\n"), (other.ExitCode, other.StandardOutput));
        Assert.Equal((2, "leakage: 'the leak' names no finding: write LEAK202, or LEAK202@File.cs:41\n"), (wrong.ExitCode, wrong.StandardError));
    }
}
