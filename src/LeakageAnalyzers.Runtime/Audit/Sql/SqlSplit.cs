using System.Data.Common;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime;

/// <summary>
/// A split whose rows lie in a database, or in files that one reads: the audit is done there, in plain SQL, and only counts and samples come back. Works on every ADO.NET
/// connection; with DuckDB on Parquet and CSV files without a server.
/// </summary>
/// <param name="Connection">The database. Opened and closed again where it is not open.</param>
/// <param name="Train">The query of the rows that are learned from, such as <c>SELECT * FROM read_parquet('train.parquet')</c>. Sent as it is: never write user input into it.</param>
/// <param name="Test">The query of the held-out rows, with the same columns.</param>
/// <remarks>Texts, numbers, dates and truth values are looked at. A query may cast other columns to one of these, and should leave out those that its database calls text although they are not, such as JSON in DuckDB.</remarks>
/// <example>
/// <code>
/// using var connection = new DuckDBConnection("DataSource=:memory:");
/// var split = new SqlSplit(connection, "SELECT * FROM 'visits.parquet' WHERE year &lt; 2024", "SELECT * FROM 'visits.parquet' WHERE year &gt;= 2024") { Log = Console.WriteLine };
/// SplitAudit.Run(split, new AuditOptions { GroupColumn = "patient" }).Verify();
/// </code>
/// </example>
public sealed record SqlSplit(DbConnection Connection, string Train, string Test)
{
    /// <summary>The database.</summary>
    public DbConnection Connection { get; init; } = Check.NotNull(Connection);

    /// <summary>The query of the rows that are learned from.</summary>
    public string Train { get; init; } = Check.NotNull(Train);

    /// <summary>The query of the held-out rows.</summary>
    public string Test { get; init; } = Check.NotNull(Test);

    /// <summary>Told every statement before it is sent; null to tell nobody.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>How the database writes SQL. Default <see cref="SqlDialect.Standard"/>, which DuckDB and SQLite read.</summary>
    public SqlDialect Dialect { get; init; } = SqlDialect.Standard;
}
