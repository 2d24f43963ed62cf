using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Rows;

/// <summary>The values of a group column as text. A missing value (empty text, NaN, key zero) names no group.</summary>
internal static class GroupValues
{
    /// <summary>The distinct values of <paramref name="column"/>; null where the view lacks it or its type cannot name a group.</summary>
    public static HashSet<string>? Read(IDataView view, string column)
    {
        if (view.Schema.GetColumnOrNull(column) is not { } found)
        {
            return null;
        }

        var values = new HashSet<string>(StringComparer.Ordinal);
        using var cursor = RowReader.Open(view, found);
        if (ReaderOf(cursor, found) is not { } read)
        {
            return null;
        }

        while (cursor.MoveNext())
        {
            if (read() is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>Whether values of <paramref name="type"/> can name a group.</summary>
    public static bool CanName(DataViewType type) => type
        is TextDataViewType or KeyDataViewType or BooleanDataViewType or NumberDataViewType or DateTimeDataViewType or DateTimeOffsetDataViewType or TimeSpanDataViewType or RowIdDataViewType;

    /// <summary>Reads the group of a cursor's current row, null where it is missing; null where the type cannot name a group.</summary>
    public static Func<string?>? ReaderOf(DataViewRow row, DataViewSchema.Column column) => column.Type switch
    {
        TextDataViewType => TextReader(row, column),
        KeyDataViewType key => KeyReader(row, column, key),
        BooleanDataViewType => Reader<bool>(row, column, value => value ? "true" : "false"),
        NumberDataViewType number => NumberReader(row, column, number),
        DateTimeDataViewType => Reader<DateTime>(row, column, value => value.ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffsetDataViewType => Reader<DateTimeOffset>(row, column, value => value.ToString("O", CultureInfo.InvariantCulture)),
        TimeSpanDataViewType => Reader<TimeSpan>(row, column, value => value.ToString("c", CultureInfo.InvariantCulture)),
        RowIdDataViewType => Reader<DataViewRowId>(row, column, value => value.ToString()),
        _ => null,
    };

    // The rows of one group often follow each other.
    private static Func<string?> TextReader(DataViewRow row, DataViewSchema.Column column)
    {
        var last = "";
        return Reader<ReadOnlyMemory<char>>(
            row, column, text => text.IsEmpty ? null : text.Span.SequenceEqual(last.AsSpan()) ? last : last = text.ToString());
    }

    // Zero is added, since minus zero is the same number under another name.
    private static Func<string?>? NumberReader(DataViewRow row, DataViewSchema.Column column, NumberDataViewType type) => type.RawType switch
    {
        var raw when raw == typeof(sbyte) => Reader<sbyte>(row, column, Number),
        var raw when raw == typeof(byte) => Reader<byte>(row, column, Number),
        var raw when raw == typeof(short) => Reader<short>(row, column, Number),
        var raw when raw == typeof(ushort) => Reader<ushort>(row, column, Number),
        var raw when raw == typeof(int) => Reader<int>(row, column, Number),
        var raw when raw == typeof(uint) => Reader<uint>(row, column, Number),
        var raw when raw == typeof(long) => Reader<long>(row, column, Number),
        var raw when raw == typeof(ulong) => Reader<ulong>(row, column, Number),
        var raw when raw == typeof(float) => Reader<float>(row, column, value => float.IsNaN(value) ? null : Number(value + 0f)),
        var raw when raw == typeof(double) => Reader<double>(row, column, value => double.IsNaN(value) ? null : Number(value + 0.0)),
        _ => null,
    };

    private static Func<string?>? KeyReader(DataViewRow row, DataViewSchema.Column column, KeyDataViewType key)
    {
        var names = KeyNames(column);
        string? Name(ulong value) => value == 0 ? null : value <= (ulong)names.Length ? names[value - 1] : Number(value);

        return key.RawType switch
        {
            var raw when raw == typeof(byte) => Reader<byte>(row, column, value => Name(value)),
            var raw when raw == typeof(ushort) => Reader<ushort>(row, column, value => Name(value)),
            var raw when raw == typeof(uint) => Reader<uint>(row, column, value => Name(value)),
            var raw when raw == typeof(ulong) => Reader<ulong>(row, column, Name),
            _ => null,
        };
    }

    // What was mapped to keys: two sides may have mapped it each for itself, and then their keys are not those of each other.
    private static string[] KeyNames(DataViewSchema.Column column) => column.Annotations.Schema.GetColumnOrNull("KeyValues")?.Type is not VectorDataViewType values ? [] : values.ItemType switch
    {
        TextDataViewType => KeyNames<ReadOnlyMemory<char>>(column, text => text.ToString()),
        BooleanDataViewType => KeyNames<bool>(column, value => value ? "true" : "false"),
        NumberDataViewType { RawType: var raw } when raw == typeof(sbyte) => KeyNames<sbyte>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(byte) => KeyNames<byte>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(short) => KeyNames<short>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(ushort) => KeyNames<ushort>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(int) => KeyNames<int>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(uint) => KeyNames<uint>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(long) => KeyNames<long>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(ulong) => KeyNames<ulong>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(float) => KeyNames<float>(column, Number),
        NumberDataViewType { RawType: var raw } when raw == typeof(double) => KeyNames<double>(column, Number),
        _ => [],
    };

    private static string[] KeyNames<T>(DataViewSchema.Column column, Func<T, string> name)
    {
        var values = default(VBuffer<T>);
        column.GetKeyValues(ref values);
        return [.. values.DenseValues().Select(name)];
    }

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static Func<string?> Reader<T>(DataViewRow row, DataViewSchema.Column column, Func<T, string?> format)
    {
        var get = row.GetGetter<T>(column);
        var value = default(T)!;
        return () =>
        {
            get(ref value);
            return format(value);
        };
    }
}
