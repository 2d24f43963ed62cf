namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>
/// How evenly the classes lie in the parts of a split: the standard deviation over the parts of the share of a class that a part has, relative to the share of
/// the rows that it should have, averaged over the classes. Zero is perfect. For equal parts this is what scikit-learn's <c>StratifiedGroupKFold</c> minimizes.
/// </summary>
internal sealed class ClassBalance
{
    // Sums that differ by less than this differ by rounding.
    private const double Negligible = 1e-9;

    private readonly double[] _shares;
    private readonly long[] _totals;
    private readonly long[][] _rows;
    private readonly double[] _sums;
    private readonly double[] _squares;

    /// <summary>Empty parts.</summary>
    /// <param name="totals">The rows of each class in all parts together.</param>
    /// <param name="shares">The wanted share of each part.</param>
    public ClassBalance(long[] totals, IReadOnlyList<double> shares)
    {
        _totals = totals;
        _shares = [.. shares];
        _rows = [.. shares.Select(_ => new long[totals.Length])];
        (_sums, _squares) = (new double[totals.Length], new double[totals.Length]);
    }

    /// <summary>How many parts there are.</summary>
    public int Parts => _shares.Length;

    /// <summary>The imbalance of the parts as they are.</summary>
    public double Imbalance => Enumerable.Range(0, _totals.Length).Sum(Deviation) / _totals.Length;

    /// <summary>The largest distance, over parts and classes, of the share that a class has of a part's rows from the share that it has of all.</summary>
    public double LargestDeviation
    {
        get
        {
            var all = (double)_totals.Sum();
            return _rows.Max(part =>
            {
                var rows = (double)Math.Max(1, part.Sum());
                return Enumerable.Range(0, _totals.Length).Max(c => Math.Abs((part[c] / rows) - (_totals[c] / all)));
            });
        }
    }

    /// <summary>Puts rows into a part, or with <paramref name="sign"/> −1 takes them out.</summary>
    public void Add(long[] rowsOfClass, int part, int sign = 1)
    {
        for (var c = 0; c < rowsOfClass.Length; c++)
        {
            if (rowsOfClass[c] > 0)
            {
                var before = Relative(part, c);
                _rows[part][c] += sign * rowsOfClass[c];
                var after = Relative(part, c);
                _sums[c] += after - before;
                _squares[c] += (after * after) - (before * before);
            }
        }
    }

    /// <summary>The part that is best given rows that are in none yet; of equally good ones the one that lacks most rows.</summary>
    public int BestPartFor(long[] rowsOfClass)
    {
        var (best, bestImbalance, bestFill) = (-1, double.PositiveInfinity, double.PositiveInfinity);
        for (var part = 0; part < Parts; part++)
        {
            var fill = _rows[part].Sum() / _shares[part];
            Add(rowsOfClass, part);
            var imbalance = Imbalance;
            Add(rowsOfClass, part, -1);
            var isEqual = Math.Abs(imbalance - bestImbalance) <= Negligible;
            if (isEqual ? fill < bestFill : imbalance < bestImbalance)
            {
                (best, bestImbalance, bestFill) = (part, imbalance, fill);
            }
        }

        return best;
    }

    /// <summary>Whether the parts are more even than before, by more than rounding, and no class deviates more.</summary>
    public bool IsBetterThan(double imbalance, double largestDeviation) =>
        Imbalance < imbalance - Negligible && LargestDeviation <= largestDeviation + Negligible;

    private double Relative(int part, int c) => _rows[part][c] / (_totals[c] * _shares[part]);

    private double Deviation(int c)
    {
        var mean = _sums[c] / Parts;
        return Math.Sqrt(Math.Max(0, (_squares[c] / Parts) - (mean * mean)));
    }
}
