using Microsoft.ML;

namespace CostOfLeaks.Partition;

/// <summary>The label as sampling key, or none.</summary>
internal sealed class LEAK206 : IStudy
{
    public string Rows => "200 people, half of them ill";

    public string Measure => "share of the rarer label in the test rows";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: "Label");
        return split.TestSet.ShareOfRarerLabel(mlContext);
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Noise.Narrow(people: 200, seed));

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        return split.TestSet.ShareOfRarerLabel(mlContext);
    }
}
