using System.Data.Common;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Audit.Sql;

/// <summary>Rows of a query in memory, column by column, as a view. The id of a row is its position in the answer.</summary>
internal sealed class ColumnTable : IDataView
{
    private readonly Array[] _columns;
    private readonly int _rows;

    private ColumnTable(DataViewSchema schema, Array[] columns, int rows) => (Schema, _columns, _rows) = (schema, columns, rows);

    /// <inheritdoc/>
    public bool CanShuffle => false;

    /// <inheritdoc/>
    public DataViewSchema Schema { get; }

    /// <summary>Reads all rows.</summary>
    public static ColumnTable Read(DbDataReader reader, IReadOnlyList<SqlColumn> columns, CancellationToken cancellation)
    {
        var values = columns.Select(_ => new List<object?>()).ToArray();
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var field = 0; field < values.Length; field++)
            {
                values[field].Add(columns[field].Convert(reader.GetValue(field)));
            }
        }

        var schema = new DataViewSchema.Builder();
        var arrays = new Array[values.Length];
        for (var field = 0; field < values.Length; field++)
        {
            var (type, array) = Pack(columns[field].Value!, values[field]);
            schema.AddColumn(columns[field].Name, type);
            (arrays[field], values[field]) = (array, []);
        }

        return new ColumnTable(schema.ToSchema(), arrays, rows);
    }

    /// <summary>The name of a value, as ML.NET's rows give it; null where it is missing.</summary>
    public static string? NameOf(object? value) => value switch
    {
        null or "" or double.NaN => null,
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <inheritdoc/>
    public long? GetRowCount() => _rows;

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this, columnsNeeded);

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    // ML.NET knows no missing whole number and truth value: such columns become real numbers and texts.
    private static (DataViewType Type, Array Values) Pack(Type type, List<object?> values) => type switch
    {
        _ when type == typeof(long) && !values.Contains(null) => (NumberDataViewType.Int64, Cast<long>(values)),
        _ when type == typeof(long) || type == typeof(double) =>
            (NumberDataViewType.Double, values.ConvertAll(value => value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToArray()),
        _ when type == typeof(bool) && !values.Contains(null) => (BooleanDataViewType.Instance, Cast<bool>(values)),
        _ when type == typeof(DateTime) => (DateTimeDataViewType.Instance, values.ConvertAll(value => value is null ? default : (DateTime)value).ToArray()),
        _ => (TextDataViewType.Instance, values.ConvertAll(value => NameOf(value).AsMemory()).ToArray()),
    };

    private static T[] Cast<T>(List<object?> values) => [.. values.Cast<T>()];

    private sealed class Cursor(ColumnTable table, IEnumerable<DataViewSchema.Column> columnsNeeded) : DataViewRowCursor
    {
        private readonly HashSet<int> _active = [.. columnsNeeded.Select(column => column.Index)];
        private long _position = -1;

        /// <inheritdoc/>
        public override long Position => _position;

        /// <inheritdoc/>
        public override long Batch => 0;

        /// <inheritdoc/>
        public override DataViewSchema Schema => table.Schema;

        /// <inheritdoc/>
        public override bool MoveNext()
        {
            if (_position + 1 >= table._rows)
            {
                return false;
            }

            _position++;
            return true;
        }

        /// <inheritdoc/>
        public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

        /// <inheritdoc/>
        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var values = (TValue[])table._columns[column.Index];
            return (ref TValue value) => value = values[_position];
        }

        /// <inheritdoc/>
        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_position, 0);
    }
}
