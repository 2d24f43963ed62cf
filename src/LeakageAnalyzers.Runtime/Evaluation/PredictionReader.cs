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
    /// <exception cref="ArgumentException">There is none.</exception>
    public DataViewSchema.Column Find(string name) => data.Schema.GetColumnOrNull(name) ?? throw new ArgumentException(
        $"There is no column '{name}'; there are {string.Join(", ", data.Schema.Select(column => $"'{column.Name}'"))}.", nameof(name));

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

    /// <summary>A column of single-precision numbers.</summary>
    public List<double> Numbers(string name)
    {
        var column = Find(name);
        return column.Type switch
        {
            NumberDataViewType { RawType: var raw } when raw == typeof(float) => Values<float, double>(column, value => value),
            NumberDataViewType { RawType: var raw } when raw == typeof(double) => Values<double, double>(column, value => value),
            _ => throw Unfit(column, "numbers of single or double precision"),
        };
    }

    /// <summary>Truth values, or numbers of which the positive ones are true.</summary>
    public List<bool> Truths(string name)
    {
        var column = Find(name);
        return column.Type switch
        {
            BooleanDataViewType => Values<bool, bool>(column, value => value),
            NumberDataViewType { RawType: var raw } when raw == typeof(float) => Values<float, bool>(column, value => Sign(name, value)),
            _ => throw Unfit(column, "truth values"),
        };
    }

    /// <summary>The group of every row; a row in which it is missing is a group of its own, as for the splits.</summary>
    public List<string> GroupNames(string name)
    {
        var column = GroupColumn.Find(data, name);
        var names = new List<string>();
        columns.Add(column);
        bindings.Add(row =>
        {
            var read = GroupValues.ReaderOf(row, column)!;
            return () => names.Add(read() is { } group ? "=" + group : Invariant($"#{names.Count}"));
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

    public static ArgumentException Unfit(DataViewSchema.Column column, string wanted) =>
        new($"The column '{column.Name}' is of type {column.Type}; it has to hold {wanted}.", nameof(column));

    private static bool Sign(string column, float value) =>
        float.IsNaN(value) ? throw new ArgumentException($"The label '{column}' is NaN in a row; a row without a label cannot be judged.", nameof(value)) : value > 0;
}
