using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// How probabilities are put into bins. A calibration error depends on it: report it with the number.
/// </summary>
public sealed record CalibrationBinning
{
    private CalibrationBinning(int bins, bool isEqualMass) => (Bins, IsEqualMass) = (bins, isEqualMass);

    /// <summary>The number of bins.</summary>
    public int Bins { get; }

    /// <summary>Whether bins hold equally many rows, rather than equal ranges of probability.</summary>
    public bool IsEqualMass { get; }

    /// <summary>Bins of equal range: row i goes to bin min(⌊p k⌋, k − 1). Bins may be empty.</summary>
    /// <param name="bins">The number k of bins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    public static CalibrationBinning EqualWidth(int bins) => new((int)Check.AtLeast(1, bins), isEqualMass: false);

    /// <summary>
    /// Bins of equally many rows in the order of their probabilities, the first ones one larger where it does not divide. Rows of equal
    /// probability stay in their order, and may fall into two bins.
    /// </summary>
    /// <param name="bins">The number of bins, at least 1 and at most the number of rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    public static CalibrationBinning EqualMass(int bins) => new((int)Check.AtLeast(1, bins), isEqualMass: true);

    /// <summary>For example <c>10 equal-width bins</c>.</summary>
    public override string ToString() => Invariant($"{Bins} {(IsEqualMass ? "equal-mass" : "equal-width")} bins");

    /// <summary>The bin of every row.</summary>
    internal int[] Assign(ReadOnlySpan<double> probabilities) => IsEqualMass ? ByMass(probabilities) : ByWidth(probabilities);

    private int[] ByWidth(ReadOnlySpan<double> probabilities)
    {
        var binOfRow = new int[probabilities.Length];
        for (var row = 0; row < binOfRow.Length; row++)
        {
            binOfRow[row] = Math.Min((int)(probabilities[row] * Bins), Bins - 1);
        }

        return binOfRow;
    }

    private int[] ByMass(ReadOnlySpan<double> probabilities)
    {
        if (probabilities.Length < Bins)
        {
            throw new ArgumentException(Invariant($"{probabilities.Length} rows cannot fill {Bins} bins."), nameof(probabilities));
        }

        var values = probabilities.ToArray();
        var ordered = Enumerable.Range(0, values.Length).OrderBy(row => values[row]).ToArray();
        var binOfRow = new int[values.Length];
        var (size, larger) = (values.Length / Bins, values.Length % Bins);
        for (var rank = 0; rank < ordered.Length; rank++)
        {
            var inLargerBins = larger * (size + 1);
            binOfRow[ordered[rank]] = rank < inLargerBins ? rank / (size + 1) : larger + ((rank - inLargerBins) / size);
        }

        return binOfRow;
    }
}
