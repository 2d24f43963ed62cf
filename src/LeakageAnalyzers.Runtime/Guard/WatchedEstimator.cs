using System.Runtime.CompilerServices;
using LeakageAnalyzers.Runtime.Guard.Estimators;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>An estimator whose every <c>Fit</c> a guard records. Made by <see cref="LeakageGuardExtensions.WatchedBy"/>.</summary>
/// <typeparam name="TTransformer">What the estimator behind it returns.</typeparam>
public sealed class WatchedEstimator<TTransformer> : IEstimator<WatchedTransformer<TTransformer>>, IWatchedEstimator
    where TTransformer : class, ITransformer
{
    private readonly IEstimator<TTransformer> _estimator;
    private readonly LeakageGuard _guard;
    private readonly Place _place;
    private readonly CancellationToken _cancellation;

    internal WatchedEstimator(IEstimator<TTransformer> estimator, LeakageGuard guard, Place place, CancellationToken cancellation) =>
        (_estimator, _guard, _place, _cancellation) = (estimator, guard, place, cancellation);

    object IWatchedEstimator.Unwatched => _estimator;

    /// <summary>Fits the estimator and records which rows it reads, at the line of this call.</summary>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="cancellation">Stops as that of <see cref="LeakageGuard.Fit{TTransformer}(IEstimator{TTransformer}, IDataView, CancellationToken, string, string, int)"/>; by default, that of <see cref="LeakageGuardExtensions.WatchedBy"/>.</param>
    /// <param name="name">What findings call the rows; the compiler fills in the argument's text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">The estimator looked for rows and found none.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public WatchedTransformer<TTransformer> Fit(
        IDataView rows,
        CancellationToken cancellation = default,
        [CallerArgumentExpression(nameof(rows))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) => _guard.Fit(_estimator, rows, name, new Place(file, line), cancellation.CanBeCanceled ? cancellation : _cancellation);

    WatchedTransformer<TTransformer> IEstimator<WatchedTransformer<TTransformer>>.Fit(IDataView input) =>
        _guard.Fit(_estimator, input, nameof(input), _place, _cancellation);

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _estimator.GetOutputSchema(inputSchema);
}
