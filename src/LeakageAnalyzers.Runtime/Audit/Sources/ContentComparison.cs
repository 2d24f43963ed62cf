using LeakageAnalyzers.Runtime.Guard.Content;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>
/// Counts test rows with the values of a train row by 128-bit hashes of these. First all train rows are added, then all test rows; what does not fit in memory is
/// shared out to files.
/// </summary>
internal sealed class ContentComparison(long mostMemory) : IDisposable
{
    // A set keeps a hash, a link and a bucket for each row, and doubles when it is full.
    private const int BytesPerRow = 64;

    // Each file is compared by itself, so that so many times the memory is enough for all.
    private const int Shares = 256;

    private HashSet<ContentHash> _known = [];
    private SpilledHashes? _train;
    private SpilledHashes? _test;
    private long _sharedTestRows;

    /// <summary>Adds a train row.</summary>
    /// <exception cref="IOException">The rows do not fit in memory and the temporary folder cannot be written.</exception>
    public void AddTrain(ContentHash hash)
    {
        if (_train is not null)
        {
            _train.Add(hash);
        }
        else if (_known.Add(hash) && _known.Count * (long)BytesPerRow > mostMemory)
        {
            _train = new SpilledHashes(Shares);
            foreach (var known in _known)
            {
                _train.Add(known);
            }

            _known = [];
        }
    }

    /// <summary>Adds a test row.</summary>
    /// <exception cref="IOException">The rows do not fit in memory and the temporary folder cannot be written.</exception>
    public void AddTest(ContentHash hash)
    {
        if (_train is not null)
        {
            (_test ??= new SpilledHashes(Shares)).Add(hash);
        }
        else if (_known.Contains(hash))
        {
            _sharedTestRows++;
        }
    }

    /// <summary>What both sides have, once all rows are added.</summary>
    public ContentOverlap Compare()
    {
        if (_train is null)
        {
            return new ContentOverlap(_sharedTestRows, _known.Count);
        }

        var (shared, distinct) = (0L, 0L);
        for (var share = 0; share < Shares; share++)
        {
            var known = new HashSet<ContentHash>(_train.Read(share));
            distinct += known.Count;
            shared += _test?.Read(share).LongCount(known.Contains) ?? 0;
        }

        return new ContentOverlap(shared, distinct);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _train?.Dispose();
        _test?.Dispose();
    }
}
