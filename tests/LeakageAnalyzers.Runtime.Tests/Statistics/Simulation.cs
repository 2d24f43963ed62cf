using LeakageAnalyzers.Runtime.Statistics;
using MathNet.Numerics.Random;

namespace LeakageAnalyzers.Runtime.Tests.Statistics;

/// <summary>How often interval procedures hold the truth over simulated data sets, from fixed seeds, on all cores.</summary>
internal static class Simulation
{
    public const int DataSets = 2000;

    public static double Coverage(double truth, Func<Random, ConfidenceInterval> procedure) =>
        Coverage(truth, random => new[] { procedure(random) })[0];

    /// <summary>The coverage of each procedure of a list, all of which see the same data sets.</summary>
    public static double[] Coverage(double truth, Func<Random, ConfidenceInterval[]> procedures)
    {
        var intervals = new ConfidenceInterval[DataSets][];
        Parallel.For(0, DataSets, dataSet => intervals[dataSet] = procedures(new Xoshiro256StarStar(dataSet + 1, threadSafe: false)));
        return [.. intervals[0].Select((_, procedure) => intervals.Average(ofDataSet => ofDataSet[procedure].Contains(truth) ? 1.0 : 0))];
    }
}
