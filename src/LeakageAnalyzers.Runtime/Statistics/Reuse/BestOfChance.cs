namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// What the best of several useless classifiers scores on one test set: how far a number can climb by looking again and again.
/// </summary>
public static class BestOfChance
{
    /// <summary>The expected accuracy of the best of K independent classifiers that guess, exactly.</summary>
    /// <remarks>E[max] = Σₓ x/n (F(x)ᴷ − F(x−1)ᴷ) with F the binomial distribution.</remarks>
    /// <param name="rows">The number n of test rows, at least 1.</param>
    /// <param name="looks">The number K of classifiers tried, at least 1.</param>
    /// <param name="chance">The accuracy of a guess, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double ExpectedAccuracy(long rows, long looks, double chance = 0.5)
    {
        CheckArguments(rows, looks, chance);

        // Summed by parts: 1 − Σ F(x)ᴷ / n. Twelve standard deviations from the mean, F(x)ᴷ is 0 or 1 to working precision.
        var reach = (12 * Math.Sqrt(rows * chance * (1 - chance))) + 20;
        var first = (long)Math.Max(0, Math.Floor((rows * chance) - reach));
        var end = (long)Math.Min(rows, Math.Ceiling((rows * chance) + reach));
        double sum = rows - end;
        for (var correct = first; correct < end; correct++)
        {
            sum += Math.Pow(BinomialTail.AtMost(correct, rows, chance), looks);
        }

        return 1 - (sum / rows);
    }

    /// <summary>The accuracy that the best of K guessing classifiers stays at or below with the given probability.</summary>
    /// <param name="rows">The number n of test rows, at least 1.</param>
    /// <param name="looks">The number K of classifiers tried, at least 1.</param>
    /// <param name="probability">The probability, strictly between 0 and 1.</param>
    /// <param name="chance">The accuracy of a guess, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double AccuracyQuantile(long rows, long looks, double probability = 0.95, double chance = 0.5)
    {
        CheckArguments(rows, looks, chance);
        Check.InsideUnitInterval(probability);
        return BinomialTail.Quantile(Math.Pow(probability, 1.0 / looks), rows, chance) / (double)rows;
    }

    /// <summary>
    /// A half-width that holds for the accuracies of K classifiers at once, whatever they are: √(ln(2K/α) / 2n), by Hoeffding's
    /// inequality and the union bound. It does not hold for classifiers chosen after looking at the answers.
    /// </summary>
    /// <param name="rows">The number n of test rows, at least 1.</param>
    /// <param name="looks">The number K of classifiers, at least 1.</param>
    /// <param name="level">The confidence level 1 − α as a fraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double UniformHalfWidth(long rows, long looks, double level = 0.95)
    {
        Check.AtLeast(1, rows);
        Check.AtLeast(1, looks);
        return Math.Sqrt(Math.Log(2.0 * looks / (1 - Check.Level(level))) / (2.0 * rows));
    }

    private static void CheckArguments(long rows, long looks, double chance)
    {
        Check.AtLeast(1, rows);
        Check.AtLeast(1, looks);
        Check.InsideUnitInterval(chance);
    }
}
