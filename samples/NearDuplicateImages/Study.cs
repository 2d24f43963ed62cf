using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Transforms.Image;

namespace NearDuplicateImages;

/// <summary>A model of the pictures, and what the audit says of its split.</summary>
internal static class Study
{
    /// <summary>Splits by person, as the archive knows people, and evaluates on the test pictures.</summary>
    public static (BinaryClassificationEvaluation Evaluation, AuditReport Audit, string Report) Run(IReadOnlyList<Scan> scans, string archive)
    {
        var mlContext = new MLContext(seed: 1);
        using var guard = new LeakageGuard();
        var data = guard.Watch<Scan>(mlContext.Data.LoadFromEnumerable(scans));
        var split = guard.Split(mlContext.Data.GroupTrainTestSplit(data, nameof(Scan.PatientId), testFraction: 0.3), nameof(Scan.PatientId));
        var pipeline = mlContext.Transforms.ResizeImages("Small", imageWidth: 12, imageHeight: 12, inputColumnName: nameof(Scan.Picture))
            .Append(mlContext.Transforms.ExtractPixels("Features", "Small", ImagePixelExtractingEstimator.ColorBits.Red))
            .Append(mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: 1));

        var model = guard.Fit(pipeline, split.TrainSet);
        var evaluation = mlContext.BinaryClassification.EvaluateWithIntervals(guard.Tested(model.Transform(split.TestSet)));
        var audit = SplitAudit.Run(split, AuditOptions.Of<Scan>());
        var report = EvaluationReport.From(new ReportContents
        {
            Title = $"A disease that no picture shows: {archive}",
            Subject = "The toss of a coin, from a drawn radiograph of 64 × 64 pixels. Boosted trees; people, as the archive numbers them, kept on one side of the split.",
            Guard = guard,
            Audit = audit,
            Evaluation = evaluation,
            Baselines = Baselines.Evaluate(mlContext.BinaryClassification, model, split.TrainSet, split.TestSet),
        });
        return (evaluation, audit, report.Save(Path.Combine(AppContext.BaseDirectory, "reports", $"{archive.Replace(' ', '-')}.html")));
    }
}
