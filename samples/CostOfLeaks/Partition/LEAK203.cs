using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Partition;

/// <summary>A sampling key of a floating-point type, or whole groups.</summary>
internal sealed class LEAK203 : IStudy
{
    public string Rows => "200 patients with 5 visits each, one of them with a number out of line";

    public string Measure => "share of test rows, asked for 0.2";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Visits(patients: 200, visits: 5, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: nameof(Visit.PatientNumber));
        return split.TestSet.Share(data);
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Visits(patients: 200, visits: 5, seed));

        var split = mlContext.Data.GroupTrainTestSplit(data, nameof(Visit.PatientNumber), testFraction: 0.2);
        return split.TestSet.Share(data);
    }
}
