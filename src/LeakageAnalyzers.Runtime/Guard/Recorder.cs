using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using LeakageAnalyzers.Runtime.Guard.Estimators;
using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Runtime.Guard.Views;
using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard;

/// <summary>What one guard has seen.</summary>
internal sealed class Recorder
{
    private readonly RowTags _tags = new();
    private readonly ConcurrentQueue<ObservedEvent> _events = new();
    private readonly ConditionalWeakTable<IDataView, WatchedSource> _sources = new();
    private readonly ConditionalWeakTable<ITransformer, ObservedFit> _fits = new();
    private int _sourceCount;
    private int _fitCount;

    /// <summary>Notes an event.</summary>
    public void Add(ObservedEvent seen) => _events.Enqueue(seen);

    /// <summary>A view whose rows are known from here on; the same one for the same rows.</summary>
    public IDataView Watch(IDataView rows, string? groupColumn, string name)
    {
        if (groupColumn is not null && rows.Schema.GetColumnOrNull(groupColumn) is null)
        {
            throw new ArgumentException(
                $"There is no column '{groupColumn}' in '{name}'; there are {string.Join(", ", rows.Schema.Select(column => column.Name))}.",
                nameof(groupColumn));
        }

        var watched = _sources.GetValue(rows, view =>
        {
            var source = new RowSource($"source {Number(ref _sourceCount)}", CallerExpression.NameOf(name), view.Schema);
            return new WatchedSource(source, new TaggedView(view, _tags.Mark(source)));
        });
        watched.Source.GroupColumn = groupColumn ?? watched.Source.GroupColumn;
        return watched.View;
    }

    /// <summary>Fits <paramref name="estimator"/> on rows that note that they are read.</summary>
    public TTransformer Fit<TTransformer>(IEstimator<TTransformer> estimator, IDataView rows, string name, Place place)
        where TTransformer : class, ITransformer
    {
        var recorder = new RowRecorder();
        TTransformer transformer;
        try
        {
            transformer = estimator.Fit(new RecordingView(rows, recorder, hidesTags: true));
        }
        catch (Exception failure) when (recorder.FoundNothing)
        {
            throw Empty(name, "fitted on", failure);
        }

        if (recorder.FoundNothing)
        {
            throw Empty(name, "fitted on", null);
        }

        var fit = new ObservedFit(
            place, $"fit {Number(ref _fitCount)}", PipelineReader.Read(estimator, place), new ObservedRows(CallerExpression.NameOf(name), rows.Schema, recorder), validation: null);
        _fits.Remove(transformer);
        _fits.Add(transformer, fit);
        Add(fit);
        return transformer;
    }

    /// <summary>Transforms rows; those that come out remember it. A transformer that was not fitted under this guard is not known, and leaves rows as they are.</summary>
    public IDataView Transform(ITransformer transformer, IDataView rows, string name, Place place)
    {
        var unwatched = transformer is IWatchedTransformer watched ? watched.Unwatched : transformer;
        if (!_fits.TryGetValue(unwatched, out var fit))
        {
            return unwatched.Transform(rows);
        }

        var recorder = new RowRecorder();
        var transformed = new TaggedView(unwatched.Transform(new RecordingView(rows, recorder, hidesTags: false)), _tags.Extend(fit));
        var output = new RowRecorder();
        Add(new ObservedTransform(place, fit, new ObservedRows(CallerExpression.NameOf(name), rows.Schema, recorder), new ObservedRows(CallerExpression.NameOf(name), transformed.Schema, output)));
        return new RecordingView(transformed, output, hidesTags: false);
    }

    /// <summary>Scored rows that note that they are read.</summary>
    public IDataView Tested(IDataView rows, string name, Place place)
    {
        if (!RowReader.HasRows(rows))
        {
            throw Empty(name, "evaluated on", null);
        }

        var recorder = new RowRecorder();
        Add(new ObservedEvaluation(place, new ObservedRows(CallerExpression.NameOf(name), rows.Schema, recorder)));
        return new RecordingView(rows, recorder, hidesTags: false);
    }

    /// <summary>What the rules say.</summary>
    public IReadOnlyList<LeakageFinding> Findings() =>
        RuleSet.All.Check(new TraceWriter(_tags).Write(_events.ToArray()), RuleOptions.Default).Select(FindingWriter.Write).ToList();

    /// <summary>Forgets all events.</summary>
    public void Clear()
    {
        while (_events.TryDequeue(out _))
        {
        }
    }

    private static ArgumentException Empty(string name, string use, Exception? cause) =>
        new($"'{name}' holds no rows: nothing can be {use} it.", cause);

    private static string Number(ref int count) => Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);

    private sealed record WatchedSource(RowSource Source, IDataView View);
}
