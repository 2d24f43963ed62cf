using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>How intervals are computed, and the conventions that some metrics need.</summary>
public sealed record IntervalOptions
{
    /// <summary>The confidence level as a fraction.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The number of bootstrap resamples, at least 2.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>Decides the resamples, together with the data and nothing else.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How an interval is made from the resamples.</summary>
    public BootstrapMethod Method { get; init; } = BootstrapMethod.Percentile;

    /// <summary>The specificity at which sensitivity is reported, from 0 to 1.</summary>
    public double Specificity { get; init; } = 0.9;

    /// <summary>The bins of the expected calibration error.</summary>
    public CalibrationBinning Binning { get; init; } = CalibrationBinning.EqualWidth(10);

    /// <summary>The last rank that a ranking metric looks at, at least 1. Default 10, where ML.NET's <c>Evaluate</c> stops too.</summary>
    public int TruncationLevel { get; init; } = 10;

    /// <summary>Refuses options outside their ranges.</summary>
    internal static IntervalOptions Checked(IntervalOptions? options)
    {
        options ??= new IntervalOptions();
        Check.Level(options.Level);
        Check.AtLeast(2, options.Resamples);
        if (options.Method is not (BootstrapMethod.Percentile or BootstrapMethod.BiasCorrectedAccelerated))
        {
            throw new ArgumentOutOfRangeException("options.Method", options.Method, "There is no such bootstrap method.");
        }

        Check.Fraction(options.Specificity);
        Check.NotNull(options.Binning);
        Check.AtLeast(1, options.TruncationLevel);
        return options;
    }
}
