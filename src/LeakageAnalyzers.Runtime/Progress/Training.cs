using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Progress;

/// <summary>Training as a long call. Apart from <see cref="LongCall"/>, which <c>leakage prove</c> loads for its intervals where there is no ML.NET.</summary>
internal static class Training
{
    /// <summary>Trains on rows until the caller cancels.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static TTransformer Fit<TTransformer>(this LongCall call, IEstimator<TTransformer> estimator, IDataView rows)
        where TTransformer : class, ITransformer => call.Train(estimator, () => estimator.Fit(call.Reading(rows)));

    /// <summary>Trains until the caller cancels: what trains on rows that it holds in memory is told between two of its steps.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static T Train<T>(this LongCall call, object estimator, Func<T> train) => call.Do(() =>
    {
        using var stop = new TrainingStop(estimator, call.Cancellation);
        var trained = train();
        call.Cancellation.ThrowIfCancellationRequested();
        return trained;
    });
}
