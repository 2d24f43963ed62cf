using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Test rows in memory, with what a model predicted for them and the group that each belongs to.</summary>
internal abstract class ScoredRows(int count, RowGroups? groups)
{
    public int Count => count;

    public RowGroups? Groups => groups;

    /// <summary>What the bootstrap draws as wholes; null where it draws single rows.</summary>
    public virtual RowGroups? DrawnGroups => groups;

    /// <summary>What the bootstrap draws.</summary>
    public Resampling Resampling => DrawnGroups is { } drawn ? Statistics.Resampling.OfGroups<string>(drawn.Names) : Statistics.Resampling.OfRows(count);

    /// <summary>What a reader has to know about all intervals of these rows; null if nothing.</summary>
    public virtual string? Note => groups?.Note;

    /// <summary>The weights of the data themselves.</summary>
    public int[] EveryRowOnce()
    {
        var weights = new int[count];
        weights.AsSpan().Fill(1);
        return weights;
    }

    /// <summary>Why these rows and <paramref name="other"/> are not the same rows scored by two models; null if they may be.</summary>
    public string? WhyNotPairedWith(ScoredRows other)
    {
        if (Count != other.Count)
        {
            return Invariant($"the first model scored {Count} rows and the second {other.Count}");
        }

        for (var row = 0; row < Count; row++)
        {
            if (!HasSameTruth(row, other))
            {
                return Invariant($"the truth of row {row} differs between them");
            }

            if (groups?.Names[row] != other.Groups?.Names[row])
            {
                return Invariant($"the group of row {row} differs between them");
            }
        }

        return null;
    }

    /// <summary>Whether a row has the same label in other rows of the same task.</summary>
    protected abstract bool HasSameTruth(int row, ScoredRows other);
}
