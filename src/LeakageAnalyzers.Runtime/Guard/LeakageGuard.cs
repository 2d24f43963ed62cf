using System.Runtime.CompilerServices;
using LeakageAnalyzers.Runtime.Files;
using LeakageAnalyzers.Runtime.Guard;
using LeakageAnalyzers.Runtime.Guard.Estimators;
using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Runtime.Guard.Models;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Splitting;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;
using static Microsoft.ML.TrainCatalogBase;

namespace LeakageAnalyzers.Runtime;

/// <summary>
/// Watches an evaluation: records which rows every fit, transformation and evaluation really read, and reports leaks by the rules of the analyzer, with exact
/// counts.
/// </summary>
/// <remarks>
/// <para>
/// Rows are known by ids that the guard writes at the view given to <see cref="Watch"/> and that ML.NET hands on through transformers, filters, splits and
/// shuffles. Rows that ML.NET numbers anew lose them: what cannot be identified is never reported.
/// </para>
/// <para>The environment variable <c>LEAKAGE_GUARD=off</c> makes every method a pass-through. A guard may be used from several threads.</para>
/// </remarks>
/// <example>
/// <code>
/// using var guard = new LeakageGuard();
/// var rows = guard.Watch(mlContext.Data.LoadFromTextFile&lt;Recording&gt;(path));
/// var parts = guard.Split(mlContext.Data.TrainTestSplit(rows));
/// var model = guard.Fit(pipeline, parts.TrainSet);
/// var metrics = mlContext.BinaryClassification.Evaluate(guard.Tested(model.Transform(parts.TestSet)));
/// guard.Verify();
/// </code>
/// </example>
public sealed class LeakageGuard : IDisposable
{
    private readonly Recorder? _recorder;
    private bool _isDisposed;

    /// <summary>A guard that has seen nothing yet.</summary>
    public LeakageGuard()
        : this(GuardSwitch.IsOn)
    {
    }

    internal LeakageGuard(bool isOn) => _recorder = isOn ? new Recorder() : null;

    /// <summary>Told of each guard that is about to forget what it saw. <c>leakage prove</c> listens, in the programs that it runs.</summary>
    internal static event Action<LeakageGuard>? Ending;

    /// <summary>Whether this guard records; false where <c>LEAKAGE_GUARD=off</c> was set when it was made.</summary>
    public bool IsOn => _recorder is not null;

