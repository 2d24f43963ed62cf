using LeakageAnalyzers.Runtime.Audit.Neighbours;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// How far apart neighbours among the train rows usually lie, everywhere and around a point, and in how many directions rows vary at that scale. Measured between a few
/// rows, so that copies among the train rows hardly show, and carried over to all rows by the intrinsic dimension.
/// </summary>
internal sealed class NeighbourScale
{
    /// <summary>Of fewer train rows it cannot be told what is usual.</summary>
    public const int FewestRows = 20;

    private const int MostReferences = 2000;
    private const int MostQueries = 500;

    // So many neighbours may be copies of a point before they hide what is usual around it.
    private const int LocalNeighbours = 4;

    private readonly Points _points;
    private readonly int[] _references;

    private NeighbourScale(Points points, int[] references, double dimension, double leastDimension, double typical)
    {
        (_points, _references) = (points, references);
        (Dimension, LeastDimension, Typical) = (dimension, leastDimension, typical);
    }

    /// <summary>
    /// The intrinsic dimension d of the rows: where they lie evenly, the distances r₁ and r₂ to the two nearest neighbours have P(r₂/r₁ ≤ x) = 1 − x⁻ᵈ (Facco et al.,
    /// Scientific Reports 7:12140, 2017), so that the median of r₂/r₁ is 2^(1/d), which copies and outliers hardly move.
    /// </summary>
    public double Dimension { get; }

    /// <summary>What the intrinsic dimension is at least: two standard errors of that median below it, and one quarter of it for few rows.</summary>
    public double LeastDimension { get; }

    /// <summary>The median distance of a train row from its nearest neighbour; 0 where most rows are equal.</summary>
    public double Typical { get; }

    /// <summary>Measures <paramref name="points"/>, of which there are at least <see cref="FewestRows"/>.</summary>
    public static NeighbourScale Of(Points points, int seed)
    {
        var random = RandomStream.Of(seed);
        int[] order = [.. Enumerable.Range(0, points.Count).OrderBy(_ => random.NextDouble())];
        var references = order.AsSpan(0, Math.Min(MostReferences, Math.Max(points.Count / 8, FewestRows / 2))).ToArray();
        var queries = order.Skip(references.Length).Take(MostQueries).ToList();
        var nearest = queries.ConvertAll(query => Distances(points, references, points[query], 2));
        var ratio = Median(nearest.Select(pair => pair[1] / pair[0]).Where(value => !double.IsNaN(value)));
        var dimension = Math.Log(2) / Math.Log(ratio);
        var error = 1 / (Math.Log(2) * Math.Sqrt(queries.Count));
        var typical = Median(nearest.Select(pair => pair[0])) * Math.Pow((double)references.Length / points.Count, 1 / dimension);
        return new NeighbourScale(points, references, dimension, dimension * Math.Max(0.25, 1 - (2 * error)), double.IsNaN(typical) ? 0 : typical);
    }

    /// <summary>The distance at which <paramref name="point"/> usually would have its nearest neighbour among the train rows, by how densely they lie around it.</summary>
    public double Around(ReadOnlySpan<float> point) =>
        Distances(_points, _references, point, LocalNeighbours)[LocalNeighbours - 1]
            * Math.Pow((double)_references.Length / LocalNeighbours / _points.Count, 1 / Dimension);

    private static double[] Distances(Points points, int[] among, ReadOnlySpan<float> point, int count)
    {
        var nearest = new double[count];
        nearest.AsSpan().Fill(double.PositiveInfinity);
        foreach (var position in among)
        {
            var distance = NearestNeighbours.SquaredDistance(point, points[position], nearest[count - 1]);
            if (distance < nearest[count - 1])
            {
                var place = count - 1;
                for (; place > 0 && nearest[place - 1] > distance; place--)
                {
                    nearest[place] = nearest[place - 1];
                }

                nearest[place] = distance;
            }
        }

        return Array.ConvertAll(nearest, Math.Sqrt);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.OrderBy(value => value)];
        return ordered.Length == 0 ? double.NaN : ordered[ordered.Length / 2];
    }
}
