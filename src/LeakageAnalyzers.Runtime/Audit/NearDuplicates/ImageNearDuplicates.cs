using MathNet.Numerics.Distributions;

namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>Pictures whose hashes differ in so few bits as those of different pictures do not, among so many pairs.</summary>
internal static class ImageNearDuplicates
{
    /// <summary>The most pictures of each side: all pairs of them are compared, a thousand million.</summary>
    public const int MostImages = 31_000;

    private const int MostMeasured = 500;
    private const int FewestMeasured = 10;
    private const double LowQuantile = 0.01;

    /// <summary>For each test picture the position of the train picture that is nearest, where they differ in at most <paramref name="bits"/>; −1 for all others.</summary>
    public static int[] Find(ImageRows train, ImageRows test, int bits, CancellationToken cancellation)
    {
        var matches = new int[test.Hashes.Count];
        for (var i = 0; i < matches.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (nearest, least) = (-1, bits + 1);
            for (var j = 0; j < train.Hashes.Count; j++)
            {
                if (test.Hashes[i].DistanceTo(train.Hashes[j]) is var distance && distance < least)
                {
                    (nearest, least) = (j, distance);
                }
            }

            matches[i] = nearest;
        }

        return matches;
    }

    /// <summary>
    /// The number of bits up to <paramref name="most"/> by which so few pairs of different pictures are that near that the chance of one among all pairs is
    /// <paramref name="level"/>. Distances of different train pictures are taken for normal, with their own median and lower spread, which some copies do not move: pictures
    /// that resemble each other as a rule, such as radiographs, leave room for closer copies only. −1 where there is none.
    /// </summary>
    public static int MostBits(ImageRows train, ImageRows test, int most, double level)
    {
        var measured = Neighbours.NearestNeighbours.EvenlySpaced(train.Hashes.Count, MostMeasured);
        if (measured.Length < FewestMeasured)
        {
            return most;
        }

        var distances = new List<int>();
        for (var i = 0; i < measured.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                distances.Add(train.Hashes[measured[i]].DistanceTo(train.Hashes[measured[j]]));
            }
        }

        distances.Sort();
        var (median, low) = (distances[distances.Count / 2], distances[(int)(LowQuantile * distances.Count)]);
        var deviation = Math.Max(1, (median - low) / -Normal.InvCDF(0, 1, LowQuantile));
        var pairs = (double)train.Hashes.Count * test.Hashes.Count;
        return Math.Min(most, Math.Max(-1, (int)Math.Floor(median + (deviation * Normal.InvCDF(0, 1, level / pairs)) - 0.5)));
    }
}
