using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace ParkinsonsVoice;

/// <summary>Writes what is known of one of the programs as a page to read.</summary>
internal static class VoiceReport
{
    /// <summary>Writes the report on a program that the guard watched; gives back what it says of the area under the ROC curve, and where it is. The first fold is audited; all are compared with baselines.</summary>
    public static (MetricEstimate Auc, string Path) Save(
        string program, IReadOnlyList<ScoredRecording> scored, IReadOnlyList<ITransformer> models, IReadOnlyList<DataOperationsCatalog.TrainTestData> folds,
        IReadOnlyList<double> overSeeds, LeakageGuard guard)
    {
        var mlContext = new MLContext(seed: 0);
        var evaluation = mlContext.BinaryClassification.EvaluateWithIntervals(mlContext.Data.LoadFromEnumerable(scored), groupColumnName: nameof(ScoredRecording.PatientId));
        var report = EvaluationReport.From(new ReportContents
        {
            Title = $"Parkinson’s disease from the voice: {program}",
            Subject = "Whether a person has Parkinson’s disease, from 22 measures of a recording of a sustained vowel. Boosted trees, five-fold cross-validation, held-out recordings pooled.",
            Guard = guard,
            Audit = SplitAudit.Run(folds[0], AuditOptions.Of<VoiceRecording>() with { LabelColumn = nameof(VoiceRecording.Label) }),
            Evaluation = evaluation,
            Baselines = Baselines.EvaluatePooled(mlContext.BinaryClassification, models, folds, groupColumnName: nameof(VoiceRecording.PatientId)),
            Seeds = SeedStudy.Of([.. overSeeds.Select(score => new[] { score })]),
            Declarations = new Dictionary<ReportingItem, string>
            {
                [ReportingItem.DataSource] = "Little et al., BioMedical Engineering OnLine 6:23, 2007: 195 recordings of 32 people.",
                [ReportingItem.CodeAvailability] = "samples/ParkinsonsVoice in the repository of LeakageAnalyzers.",
            },
        });
        return (evaluation.AreaUnderRocCurve, report.Save(Path.Combine(AppContext.BaseDirectory, "reports", Path.ChangeExtension(program, ".html"))));
    }
}
