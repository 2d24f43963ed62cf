using System.Data.Common;

namespace LeakageAnalyzers.Runtime.Tests.Audit.Sql;

/// <summary>Writes audited rows into databases.</summary>
internal static class SqlRows
{
    public static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A table of <paramref name="rows"/> in their order.</summary>
    public static void Create(DbConnection connection, string table, IReadOnlyList<AuditRow> rows)
    {
        Execute(connection, $"CREATE TABLE {table} (PatientId VARCHAR, Site VARCHAR, Time TIMESTAMP, Age DOUBLE, Dose DOUBLE, Label BOOLEAN)");
        var values = rows.Select(row => FormattableString.Invariant(
            $"({Text(row.PatientId)}, {Text(row.Site)}, '{row.Time:yyyy-MM-dd HH:mm:ss}', {Number(row.Age)}, {Number(row.Dose)}, {row.Label})"));
        Execute(connection, $"INSERT INTO {table} VALUES {string.Join(", ", values)}");
    }

    private static string Text(string value) => value.Length == 0 ? "NULL" : $"'{value}'";

    private static string Number(float value) => float.IsNaN(value) ? "NULL" : FormattableString.Invariant($"CAST('{(double)value:R}' AS DOUBLE)");
}
