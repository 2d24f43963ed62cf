using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>The column that orders rows in time. Times are read as whole numbers in the same order.</summary>
internal static class TimeColumn
{
    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none, or its type has no order in time.</exception>
    public static DataViewSchema.Column Find(IDataView data, string name, [CallerArgumentExpression(nameof(name))] string? argument = null)
    {
        var column = NamedColumn.Find(data, name, argument);
        return column.Type is DateTimeDataViewType or DateTimeOffsetDataViewType or TimeSpanDataViewType or NumberDataViewType
            ? column
            : throw new ArgumentException($"The column '{name}' of type {column.Type} does not order rows in time; dates, time spans and numbers do.", argument);
    }

    /// <summary>Reads the time of the current row, null where it is missing (NaN).</summary>
    public static Func<long?> ReaderOf(DataViewRow row, DataViewSchema.Column column) => column.Type.RawType switch
    {
        var raw when raw == typeof(DateTime) => Reader<DateTime>(row, column, time => time.Ticks),
        var raw when raw == typeof(DateTimeOffset) => Reader<DateTimeOffset>(row, column, time => time.UtcTicks),
        var raw when raw == typeof(TimeSpan) => Reader<TimeSpan>(row, column, time => time.Ticks),
        var raw when raw == typeof(sbyte) => Reader<sbyte>(row, column, time => time),
        var raw when raw == typeof(byte) => Reader<byte>(row, column, time => time),
        var raw when raw == typeof(short) => Reader<short>(row, column, time => time),
        var raw when raw == typeof(ushort) => Reader<ushort>(row, column, time => time),
        var raw when raw == typeof(int) => Reader<int>(row, column, time => time),
        var raw when raw == typeof(uint) => Reader<uint>(row, column, time => time),
        var raw when raw == typeof(long) => Reader<long>(row, column, time => time),
        var raw when raw == typeof(ulong) => Reader<ulong>(row, column, time => unchecked((long)(time ^ (1UL << 63)))),
        var raw when raw == typeof(float) => Reader<float>(row, column, time => Order(time)),
        _ => Reader<double>(row, column, Order),
    };

    // The bits of doubles are in their order, once those of negative ones are turned round.
    private static long? Order(double time)
    {
        var bits = BitConverter.DoubleToInt64Bits(time);
        return double.IsNaN(time) ? null : bits >= 0 ? bits : unchecked(long.MinValue - bits);
    }

    private static Func<long?> Reader<T>(DataViewRow row, DataViewSchema.Column column, Func<T, long?> order)
    {
        var get = row.GetGetter<T>(column);
        var value = default(T)!;
        return () =>
        {
            get(ref value);
            return order(value);
        };
    }
}
