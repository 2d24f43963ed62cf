using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK202 and LEAK205: visits of one patient are split, and the train rows once more, but both splits keep patients together and the second has a seed of its own.</summary>
internal sealed class PatientAsSamplingKey : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(Clinic.Examinations());
        var outer = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        var inner = mlContext.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.2, samplingKeyColumnName: nameof(Examination.PatientId), seed: 2);
        var features = mlContext.Transforms.Concatenate("Features", "Age", "Pressure");

        var model = features.Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(inner.TrainSet);
        var calibrator = mlContext.BinaryClassification.Calibrators.Platt().Fit(model.Transform(inner.TestSet));
        return mlContext.BinaryClassification.Evaluate(calibrator.Transform(model.Transform(outer.TestSet))).AreaUnderRocCurve;
    }
}
