using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow.Rules;
using LeakageAnalyzers.Workflow.Trace;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Rows were cut into two parts. The parts are read when findings are asked for, once.</summary>
internal sealed class ObservedSplit : ObservedEvent
{
    private readonly string _name;
    private readonly SamplingKey _key;
    private readonly IDataView _train;
    private readonly IDataView _test;
    private readonly ReadOnce<(RowCollector Train, RowCollector Test)> _rows;
    private ReadOnce<SharedGroups?>? _sharedGroups;

    public ObservedSplit(Place place, string name, SamplingKey key, IDataView train, IDataView test)
        : base(place)
    {
        (_name, _key, _train, _test) = (name, key, train, test);
        _rows = new(() => (RowReader.Read(train), RowReader.Read(test)));
    }

    /// <inheritdoc/>
    public override WorkflowEvent Write(TraceWriter writer)
    {
        var (train, test) = _rows.Value;
        var all = new RowCollector();
        all.UnionWith(train);
        all.UnionWith(test);

        var input = writer.RowSetOf(all, _train.Schema, _name);
        _sharedGroups ??= new(() => RuleOptions.Default.GroupColumns.FindIn(input.Schema) is { } group
            ? GroupComparison.Among([_train, _test], group.Name)
            : null);
        return new Split(
            Place, input, writer.RowSetOf(train, _train.Schema, _name), writer.RowSetOf(test, _test.Schema, _name), _key)
        {
            SharedGroups = _sharedGroups.Value,
        };
    }
}
