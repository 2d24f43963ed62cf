using System.Reflection;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;

namespace LeakageAnalyzers.Runtime.Tests.Splitting;

/// <summary>A split reads a stream once to count its groups, and once more for each part that is read; what it keeps grows with the groups and not with the rows.</summary>
public sealed class StreamedRowsTests
{
    private static readonly MLContext Ml = new(seed: 1);

    private static readonly Dictionary<string, Func<IDataView, IReadOnlyList<TrainTestData>>> Splits = new()
    {
        [nameof(SplittingExtensions.GroupTrainTestSplit)] = rows => [Ml.Data.GroupTrainTestSplit(rows, nameof(SplitRow.Group))],
        [nameof(SplittingExtensions.GroupKFold)] = rows => Ml.Data.GroupKFold(rows, nameof(SplitRow.Group)),
        [nameof(SplittingExtensions.LeaveOneGroupOut)] = rows => Ml.Data.LeaveOneGroupOut(rows, nameof(SplitRow.Group)),
        [nameof(StratifiedSplittingExtensions.StratifiedGroupKFold)] = rows => Ml.Data.StratifiedGroupKFold(rows, nameof(SplitRow.Class), nameof(SplitRow.Group)),
        [nameof(StratifiedSplittingExtensions.StratifiedTrainTestSplit)] = rows => [Ml.Data.StratifiedTrainTestSplit(rows, nameof(SplitRow.Class), groupColumnName: nameof(SplitRow.Group))],
        [nameof(TemporalSplittingExtensions.TemporalTrainTestSplit)] = rows => [Ml.Data.TemporalTrainTestSplit(rows, nameof(SplitRow.Hour))],
        [nameof(TemporalSplittingExtensions.TimeSeriesSplit)] = rows => Ml.Data.TimeSeriesSplit(rows, nameof(SplitRow.Hour)),
    };

    public static TheoryData<string> Names => [.. Splits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_are_passed_once_to_count_and_once_to_assign(string split)
    {
        var passes = 0;
        var rows = Ml.Data.LoadFromEnumerable(Stream(2000, () => passes++));

        var parts = Splits[split](rows);
        Assert.Equal(1, passes);

        Count(parts[0].TrainSet);
        Assert.Equal(2, passes);
        Count(parts[0].TestSet);
        Assert.Equal(3, passes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_kept_does_not_grow_with_the_rows(string split)
    {
        var parts = Splits[split](Ml.Data.LoadFromEnumerable(Stream(100_000, () => { })));

        // A part for each row would take at least a byte a row.
        var (objects, values) = Reachable([.. parts.SelectMany(part => new object[] { part.TrainSet, part.TestSet })]);
        Assert.InRange(objects, 2 * parts.Count, 5000);
        Assert.InRange(values, 1, 5000);
    }

    /// <summary>The objects of the library that are reachable from some, and the lengths of all arrays in them: what ML.NET keeps of the source is left out.</summary>
    private static (int Objects, long Values) Reachable(object[] roots)
    {
        var (seen, pending, values) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new Stack<object>(roots), 0L);
        while (pending.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                values += next is Array array ? array.Length : 0;
                foreach (var inner in Inside(next))
                {
                    pending.Push(inner);
                }
            }
        }

        return (seen.Count, values);
    }

    private static IEnumerable<object> Inside(object owner)
    {
        if (owner is Array array)
        {
            return array.GetType().GetElementType()!.IsPrimitive ? [] : array.Cast<object?>().OfType<object>();
        }

        var isOurs = owner.GetType().Assembly == typeof(SplittingExtensions).Assembly || owner is System.Collections.ICollection or Delegate;
        return isOurs ? Fields(owner.GetType()).Select(field => field.GetValue(owner)).OfType<object>() : [];
    }

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer)
                {
                    yield return field;
                }
            }
        }
    }

    private static void Count(IDataView part)
    {
        using var cursor = part.GetRowCursor([]);
        while (cursor.MoveNext())
        {
        }
    }

    /// <summary>Rows of ten groups, three classes and 24 hours that are made as they are read.</summary>
    private static IEnumerable<SplitRow> Stream(int count, Action onPass)
    {
        onPass();
        for (var id = 0; id < count; id++)
        {
            yield return new SplitRow { Id = id, Group = $"P{id * 7 % 10}", Class = id % 3, Hour = id % 24 };
        }
    }
}
