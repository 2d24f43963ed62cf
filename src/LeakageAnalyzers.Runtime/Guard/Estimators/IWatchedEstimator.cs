namespace LeakageAnalyzers.Runtime.Guard.Estimators;

/// <summary>An estimator of ours that stands before another.</summary>
internal interface IWatchedEstimator
{
    /// <summary>The estimator behind it.</summary>
    public object Unwatched { get; }
}
