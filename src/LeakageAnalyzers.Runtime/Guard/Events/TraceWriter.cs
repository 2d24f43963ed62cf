using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Writes what the guard saw in the vocabulary of the rules.</summary>
internal sealed class TraceWriter(RowTags tags)
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
    public RowSet RowSetOf(ObservedRows rows) => RowSetOf(rows.Recorder.Rows(), rows.Name, rows.Schema);

    /// <summary>The rows of <paramref name="ids"/>.</summary>
    public RowSet RowSetOf(RowCollector ids, string name, DataViewSchema schema)
    {
        var known = ids.IdsByTag.Select(entry => (History: tags.Find(entry.Key), Ids: entry.Value)).Where(entry => entry.History is not null).ToList();
        var unidentified = ids.IdsByTag.Where(entry => tags.Find(entry.Key) is null).Sum(entry => entry.Value.Count);
        var histories = known.ConvertAll(entry => entry.History!);

        var sources = new Dictionary<string, RowIdSet>();
        foreach (var (history, rows) in known)
        {
            if (!sources.TryGetValue(history!.Source.Key, out var all))
            {
                sources[history.Source.Key] = all = new RowIdSet();
            }

            all.UnionWith(rows);
        }

        var fits = histories.SelectMany(history => history.TransformedBy).Distinct().Select(ModelOf).Where(model => model.HasLearnedSteps);
        return new RowSet(
            new ExactRows(sources, unidentified),
            name,
            SchemaReader.Read(schema, histories.ConvertAll(history => history.Source)),
            EquatableList<FittedModel>.From(fits),
            ScorerOf(histories));
    }

    /// <summary>The names of the sources that the rows of <paramref name="ids"/> come from.</summary>
    public string SourceNamesOf(RowCollector ids)
    {
        var names = ids.IdsByTag.Keys.Select(tag => tags.Find(tag)?.Source.Name).OfType<string>().Distinct().ToList();
        return names.Count == 0 ? CallerExpression.Unnamed : string.Join("' and '", names);
    }

    // Rows that were scored by different models have no scorer: their evaluation is about none of them.
    private FittedModel? ScorerOf(List<RowHistory> histories)
    {
        var scorers = histories.Select(history => history.TransformedBy.LastOrDefault(fit => ModelOf(fit).HasTrainer)).Distinct().ToList();
        return scorers is [{ } scorer] ? ModelOf(scorer) : null;
    }
}
