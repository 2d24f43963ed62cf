using System.Data.Common;

namespace LeakageAnalyzers.Runtime;

/// <summary>
/// A split whose rows lie in a database, or in files that one reads: the audit is done there, in plain SQL, and only counts and samples come back. Works on every ADO.NET
/// connection; with DuckDB on Parquet and CSV files without a server.
/// </summary>
/// <param name="Connection">The database. Opened and closed again where it is not open.</param>
/// <param name="Train">The query of the rows that are learned from, such as <c>SELECT * FROM read_parquet('train.parquet')</c>. Sent as it is: never write user input into it.</param>
/// <param name="Test">The query of the held-out rows, with the same columns.</param>
/// <example>
/// <code>
/// using var connection = new DuckDBConnection("DataSource=:memory:");
/// var split = new SqlSplit(connection, "SELECT * FROM 'visits.parquet' WHERE year &lt; 2024", "SELECT * FROM 'visits.parquet' WHERE year &gt;= 2024") { Log = Console.WriteLine };
/// SplitAudit.Run(split, new AuditOptions { GroupColumn = "patient" }).Verify();
/// </code>
/// </example>
public sealed record SqlSplit(DbConnection Connection, string Train, string Test)
{
    /// <summary>Told every statement before it is sent; null to tell nobody.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>What names of columns are quoted with. Default the double quote of the SQL standard; a backtick for Spark and MySQL.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>The function that orders rows at random. Default <c>RANDOM()</c>; <c>RAND()</c> for MySQL.</summary>
    public string RandomFunction { get; init; } = "RANDOM()";

    /// <summary>The type of text. Default <c>VARCHAR</c>; <c>STRING</c> for Spark.</summary>
    public string TextType { get; init; } = "VARCHAR";
}
