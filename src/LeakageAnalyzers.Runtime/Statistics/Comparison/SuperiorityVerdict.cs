namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>Whether one model was shown to be better than another by a margin.</summary>
public enum SuperiorityVerdict
{
    /// <summary>The data do not decide; this is not a proof of equality.</summary>
    NotShown,

    /// <summary>The first model is better by more than the margin.</summary>
    Superior,

    /// <summary>The first model is worse by more than the margin.</summary>
    Inferior,
}
