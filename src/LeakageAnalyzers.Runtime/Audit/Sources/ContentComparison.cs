using LeakageAnalyzers.Runtime.Guard.Content;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>Finds test rows with the values of a train row by 128-bit hashes of these; what does not fit in memory is shared out to files.</summary>
internal static class ContentComparison
{
    // A set keeps a hash, a link and a bucket for each row, and doubles when it is full.
    private const int BytesPerRow = 64;

    /// <summary>Compares the sides by the values of <paramref name="columns"/>.</summary>
    /// <exception cref="IOException">The rows do not fit in memory and the temporary folder cannot be written.</exception>
    public static ContentOverlap Compare(IDataView train, IDataView test, IReadOnlyList<string> columns, long trainRows, long mostMemory)
    {
        var shares = (int)Math.Min(4096, (trainRows * BytesPerRow / mostMemory) + 1);
        if (shares == 1)
        {
            return Compare(Read(train, columns), Read(test, columns));
        }

        using var trained = new SpilledHashes(Read(train, columns), shares);
        using var tested = new SpilledHashes(Read(test, columns), shares);
        var (shared, distinct) = (0L, 0L);
        for (var share = 0; share < shares; share++)
        {
            var overlap = Compare(trained.Read(share), tested.Read(share));
            (shared, distinct) = (shared + overlap.SharedTestRows, distinct + overlap.DistinctTrainRows);
        }

        return new ContentOverlap(shared, distinct);
    }

    private static ContentOverlap Compare(IEnumerable<ContentHash> train, IEnumerable<ContentHash> test)
    {
        var known = new HashSet<ContentHash>(train);
        return new ContentOverlap(test.LongCount(known.Contains), known.Count);
    }

    private static IEnumerable<ContentHash> Read(IDataView view, IReadOnlyList<string> columns) =>
        ContentReader.Read(view, columns).Select(row => row.Content);
}
