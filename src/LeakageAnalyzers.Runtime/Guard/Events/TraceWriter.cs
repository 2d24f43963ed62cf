using LeakageAnalyzers.Runtime.Guard.Content;
using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Writes what the guard saw in the vocabulary of the rules.</summary>
internal sealed class TraceWriter(RowIdentification identification)
{
    private readonly Dictionary<ObservedFit, FittedModel> _models = [];

    /// <summary>The trace of <paramref name="events"/>.</summary>
    public WorkflowTrace Write(IEnumerable<ObservedEvent> events) => new(events.Select(seen => seen.Write(this)).OfType<WorkflowEvent>());

    /// <summary>The model that <paramref name="fit"/> returned.</summary>
    public FittedModel ModelOf(ObservedFit fit)
    {
        if (!_models.TryGetValue(fit, out var model))
        {
            var validation = fit.Validation is { } rows ? RowSetOf(rows) : null;
            _models[fit] = model = new FittedModel(fit.Id, fit.Steps, RowSetOf(fit.Rows), validation, fit.Place);
        }

        return model;
    }

    /// <summary>The rows that were read.</summary>
    public RowSet RowSetOf(ObservedRows rows) => RowSetOf(rows.Recorder.Rows(), rows.Schema, rows.Name);

    /// <summary>The rows of <paramref name="ids"/>.</summary>
    public RowSet RowSetOf(RowCollector ids, DataViewSchema schema, string name)
    {
        var identified = identification.Identify(ids);
        var histories = identified.Keys.ToList();
        var sources = histories.Select(history => history.Source).Distinct().ToList();
        var fits = histories.SelectMany(history => history.TransformedBy).Distinct().Select(ModelOf).Where(model => model.HasLearnedSteps);
        return new RowSet(
            ProvenanceOf(identified),
            name,
            SchemaReader.Read(schema, sources),
            EquatableList<FittedModel>.From(fits),
            ScorerOf(histories));
    }

    private static ExactRows ProvenanceOf(IReadOnlyDictionary<RowHistory, RowIdSet> identified) => ExactRows.Union(identified.Select(rows =>
    {
        var source = rows.Key.Source;
        return new ExactRows(new Dictionary<string, RowIdSet> { [source.Key] = rows.Value }, source.IsWatched ? [] : [source.Key]);
    }));

    // Rows that were scored by different models have no scorer: their evaluation is about none of them.
    private FittedModel? ScorerOf(List<RowHistory> histories)
    {
        var scorers = histories.Select(history => history.TransformedBy.LastOrDefault(fit => ModelOf(fit).HasTrainer)).Distinct().ToList();
        return scorers is [{ } scorer] ? ModelOf(scorer) : null;
    }
}