    /// <summary>Begins to follow the rows of a loaded view. Everything else is to be derived from the view that this returns.</summary>
    /// <param name="rows">The rows as they were loaded.</param>
    /// <param name="groupColumn">The column that names the individual several rows belong to; found by its name, such as <c>PatientId</c>, where it is null.</param>
    /// <param name="name">What findings call the rows; the compiler fills in the argument's text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no column <paramref name="groupColumn"/>.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IDataView Watch(
        IDataView rows,
        string? groupColumn = null,
        [CallerArgumentExpression(nameof(rows))] string name = "")
    {
        Check.NotNull(rows);
        return Recording() is { } recorder ? recorder.Watch(rows, groupColumn, name) : rows;
    }

    /// <summary>As the other overload; the group column is the member of <typeparamref name="TRow"/> that is marked with <see cref="GroupKeyAttribute"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException"><typeparamref name="TRow"/> marks no member or several, or the rows lack the column.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IDataView Watch<TRow>(IDataView rows, [CallerArgumentExpression(nameof(rows))] string name = "") =>
        Watch(rows, GroupColumn.Of<TRow>(), name);

    /// <summary>Records how rows were cut in two: <c>guard.Split(mlContext.Data.TrainTestSplit(rows))</c>. Returns its argument.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="samplingKeyColumnName">The sampling key that the split was given, so that the key itself is checked as well; null where it had none or it is not known.</param>
    /// <param name="seed">The seed that the split was given; null where it took that of its context.</param>
    /// <param name="name">What findings call the rows; the compiler fills in the argument's text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException"><paramref name="parts"/> is the default value, which has no parts.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public TrainTestData Split(
        TrainTestData parts,
        string? samplingKeyColumnName = null,
        int? seed = null,
        [CallerArgumentExpression(nameof(parts))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        AddSplit(parts, samplingKeyColumnName, seed, name, new Place(file, line));
        return parts;
    }

    /// <summary>Records how rows were cut into folds: <c>guard.Split(mlContext.Data.CrossValidationSplit(rows))</c>. Returns its argument.</summary>
    /// <param name="folds">The folds.</param>
    /// <param name="samplingKeyColumnName">The sampling key that the split was given, so that the key itself is checked as well; null where it had none or it is not known.</param>
    /// <param name="seed">The seed that the split was given; null where it took that of its context.</param>
    /// <param name="name">What findings call the rows; the compiler fills in the argument's text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="folds"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IReadOnlyList<TrainTestData> Split(
        IReadOnlyList<TrainTestData> folds,
        string? samplingKeyColumnName = null,
        int? seed = null,
        [CallerArgumentExpression(nameof(folds))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        Check.NotNull(folds);
        foreach (var fold in folds)
        {
            AddSplit(fold, samplingKeyColumnName, seed, name, new Place(file, line));
        }

        return folds;
    }

    /// <summary>Records how rows were cut in two by hand, such as by <c>TakeRows</c> and <c>SkipRows</c>.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public void Split(
        IDataView train,
        IDataView test,
        [CallerArgumentExpression(nameof(train))] string trainName = "",
        [CallerArgumentExpression(nameof(test))] string testName = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        Check.NotNull(train);
        Check.NotNull(test);
        Recording()?.Split(train, test, $"{CallerExpression.NameOf(trainName)}' and '{CallerExpression.NameOf(testName)}", SamplingKey.Unknown, new Place(file, line));
    }

    /// <summary>
    /// Records a cross-validation: <c>guard.CrossValidated(mlContext.Regression.CrossValidate(rows, pipeline.WatchedBy(guard)))</c>. Returns its argument.
    /// </summary>
    /// <param name="folds">What the cross-validation gave.</param>
    /// <param name="samplingKeyColumnName">The sampling key that it was given, so that the key itself is checked as well; null where it had none or it is not known.</param>
    /// <param name="seed">The seed that it was given; null where it took that of its context.</param>
    /// <param name="name">What findings call the rows; the compiler fills in the argument's text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="folds"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IReadOnlyList<CrossValidationResult<TMetrics>> CrossValidated<TMetrics>(
        IReadOnlyList<CrossValidationResult<TMetrics>> folds,
        string? samplingKeyColumnName = null,
        int? seed = null,
        [CallerArgumentExpression(nameof(folds))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where TMetrics : class
    {
        Check.NotNull(folds);
        var place = new Place(file, line);
        Recording()?.CrossValidated(
            [.. folds.Select(fold => (fold.Model, fold.ScoredHoldOutSet))], CallerExpression.NameOfFirstArgument(name), KnownKey.Of(samplingKeyColumnName, seed, place), place);
        return folds;
    }

    /// <summary>Fits an estimator and records which rows it reads.</summary>
    /// <param name="estimator">The estimator: a pipeline, a trainer, or a step that prepares columns.</param>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="cancellation">Stops at the next row that the fit reads, and a trainer that asks its context between its steps, such as FastTree; the guard notes nothing then.</param>
    /// <param name="name">What findings call the rows; the compiler fills in the argument's text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The fitted transformer, whose output remembers it; what ML.NET returned is its <see cref="WatchedTransformer{TTransformer}.Unwatched"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The estimator looked for rows and found none.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public WatchedTransformer<TTransformer> Fit<TTransformer>(
        IEstimator<TTransformer> estimator,
        IDataView rows,
        CancellationToken cancellation = default,
        [CallerArgumentExpression(nameof(rows))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where TTransformer : class, ITransformer => Fit(estimator, rows, name, new Place(file, line), cancellation);

    /// <summary>Fits a trainer that stops by its score on validation rows, and records which rows it reads.</summary>
    /// <param name="trainer">A trainer with a method <c>Fit(trainData, validationData)</c>, such as FastTree, LightGBM or Gam.</param>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="validationData">The rows to stop by.</param>
    /// <param name="cancellation">Stops at the next row that the fit reads, and a trainer that asks its context between its steps, such as FastTree; the guard notes nothing then.</param>
    /// <param name="name">What findings call the rows to learn from; the compiler fills in the argument's text.</param>
    /// <param name="validationName">What findings call the validation rows; the compiler fills in the argument's text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The trainer takes no validation rows, or looked for rows and found none.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public WatchedTransformer<TTransformer> Fit<TTransformer>(
        IEstimator<TTransformer> trainer,
        IDataView rows,
        IDataView validationData,
        CancellationToken cancellation = default,
        [CallerArgumentExpression(nameof(rows))] string name = "",
        [CallerArgumentExpression(nameof(validationData))] string validationName = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where TTransformer : class, ITransformer
    {
        Check.NotNull(trainer);
        Check.NotNull(rows);
        Check.NotNull(validationData);
        var (place, call) = (new Place(file, line), new LongCall(progress: null, cancellation));
        var fitted = Recording() is { } recorder
            ? recorder.Fit(trainer, rows, name, validationData, validationName, place, call)
            : call.Train(trainer, () => ValidatedFit.Run(trainer, call.Reading(rows), call.Reading(validationData)));
        return new WatchedTransformer<TTransformer>(fitted, this, place);
    }

    /// <summary>Transforms rows and records it, for a transformer that is held by its own type.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IDataView Transform(
        ITransformer transformer,
        IDataView rows,
        [CallerArgumentExpression(nameof(rows))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        Check.NotNull(transformer);
        Recording();
        return Transform(transformer, rows, name, new Place(file, line));
    }

    /// <summary>
    /// Records which rows an evaluation reads: <c>mlContext.Regression.Evaluate(guard.Tested(model.Transform(test)))</c>. Returns a view of the same rows.
    /// </summary>
    /// <param name="scoredRows">The scored rows. The first of them is looked for; the evaluation reads all.</param>
    /// <param name="cancellation">Stops the search for the first row, and later the evaluation at its next row; the rows that it had read count as tested.</param>
    /// <param name="name">What findings call the rows; the compiler fills in the argument's text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scoredRows"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IDataView Tested(
        IDataView scoredRows,
        CancellationToken cancellation = default,
        [CallerArgumentExpression(nameof(scoredRows))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        Check.NotNull(scoredRows);
        var tested = Recording() is { } recorder ? recorder.Tested(scoredRows, name, new Place(file, line), cancellation) : scoredRows;
        return new LongCall(progress: null, cancellation).Reading(tested);
    }

    /// <summary>
    /// Saves a model, and in a file beside it (<c>model.zip.leakage</c>) the hashes of the rows that it was fitted on, 16 bytes each, so that a guard that loads it knows
    /// them again. A model that was not fitted under this guard is saved alone.
    /// </summary>
    /// <param name="mlContext">Saves the model.</param>
    /// <param name="model">The fitted model.</param>
    /// <param name="inputSchema">The columns that it reads; null where they are not to be saved.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="cancellation">Stops at the next row that is hashed: neither file is written then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="IOException">A file cannot be written; the message says which.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public void Save(MLContext mlContext, ITransformer model, DataViewSchema? inputSchema, string path, CancellationToken cancellation = default)
    {
        Check.NotNull(mlContext);
        Check.NotNull(model);
        Check.NotNull(path);
        cancellation.ThrowIfCancellationRequested();
        var sidecarOf = Recording()?.Remember(model, cancellation);
        Writing.To(path, "The model", () => mlContext.Model.Save(model, inputSchema, path));
        if (sidecarOf is not null)
        {
            Writing.To(ModelSidecar.PathOf(path), "The model is saved, but the rows that it was fitted on", () => sidecarOf(ModelSidecar.FingerprintOf(path)).Write(path));
        }
    }

    /// <summary>
    /// Loads a model. Where a guard saved it, rows that are watched before findings are asked for are known as those that it was fitted on, by their values.
    /// </summary>
    /// <param name="mlContext">Loads the model.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="inputSchema">The columns that it reads; null where they were not saved.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidDataException">The model was saved otherwise since, or the file beside it is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public WatchedTransformer<ITransformer> Load(
        MLContext mlContext, string path, out DataViewSchema? inputSchema, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Check.NotNull(mlContext);
        Check.NotNull(path);
        var recorder = Recording();
        var model = mlContext.Model.Load(path, out var schema);
        inputSchema = schema;
        if (recorder is not null && ModelSidecar.Read(path) is { } sidecar)
        {
            recorder.Recall(model, schema ?? new DataViewSchema.Builder().ToSchema(), sidecar);
        }

        return new WatchedTransformer<ITransformer>(model, this, new Place(file, line));
    }

    /// <summary>The leaks seen so far, in the order of the source. Reads the parts of the recorded splits, once.</summary>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IReadOnlyList<LeakageFinding> Findings() => Findings(CancellationToken.None);

    /// <summary>As the other overload, until the caller cancels.</summary>
    /// <param name="cancellation">Stops at the next row that is read; what was recorded stays, and can be asked for again.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public IReadOnlyList<LeakageFinding> Findings(CancellationToken cancellation) => Recording()?.Findings(cancellation) ?? [];

    /// <summary>Throws where a leak was seen that is a warning.</summary>
    /// <exception cref="LeakageException">There is one; it holds the warnings, and its message has a paragraph for each.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public void Verify() => Verify(CancellationToken.None);

    /// <summary>As the other overload, until the caller cancels.</summary>
    /// <param name="cancellation">Stops at the next row that is read; what was recorded stays, and can be verified again.</param>
    /// <exception cref="LeakageException">There is a warning; it holds the warnings, and its message has a paragraph for each.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The guard is disposed.</exception>
    public void Verify(CancellationToken cancellation)
    {
        var warnings = Findings(cancellation).Where(finding => finding.Severity == FindingSeverity.Warning).ToList();
        if (warnings.Count > 0)
        {
            throw new LeakageException(warnings);
        }
    }

    /// <summary>Forgets what was seen. Views and transformers that the guard returned go on to work, unwatched.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            Ending?.Invoke(this);
        }

        _isDisposed = true;
        _recorder?.Clear();
    }

    /// <summary>What was seen; null where the guard is off.</summary>
    internal GuardRecord? Read() => Recording()?.Read();

    internal WatchedTransformer<TTransformer> Fit<TTransformer>(IEstimator<TTransformer> estimator, IDataView rows, string name, Place place, CancellationToken cancellation)
        where TTransformer : class, ITransformer
    {
        Check.NotNull(estimator);
        Check.NotNull(rows);
        var call = new LongCall(progress: null, cancellation);
        var fitted = Recording() is { } recorder ? recorder.Fit(estimator, rows, name, place, call) : call.Fit(estimator, rows);
        return new WatchedTransformer<TTransformer>(fitted, this, place);
    }

    internal IDataView Transform(ITransformer transformer, IDataView rows, string name, Place place)
    {
        Check.NotNull(rows);
        return _recorder is { } recorder && !_isDisposed ? recorder.Transform(transformer, rows, name, place) : transformer.Transform(rows);
    }

    private void AddSplit(TrainTestData parts, string? samplingKey, int? seed, string name, Place place)
    {
        if (parts.TrainSet is null || parts.TestSet is null)
        {
            throw new ArgumentException("The split has no parts: it is the default value of its type.", nameof(parts));
        }

        Recording()?.Split(parts.TrainSet, parts.TestSet, CallerExpression.NameOfFirstArgument(name), KnownKey.Of(samplingKey, seed, place), place);
    }

    private Recorder? Recording() => _isDisposed ? throw new ObjectDisposedException(nameof(LeakageGuard)) : _recorder;
}
