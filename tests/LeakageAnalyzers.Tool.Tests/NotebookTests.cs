namespace LeakageAnalyzers.Tool.Tests;

/// <summary>Notebooks: cells in order are one program, and what nobody asked about stays byte for byte.</summary>
public sealed class NotebookTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task Findings_are_given_as_cell_and_line_across_cells()
    {
        using var folder = new TestFolder();
        folder.Write("study.ipynb", Notebooks.LeakyJupyter);

        var run = await leakage.RunAsync(folder, "check", "study.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cell 4:3 │ var scaled = scaling.Fit(data).Transform(data);\n           │                      ~~~~~~~~~\n", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("(split at cell 5 line 1, evaluated at\n     cell 6 line 1)", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("1  loaded       cell 3, line 9  var data", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("6  tested       cell 6, line 1  var metrics", run.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("study.ipynb", Notebooks.LeakyJupyter, Notebooks.HonestJupyter)]
    [InlineData("study.dib", Notebooks.LeakyPolyglot, Notebooks.HonestPolyglot)]
    public async Task A_repair_changes_the_cells_it_has_to_and_no_other_byte(string name, string leaky, string honest)
    {
        using var folder = new TestFolder();
        folder.Write(name, leaky);

        var dry = await leakage.RunAsync(folder, "fix", name, "--dry-run");
        Assert.Equal(leaky, folder.Read(name));
        Assert.StartsWith($"--- a/{name}\n+++ b/{name}\n@@ ", dry.StandardOutput, StringComparison.Ordinal);

        var run = await leakage.RunAsync(folder, "fix", name);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"{name}: Learn the steps inside the trained pipeline\n", run.StandardOutput);
        Assert.Equal(honest, folder.Read(name));
        Assert.Equal(0, (await leakage.RunAsync(folder, "check", name)).ExitCode);
    }

    [Fact]
    public async Task Names_that_cells_declare_anew_are_followed_and_repaired_under_their_own_name()
    {
        using var folder = new TestFolder();
        folder.Write("study.dib", Notebooks.HonestPolyglot + "#!csharp\n\n" + """
            var data = mlContext.Data.LoadFromTextFile<Visit>("others.csv", separatorChar: ',');
            var scaled = scaling.Fit(data).Transform(data);
            var split = mlContext.Data.TrainTestSplit(scaled, testFraction: 0.5);
            var model = mlContext.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet);
            mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet))
            """ + "\n");

        var run = await leakage.RunAsync(folder, "fix", "study.dib");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("""
            #!csharp

            var data = mlContext.Data.LoadFromTextFile<Visit>("others.csv", separatorChar: ',');
            var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.5);
            var model = scaling.Append(mlContext.BinaryClassification.Trainers.SdcaLogisticRegression()).Fit(split.TrainSet);
            mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet))

            """, folder.Read("study.dib"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_is_not_at_hand_is_named_with_what_it_costs()
    {
        using var folder = new TestFolder();
        folder.Write("study.dib", """
            #!csharp

            #r "nuget: Microsoft.ML, 5.0.1"
            #r "nuget: Clinic.Files.ThatNobodyHas, 1.2.3"
            using Microsoft.ML;
            var mlContext = new MLContext(seed: 1);
            IDataView data = Clinic.Files.Open("visits");
            var model = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(data);
            """);

        var run = await leakage.RunAsync(folder, "check", "study.dib");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "note: study.dib: not on this machine: Clinic.Files.ThatNobodyHas 1.2.3 (cell 1, line 2); the rows of 1 of 1 calls are not known",
            run.StandardOutput,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notebooks_of_other_languages_are_none_of_our_business()
    {
        using var folder = new TestFolder();
        folder.Write("python.ipynb", """
            {"cells": [{"cell_type": "code", "source": ["import Microsoft.ML"], "metadata": {}, "outputs": []}], "metadata": {"kernelspec": {"language": "python", "name": "python3"}}, "nbformat": 4}
            """);

        var run = await leakage.RunAsync(folder, "check", "python.ipynb");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("No program uses ML.NET.\n", run.StandardOutput);
    }

    [Theory]
    [InlineData("metrics.Accuracy", 1)]
    [InlineData("new Dictionary<string, double> { [\"accuracy\"] = metrics.Accuracy }", 1)]
    [InlineData("(metrics.Accuracy, metrics.F1Score)", 1)]
    [InlineData("var shown = metrics.Accuracy;", 0)]
    public async Task The_value_of_a_cell_is_reported_below_it(string value, int findings)
    {
        using var folder = new TestFolder();
        var study = Notebooks.HonestPolyglot.Replace("mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet))", "var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));", StringComparison.Ordinal);
        folder.Write(".editorconfig", "");
        folder.Write("study.dib", $"{study}#!csharp\n\n{value}\n");

        var run = await leakage.RunAsync(folder, "check", "study.dib", "--format", "json");

        Assert.Equal(findings, System.Text.RegularExpressions.Regex.Count(run.StandardOutput, "\"rule\": *\"LEAK502\""));
    }
}
