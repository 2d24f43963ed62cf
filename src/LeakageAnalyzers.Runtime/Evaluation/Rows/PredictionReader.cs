using LeakageAnalyzers.Runtime.Guard.Rows;
using LeakageAnalyzers.Runtime.Splitting;
using Microsoft.ML;
using Microsoft.ML.Data;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Reads columns of scored rows in one pass.</summary>
internal sealed class PredictionReader(IDataView data)
{
    private readonly List<DataViewSchema.Column> columns = [];
    private readonly List<Func<DataViewRow, Action>> bindings = [];

    public bool Has(string column) => data.Schema.GetColumnOrNull(column) is not null;

    /// <summary>The column of that name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="argument">What the caller calls the name.</param>
    /// <param name="advice">A sentence for those whose rows have no such column.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public DataViewSchema.Column Find(string name, string argument, string advice = "") => NamedColumn.Find(data, name, argument, advice);

    /// <summary>Has every value of a column added to the list that is returned, once <see cref="Read"/> runs.</summary>
    public List<TResult> Values<TValue, TResult>(DataViewSchema.Column column, Func<TValue, TResult> convert)
    {
        var values = new List<TResult>();
        columns.Add(column);
        bindings.Add(row =>
        {
            var get = row.GetGetter<TValue>(column);
            var value = default(TValue)!;
            return () =>
            {
                get(ref value);
                values.Add(convert(value));
            };
        });
        return values;
    }

    /// <summary>A column of numbers.</summary>
    public List<double> Numbers(string name, string argument, string advice = "")
    {
        var column = Find(name, argument, advice);
        return column.Type switch
        {
            NumberDataViewType { RawType: var raw } when raw == typeof(float) => Values<float, double>(column, value => value),
            NumberDataViewType { RawType: var raw } when raw == typeof(double) => Values<double, double>(column, value => value),
            _ => throw Unfit(column, "numbers of single or double precision", argument),
        };
    }

    /// <summary>Truth values, or numbers of which the positive ones are true.</summary>
    public List<bool> Truths(string name, string argument)
    {
        var column = Find(name, argument);
        return column.Type switch
        {
            BooleanDataViewType => Values<bool, bool>(column, value => value),
            NumberDataViewType { RawType: var raw } when raw == typeof(float) => Values<float, bool>(column, value => Sign(name, value, argument)),
            _ => throw Unfit(column, "truth values", argument),
        };
    }

    /// <summary>
    /// The group of every row, once <see cref="Read"/> has run; null without a column. A row in which it is missing is a group of its own, as for the splits.
    /// </summary>
    public Func<RowGroups?> Groups(string? name, string argument = "groupColumnName")
    {
        if (name is null)
        {
            return () => null;
        }

        var names = GroupNames(GroupColumn.Find(data, name, argument), row => Invariant($"#{row}"));
        return () => new RowGroups(name, [.. names]);
    }

    /// <summary>The query of every row, once <see cref="Read"/> has run. A row without one has no place in an order, and is refused.</summary>
    public List<string> Queries(string name, string argument) => GroupNames(GroupColumn.Find(data, name, argument), row => throw new ArgumentException(
        Invariant($"The query '{name}' of row {row} is missing; a key learned from training rows knows no other queries, so hash the column instead."), argument));

    /// <summary>The classes of a label column from 0 on: keys less one, or whole numbers.</summary>
    public List<int> Classes(string name, string argument)
    {
        var column = Find(name, argument);
        return column.Type switch
        {
            KeyDataViewType { RawType: var raw } when raw == typeof(uint) => Values<uint, int>(column, key => key == 0 ? throw Missing(name, argument) : (int)(key - 1)),
            KeyDataViewType { RawType: var raw } when raw == typeof(byte) => Values<byte, int>(column, key => key == 0 ? throw Missing(name, argument) : key - 1),
            KeyDataViewType { RawType: var raw } when raw == typeof(ushort) => Values<ushort, int>(column, key => key == 0 ? throw Missing(name, argument) : key - 1),
            NumberDataViewType { RawType: var raw } when raw == typeof(float) => Values<float, int>(column, value => WholeNumber(name, value, argument)),
            _ => throw Unfit(column, "keys or whole numbers of single precision", argument),
        };
    }

    /// <summary>Vectors of single-precision numbers.</summary>
    public List<float[]> Vectors(string name, string argument)
    {
        var column = Find(name, argument);
        return column.Type is VectorDataViewType { ItemType: NumberDataViewType { RawType: var raw } } && raw == typeof(float)
            ? Values<VBuffer<float>, float[]>(column, vector => [.. vector.DenseValues()])
            : throw Unfit(column, "vectors of single precision", argument);
    }

    /// <summary>The names of a vector's elements where it has them, else their numbers.</summary>
    public IReadOnlyList<string> SlotNames(string name, int count)
    {
        var column = data.Schema[name];
        if (!column.HasSlotNames())
        {
            return [.. Enumerable.Range(0, count).Select(slot => Invariant($"{slot}"))];
        }

        var names = default(VBuffer<ReadOnlyMemory<char>>);
        column.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(slot => slot.ToString())];
    }

    private List<string> GroupNames(DataViewSchema.Column column, Func<int, string> whenMissing)
    {
        var names = new List<string>();
        columns.Add(column);
        bindings.Add(row =>
        {
            var read = GroupValues.ReaderOf(row, column)!;
            return () => names.Add(read() is { } group ? "=" + group : whenMissing(names.Count));
        });
        return names;
    }

    /// <summary>Reads the rows.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public int Read()
    {
        using var cursor = data.GetRowCursor(columns.Distinct());
        var takeRow = bindings.Select(bind => bind(cursor)).ToArray();
        var count = 0;
        for (; cursor.MoveNext(); count++)
        {
            foreach (var take in takeRow)
            {
                take();
            }
        }

        return count > 0 ? count : throw new ArgumentException("There are no rows to evaluate.", nameof(data));
    }

    private static ArgumentException Unfit(DataViewSchema.Column column, string wanted, string argument) =>
        new($"The column '{column.Name}' is of type {column.Type}; it has to hold {wanted}.", argument);

    private static bool Sign(string column, float value, string argument) => float.IsNaN(value) ? throw Missing(column, argument) : value > 0;

    private static int WholeNumber(string column, float value, string argument) =>
        float.IsNaN(value) ? throw Missing(column, argument)
        : value >= 0 && value <= int.MaxValue && value == Math.Floor(value) ? (int)value
        : throw new ArgumentException(Invariant($"The label '{column}' is {value} in a row; classes are whole numbers from 0 on."), argument);

    private static ArgumentException Missing(string column, string argument) =>
        new($"The label '{column}' is missing in a row; a row without a label cannot be judged.", argument);
}
