using System.Globalization;
using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Holdout;
using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Report.Tests;

/// <summary>Reports on 195 voice recordings of 32 people (Little et al. 2007), made once for all tests.</summary>
internal static class Studies
{
    private static readonly DateTimeOffset Date = new(2026, 3, 14, 9, 26, 0, TimeSpan.Zero);

    private static readonly IntervalOptions Few = new() { Resamples = 500 };

    /// <summary>People kept apart, everything measured.</summary>
    public static Lazy<EvaluationReport> Honest { get; } = new(() => Write(isHonest: true));

    /// <summary>All recordings scaled, then split one by one.</summary>
    public static Lazy<EvaluationReport> Leaky { get; } = new(() => Write(isHonest: false));

    /// <summary>A title and nothing else.</summary>
    public static Lazy<EvaluationReport> Empty { get; } = new(() => EvaluationReport.From(new ReportContents { Title = "A number from a paper", CreatedAt = Date }));

    public static IEnumerable<(string Name, EvaluationReport Report)> All => [("honest", Honest.Value), ("leaky", Leaky.Value), ("empty", Empty.Value)];

    private static EvaluationReport Write(bool isHonest)
    {
        var mlContext = new MLContext(seed: 1);
        var loaded = mlContext.Data.LoadFromEnumerable(VoiceRecording.All);
        using var guard = new LeakageGuard();
        var data = guard.Watch(loaded);
        var scaling = mlContext.Transforms.NormalizeMeanVariance("Features");
        var trainer = mlContext.BinaryClassification.Trainers.FastTree(numberOfLeaves: 4, numberOfTrees: 20, minimumExampleCountPerLeaf: 2);
        var rows = isHonest ? data : guard.Fit(scaling, data).Transform(data);
        TrainTestData parts;
        if (isHonest)
        {
            parts = guard.Split(mlContext.Data.GroupTrainTestSplit(rows, nameof(VoiceRecording.PatientId), testFraction: 0.5));
        }
        else
        {
            parts = guard.Split(mlContext.Data.TrainTestSplit(rows, testFraction: 0.5));
        }

        var model = isHonest ? guard.Fit(scaling.Append(trainer), parts.TrainSet) : (ITransformer)guard.Fit(trainer, parts.TrainSet);
        var scored = guard.Tested(model.Transform(parts.TestSet));
        var linear = (isHonest ? (IEstimator<ITransformer>)scaling.Append(Linear(mlContext)) : Linear(mlContext)).Fit(parts.TrainSet).Transform(parts.TestSet);
        var group = isHonest ? nameof(VoiceRecording.PatientId) : null;
        return EvaluationReport.From(new ReportContents
        {
            Title = "Parkinson’s disease from the voice",
            Subject = "Whether a person has Parkinson’s disease, from 22 measures of a recording of a sustained vowel; boosted trees.",
            CreatedAt = Date,
            Guard = guard,
            Audit = SplitAudit.Run(parts, new AuditOptions { GroupColumn = nameof(VoiceRecording.PatientId) }),
            Evaluation = mlContext.BinaryClassification.EvaluateWithIntervals(scored, groupColumnName: group, options: Few),
            Baselines = isHonest ? Baselines.Evaluate(mlContext.BinaryClassification, model, parts.TrainSet, parts.TestSet, groupColumnName: group, options: Few) : null,
            Comparisons = [new("boosted trees", "logistic regression", mlContext.BinaryClassification.CompareModels(scored, linear, 0.02, groupColumnName: group, options: Few))],
            Seeds = isHonest ? SeedStudy.Of([[0.71, 0.68, 0.77], [0.74, 0.66, 0.79]]) : null,
            Subgroups = isHonest ? [mlContext.BinaryClassification.EvaluateSubgroups(ByPart(mlContext, scored), nameof(ScoredVoice.Part), groupColumnName: group, options: Few)] : [],
            Holdout = isHonest ? Looks([0.71, 0.74, 0.76, 0.80], budget: 3) : null,
            Declarations = new Dictionary<ReportingItem, string>
            {
                [ReportingItem.IntendedUse] = "Screening by telephone of adults who were not diagnosed yet. <Not> for children & not for monitoring.",
                [ReportingItem.DataSource] = "Little et al. 2007, BioMedical Engineering OnLine 6:23.",
                [ReportingItem.IndependentTestRows] = "The test recordings were put aside by a colleague.",
                [ReportingItem.CodeAvailability] = "samples/ParkinsonsVoice of this repository.",
            },
        });
    }

    /// <summary>A ledger of looks at 97 rows.</summary>
    public static HoldoutHistory Looks(double?[] answers, int? budget) => new()
    {
        Sealed = Date.AddDays(-30),
        Rows = 97,
        Budget = budget,
        Head = "8:5f3a91c2d47e",
        Looks =
        [
            .. answers.Select((answer, i) => new HoldoutLook
            {
                Number = i + 1, Time = Date.AddDays(i - answers.Length), Model = $"{i}e4d909c290d0fb1ca068ffaddf22cbd0", ModelName = i == 0 ? "logistic regression" : null, Metric = "Accuracy",
                Value = answer, BeyondBudget = i >= budget, Signature = $"5f3a91c2{i}",
            }),
        ],
    };

    // The data have no subgroups; the first and the second half of the numbers that people were given stand for them, and one person for one that is too small.
    private static IDataView ByPart(MLContext mlContext, IDataView scored) => mlContext.Data.LoadFromEnumerable(mlContext.Data.CreateEnumerable<ScoredVoice>(scored, reuseRowObject: false, ignoreMissingColumns: true).Select(row =>
    {
        var number = int.Parse(row.PatientId.AsSpan(1), CultureInfo.InvariantCulture);
        row.Part = number == 1 ? "Third" : number < 25 ? "First" : "Second";
        return row;
    }));

    private static LbfgsLogisticRegressionBinaryTrainer Linear(MLContext mlContext) => mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression();

    private sealed class ScoredVoice
    {
        public string PatientId { get; set; } = "";

        public string Part { get; set; } = "";

        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
