using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>How many test rows an interval of a wanted half-width needs.</summary>
public static class TestSetSize
{
    /// <summary>Rows for a proportion by the normal approximation: ⌈z² p(1−p) / h²⌉.</summary>
    /// <remarks>Near 0 or 1 the approximation asks for too few rows; use <see cref="ForWilson"/> there.</remarks>
    /// <param name="proportion">The expected proportion, strictly between 0 and 1.</param>
    /// <param name="halfWidth">The wanted half-width, in the unit of the proportion.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long ForProportion(double proportion, double halfWidth, double level = 0.95)
    {
        Check.InsideUnitInterval(proportion);
        CheckHalfWidth(halfWidth);
        var z = CriticalValue.Normal(level);
        return (long)Math.Ceiling(z * z * proportion * (1 - proportion) / (halfWidth * halfWidth));
    }

    /// <summary>The smallest number of rows whose Wilson interval has at most the wanted half-width.</summary>
    /// <param name="proportion">The expected proportion, from 0 to 1.</param>
    /// <param name="halfWidth">The wanted half-width, in the unit of the proportion.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long ForWilson(double proportion, double halfWidth, double level = 0.95)
    {
        Check.Fraction(proportion);
        CheckHalfWidth(halfWidth);
        var z = CriticalValue.Normal(level);
        var (z2, h2, variance) = (z * z, halfWidth * halfWidth, proportion * (1 - proportion));

        // The half-width falls with n; setting it equal to h and clearing denominators leaves a quadratic in n.
        var b = z2 * ((2 * h2) - variance);
        var c = z2 * z2 * (h2 - 0.25);
        var root = (-b + Math.Sqrt((b * b) - (4 * h2 * c))) / (2 * h2);
        return Math.Max(1, (long)Math.Ceiling(root));
    }

    /// <summary>Rows that are worth as much as this many independent rows when rows come in groups.</summary>
    /// <param name="independentRows">The size for independent rows.</param>
    /// <param name="designEffect">The design effect, for example <see cref="ClusteredMean.DesignEffect"/> of a pilot; 1 for independent rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
    public static long ForGroupedRows(long independentRows, double designEffect)
    {
        Check.AtLeast(1, independentRows);
        return (long)Math.Ceiling(independentRows * Check.Positive(designEffect));
    }

    /// <summary>Rows for an AUC by the standard error of <see cref="AucStandardError"/>.</summary>
    /// <param name="auc">The expected AUC, strictly between 0 and 1.</param>
    /// <param name="prevalence">The expected share of positive rows, strictly between 0 and 1.</param>
    /// <param name="halfWidth">The wanted half-width.</param>
    /// <param name="level">The confidence level as a fraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long ForAuc(double auc, double prevalence, double halfWidth, double level = 0.95)
    {
        Check.InsideUnitInterval(auc);
        Check.InsideUnitInterval(prevalence);
        CheckHalfWidth(halfWidth);
        var z = CriticalValue.Normal(level);
        var (tooFew, enough) = (1L, 2L);
        while (z * AucStandardError(auc, prevalence, enough) > halfWidth)
        {
            (tooFew, enough) = (enough, enough * 2);
        }

        while (enough - tooFew > 1)
        {
            var middle = tooFew + ((enough - tooFew) / 2);
            if (z * AucStandardError(auc, prevalence, middle) > halfWidth)
            {
                tooFew = middle;
            }
            else
            {
                enough = middle;
            }
        }

        return enough;
    }

    /// <summary>
    /// The standard error that an AUC will have, for planning: Newcombe (2006, method 4), used by Riley et al. (2021).
    /// </summary>
    /// <remarks>√(C(1−C)(1 + (n/2−1)(1−C)/(2−C) + (n/2−1)C/(1+C)) / (n² φ(1−φ))).</remarks>
    /// <param name="auc">The expected AUC C, from 0 to 1.</param>
    /// <param name="prevalence">The expected share φ of positive rows, strictly between 0 and 1.</param>
    /// <param name="rows">The number n of test rows, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double AucStandardError(double auc, double prevalence, long rows)
    {
        Check.Fraction(auc);
        Check.InsideUnitInterval(prevalence);
        Check.AtLeast(2, rows);
        var others = (rows / 2.0) - 1;
        var spread = 1 + (others * (1 - auc) / (2 - auc)) + (others * auc / (1 + auc));
        return Math.Sqrt(auc * (1 - auc) * spread / ((double)rows * rows * prevalence * (1 - prevalence)));
    }

    private static void CheckHalfWidth(double halfWidth)
    {
        if (!(halfWidth > 0 && halfWidth < 0.5))
        {
            throw new ArgumentOutOfRangeException(
                nameof(halfWidth),
                halfWidth,
                Invariant($"A half-width of {halfWidth} cannot be asked of a proportion; it must lie strictly between 0 and 0.5."));
        }
    }
}
