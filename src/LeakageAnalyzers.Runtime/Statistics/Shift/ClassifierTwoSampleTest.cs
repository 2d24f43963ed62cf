namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The classifier two-sample test of Lopez-Paz and Oquab (2017): if a classifier tells two samples apart on rows it has not seen, they
/// come from different distributions.
/// </summary>
/// <remarks>
/// Both samples must be equally large among the tested rows, so that guessing has accuracy one half, and the classifier's own split must
/// keep the rows of a patient together: otherwise it recognises patients.
/// </remarks>
public sealed record ClassifierTwoSampleTest
{
    /// <summary>Tests given counts.</summary>
    /// <param name="correct">The number of rows whose sample was recognised, from 0 to <paramref name="rows"/>.</param>
    /// <param name="rows">The number of held-out rows, at least 1.</param>
    /// <exception cref="ArgumentException">There is no row, or there are more correct rows than rows.</exception>
    public ClassifierTwoSampleTest(long correct, long rows)
    {
        ProportionInterval.CheckCounts(correct, rows);
        (Correct, Rows) = (correct, rows);
    }

    /// <summary>The number of held-out rows whose sample was recognised.</summary>
    public long Correct { get; }

    /// <summary>The number of held-out rows.</summary>
    public long Rows { get; }

    /// <summary>The share of rows whose sample was recognised.</summary>
    public double Accuracy => Correct / (double)Rows;

    /// <summary>The one-sided p-value of the paper, by the normal distribution N(1/2, 1/4n) of the accuracy.</summary>
    public double NormalPValue => TailProbability.Normal((Accuracy - 0.5) * 2 * Math.Sqrt(Rows));

    /// <summary>The one-sided p-value by the binomial distribution.</summary>
    public double PValue => BinomialTail.AtLeast(Correct, Rows, 0.5);
}
