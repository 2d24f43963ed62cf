using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Workflow;
using LeakageAnalyzers.Workflow.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Reads ML.NET's schema as the rules know it.</summary>
internal static class SchemaReader
{
    // Keys that a hash gave, a power of two of them, are spread evenly: a cut by their value is a cut by their hash.
    private const ulong FewestHashes = 1UL << 16;

    /// <summary>The columns of <paramref name="schema"/>; those that no source has were computed, from which of its columns is not known: from any of them.</summary>
    public static RowSchema Read(DataViewSchema schema, IReadOnlyCollection<RowSource> sources)
    {
        var sourceColumns = EquatableList<string>.From(sources.SelectMany(source => source.View.Schema).Select(column => column.Name).Distinct());
        var columns = schema.Where(column => !column.IsHidden).Select(column =>
        {
            var isLoaded = sources.Count == 0 || sources.Any(source => source.Has(column));
            var roles = isLoaded && sources.Any(source => source.GroupColumn == column.Name) ? ColumnRoles.Group : ColumnRoles.None;
            return new Column(column.Name, TypeOf(column.Type), roles, isLoaded ? EquatableList<string>.Empty : sourceColumns);
        });
        return new RowSchema(EquatableList<Column>.From(columns), IsComplete: true);
    }

    private static ColumnType TypeOf(DataViewType type) => type switch
    {
        TextDataViewType => ColumnType.Text,
        BooleanDataViewType => ColumnType.Boolean,
        KeyDataViewType { Count: >= FewestHashes } key when (key.Count & (key.Count - 1)) == 0 => ColumnType.Unknown,
        KeyDataViewType => ColumnType.Key,
        NumberDataViewType number => number.RawType == typeof(float) || number.RawType == typeof(double) ? ColumnType.Real : ColumnType.WholeNumber,
        DateTimeDataViewType or DateTimeOffsetDataViewType or TimeSpanDataViewType => ColumnType.Time,
        VectorDataViewType => ColumnType.Vector,
        _ => ColumnType.Unknown,
    };
}
