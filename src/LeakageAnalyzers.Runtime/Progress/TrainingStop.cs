using LeakageAnalyzers.Runtime.Guard.Estimators;

namespace LeakageAnalyzers.Runtime.Progress;

/// <summary>
/// While it lives, a cancelled token stops the trainers of a pipeline as ML.NET's own <c>MLContext.CancelExecution</c> does, which is internal, cancels everything of its
/// context, and for good: here only the estimators of one fit are told, and once it is over they can be fitted again. Two fits of one trainer at a time stop together.
/// </summary>
internal sealed class TrainingStop : IDisposable
{
    private readonly List<object> hosts = [];
    private readonly CancellationTokenRegistration registration;
    private bool isStopped;

    public TrainingStop(object estimator, CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            hosts.AddRange(EstimatorMembers.Flatten(estimator).SelectMany(EstimatorMembers.HostsOf));
            registration = cancellation.Register(() => Tell(isCanceled: true));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Waits for a callback that runs, so that nothing is told afterwards.
        registration.Dispose();
        if (isStopped)
        {
            Tell(isCanceled: false);
        }
    }

    private void Tell(bool isCanceled)
    {
        isStopped = isCanceled;
        hosts.ForEach(host => EstimatorMembers.SetCanceled(host, isCanceled));
    }
}
