using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>Reads a numeric column, or the slots of a vector of numbers, row by row into memory.</summary>
internal sealed class NumberReader
{
    private readonly string _name;
    private readonly bool _isVector;
    private readonly NumberGetter _getter;
    private readonly double[] _row;
    private readonly List<double>[] _slots;

    private NumberReader(DataViewSchema.Column column, NumberGetter getter)
    {
        (_name, _isVector, _getter) = (column.Name, column.Type is VectorDataViewType, getter);
        _row = new double[getter.Slots];
        _slots = [.. Enumerable.Range(0, getter.Slots).Select(_ => new List<double>())];
    }

    /// <summary>The values read so far, by the name of the column or slot.</summary>
    public IEnumerable<(string Name, double[] Values)> Slots =>
        _slots.Select((values, slot) => (_isVector ? FormattableString.Invariant($"{_name}[{slot}]") : _name, values.ToArray()));

    /// <summary>Reads <paramref name="column"/>; of a vector, at most the first <paramref name="mostSlots"/> slots. One of unknown length has none.</summary>
    public static NumberReader Of(DataViewRow row, DataViewSchema.Column column, int mostSlots) => new(column, NumberGetter.Of(row, column, mostSlots));

    /// <summary>Reads the current row.</summary>
    public void Read()
    {
        _getter.Read(_row, 0);
        for (var slot = 0; slot < _slots.Length; slot++)
        {
            _slots[slot].Add(_row[slot]);
        }
    }
}
