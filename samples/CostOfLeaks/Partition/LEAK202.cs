using Microsoft.ML;

namespace CostOfLeaks.Partition;

/// <summary>Recordings of one patient in train and test, or on one side.</summary>
internal sealed class LEAK202 : IStudy
{
    public string Rows => "40 patients with 6 recordings each, which show who speaks; the label is a coin toss a patient";

    public string Measure => "AUC";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Recordings(patients: 40, recordings: 6, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree();

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Recordings(patients: 40, recordings: 6, seed));
        var trainer = mlContext.BinaryClassification.Trainers.FastTree();

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Recording.PatientId));
        var model = trainer.Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
