using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>What is drawn with replacement: single rows, or whole groups of rows.</summary>
public sealed class Resampling
{
    private readonly GroupIndex? groups;

    private Resampling(int rowCount, int unitCount, GroupIndex? groups)
    {
        if (unitCount < 2)
        {
            throw new ArgumentException(
                Invariant($"{rowCount} row(s) form {unitCount} {(groups is null ? "row(s)" : "group(s)")} to draw from; variation shows from two on."));
        }

        (RowCount, UnitCount, this.groups) = (rowCount, unitCount, groups);
    }

    /// <summary>The number of rows, which is the number of weights that a statistic receives.</summary>
    public int RowCount { get; }

    /// <summary>The number of units that are drawn: rows, or groups.</summary>
    public int UnitCount { get; }

    /// <summary>Draws as many rows as there are. Right only where rows are independent.</summary>
    /// <param name="rowCount">The number of rows, at least 2.</param>
    /// <exception cref="ArgumentException">There are fewer than two rows.</exception>
    public static Resampling OfRows(int rowCount) => new(rowCount, rowCount, groups: null);

    /// <summary>
    /// Draws as many groups as there are, each with all its rows: the cluster bootstrap of Davison and Hinkley (1997, 3.8) and
    /// Field and Welsh (2007).
    /// </summary>
    /// <typeparam name="TGroup">The type of the group keys, compared by equality.</typeparam>
    /// <param name="groups">One group key a row, such as a patient's id; at least two different ones.</param>
    /// <exception cref="ArgumentException">A key is null, or there are fewer than two groups.</exception>
    public static Resampling OfGroups<TGroup>(ReadOnlySpan<TGroup> groups)
        where TGroup : notnull
    {
        var index = GroupIndex.Of(groups);
        return new Resampling(index.RowCount, index.Count, index);
    }

    /// <summary>Draws one resample.</summary>
    /// <param name="random">Asked for <see cref="UnitCount"/> integers below <see cref="UnitCount"/>.</param>
    /// <param name="weights">Receives how often each row was drawn.</param>
    /// <param name="unitCounts">Room for <see cref="UnitCount"/> numbers.</param>
    internal void Draw(Random random, Span<int> weights, Span<int> unitCounts)
    {
        unitCounts.Clear();
        for (var draw = 0; draw < UnitCount; draw++)
        {
            unitCounts[random.Next(UnitCount)]++;
        }

        Spread(unitCounts, weights);
    }

    /// <summary>Gives every row the weight of its unit.</summary>
    internal void Spread(ReadOnlySpan<int> unitWeights, Span<int> weights)
    {
        if (groups is null)
        {
            unitWeights.CopyTo(weights);
            return;
        }

        var unitOfRow = groups.OfRow;
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = unitWeights[unitOfRow[row]];
        }
    }
}
