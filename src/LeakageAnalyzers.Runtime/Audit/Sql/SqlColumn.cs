using System.Data.Common;
using System.Globalization;
using LeakageAnalyzers.Runtime.Audit.Sources;

namespace LeakageAnalyzers.Runtime.Audit.Sql;

/// <summary>A column of a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">The type in which its values are kept; null where no rule can look into them.</param>
/// <param name="DatabaseType">What the database calls its type.</param>
/// <param name="Missing">What is missing although it is not NULL.</param>
internal sealed record SqlColumn(string Name, ColumnKind Kind, Type? Value, string DatabaseType, MissingValue Missing)
{
    /// <summary>The columns that <paramref name="reader"/> returns.</summary>
    public static IReadOnlyList<SqlColumn> Read(DbDataReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(field => Of(
        reader.GetName(field), reader.GetFieldType(field), reader.GetDataTypeName(field)))];

    /// <summary>The column as the rules know it.</summary>
    public AuditColumn ToAuditColumn() => new(Name, Kind, DatabaseType, Value is not null);

    /// <summary>The value of a field as the audit keeps it; null where it is missing.</summary>
    public object? Convert(object field) => field is DBNull ? null : Value switch
    {
        var type when type == typeof(bool) => System.Convert.ToBoolean(field, CultureInfo.InvariantCulture),
        var type when type == typeof(long) => System.Convert.ToInt64(field, CultureInfo.InvariantCulture),
        var type when type == typeof(double) => field is System.Numerics.BigInteger large ? (double)large : System.Convert.ToDouble(field, CultureInfo.InvariantCulture),
        var type when type == typeof(DateTime) => field switch
        {
            DateTime time => time,
            DateTimeOffset time => time.UtcDateTime,
            string text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            _ => DateTime.Parse(((IFormattable)field).ToString("O", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        },
        _ => field is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : field.ToString(),
    };

    // Databases without types of their own for dates and truth values, such as SQLite, keep the declared ones.
    private static SqlColumn Of(string name, Type field, string type)
    {
        var declared = type.ToUpperInvariant();
        var (kind, value) = field switch
        {
            _ when field == typeof(bool) || declared.Contains("BOOL") => (ColumnKind.Class, typeof(bool)),
            _ when field == typeof(TimeSpan) || field.FullName == "System.TimeOnly" || declared.Contains("JSON") => (ColumnKind.Other, null),
            _ when field == typeof(DateTime) || field == typeof(DateTimeOffset) || field.FullName == "System.DateOnly" || declared.Contains("DATE") || declared.Contains("TIMESTAMP") =>
                (ColumnKind.Time, typeof(DateTime)),
            _ when field == typeof(string) || field == typeof(Guid) => (ColumnKind.Text, typeof(string)),
            _ when field == typeof(sbyte) || field == typeof(byte) || field == typeof(short) || field == typeof(ushort) || field == typeof(int) || field == typeof(uint)
                || field == typeof(long) => (ColumnKind.Number, typeof(long)),
            _ when field == typeof(float) || field == typeof(double) || field == typeof(decimal) || field == typeof(ulong) || field == typeof(System.Numerics.BigInteger) =>
                (ColumnKind.Number, typeof(double)),
            _ => (ColumnKind.Other, (Type?)null),
        };
        var missing = kind == ColumnKind.Text && field == typeof(string) ? MissingValue.EmptyText
            : value == typeof(double) && (field == typeof(float) || field == typeof(double)) ? MissingValue.NaN : MissingValue.None;
        return new SqlColumn(name, kind, value, type, missing);
    }
}

/// <summary>A value that stands for a missing one, as ML.NET has them. Databases compare it with values of its own type only: not with decimals, nor with UUIDs.</summary>
internal enum MissingValue
{
    /// <summary>None but NULL.</summary>
    None,

    /// <summary>The text without characters.</summary>
    EmptyText,

    /// <summary>The binary floating-point number that is none.</summary>
    NaN,
}
