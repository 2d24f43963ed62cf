namespace LeakageAnalyzers.Tool.Tests;

/// <summary>The study as notebooks, with outputs and metadata that nobody may touch.</summary>
internal static class Notebooks
{
    /// <summary>A Jupyter notebook in whose fourth cell all rows are scaled. Its layout, escapes and metadata are of several hands.</summary>
    public const string LeakyJupyter = JupyterStart + JupyterScaled + JupyterMiddle + JupyterSplit + JupyterEnd;

    /// <summary>The same after the repair: two cells differ, nothing else.</summary>
    public const string HonestJupyter = JupyterStart + """
            "// The scale of all visits.\n",
            "var scaling = mlContext.Transforms.Concatenate(\"Features\", \"Age\", \"Pressure\").Append(mlContext.Transforms.NormalizeMinMax(\"Features\"));"
        """ + JupyterMiddle + """
            "var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);\n",
            "var model = scaling.Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);\n",
            "display(\"trained \u2713\")"
        """ + JupyterEnd;

    /// <summary>A Polyglot notebook with the same leak, in its third cell.</summary>
    public const string LeakyPolyglot = PolyglotStart + """
        var scaled = scaling.Fit(data).Transform(data);
        var split = mlContext.Data.TrainTestSplit(scaled, testFraction: 0.2);
        var model = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet);
        mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet))

        """ + PolyglotEnd;

    /// <summary>The same after the repair.</summary>
    public const string HonestPolyglot = PolyglotStart + """
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        var model = scaling.Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet))

        """ + PolyglotEnd;

    private const string JupyterStart = """
        {
          "cells": [
            {"cell_type": "markdown", "metadata": {"note": {"source": ["no cell"]}}, "source": ["# Visits\n", "caf\u00e9"]},
            {
              "cell_type": "code",
              "execution_count": 1,
              "metadata": { "tags" : [ ] },
              "outputs": [],
              "source": [
                "#r \"nuget: Microsoft.ML, 5.0.1\"\n",
                "using Microsoft.ML;\n",
                "using Microsoft.ML.Data;\n",
                "var mlContext = new MLContext(seed: 1);"
              ]
            },
            {
              "cell_type": "code",
              "execution_count": 2,
              "metadata": {},
              "outputs": [ {"output_type": "stream", "name": "stdout", "text": ["1\u20ac  \n"] } ],
              "source": [
                "public class Visit\n",
                "{\n",
                "    [LoadColumn(0)] public float Age { get; set; }\n",
                "    [LoadColumn(1)] public float Pressure { get; set; }\n",
                "    [LoadColumn(2)] public bool Label { get; set; }\n",
                "}\n",
                "\n",
                "var path = \"visits.csv\";\n",
                "var data = mlContext.Data.LoadFromTextFile<Visit>(path, separatorChar: ',');"
              ]
            },
            {
              "cell_type": "code",
              "metadata": {},
              "execution_count": null,
              "outputs": [
                { "data": { "text/plain": "<table>\/</table>" }, "output_type": "display_data", "metadata": {} }
              ],
              "source": [

        """;

    private const string JupyterScaled = """
            "// The scale of all visits.\n",
            "var scaling = mlContext.Transforms.Concatenate(\"Features\", \"Age\", \"Pressure\").Append(mlContext.Transforms.NormalizeMinMax(\"Features\"));\n",
            "var scaled = scaling.Fit(data).Transform(data);"
        """;

    private const string JupyterMiddle = """

              ]
            },
            { "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 4, "source": [

        """;

    private const string JupyterSplit = """
            "var split = mlContext.Data.TrainTestSplit(scaled, testFraction: 0.2);\n",
            "var model = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet);\n",
            "display(\"trained \u2713\")"
        """;

    private const string JupyterEnd = """
         ]},
            {"cell_type":"code","metadata":{},"outputs":[],"execution_count":5,"source":"var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));\nmetrics.AreaUnderRocCurve"}
          ],
          "metadata": { "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" } },
          "nbformat": 4, "nbformat_minor": 5
        }

        """;

    private const string PolyglotStart = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[]}}

        #!markdown

        # Visits

        #!csharp

        using Microsoft.ML;
        using Microsoft.ML.Data;
        var mlContext = new MLContext(seed: 1);
        public class Visit { [LoadColumn(0)] public float Age { get; set; } [LoadColumn(2)] public bool Label { get; set; } }

        #!csharp

        var data = mlContext.Data.LoadFromTextFile<Visit>("visits.csv", separatorChar: ',');
        var scaling = mlContext.Transforms.NormalizeMinMax("Age").Append(mlContext.Transforms.Concatenate("Features", "Age"));

        """;

    private const string PolyglotEnd = """

        #!fsharp

        let model = 1

        """;
}
