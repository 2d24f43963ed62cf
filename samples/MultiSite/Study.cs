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
    public BinaryClassificationEvaluation AtKnownHospitals()
    {
        var data = _mlContext.Data.LoadFromEnumerable(examinations);
        return Evaluate(_mlContext.Data.GroupKFold(data, nameof(Examination.PatientId), numberOfFolds: 5));
    }

    /// <summary>A fold a hospital: each is tested by a model that never saw it.</summary>
    public BinaryClassificationEvaluation AtANewHospital()
    {
        var data = _mlContext.Data.LoadFromEnumerable(examinations);
        return Evaluate(_mlContext.Data.LeaveOneGroupOut(data, nameof(Examination.Site)));
    }

    private BinaryClassificationEvaluation Evaluate(IReadOnlyList<TrainTestData> folds)
    {
        var trainer = _mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 50);
        var scored = folds.SelectMany(fold => _mlContext.Data.CreateEnumerable<ScoredExamination>(trainer.Fit(fold.TrainSet).Transform(fold.TestSet), reuseRowObject: false));
        return _mlContext.BinaryClassification.EvaluateWithIntervals(_mlContext.Data.LoadFromEnumerable(scored.ToList()));
    }

    private sealed class ScoredExamination
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
