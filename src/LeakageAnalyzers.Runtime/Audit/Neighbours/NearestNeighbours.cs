namespace LeakageAnalyzers.Runtime.Audit.Neighbours;

/// <summary>Finds nearest points by comparing all.</summary>
internal static class NearestNeighbours
{
    /// <summary>The most numbers that are compared: about a second's work. Of more points, evenly spaced ones are taken.</summary>
    public const long MostComparisons = 1_000_000_000;

    /// <summary>The positions of the <paramref name="count"/> points of <paramref name="among"/> that are nearest to <paramref name="point"/>, the nearest first.</summary>
    public static int[] Of(float[] point, IReadOnlyList<float[]> among, int count)
    {
        var nearest = new List<(double Distance, int Position)>(count + 1);
        for (var position = 0; position < among.Count; position++)
        {
            var limit = nearest.Count < count ? double.PositiveInfinity : nearest[count - 1].Distance;
            if (SquaredDistance(point, among[position], limit) is var distance && distance < limit)
            {
                var place = nearest.FindLastIndex(other => other.Distance <= distance) + 1;
                nearest.Insert(place, (distance, position));
                if (nearest.Count > count)
                {
                    nearest.RemoveAt(count);
                }
            }
        }

        return [.. nearest.Select(neighbour => neighbour.Position)];
    }

    /// <summary>The squared distance, or something beyond <paramref name="limit"/> where it is beyond.</summary>
    public static double SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b, double limit = double.PositiveInfinity)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length && sum < limit; i++)
        {
            // In double precision: in single, the square of 1e20 is infinite, and no point would be nearest.
            var difference = (double)a[i] - b[i];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>At most so many of <paramref name="count"/> positions, evenly spaced.</summary>
    public static int[] EvenlySpaced(int count, long most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, (int)most).Select(i => (int)((long)i * count / most))];
}
