using LeakageAnalyzers.Runtime.Audit.Sources;
using LeakageAnalyzers.Runtime.Guard.Rows;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>Rows in memory, column by column.</summary>
internal sealed class SampledRows
{
    /// <summary>The most slots of a vector that are looked at one by one: the first ones.</summary>
    public const int MostSlots = 500;

    private SampledRows(int count) => Count = count;

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>The group of each row, null where it has none; empty without a group column.</summary>
    public IReadOnlyList<string?> Groups { get; private init; } = [];

    /// <summary>The label of each row, null where it has none; empty without a label column.</summary>
    public IReadOnlyList<string?> Labels { get; private init; } = [];

    /// <summary>The label of each row as a number, NaN where it has none; empty where the label is no number.</summary>
    public double[] LabelNumbers { get; private init; } = [];

    /// <summary>The numeric features by name, a slot of a vector as <c>Voice[3]</c>; NaN is a missing value.</summary>
    public IReadOnlyDictionary<string, double[]> Numbers { get; private init; } = new Dictionary<string, double[]>();

    /// <summary>The features of text and classes by name; null is a missing value.</summary>
    public IReadOnlyDictionary<string, string?[]> Names { get; private init; } = new Dictionary<string, string?[]>();

    /// <summary>Reads all rows of <paramref name="view"/>.</summary>
    public static SampledRows Read(IDataView view, AuditColumns columns)
    {
        DataViewSchema.Column? Find(string? name) => name is null ? null : view.Schema[name];

        var features = columns.Features.Where(column => column.Kind is ColumnKind.Number or ColumnKind.Vector or ColumnKind.Class or ColumnKind.Text)
            .Select(column => (Name: column.Name, column.Kind, Column: view.Schema[column.Name])).ToList();
        var (group, label) = (Find(columns.Group), Find(columns.Label));
        var active = features.Select(feature => feature.Column).Concat(new[] { group, label }.OfType<DataViewSchema.Column>());
        using var cursor = view.GetRowCursor(active);
        var numbers = features.Where(feature => feature.Kind is ColumnKind.Number or ColumnKind.Vector)
            .Select(feature => NumberReader.Of(cursor, feature.Column, MostSlots)).ToList();
        var names = features.Where(feature => feature.Kind is ColumnKind.Class or ColumnKind.Text)
            .Select(feature => (feature.Name, Read: GroupValues.ReaderOf(cursor, feature.Column)!, Values: new List<string?>())).ToList();
        var (readGroup, groups) = (group is { } g ? GroupValues.ReaderOf(cursor, g) : null, new List<string?>());
        var (readLabel, labels) = (label is { } l ? GroupValues.ReaderOf(cursor, l) : null, new List<string?>());
        var labelNumber = label is { Type: NumberDataViewType } number ? NumberReader.Of(cursor, number, MostSlots) : null;
        var count = 0;
        while (cursor.MoveNext())
        {
            count++;
            numbers.ForEach(reader => reader.Read());
            names.ForEach(reader => reader.Values.Add(reader.Read()));
            labelNumber?.Read();
            if (readGroup is not null)
            {
                groups.Add(readGroup());
            }

            if (readLabel is not null)
            {
                labels.Add(readLabel());
            }
        }

        return new SampledRows(count)
        {
            Groups = groups,
            Labels = labels,
            LabelNumbers = labelNumber?.Slots.Single().Values ?? [],
            Numbers = numbers.SelectMany(reader => reader.Slots).ToDictionary(slot => slot.Name, slot => slot.Values),
            Names = names.ToDictionary(reader => reader.Name, reader => reader.Values.ToArray()),
        };
    }
}

/// <summary>A sample of both sides.</summary>
/// <param name="Train">Train rows.</param>
/// <param name="Test">Test rows.</param>
internal sealed record SampledSplit(SampledRows Train, SampledRows Test)
{
    /// <summary>Reads both sides.</summary>
    public static SampledSplit Read((IDataView Train, IDataView Test) sample, AuditColumns columns) =>
        new(SampledRows.Read(sample.Train, columns), SampledRows.Read(sample.Test, columns));
}
