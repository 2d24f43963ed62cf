using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>Reads the current value of a numeric column, or the slots of a vector of numbers. NaN is a missing value.</summary>
internal sealed class NumberGetter
{
    private static readonly Dictionary<Type, Func<DataViewRow, DataViewSchema.Column, int, Action<double[], int>>> Makers = new()
    {
        [typeof(sbyte)] = Maker<sbyte>(value => value),
        [typeof(byte)] = Maker<byte>(value => value),
        [typeof(short)] = Maker<short>(value => value),
        [typeof(ushort)] = Maker<ushort>(value => value),
        [typeof(int)] = Maker<int>(value => value),
        [typeof(uint)] = Maker<uint>(value => value),
        [typeof(long)] = Maker<long>(value => value),
        [typeof(ulong)] = Maker<ulong>(value => value),
        [typeof(float)] = Maker<float>(value => value),
        [typeof(double)] = Maker<double>(value => value),
    };

    private readonly Action<double[], int> _read;

    private NumberGetter(int slots, Action<double[], int> read) => (Slots, _read) = (slots, read);

    /// <summary>How many numbers it reads.</summary>
    public int Slots { get; }

    /// <summary>How many numbers <paramref name="type"/> holds, of a vector at most so many; one of unknown length holds none that can be told apart.</summary>
    public static int SlotsOf(DataViewType type, int mostSlots) => type is VectorDataViewType vector ? Math.Min(vector.Size, mostSlots) : 1;

    /// <summary>Reads <paramref name="column"/>; of a vector, at most the first <paramref name="mostSlots"/> slots.</summary>
    public static NumberGetter Of(DataViewRow row, DataViewSchema.Column column, int mostSlots)
    {
        var item = column.Type is VectorDataViewType vector ? vector.ItemType : column.Type;
        var slots = SlotsOf(column.Type, mostSlots);
        return new NumberGetter(slots, Makers[item.RawType](row, column, slots));
    }

    /// <summary>Writes the numbers of the current row into <paramref name="values"/>, beginning at <paramref name="start"/>.</summary>
    public void Read(double[] values, int start) => _read(values, start);

    private static Func<DataViewRow, DataViewSchema.Column, int, Action<double[], int>> Maker<T>(Func<T, double> convert) => (row, column, slots) =>
    {
        if (column.Type is VectorDataViewType)
        {
            var getVector = row.GetGetter<VBuffer<T>>(column);
            var vector = default(VBuffer<T>);
            return (values, start) =>
            {
                getVector(ref vector);
                for (var slot = 0; slot < slots; slot++)
                {
                    values[start + slot] = convert(vector.GetItemOrDefault(slot));
                }
            };
        }

        var get = row.GetGetter<T>(column);
        var value = default(T)!;
        return (values, start) =>
        {
            get(ref value);
            values[start] = convert(value);
        };
    };
}
