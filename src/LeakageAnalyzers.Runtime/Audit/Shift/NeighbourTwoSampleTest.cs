using LeakageAnalyzers.Runtime.Audit.Neighbours;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Audit.Shift;

/// <summary>
/// The classifier two-sample test of Lopez-Paz and Oquab (2017) with nearest neighbours: half of the units of both sides are learned, and of the others it is told
/// from which side they are. It sees what no column shows by itself.
/// </summary>
internal static class NeighbourTwoSampleTest
{
    private const int Neighbours = 5;
    private const int FewestUnits = 20;
    private const int MostUnits = 1000;

    /// <summary>The test; null where a side has too few units or no feature varies.</summary>
    /// <param name="features">The features, each with its values on both sides, a value a unit.</param>
    /// <param name="seed">Decides which units are learned.</param>
    public static ClassifierTwoSampleTest? Run(IReadOnlyList<(double[] Train, double[] Test)> features, int seed)
    {
        if (features.Count == 0 || Math.Min(features[0].Train.Length, features[0].Test.Length) is var units && units < FewestUnits)
        {
            return null;
        }

        var space = FeatureSpace.Of(features, features[0].Train.Length, features[0].Test.Length);
        if (space.Dimensions == 0)
        {
            return null;
        }

        var random = RandomStream.Of(seed);
        var half = Math.Min(units, MostUnits) / 2;
        var (first, second) = (Draw(space.Train, 2 * half, random), Draw(space.Test, 2 * half, random));
        float[][] learned = [.. first.Take(half), .. second.Take(half)];
        var correct = first.Skip(half).Count(point => FirstSideVotes(point) > Neighbours / 2) + second.Skip(half).Count(point => FirstSideVotes(point) <= Neighbours / 2);
        return new ClassifierTwoSampleTest(correct, 2 * half);

        int FirstSideVotes(float[] point) => NearestNeighbours.Of(point, learned, Neighbours).Count(position => position < half);
    }

    private static float[][] Draw(float[][] points, int count, Random random) => [.. points.OrderBy(_ => random.NextDouble()).Take(count)];
}
