using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

/// <summary>A row of the data that the tests split.</summary>
public sealed class SplitRow
{
    public int Id { get; set; }

    public string Group { get; set; } = "";

    public int Class { get; set; }

    public DateTime Time { get; set; }

    public float Hour { get; set; }
}

/// <summary>The rows of the parts of splits, read back.</summary>
internal sealed record ReadSplit(IReadOnlyList<SplitRow> Train, IReadOnlyList<SplitRow> Test)
{
    private static readonly MLContext Context = new();

    public static DataOperationsCatalog Catalog => Context.Data;

    public static IDataView View(IEnumerable<SplitRow> rows) => Context.Data.LoadFromEnumerable(rows.ToList());

    public static ReadSplit Of(TrainTestData split) => new(Read(split.TrainSet), Read(split.TestSet));

    public static List<ReadSplit> All(IEnumerable<TrainTestData> folds) => [.. folds.Select(Of)];

    /// <summary>Rows of the groups in a table: how many rows of each class, by group.</summary>
    public static List<SplitRow> RowsOf(int[][] counts) =>
    [
        .. counts.SelectMany((classes, group) => classes.SelectMany((rows, c) => Enumerable.Repeat(new { Group = $"G{group}", Class = c }, rows)))
            .Select((row, id) => new SplitRow { Id = id, Group = row.Group, Class = row.Class }),
    ];

    private static List<SplitRow> Read(IDataView view) => [.. Context.Data.CreateEnumerable<SplitRow>(view, reuseRowObject: false)];
}
