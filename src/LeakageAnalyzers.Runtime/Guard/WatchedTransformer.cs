using System.Runtime.CompilerServices;
using LeakageAnalyzers.Runtime.Guard.Estimators;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime;

/// <summary>A fitted transformer whose output rows remember which model wrote them. Made by a guard's <c>Fit</c>.</summary>
/// <typeparam name="TTransformer">The transformer that ML.NET returned.</typeparam>
/// <remarks>
/// It saves as the transformer behind it, so that a saved model does not depend on the guard, and it goes on transforming once the guard is disposed.
/// </remarks>
public sealed class WatchedTransformer<TTransformer> : ITransformer, IWatchedTransformer
    where TTransformer : class, ITransformer
{
    private readonly LeakageGuard _guard;
    private readonly Place _place;

    internal WatchedTransformer(TTransformer unwatched, LeakageGuard guard, Place place) =>
        (Unwatched, _guard, _place) = (unwatched, guard, place);

    /// <summary>The transformer that ML.NET returned, for what needs its own type. Rows that it transforms do not remember the model.</summary>
    public TTransformer Unwatched { get; }

    /// <inheritdoc/>
    public bool IsRowToRowMapper => Unwatched.IsRowToRowMapper;

    ITransformer IWatchedTransformer.Unwatched => Unwatched;

    /// <summary>Transforms rows; records which rows are read through it, at the line of this call.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public IDataView Transform(
        IDataView rows,
        [CallerArgumentExpression(nameof(rows))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) => _guard.Transform(Unwatched, rows, name, new Place(file, line));

    IDataView ITransformer.Transform(IDataView input) => _guard.Transform(Unwatched, input, nameof(input), _place);

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Unwatched.GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => Unwatched.GetRowToRowMapper(inputSchema);

    void ICanSaveModel.Save(ModelSaveContext ctx) => Unwatched.Save(ctx);
}
