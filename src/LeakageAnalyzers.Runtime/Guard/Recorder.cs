using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LeakageAnalyzers.Runtime.Guard.Content;
using LeakageAnalyzers.Runtime.Guard.Estimators;
using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Runtime.Guard.Models;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Runtime.Guard.Views;
using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard;

/// <summary>What one guard has seen.</summary>
internal sealed class Recorder
{
    private readonly RowTags _tags = new();
    private readonly ConcurrentQueue<ObservedEvent> _events = new();
    private readonly ConcurrentQueue<KnownView> _knownViews = new();
    private readonly ConditionalWeakTable<IDataView, RowSource> _sources = new();
    private readonly ConditionalWeakTable<ITransformer, ObservedFit> _fits = new();
    private readonly SourceIdentity _identity;
    private int _order;

    public Recorder() => _identity = new SourceIdentity(() => [.. _knownViews]);

    /// <summary>A view whose rows are known from here on; the same one for the same rows.</summary>
    public IDataView Watch(IDataView rows, string? groupColumn, string name)
    {
        if (groupColumn is not null && rows.Schema.GetColumnOrNull(groupColumn) is null)
        {
            throw new ArgumentException(
                $"There is no column '{groupColumn}' in '{name}'; there are {string.Join(", ", rows.Schema.Select(column => column.Name))}.",
                nameof(groupColumn));
        }

        var source = SourceOf(rows, name);
        source.IsWatched = true;
        source.GroupColumn = groupColumn ?? source.GroupColumn;
        return source.View;
    }

    /// <summary>The same rows, all of them tagged: rows that the guard does not know, or that another guard tagged, are of a source of their own.</summary>
    public IDataView Identify(IDataView rows, string name) => rows switch
    {
        CancellableView stopping => stopping.Over(stopped => Identify(stopped, name)),
        ForwardingView known when known.Tagger != _tags => SourceOf(rows, name).View,
        RecordingView recorded => recorded.Revealed,
        ForwardingView => rows,
        _ => SourceOf(rows, name).View,
    };

    /// <summary>Notes that rows were cut in two.</summary>
    public void Split(IDataView train, IDataView test, string name, SamplingKey key, Place place) =>
        _events.Enqueue(new ObservedSplit(place, name, key, Identify(train, nameof(train)), Identify(test, nameof(test))));

    /// <summary>Notes that a pipeline was trained and scored fold by fold.</summary>
    public void CrossValidated(IReadOnlyList<(ITransformer Model, IDataView HeldOut)> folds, string name, SamplingKey key, Place place)
    {
        var known = folds.Select(fold => new ObservedFold(FitOf(fold.Model), Identify(fold.HeldOut, nameof(fold.HeldOut))));
        _events.Enqueue(new ObservedCrossValidation(place, name, key, [.. known]));
    }

    /// <summary>Fits <paramref name="estimator"/> on rows that note that they are read.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled: nothing is noted then.</exception>
    public TTransformer Fit<TTransformer>(IEstimator<TTransformer> estimator, IDataView rows, string name, Place place, LongCall call)
        where TTransformer : class, ITransformer
    {
        var given = new GivenRows(this, rows, name);
        return Note(estimator, call.Train(estimator, () => given.Run(training => estimator.Fit(call.Reading(training)))), given, validation: null, place);
    }

    /// <summary>Fits <paramref name="trainer"/> on rows and validation rows that note that they are read.</summary>
    public TTransformer Fit<TTransformer>(
        IEstimator<TTransformer> trainer, IDataView rows, string name, IDataView validationRows, string validationName, Place place, LongCall call)
        where TTransformer : class, ITransformer
    {
        var given = new GivenRows(this, rows, name);
        var validation = new GivenRows(this, validationRows, validationName);
        var transformer = call.Train(trainer, () => given.Run(training => validation.Run(validating =>
            ValidatedFit.Run(trainer, call.Reading(training), call.Reading(validating)))));
        return Note(trainer, transformer, given, validation, place);
    }

    /// <summary>Transforms rows; those that come out remember it. A transformer that was not fitted under this guard is not known, and leaves rows as they are.</summary>
    public IDataView Transform(ITransformer transformer, IDataView rows, string name, Place place)
    {
        if (Noted(transformer) is not { } noted)
        {
            // A chain that was put together of fitted transformers is known by its parts.
            return Unwatched(transformer) is IEnumerable<ITransformer> parts && parts.Any(part => FitOf(part) is not null)
                ? parts.Aggregate(rows, (current, part) => Transform(part, current, name, place))
                : transformer.Transform(rows);
        }

        var input = new RowRecorder();
        var output = new RowRecorder();
        var (fit, fitted) = noted;
        var transformed = fitted.Transform(new RecordingView(Identify(rows, name), input, hidesTags: false));
        var known = new TaggedView(new RowSource(CallerExpression.NameOf(name), transformed, NextOrder(), _tags).View, _tags, _tags.Extend(fit));
        _knownViews.Enqueue(new KnownView(known, NextOrder()));
        _events.Enqueue(new ObservedTransform(place, fit, ObservedRows(rows, name, input), ObservedRows(known, name, output)));
        return new RecordingView(known, output, hidesTags: false);
    }

