using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Features;

/// <summary>Looks like LEAK402: the patient is named among the columns of the rows, but only what is left after the label and the identifier goes into the features.</summary>
internal sealed class IdentifierNamedButNotUsed : IValidProgram
{
    private static readonly string[] NotFeatures = [nameof(Examination.Label), nameof(Examination.PatientId), nameof(Examination.Site), nameof(Examination.Date)];

    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(Clinic.Examinations());
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId));
        var features = typeof(Examination).GetProperties().Select(property => property.Name).Where(name => !NotFeatures.Contains(name)).ToArray();
        var pipeline = mlContext.Transforms.Concatenate("Features", features).Append(mlContext.BinaryClassification.Trainers.FastTree(numberOfTrees: 20));
        return mlContext.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).AreaUnderRocCurve;
    }
}
