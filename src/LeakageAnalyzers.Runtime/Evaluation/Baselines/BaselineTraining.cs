using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.Transforms.MissingValueReplacingEstimator;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>
/// The rows of a comparison with baselines, and linear models trained on them by ML.NET's own trainers, on standardised features whose missing values are the mean of
/// the others.
/// </summary>
internal sealed class BaselineTraining
{
    /// <summary>The column that the trainers read.</summary>
    public const string Prepared = "BaselineFeatures";

    private readonly int seed;
    private readonly LongCall call;

    /// <summary>Has the model make label and features of the rows, so that baselines and model see the same.</summary>
    public BaselineTraining(ITransformer model, IDataView trainSet, IDataView testSet, string featureColumnName, int seed, LongCall call)
    {
        (this.seed, this.call) = (seed, call);
        call.Report(0);
        MlContext = new MLContext(seed);
        TrainRows = model.Transform(call.Reading(Check.NotNull(trainSet)));
        TestRows = model.Transform(call.Reading(Check.NotNull(testSet)));
        Features = FindFeatures(TrainRows, featureColumnName);
    }

    public MLContext MlContext { get; }

    public IDataView TrainRows { get; }

    public IDataView TestRows { get; }

    public DataViewSchema.Column Features { get; }

    public TrainFeatures FeaturesForChoice(int rows) => TrainFeatures.ForChoice(TrainRows, Features, rows, seed);

    public TrainFeatures FeaturesForFit(int rows) => TrainFeatures.ForFit(TrainRows, Features, rows, seed);

    /// <summary>The test rows as a model of all features scores them.</summary>
    public IDataView ScoreByAll(IEstimator<ITransformer> trainer) =>
        Score(MlContext.Transforms.CopyColumns(Prepared, Features.Name), trainer);

    /// <summary>The test rows as a model of one feature scores them.</summary>
    public IDataView ScoreBy(int slot, IEstimator<ITransformer> trainer)
    {
        var input = SchemaDefinition.Create(typeof(AllFeatures));
        var values = input[nameof(AllFeatures.Values)];
        (values.ColumnName, values.ColumnType) = (Features.Name, Features.Type);
        return Score(
            MlContext.Transforms.CustomMapping<AllFeatures, OneFeature>((all, one) => one.Value = [all.Values.GetItemOrDefault(slot)], contractName: null, input), trainer);
    }

    /// <summary>What to call a feature.</summary>
    public string NameOf(int slot)
    {
        var names = new PredictionReader(TrainRows).SlotNames(Features.Name, ((VectorDataViewType)Features.Type).Size);
        return Features.HasSlotNames() ? $"feature '{names[slot]}'" : $"feature {Features.Name}[{names[slot]}]";
    }

    private IDataView Score(IEstimator<ITransformer> select, IEstimator<ITransformer> trainer) => call.Fit(
        select
        .Append(MlContext.Transforms.ReplaceMissingValues(Prepared, replacementMode: ReplacementMode.Mean))
        .Append(MlContext.Transforms.NormalizeMeanVariance(Prepared, fixZero: false))
        .Append(trainer),
        TrainRows).Transform(TestRows);

    private static DataViewSchema.Column FindFeatures(IDataView rows, string featureColumnName)
    {
        var column = new PredictionReader(rows).Find(featureColumnName, nameof(featureColumnName));
        return column.Type is VectorDataViewType { ItemType: NumberDataViewType { RawType: var raw }, Size: > 0 } && raw == typeof(float)
            ? column
            : throw new ArgumentException($"The column '{featureColumnName}' is of type {column.Type}; it has to hold a vector of single precision of known size.", nameof(featureColumnName));
    }

    private sealed class AllFeatures
    {
        public VBuffer<float> Values { get; set; }
    }

    private sealed class OneFeature
    {
        [ColumnName(Prepared), VectorType(1)]
        public float[] Value { get; set; } = [];
    }
}
