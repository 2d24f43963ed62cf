using LeakageAnalyzers.Runtime.Audit.NearDuplicates;
using LeakageAnalyzers.Runtime.Guard.Content;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit.Sources;

/// <summary>Reads the schemas of two views as the rules know columns.</summary>
internal static class ViewColumns
{
    /// <summary>The visible columns that both sides have.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IReadOnlyList<AuditColumn> Read(DataViewSchema train, DataViewSchema test)
    {
        var columns = train.Where(column => !column.IsHidden && test.GetColumnOrNull(column.Name) is { } other && other.Type.RawType == column.Type.RawType)
            .Select(column => new AuditColumn(column.Name, KindOf(column.Type), column.Type.ToString()!, ColumnContent.IsComparable(column.Type)))
            .ToList();
        return columns.Count > 0 ? columns : throw new ArgumentException(
            $"The sides have no column in common: train has {Names(train)}, test has {Names(test)}.", nameof(test));
    }

    private static string Names(DataViewSchema schema) => string.Join(", ", schema.Select(column => $"'{column.Name}'"));

    private static ColumnKind KindOf(DataViewType type) => type switch
    {
        NumberDataViewType => ColumnKind.Number,
        BooleanDataViewType or KeyDataViewType => ColumnKind.Class,
        TextDataViewType => ColumnKind.Text,
        DateTimeDataViewType or DateTimeOffsetDataViewType or TimeSpanDataViewType => ColumnKind.Time,
        VectorDataViewType { ItemType: NumberDataViewType } => ColumnKind.Vector,
        _ when ImageReader.IsImage(type) => ColumnKind.Image,
        _ => ColumnKind.Other,
    };
}
