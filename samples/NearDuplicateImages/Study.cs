using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Transforms.Image;

namespace NearDuplicateImages;

/// <summary>A model of the pictures, and what the audit says of its split.</summary>
internal static class Study
{
    /// <summary>Splits by person, as the archive knows people, and evaluates on the test pictures.</summary>
    public static (BinaryClassificationEvaluation Evaluation, AuditReport Audit) Run(IReadOnlyList<Scan> scans)
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(scans);
        var split = mlContext.Data.GroupTrainTestSplit(data, nameof(Scan.PatientId), testFraction: 0.3);
        var pipeline = mlContext.Transforms.ResizeImages("Small", imageWidth: 12, imageHeight: 12, inputColumnName: nameof(Scan.Picture))
            .Append(mlContext.Transforms.ExtractPixels("Features", "Small", ImagePixelExtractingEstimator.ColorBits.Red))
            .Append(mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: 1));

        var model = pipeline.Fit(split.TrainSet);
        var evaluation = mlContext.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet));
        return (evaluation, SplitAudit.Run(split, AuditOptions.Of<Scan>()));
    }
}
