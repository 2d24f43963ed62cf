using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace MultiSite;

/// <summary>One model, tested at hospitals that it was trained at, or at one that it never saw.</summary>
internal sealed class Study(IReadOnlyList<Examination> examinations)
{
    private readonly MLContext _mlContext = new(seed: 1);

    /// <summary>Five folds by person: each hospital is on both sides of each.</summary>
    public (BinaryClassificationEvaluation Evaluation, string Report) AtKnownHospitals() => Evaluate(
        "known hospitals", rows => _mlContext.Data.GroupKFold(rows, nameof(Examination.PatientId), numberOfFolds: 5));

    /// <summary>A fold a hospital: each is tested by a model that never saw it.</summary>
    public (BinaryClassificationEvaluation Evaluation, string Report) AtANewHospital() => Evaluate(
        "a new hospital", rows => _mlContext.Data.LeaveOneGroupOut(rows, nameof(Examination.Site)));

    private (BinaryClassificationEvaluation Evaluation, string Report) Evaluate(string where, Func<IDataView, IReadOnlyList<TrainTestData>> cut)
    {
        using var guard = new LeakageGuard();
        var folds = guard.Split(cut(guard.Watch<Examination>(_mlContext.Data.LoadFromEnumerable(examinations))));
        var trainer = _mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 50);
        var scored = new List<ScoredExamination>();
        foreach (var fold in folds)
        {
            var model = guard.Fit(trainer, fold.TrainSet);
            var predictions = guard.Tested(model.Transform(fold.TestSet));
            scored.AddRange(_mlContext.Data.CreateEnumerable<ScoredExamination>(predictions, reuseRowObject: false));
        }

        var rows = _mlContext.Data.LoadFromEnumerable(scored);
        var evaluation = _mlContext.BinaryClassification.EvaluateWithIntervals(rows);
        var report = EvaluationReport.From(new ReportContents
        {
            Title = $"A study of six hospitals, tested at {where}",
            Subject = "Whether a person is ill, from twelve measures of a scan. Simulated; boosted trees, held-out people of all folds pooled.",
            Guard = guard,
            Audit = SplitAudit.Run(folds[0], AuditOptions.Of<Examination>() with { LabelColumn = nameof(Examination.Label), SubgroupColumns = [nameof(Examination.Site)] }),
            Evaluation = evaluation,
            Baselines = Baselines.Evaluate(_mlContext.BinaryClassification, trainer.Fit(folds[0].TrainSet), folds[0].TrainSet, folds[0].TestSet),
            Subgroups = [_mlContext.BinaryClassification.EvaluateSubgroups(rows, nameof(Examination.Site))],
        });
        return (evaluation, report.Save(Path.Combine(AppContext.BaseDirectory, "reports", $"{where.Replace(' ', '-')}.html")));
    }

    private sealed class ScoredExamination
    {
        public string Site { get; set; } = "";

        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
