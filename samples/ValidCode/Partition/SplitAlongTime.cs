using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Partition;

/// <summary>Looks like LEAK204: rows in the order of their dates are split, but at a point in time, and each patient is seen once.</summary>
internal sealed class SplitAlongTime : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var visits = Clinic.Examinations(400).DistinctBy(visit => visit.PatientId).OrderBy(visit => visit.Date).ToList();
        const int TrainCount = 280;
        var earlier = mlContext.Data.LoadFromEnumerable(visits.Take(TrainCount));
        var later = mlContext.Data.LoadFromEnumerable(visits.Skip(TrainCount));
        var model = mlContext.Transforms.Concatenate("Features", "Age", "Pressure").Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20)).Fit(earlier);
        return mlContext.BinaryClassification.Evaluate(model.Transform(later)).AreaUnderRocCurve;
    }
}
