namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>McNemar's test (1947): do two classifiers err equally often on the same rows? Only rows on which they disagree count.</summary>
/// <remarks>Without such a row every statistic is 0 and every p-value 1.</remarks>
public sealed record McNemarTest
{
    /// <summary>Tests given counts.</summary>
    /// <param name="onlyFirst">Rows that the first classifier alone has right.</param>
    /// <param name="onlySecond">Rows that the second classifier alone has right.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public McNemarTest(long onlyFirst, long onlySecond) =>
        (OnlyFirst, OnlySecond) = (Check.AtLeast(0, onlyFirst), Check.AtLeast(0, onlySecond));

    /// <summary>Rows that the first classifier alone has right.</summary>
    public long OnlyFirst { get; }

    /// <summary>Rows that the second classifier alone has right.</summary>
    public long OnlySecond { get; }

    /// <summary>The statistic (b − c)² / (b + c).</summary>
    public double ChiSquared => Discordant == 0 ? 0 : Square(Math.Abs(OnlyFirst - OnlySecond)) / Discordant;

    /// <summary>The asymptotic two-sided p-value, for many discordant rows.</summary>
    public double AsymptoticPValue => TailProbability.ChiSquared(ChiSquared, 1);

    /// <summary>The statistic with Edwards' continuity correction, max(0, |b − c| − 1)² / (b + c).</summary>
    public double CorrectedChiSquared => Discordant == 0 ? 0 : Square(Math.Max(0, Math.Abs(OnlyFirst - OnlySecond) - 1)) / Discordant;

    /// <summary>The asymptotic two-sided p-value with continuity correction.</summary>
    public double CorrectedPValue => TailProbability.ChiSquared(CorrectedChiSquared, 1);

    /// <summary>The exact two-sided binomial p-value; it never rejects too often, and mostly too seldom.</summary>
    public double ExactPValue => Math.Min(1, 2 * Smaller);

    /// <summary>The mid-p version of the exact test, recommended by Fagerland et al. (2013): half of the observed outcome's weight.</summary>
    public double MidPValue => Discordant == 0 ? 1 : Smaller + BinomialTail.AtMost(Math.Min(OnlyFirst, OnlySecond) - 1, Discordant, 0.5);

    private long Discordant => OnlyFirst + OnlySecond;

    private double Smaller => BinomialTail.AtMost(Math.Min(OnlyFirst, OnlySecond), Discordant, 0.5);

    /// <summary>Counts the rows on which two classifiers disagree.</summary>
    /// <param name="firstIsRight">Whether the first classifier has each row right.</param>
    /// <param name="secondIsRight">Whether the second classifier has each row right.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there is no row.</exception>
    public static McNemarTest Of(ReadOnlySpan<bool> firstIsRight, ReadOnlySpan<bool> secondIsRight)
    {
        Check.SameLength(firstIsRight, secondIsRight);
        Check.CountAtLeast(1, firstIsRight);
        long onlyFirst = 0, onlySecond = 0;
        for (var row = 0; row < firstIsRight.Length; row++)
        {
            onlyFirst += firstIsRight[row] && !secondIsRight[row] ? 1 : 0;
            onlySecond += secondIsRight[row] && !firstIsRight[row] ? 1 : 0;
        }

        return new McNemarTest(onlyFirst, onlySecond);
    }

    private static double Square(double value) => value * value;
}
