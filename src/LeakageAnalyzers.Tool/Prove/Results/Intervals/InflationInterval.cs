using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Tool.Prove.Results.Intervals;

/// <summary>How the interval of an inflation is made.</summary>
internal enum IntervalMethod
{
    /// <summary>Groups of rows, and runs, are drawn with replacement.</summary>
    ClusterBootstrap,

    /// <summary>Test rows, which are the same in each run, and runs are drawn with replacement.</summary>
    RowBootstrap,

    /// <summary>Student's t, its variance raised for the rows that random splits share (Nadeau and Bengio 2003).</summary>
    CorrectedResampledT,

    /// <summary>Student's t over runs that share no row.</summary>
    PairedT,

    /// <summary>Student's t over runs that share rows, for want of something better: too narrow.</summary>
    UncorrectedT,
}

/// <summary>An interval of an inflation and what it rests on.</summary>
/// <param name="Method">How it is made.</param>
/// <param name="Interval">The interval.</param>
/// <param name="Basis">What was drawn or counted, in a few words.</param>
/// <param name="WhyNotByGroup">Why groups are not what was drawn; null where they are, or where runs share no row.</param>
internal sealed record InflationInterval(IntervalMethod Method, ConfidenceInterval Interval, string Basis, string? WhyNotByGroup)
{
    /// <summary>What counts as one observation, in a word or two.</summary>
    public string Unit => Method switch
    {
        IntervalMethod.ClusterBootstrap => "groups",
        IntervalMethod.RowBootstrap => "rows",
        IntervalMethod.CorrectedResampledT => "splits",
        IntervalMethod.PairedT => "runs",
        _ => "runs, too narrow",
    };

    /// <summary>All of it in one line.</summary>
    public string Text => WhyNotByGroup is null ? Basis : $"{Basis}; not by group: {WhyNotByGroup}";
}
