using Microsoft.ML;

namespace CostOfLeaks.Partition;

/// <summary>A group split of a group split, by the same hash or by another.</summary>
internal sealed class LEAK205 : IStudy
{
    public string Rows => "200 patients with 5 recordings each, cut by patient twice";

    public string Measure => "share of validation rows in the train part, asked for 0.2";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Recordings(patients: 200, recordings: 5, seed));

        var outer = mlContext.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: nameof(Recording.PatientId));
        var inner = mlContext.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.2, samplingKeyColumnName: nameof(Recording.PatientId));
        return inner.TestSet.Share(outer.TrainSet);
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.Recordings(patients: 200, recordings: 5, seed));

        var outer = mlContext.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: nameof(Recording.PatientId));
        var inner = mlContext.Data.TrainTestSplit(outer.TrainSet, testFraction: 0.2, samplingKeyColumnName: nameof(Recording.PatientId), seed: seed + 1);
        return inner.TestSet.Share(outer.TrainSet);
    }
}
