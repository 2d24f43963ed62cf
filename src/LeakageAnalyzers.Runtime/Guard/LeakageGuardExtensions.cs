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
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static WatchedEstimator<TTransformer> WatchedBy<TTransformer>(
        this IEstimator<TTransformer> estimator,
        LeakageGuard guard,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where TTransformer : class, ITransformer =>
        new(Check.NotNull(estimator), Check.NotNull(guard), new Place(file, line));
}
