using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK202: rows with a patient are split without a sampling key, but each patient has one row only.</summary>
internal sealed class OneRowPerPatient : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var first = Clinic.Examinations(400).GroupBy(visit => visit.PatientId).Select(visits => visits.OrderBy(visit => visit.Date).First()).ToList();
        var split = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(first), testFraction: 0.3);
        var model = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(split.TrainSet);
        return mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
