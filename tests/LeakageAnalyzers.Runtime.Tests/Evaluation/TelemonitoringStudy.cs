using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>Voice recordings of 42 people with Parkinson's disease (Tsanas et al. 2009), every tenth of them, people kept apart between training and test.</summary>
internal static class TelemonitoringStudy
{
    private static readonly Lazy<(IDataView Train, IDataView Test)> Split = new(() =>
    {
        var rows = MlContext!.Data.LoadFromEnumerable(TelemonitoringRecording.All.Where((_, index) => index % 10 == 0).Select(Row.Of));
        var parts = MlContext.Data.GroupTrainTestSplit(rows, nameof(Row.PatientId), testFraction: 0.4);
        return (parts.TrainSet, parts.TestSet);
    });

    public static MLContext MlContext { get; } = new(seed: 1);

    /// <summary>Held-out recordings with the severity that a linear model predicts.</summary>
    public static IDataView ScoredSeverity { get; } = Score(MlContext.Regression.Trainers.Sdca(nameof(Row.Severity), maximumNumberOfIterations: 20));

    /// <summary>Held-out recordings with the severity that boosted trees predict.</summary>
    public static IDataView ScoredSeverityByTrees => SeverityTrees.Transform(Parts.Test);

    /// <summary>Boosted trees of severity.</summary>
    public static ITransformer SeverityTrees { get; } = Fit(MlContext.Regression.Trainers.FastTree(nameof(Row.Severity), numberOfTrees: 20));

    /// <summary>Held-out recordings with the band of severity that a linear model predicts.</summary>
    public static IDataView ScoredBands { get; } = Score(MlContext.Transforms.Conversion.MapValueToKey("Label", nameof(Row.Band))
        .Append(MlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy()));

    /// <summary>Held-out recordings with the band of severity that boosted trees predict.</summary>
    public static IDataView ScoredBandsByTrees => BandTrees.Transform(Parts.Test);

    /// <summary>Boosted trees of the band of severity.</summary>
    public static ITransformer BandTrees { get; } = Fit(MlContext.Transforms.Conversion.MapValueToKey("Label", nameof(Row.Band))
        .Append(MlContext.MulticlassClassification.Trainers.LightGbm(numberOfIterations: 10)));

    /// <summary>Held-out recordings of each person ranked by severity.</summary>
    public static IDataView ScoredRanks => RankTrees.Transform(Parts.Test);

    /// <summary>Boosted trees of the rank of a recording among those of its person.</summary>
    public static ITransformer RankTrees { get; } = Fit(MlContext.Transforms.Conversion.Hash("GroupId", nameof(Row.PatientId))
        .Append(MlContext.Ranking.Trainers.FastTree(nameof(Row.Relevance), rowGroupColumnName: "GroupId", numberOfTrees: 10)));

    /// <summary>The recordings to train on and those held out.</summary>
    public static (IDataView Train, IDataView Test) Parts => Split.Value;

    private static IDataView Score(IEstimator<ITransformer> trainer) => Fit(trainer).Transform(Parts.Test);

    private static TransformerChain<ITransformer> Fit(IEstimator<ITransformer> trainer) => MlContext.Transforms.NormalizeMeanVariance("Features").Append(trainer).Fit(Parts.Train);

    public sealed class Row
    {
        private const int Measures = 16;

        public int PatientId { get; set; }

        [VectorType(Measures)]
        public float[] Features { get; set; } = [];

        public float Severity { get; set; }

        public string Band { get; set; } = "";

        public float Relevance { get; set; }

        public static Row Of(TelemonitoringRecording recording) => new()
        {
            PatientId = recording.SubjectId,
            Features = recording.Voice,
            Severity = recording.Label,
            Band = recording.Label switch { < 23 => "mild", < 33 => "moderate", _ => "severe" },
            Relevance = Math.Clamp((int)(recording.Label / 12), 0, 4),
        };
    }
}
