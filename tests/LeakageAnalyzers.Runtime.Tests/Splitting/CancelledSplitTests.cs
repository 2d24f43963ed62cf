using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

/// <summary>A split can be stopped at the next row that it counts; one that was made is nobody's to stop.</summary>
public sealed class CancelledSplitTests
{
    private static readonly MLContext Ml = new(seed: 1);

    private static readonly Dictionary<string, Func<IDataView, CancellationToken, IReadOnlyList<TrainTestData>>> Splits = new()
    {
        ["GroupTrainTestSplit"] = (rows, token) => [Ml.Data.GroupTrainTestSplit(rows, nameof(SplitRow.Group), cancellation: token)],
        ["GroupKFold"] = (rows, token) => Ml.Data.GroupKFold(rows, nameof(SplitRow.Group), cancellation: token),
        ["LeaveOneGroupOut"] = (rows, token) => Ml.Data.LeaveOneGroupOut(rows, nameof(SplitRow.Group), token),
        ["StratifiedGroupKFold"] = (rows, token) => Ml.Data.StratifiedGroupKFold(rows, nameof(SplitRow.Class), nameof(SplitRow.Group), cancellation: token),
        ["StratifiedTrainTestSplit"] = (rows, token) => [Ml.Data.StratifiedTrainTestSplit(rows, nameof(SplitRow.Class), cancellation: token)],
        ["StratifiedTrainTestSplit by groups"] = (rows, token) => [Ml.Data.StratifiedTrainTestSplit(rows, nameof(SplitRow.Class), groupColumnName: nameof(SplitRow.Group), cancellation: token)],
        ["TemporalTrainTestSplit"] = (rows, token) => [Ml.Data.TemporalTrainTestSplit(rows, nameof(SplitRow.Hour), cancellation: token)],
        ["TimeSeriesSplit"] = (rows, token) => Ml.Data.TimeSeriesSplit(rows, nameof(SplitRow.Hour), cancellation: token),
    };

    public static TheoryData<string> Names => new(Splits.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_stops_at_the_next_row_that_it_counts(string split)
    {
        using var cancellation = new CancellationTokenSource();
        var read = 0;

        Assert.Throws<OperationCanceledException>(() => Splits[split](Rows(() => read++ == 9, cancellation), cancellation.Token));

        Assert.Equal(10, read);
    }

    [Fact]
    public void A_cross_validation_stops_while_its_folds_are_counted()
    {
        using var cancellation = new CancellationTokenSource();
        var read = 0;

        Assert.Throws<OperationCanceledException>(() => Ml.BinaryClassification.GroupCrossValidate(
            Rows(() => read++ == 9, cancellation), Ml.BinaryClassification.Trainers.Prior(), nameof(SplitRow.Group), labelColumnName: nameof(SplitRow.Class), cancellation: cancellation.Token));

        Assert.Equal(10, read);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_parts_of_a_split_outlive_its_token(string split)
    {
        using var cancellation = new CancellationTokenSource();

        var parts = Splits[split](Rows(() => false, cancellation), cancellation.Token);
        cancellation.Cancel();

        Assert.All(parts, part => Assert.InRange(Count(part.TrainSet), 1, 119));
        Assert.All(parts, part => Assert.InRange(Count(part.TestSet), 1, 119));
    }

    private static IDataView Rows(Func<bool> isLast, CancellationTokenSource cancellation) => Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 120).Select(id =>
    {
        if (isLast())
        {
            cancellation.Cancel();
        }

        return new SplitRow { Id = id, Group = $"P{id % 12}", Class = id % 3, Hour = id % 24 };
    }));

    private static int Count(IDataView part)
    {
        using var cursor = part.GetRowCursor([]);
        var rows = 0;
        while (cursor.MoveNext())
        {
            rows++;
        }

        return rows;
    }
}
