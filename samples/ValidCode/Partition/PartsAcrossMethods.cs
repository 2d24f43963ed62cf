using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK201: one field is trained on in one method and tested in another, but it holds both parts of one split.</summary>
internal sealed class PartsAcrossMethods : IValidProgram
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly DataOperationsCatalog.TrainTestData _split;
    private ITransformer? _model;

    public PartsAcrossMethods() => _split = _mlContext.Data.TrainTestSplit(_mlContext.Data.LoadFromEnumerable(Clinic.Measurements()), testFraction: 0.3);

    public double Score()
    {
        Train(_split.TrainSet);
        return Test(_split.TestSet);
    }

    private void Train(IDataView rows) =>
        _model = Features().Append(_mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(rows);

    private double Test(IDataView rows) => _mlContext.BinaryClassification.Evaluate(_model!.Transform(rows)).AreaUnderRocCurve;

    private IEstimator<ITransformer> Features() => _mlContext.Transforms.Concatenate("Features", "Age", "Pressure");
}
