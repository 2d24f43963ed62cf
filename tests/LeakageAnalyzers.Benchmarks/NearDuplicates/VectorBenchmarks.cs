using BenchmarkDotNet.Attributes;
using LeakageAnalyzers.Runtime.Audit.NearDuplicates;

namespace LeakageAnalyzers.Benchmarks.NearDuplicates;

/// <summary>Near duplicates among vectors of 16 numbers, one test row to nine train rows. Wanted: time grows by at most the power 1.2 of the number of rows.</summary>
[Config(typeof(ExponentColumn.Config))]
public class VectorBenchmarks
{
    private const int Dimensions = 16;

    private Points _train = null!;
    private Points _test = null!;

    [Params(100_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        (_train, _test) = (new Points(Dimensions), new Points(Dimensions));
        for (var row = 0; row < Rows; row++)
        {
            var point = (row % 10 == 0 ? _test : _train).Add();
            for (var i = 0; i < Dimensions; i++)
            {
                point[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            }
        }
    }

    [Benchmark]
    public int Find()
    {
        var scale = NeighbourScale.Of(_train, seed: 1);
        return NumericNearDuplicates.Find(_train, _test, scale, 0.1, seed: 1, CancellationToken.None).Count(match => match >= 0);
    }
}