    /// <summary>Scored rows that note that they are read.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled: nothing is noted then.</exception>
    public IDataView Tested(IDataView rows, string name, Place place, CancellationToken cancellation)
    {
        var known = Identify(rows, name);
        if (!QuietReading.Of(() => RowReader.HasRows(known), cancellation))
        {
            throw new ArgumentException($"'{name}' holds no rows: nothing can be evaluated on it.");
        }

        var recorder = new RowRecorder();
        _events.Enqueue(new ObservedEvaluation(place, ObservedRows(rows, name, recorder)));
        return new RecordingView(known, recorder, hidesTags: false);
    }

    /// <summary>What <paramref name="transformer"/> was fitted on, for the file beside a model of some fingerprint; null where it was not fitted under this guard.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Func<string, ModelSidecar>? Remember(ITransformer transformer, CancellationToken cancellation) => FitOf(transformer) is not { } fit ? null : Reading(() =>
    {
        RememberedContent[] rows =
        [
            .. new RowIdentification(_tags, _identity).Identify(fit.Rows.Recorder.Rows())
                .Select(known => RememberedContent.Of(known.Key.Source.View, known.Value)).OfType<RememberedContent>(),
        ];
        return new Func<string, ModelSidecar>(fingerprint => new ModelSidecar(fingerprint, fit.Rows.Name, fit.Place, [.. fit.Steps], rows));
    }, cancellation);

    /// <summary>Knows a loaded model by what was kept of its fit.</summary>
    public void Recall(ITransformer transformer, DataViewSchema schema, ModelSidecar sidecar)
    {
        var rows = new RememberedRows(sidecar.Rows, () => _knownViews.Where(known => known.IsSource).Select(known => known.View));
        _fits.Add(transformer, new ObservedFit(
            sidecar.Place, FormattableString.Invariant($"fit {NextOrder()}"), EquatableList<PipelineStep>.From(sidecar.Steps), new ObservedRows(sidecar.Name, schema, rows), null));
    }

    /// <summary>What was seen, and what the rules say of it.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; what was read is kept.</exception>
    public GuardRecord Read(CancellationToken cancellation = default) => Reading(() =>
    {
        var trace = new TraceWriter(new RowIdentification(_tags, _identity)).Write(_events.ToArray());
        return new GuardRecord(trace, RuleSet.All.Check(trace, RuleOptions.Default with { DefaultLabel = EstimatorTable.DefaultLabel }));
    }, cancellation);

    /// <summary>What the rules say.</summary>
    public IReadOnlyList<LeakageFinding> Findings(CancellationToken cancellation) => [.. Read(cancellation).Findings.Select(FindingWriter.Write)];

    /// <summary>Forgets all events.</summary>
    public void Clear()
    {
        while (_events.TryDequeue(out _))
        {
        }
    }

    private static ITransformer Unwatched(ITransformer transformer) => transformer is IWatchedTransformer watched ? watched.Unwatched : transformer;

    private static ObservedRows ObservedRows(IDataView rows, string name, RowRecorder recorder) =>
        new(CallerExpression.NameOf(name), rows.Schema, recorder);

    // What was read is kept for the next who asks, so that only one reads.
    private T Reading<T>(Func<T> read, CancellationToken cancellation)
    {
        lock (_identity)
        {
            return QuietReading.Of(read, cancellation);
        }
    }

    private RowSource SourceOf(IDataView rows, string name) => _sources.GetValue(rows, view =>
    {
        var source = new RowSource(CallerExpression.NameOf(name), view, NextOrder(), _tags);
        _knownViews.Enqueue(new KnownView(source.View, source.Order, IsSource: true));
        return source;
    });

    private ObservedFit? FitOf(ITransformer transformer) => Noted(transformer)?.Fit;

    // What stands before another transformer may be another guard's: that one watches what it returned itself.
    private (ObservedFit Fit, ITransformer Transformer)? Noted(ITransformer transformer) =>
        (transformer is IWatchedTransformer watched ? Noted(watched.Unwatched) : null) ?? (_fits.TryGetValue(transformer, out var fit) ? (fit, transformer) : null);

    private TTransformer Note<TTransformer>(object estimator, TTransformer transformer, GivenRows rows, GivenRows? validation, Place place)
        where TTransformer : class, ITransformer
    {
        var fit = new ObservedFit(
            place, FormattableString.Invariant($"fit {NextOrder()}"), PipelineReader.Read(estimator, place), rows.Observed, validation?.Observed);
        _fits.Remove(transformer);
        _fits.Add(transformer, fit);
        _events.Enqueue(fit);
        if (fit.Validation is { } validated)
        {
            _events.Enqueue(new ObservedTuning(fit, validated, TuningPurpose.Validation));
        }

        // A calibrator behind a trainer learns from what the trainer learns from.
        if (fit.Steps.Any(step => step.Class == StepClass.Calibrator) && !fit.Steps.Any(step => step.Class == StepClass.Trainer))
        {
            _events.Enqueue(new ObservedTuning(fit, fit.Rows, TuningPurpose.Calibration));
        }

        return transformer;
    }

    private int NextOrder() => Interlocked.Increment(ref _order);
}
