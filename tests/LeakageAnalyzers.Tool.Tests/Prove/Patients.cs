using System.Globalization;

namespace LeakageAnalyzers.Tool.Tests.Prove;

/// <summary>A study of which the truth is known: each patient's recordings show who speaks, and the label is a coin toss a patient, so that an honest AUC is about one half.</summary>
internal static class Patients
{
    /// <summary>Reads <c>patients.csv</c> and splits recordings, not patients.</summary>
    public const string Leaky = """
        using Microsoft.ML;
        using Microsoft.ML.Data;

        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile<Recording>("patients.csv", separatorChar: ',');
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.4);
        var pipeline = mlContext.Transforms.Concatenate("Features", "Pitch", "Loudness", "Noise").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.AreaUnderRocCurve);

        """ + Rows;

    /// <summary>The row class.</summary>
    public const string Rows = """

        public sealed class Recording
        {
            [LoadColumn(0)] public string PatientId { get; set; } = "";
            [LoadColumn(1)] public float Pitch { get; set; }
            [LoadColumn(2)] public float Loudness { get; set; }
            [LoadColumn(3)] public float Noise { get; set; }
            [LoadColumn(4)] public bool Label { get; set; }
        }

        """;

    /// <summary>The file: 60 patients with 10 recordings each.</summary>
    public static string Csv { get; } = string.Concat(Recordings(new Random(7)));

    private static IEnumerable<string> Recordings(Random random)
    {
        for (var patient = 0; patient < 60; patient++)
        {
            var (pitch, loudness, noise) = (random.NextDouble(), random.NextDouble(), random.NextDouble());
            var label = patient % 2 == 0 ? "true" : "false";
            for (var recording = 0; recording < 10; recording++)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"P{patient:D2},{pitch + (0.02 * random.NextDouble()):F4},{loudness + (0.02 * random.NextDouble()):F4},{noise + (0.02 * random.NextDouble()):F4},{label}\n");
            }
        }
    }
}
