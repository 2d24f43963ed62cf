using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The mean of values that come in groups, such as the correctness of several images of each patient.</summary>
/// <remarks>
/// Rows of one group resemble each other, so n rows carry less information than n independent ones. The linearised variance treats
/// the group as the unit of sampling and needs no model of how rows of a group depend on each other.
/// </remarks>
public sealed record ClusteredMean
{
    private ClusteredMean()
    {
    }

    /// <summary>The mean over rows.</summary>
    public required double Mean { get; init; }

    /// <summary>The number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The number of groups G.</summary>
    public required int Groups { get; init; }

    /// <summary>The cluster-robust standard error √(G/(G−1) Σ(r_g − p m_g)²) / N, with group totals r and sizes m.</summary>
    public required double StandardError { get; init; }

    /// <summary>The standard error if all rows were independent, √(Σ(x − p)²/N) / √N.</summary>
    public required double NaiveStandardError { get; init; }

    /// <summary>
    /// The intraclass correlation by one-way analysis of variance; it can be slightly negative. Null if no group has two rows,
    /// or if all values are equal: then there is nothing to compare.
    /// </summary>
    public required double? IntraclassCorrelation { get; init; }

    /// <summary>How many times the variance is that of independent rows; 1 if all values are equal.</summary>
    public double DesignEffect => NaiveStandardError == 0 ? 1 : Square(StandardError / NaiveStandardError);

    /// <summary>The number of independent rows that would be as informative; infinite if the groups' errors cancel exactly.</summary>
    public double EffectiveRows => Rows / DesignEffect;

    /// <summary>Estimates the mean and its cluster-robust error.</summary>
    /// <typeparam name="TGroup">The type of the group keys, compared by equality.</typeparam>
    /// <param name="values">One value a row.</param>
    /// <param name="groups">One group key a row, such as a patient's id; at least two different ones.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a value is not finite, a key is null, or there are fewer than two groups.
    /// </exception>
    public static ClusteredMean Of<TGroup>(ReadOnlySpan<double> values, ReadOnlySpan<TGroup> groups)
        where TGroup : notnull
    {
        Check.SameLength(values, groups);
        Check.Finite(values);
        var index = GroupIndex.Of(groups);
        if (index.Count < 2)
        {
            throw new ArgumentException(
                Invariant($"{values.Length} rows form {index.Count} group(s); the spread between groups needs at least two."), nameof(groups));
        }

        return From(values, index);
    }

    /// <summary>The interval of Student's t with G − 1 degrees of freedom.</summary>
    /// <param name="level">The confidence level as a fraction.</param>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var reach = CriticalValue.StudentT(level, Groups - 1) * StandardError;
        return new ConfidenceInterval(Mean - reach, Mean + reach, level);
    }

    private static ClusteredMean From(ReadOnlySpan<double> values, GroupIndex index)
    {
        var totals = new double[index.Count];
        double sum = 0;
        for (var row = 0; row < values.Length; row++)
        {
            totals[index.OfRow[row]] += values[row];
            sum += values[row];
        }

        double n = values.Length;
        var mean = sum / n;
        double squaresTotal = 0, squaresBetween = 0, squaresOfResiduals = 0, squaresOfSizes = 0;
        foreach (var value in values)
        {
            squaresTotal += Square(value - mean);
        }

        for (var group = 0; group < totals.Length; group++)
        {
            double size = index.Sizes[group];
            squaresOfResiduals += Square(totals[group] - (mean * size));
            squaresBetween += size * Square((totals[group] / size) - mean);
            squaresOfSizes += size * size;
        }

        double g = index.Count;
        var betweenMean = squaresBetween / (g - 1);
        var typicalSize = (n - (squaresOfSizes / n)) / (g - 1);
        double? correlation = n > g && squaresTotal > 0
            ? Correlation(betweenMean, Math.Max(0, squaresTotal - squaresBetween) / (n - g), typicalSize)
            : null;
        return new ClusteredMean
        {
            Mean = mean,
            Rows = values.Length,
            Groups = index.Count,
            StandardError = Math.Sqrt(g / (g - 1) * squaresOfResiduals) / n,
            NaiveStandardError = Math.Sqrt(squaresTotal) / n,
            IntraclassCorrelation = correlation,
        };
    }

    private static double Correlation(double betweenMean, double withinMean, double typicalSize) =>
        (betweenMean - withinMean) / (betweenMean + ((typicalSize - 1) * withinMean));

    private static double Square(double value) => value * value;
}
