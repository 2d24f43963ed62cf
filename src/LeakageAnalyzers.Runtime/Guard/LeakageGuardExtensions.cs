using System.Runtime.CompilerServices;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>Lets a <see cref="LeakageGuard"/> watch what ML.NET fits by itself.</summary>
public static class LeakageGuardExtensions
{
    /// <summary>
    /// An estimator whose every <c>Fit</c> <paramref name="guard"/> records, also those inside <c>CrossValidate</c>. Fits that ML.NET makes are reported at the
    /// line of this call.
    /// </summary>
    /// <param name="estimator">The estimator.</param>
    /// <param name="guard">The guard.</param>
    /// <param name="cancellation">Stops every fit at the next row that it reads, such as those of a <c>CrossValidate</c> that takes none.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static WatchedEstimator<TTransformer> WatchedBy<TTransformer>(
        this IEstimator<TTransformer> estimator,
        LeakageGuard guard,
        CancellationToken cancellation = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where TTransformer : class, ITransformer =>
        new(Check.NotNull(estimator), Check.NotNull(guard), new Place(file, line), cancellation);
}
