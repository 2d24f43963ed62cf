using System.Numerics;

namespace HonestNumbers;

/// <summary>Features of −1 and 1, each multiplied by the row's label of −1 or 1, a bit a value: the mean of a column is its correlation with the label.</summary>
internal sealed class SignColumns
{
    private readonly int rows;
    private readonly ulong[][] columns;

    private SignColumns(int rows, ulong[][] columns) => (this.rows, this.columns) = (rows, columns);

    public static SignColumns Draw(Random random, int rows, int features) => new(rows, [.. Enumerable.Range(0, features).Select(_ => DrawColumn(random, rows))]);

    public double Correlation(int feature) => ((2.0 * columns[feature].Sum(word => BitOperations.PopCount(word))) - rows) / rows;

    /// <summary>The share of rows that the sum of the chosen features, each with its sign, predicts right; a tie counts one half.</summary>
    public double Accuracy(IReadOnlyCollection<(int Feature, int Sign)> votes)
    {
        var tally = new int[rows];
        foreach (var (feature, sign) in votes)
        {
            var column = columns[feature];
            for (var row = 0; row < rows; row++)
            {
                tally[row] += (column[row >> 6] >> (row & 63) & 1) == 1 ? sign : -sign;
            }
        }

        return tally.Average(sum => (1 + Math.Sign(sum)) / 2.0);
    }

    private static ulong[] DrawColumn(Random random, int rows)
    {
        var words = new ulong[(rows + 63) / 64];
        for (var row = 0; row < rows; row += 64)
        {
            var bits = (ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 32);
            words[row >> 6] = rows - row >= 64 ? bits : bits & ((1UL << (rows - row)) - 1);
        }

        return words;
    }
}
