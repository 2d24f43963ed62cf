using LeakageAnalyzers.Runtime.Audit.Neighbours;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>
/// Test points that lie nearer to a train point than neighbours do there: a copy with rounded or disturbed numbers. Candidates come from random projections, so
/// that the time grows with the number of points and not with its square.
/// </summary>
internal static class NumericNearDuplicates
{
    /// <summary>
    /// For each test point the position of the nearest train point, where that is nearer than <paramref name="share"/> of what is usual among train points, both
    /// everywhere and around it; −1 for all others. Equal points are left to exact duplicates.
    /// </summary>
    public static int[] Find(Points train, Points test, NeighbourScale scale, double share, int seed, CancellationToken cancellation)
    {
        var nearest = new Nearest(test.Count, share * scale.Typical);
        if (scale.Typical > 0)
        {
            var random = RandomStream.Of(seed, 1);
            for (var key = 0; key < RandomProjections.Keys; key++)
            {
                Collect(train, test, new RandomProjections(train.Dimensions, share * scale.Typical, random), nearest, cancellation);
            }
        }

        for (var position = 0; position < test.Count; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (nearest.Positions[position] >= 0 && Math.Sqrt(nearest.SquaredDistances[position]) > share * scale.Around(test[position]))
            {
                nearest.Positions[position] = -1;
            }
        }

        return nearest.Positions;
    }

    private static void Collect(Points train, Points test, RandomProjections projections, Nearest nearest, CancellationToken cancellation)
    {
        var keys = new ulong[train.Count];
        for (var position = 0; position < keys.Length; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            keys[position] = Hash64.Add(train.PatternOf(position), projections.KeyOf(train[position]));
        }

        var buckets = new KeyBuckets(keys);
        Span<int> candidates = stackalloc int[KeyBuckets.MostOfOneKey];
        for (var position = 0; position < test.Count; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            var point = test[position];
            var key = Hash64.Add(test.PatternOf(position), projections.KeyOf(point));
            foreach (var candidate in candidates.Slice(0, buckets.Find(key, candidates)))
            {
                nearest.Offer(position, candidate, NearestNeighbours.SquaredDistance(point, train[candidate], nearest.SquaredDistances[position]));
            }
        }
    }

    private sealed class Nearest
    {
        public Nearest(int count, double radius)
        {
            (Positions, SquaredDistances) = (new int[count], new float[count]);
            Positions.AsSpan().Fill(-1);

            // Rounded up, so that a pair at the radius is inside.
            SquaredDistances.AsSpan().Fill((float)(radius * radius * 1.000001));
        }

        public int[] Positions { get; }

        public float[] SquaredDistances { get; }

        public void Offer(int test, int train, double squaredDistance)
        {
            if (squaredDistance > 0 && squaredDistance < SquaredDistances[test])
            {
                (Positions[test], SquaredDistances[test]) = (train, (float)squaredDistance);
            }
        }
    }
}
