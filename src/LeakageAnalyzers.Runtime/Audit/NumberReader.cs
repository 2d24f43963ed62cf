using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>Reads a numeric column, or the slots of a vector of numbers, row by row into memory.</summary>
internal sealed class NumberReader
{
    private static readonly Dictionary<Type, Func<DataViewRow, DataViewSchema.Column, int, NumberReader>> Makers = new()
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

    private readonly string _name;
    private readonly bool _isVector;
    private readonly List<double>[] _slots;
    private readonly Action<List<double>[]> _read;

    private NumberReader(DataViewSchema.Column column, int slots, Action<List<double>[]> read)
    {
        (_name, _isVector, _read) = (column.Name, column.Type is VectorDataViewType, read);
        _slots = [.. Enumerable.Range(0, slots).Select(_ => new List<double>())];
    }

    /// <summary>The values read so far, by the name of the column or slot.</summary>
    public IEnumerable<(string Name, double[] Values)> Slots =>
        _slots.Select((values, slot) => (_isVector ? FormattableString.Invariant($"{_name}[{slot}]") : _name, values.ToArray()));

    /// <summary>Reads <paramref name="column"/>; of a vector, at most the first <paramref name="mostSlots"/> slots. One of unknown length has none.</summary>
    public static NumberReader Of(DataViewRow row, DataViewSchema.Column column, int mostSlots)
    {
        var item = column.Type is VectorDataViewType vector ? vector.ItemType : column.Type;
        return Makers[item.RawType](row, column, mostSlots);
    }

    /// <summary>Reads the current row.</summary>
    public void Read() => _read(_slots);

    private static Func<DataViewRow, DataViewSchema.Column, int, NumberReader> Maker<T>(Func<T, double> convert) => (row, column, mostSlots) =>
    {
        if (column.Type is VectorDataViewType type)
        {
            var getVector = row.GetGetter<VBuffer<T>>(column);
            var vector = default(VBuffer<T>);
            return new NumberReader(column, Math.Min(type.Size, mostSlots), slots =>
            {
                getVector(ref vector);
                for (var slot = 0; slot < slots.Length; slot++)
                {
                    slots[slot].Add(convert(vector.GetItemOrDefault(slot)));
                }
            });
        }

        var get = row.GetGetter<T>(column);
        var value = default(T)!;
        return new NumberReader(column, 1, slots =>
        {
            get(ref value);
            slots[0].Add(convert(value));
        });
    };
}
