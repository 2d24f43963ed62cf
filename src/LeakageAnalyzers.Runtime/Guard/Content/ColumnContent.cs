using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Guard.Content;

/// <summary>Writes the value of a column, in a form that is the same wherever the value stands: sparse or dense, cached or loaded anew.</summary>
internal static class ColumnContent
{
    private static readonly Dictionary<Type, Delegate> Writers = new()
    {
        [typeof(bool)] = Write<bool>((bytes, value) => bytes.Write(value ? 1L : 0L)),
        [typeof(sbyte)] = Write<sbyte>((bytes, value) => bytes.Write((long)value)),
        [typeof(byte)] = Write<byte>((bytes, value) => bytes.Write((long)value)),
        [typeof(short)] = Write<short>((bytes, value) => bytes.Write((long)value)),
        [typeof(ushort)] = Write<ushort>((bytes, value) => bytes.Write((long)value)),
        [typeof(int)] = Write<int>((bytes, value) => bytes.Write((long)value)),
        [typeof(uint)] = Write<uint>((bytes, value) => bytes.Write((long)value)),
        [typeof(long)] = Write<long>((bytes, value) => bytes.Write(value)),
        [typeof(ulong)] = Write<ulong>((bytes, value) => bytes.Write(unchecked((long)value))),
        [typeof(float)] = Write<float>((bytes, value) => bytes.Write((double)value)),
        [typeof(double)] = Write<double>((bytes, value) => bytes.Write(value)),
        [typeof(DateTime)] = Write<DateTime>((bytes, value) => bytes.Write(value.Ticks)),
        [typeof(TimeSpan)] = Write<TimeSpan>((bytes, value) => bytes.Write(value.Ticks)),
        [typeof(DateTimeOffset)] = Write<DateTimeOffset>((bytes, value) =>
        {
            bytes.Write(value.Ticks);
            bytes.Write(value.Offset.Ticks);
        }),
        [typeof(ReadOnlyMemory<char>)] = Write<ReadOnlyMemory<char>>((bytes, value) => bytes.Write(MemoryMarshal.AsBytes(value.Span))),
    };

    /// <summary>Whether the values of two columns can be compared: of one name, and of types that hold the same values.</summary>
    public static bool AreComparable(DataViewSchema.Column a, DataViewSchema.Column b) =>
        a.Name == b.Name && ItemType(a.Type) == ItemType(b.Type) && a.Type is VectorDataViewType == b.Type is VectorDataViewType && Writers.ContainsKey(ItemType(a.Type));

    /// <summary>Whether two values of <paramref name="type"/> can be compared.</summary>
    public static bool IsComparable(DataViewType type) => Writers.ContainsKey(ItemType(type));

    /// <summary>Writes the value that <paramref name="row"/> stands on.</summary>
    public static Action<RowBytes> WriterOf(DataViewRow row, DataViewSchema.Column column)
    {
        var item = ItemType(column.Type);
        var maker = column.Type is VectorDataViewType ? nameof(Vector) : nameof(Scalar);
        return (Action<RowBytes>)typeof(ColumnContent).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item).Invoke(null, [row, column, Writers[item]])!;
    }

    private static Type ItemType(DataViewType type) => type is VectorDataViewType vector ? vector.ItemType.RawType : type.RawType;

    private static Action<RowBytes, T> Write<T>(Action<RowBytes, T> write) => write;

    private static Action<RowBytes> Scalar<T>(DataViewRow row, DataViewSchema.Column column, Action<RowBytes, T> write)
    {
        var get = row.GetGetter<T>(column);
        var value = default(T)!;
        return bytes =>
        {
            get(ref value);
            write(bytes, value);
        };
    }

    private static Action<RowBytes> Vector<T>(DataViewRow row, DataViewSchema.Column column, Action<RowBytes, T> write)
    {
        var get = row.GetGetter<VBuffer<T>>(column);
        var vector = default(VBuffer<T>);
        return bytes =>
        {
            get(ref vector);
            bytes.Write((long)vector.Length);
            foreach (var item in vector.Items(all: false))
            {
                if (!EqualityComparer<T>.Default.Equals(item.Value, default!))
                {
                    bytes.Write((long)item.Key);
                    write(bytes, item.Value);
                }
            }
        };
    }
}
