using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Estimators;

/// <summary>A transformer of ours that stands before another.</summary>
internal interface IWatchedTransformer
{
    /// <summary>The transformer behind it.</summary>
    public ITransformer Unwatched { get; }
}
