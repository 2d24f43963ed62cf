using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>One fold of a cross-validation.</summary>
/// <param name="Fit">The fit of its model, where the guard watched it.</param>
/// <param name="HeldOut">Its held-out rows, scored.</param>
internal sealed record ObservedFold(ObservedFit? Fit, IDataView HeldOut);

/// <summary>A pipeline was trained and scored fold by fold. The held-out rows are read when findings are asked for, once.</summary>
internal sealed class ObservedCrossValidation : ObservedEvent
{
    private readonly string _name;
    private readonly SamplingKey _key;
    private readonly IReadOnlyList<ObservedFold> _folds;
    private readonly ReadOnce<RowCollector> _rows;
    private ReadOnce<SharedGroups?>? _sharedGroups;

    public ObservedCrossValidation(Place place, string name, SamplingKey key, IReadOnlyList<ObservedFold> folds)
        : base(place)
    {
        (_name, _key, _folds) = (name, key, folds);
        _rows = new(() =>
        {
            var all = new RowCollector();
            foreach (var fold in folds)
            {
                all.UnionWith(RowReader.Read(fold.HeldOut));
            }

            return all;
        });
    }

    /// <inheritdoc/>
    public override WorkflowEvent? Write(TraceWriter writer)
    {
        if (_folds.Count == 0)
        {
            return null;
        }

        // The rows were given to the folds' models; they do not come from them.
        var rows = writer.RowSetOf(_rows.Value, _folds[0].HeldOut.Schema, _name);
        var own = _folds.Select(fold => fold.Fit).OfType<ObservedFit>().Select(writer.ModelOf).ToList();
        rows = rows with { LearnedFrom = EquatableList<FittedModel>.From(rows.LearnedFrom.Where(model => !own.Contains(model))), ScoredBy = null };
        _sharedGroups ??= new(() => RuleOptions.Default.GroupColumns.FindIn(rows.Schema) is { } group
            ? GroupComparison.Among([.. _folds.Select(fold => fold.HeldOut)], group.Name)
            : null);
        var steps = own.Count > 0 ? own[0].Steps : EquatableList<PipelineStep>.Empty;
        return new CrossValidated(Place, rows, steps, _key) { SharedGroups = _sharedGroups.Value };
    }
}
