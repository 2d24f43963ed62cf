namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>What the winner's lead over the rest means beside the noise of the evaluation.</summary>
public enum LeaderboardVerdict
{
    /// <summary>The lead is no larger than what scores differ by between two test sets.</summary>
    DiminishingReturns,

    /// <summary>Diminishing returns by overfitting: scores fell from public to private by more than the winner's lead.</summary>
    Overfit,

    /// <summary>The lead is larger than the noise of the evaluation.</summary>
    RealImprovement,
}
