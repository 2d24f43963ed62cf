namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>
/// The net benefit of acting on predictions (Vickers and Elkin 2006): true positives per row, less false positives at the exchange rate
/// that the threshold implies.
/// </summary>
/// <param name="Threshold">The probability t from which one would act.</param>
/// <param name="Model">TP/n − FP/n · t/(1 − t), acting where the model's probability reaches the threshold.</param>
/// <param name="TreatAll">The net benefit of acting on every row. Acting on none has 0.</param>
/// <param name="Standardized">The model's net benefit over the share of positive rows, its maximum; null without a positive row.</param>
public sealed record NetBenefit(double Threshold, double Model, double TreatAll, double? Standardized)
{
    /// <summary>Whether the model is worth more than acting on all rows and than acting on none.</summary>
    public bool IsUseful => Model > Math.Max(0, TreatAll);

    /// <summary>Computes the net benefit at one threshold.</summary>
    /// <param name="labels">The true class of every row; one class alone is allowed.</param>
    /// <param name="probabilities">The predicted probability of the positive class of every row.</param>
    /// <param name="threshold">The probability from which one would act, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there is no row, a value is not a probability, or the threshold is outside its range.
    /// </exception>
    public static NetBenefit At(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, double threshold)
    {
        Check.Probabilities(probabilities);
        Check.InsideUnitInterval(threshold);
        return Of(BinaryConfusion.At(labels, probabilities, threshold), threshold);
    }

    /// <summary>The net benefit of counts at a threshold.</summary>
    internal static NetBenefit Of(BinaryConfusion counts, double threshold)
    {
        var exchange = threshold / (1 - threshold);
        double rows = counts.Rows;
        var positives = (counts.TruePositives + counts.FalseNegatives) / rows;
        var model = (counts.TruePositives - (exchange * counts.FalsePositives)) / rows;
        return new NetBenefit(
            threshold, model, positives - (exchange * (1 - positives)), positives == 0 ? null : model / positives);
    }
}
