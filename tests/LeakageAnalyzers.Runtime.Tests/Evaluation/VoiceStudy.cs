using LeakageAnalyzers.Runtime.Tests.Data;
using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>195 voice recordings of 32 people (Little et al. 2007), people kept apart between training and test.</summary>
internal sealed class VoiceStudy
{
    private VoiceStudy(MLContext mlContext, TrainTestData parts) => (MlContext, Parts) = (mlContext, parts);

    public MLContext MlContext { get; }

    public TrainTestData Parts { get; }

    public static VoiceStudy Load()
    {
        var mlContext = new MLContext(seed: 1);
        var rows = mlContext.Data.LoadFromEnumerable(VoiceRecording.All);
        return new VoiceStudy(mlContext, mlContext.Data.GroupTrainTestSplit(rows, nameof(VoiceRecording.PatientId), testFraction: 0.5));
    }

    /// <summary>The held-out recordings as boosted trees score them.</summary>
    public IDataView ScoreWithTrees() => Trees().Transform(Parts.TestSet);

    /// <summary>Boosted trees after standardised measures.</summary>
    public ITransformer Trees() => Fit(MlContext.BinaryClassification.Trainers.FastTree(numberOfLeaves: 4, numberOfTrees: 20, minimumExampleCountPerLeaf: 2));

    /// <summary>The held-out recordings as logistic regression scores them.</summary>
    public IDataView ScoreLinearly() => Linear().Transform(Parts.TestSet);

    /// <summary>Logistic regression after standardised measures.</summary>
    public ITransformer Linear() => Fit(MlContext.BinaryClassification.Trainers.LbfgsLogisticRegression());

    /// <summary>The held-out recordings as a model without probabilities scores them.</summary>
    public IDataView ScoreWithoutProbabilities() => Score(MlContext.BinaryClassification.Trainers.AveragedPerceptron());

    public IDataView Score(IEstimator<ITransformer> trainer) => Fit(trainer).Transform(Parts.TestSet);

    private TransformerChain<ITransformer> Fit(IEstimator<ITransformer> trainer) =>
        MlContext.Transforms.NormalizeMeanVariance("Features").Append(trainer).Fit(Parts.TrainSet);
}
