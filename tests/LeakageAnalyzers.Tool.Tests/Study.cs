namespace LeakageAnalyzers.Tool.Tests;

/// <summary>A study of visits in a file: it scales all rows before the split, and splits by visits.</summary>
internal static class Study
{
    /// <summary>Scales before the split.</summary>
    public const string Leaky = """
        using Microsoft.ML;
        using Microsoft.ML.Data;

        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile<Visit>("visits.csv", separatorChar: ',', hasHeader: true);
        // The scale of all visits.
        var scaling = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.Transforms.NormalizeMinMax("Features"));
        var scaled = scaling.Fit(data).Transform(data);
        var split = mlContext.Data.TrainTestSplit(scaled, testFraction: 0.2);
        var model = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet);
        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.AreaUnderRocCurve);

        """ + Rows;

    /// <summary>The same as the repair leaves it.</summary>
    public const string Honest = """
        using Microsoft.ML;
        using Microsoft.ML.Data;

        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile<Visit>("visits.csv", separatorChar: ',', hasHeader: true);
        // The scale of all visits.
        var scaling = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.Transforms.NormalizeMinMax("Features"));
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        var model = scaling.Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.AreaUnderRocCurve);

        """ + Rows;

    /// <summary>The row class.</summary>
    public const string Rows = """

        public sealed class Visit
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public float Pressure { get; set; }
            [LoadColumn(2)] public bool Label { get; set; }
        }

        """;
}
