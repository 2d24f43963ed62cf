namespace LeakageAnalyzers.Runtime;

/// <summary>
/// What databases write differently in the otherwise plain SQL of an audit: sub-queries, <c>UNION ALL</c>, <c>GROUP BY</c>, <c>CASE</c>, <c>COUNT</c>, <c>SUM</c>,
/// <c>MAX</c>, <c>COALESCE</c>, <c>NULLIF</c> and <c>CAST</c> to text. For another database, change the nearest: <c>SqlDialect.Standard with { … }</c>.
/// </summary>
public sealed record SqlDialect
{
    /// <summary>The SQL standard, as DuckDB, SQLite, PostgreSQL, Snowflake and Redshift read it.</summary>
    public static SqlDialect Standard { get; } = new();

    /// <summary>Spark SQL and Databricks, which quote names with backticks and where NaN equals NaN (Spark's pages "Identifiers" and "NaN Semantics").</summary>
    public static SqlDialect Spark { get; } = new() { Quote = '`', TextType = "STRING", RandomOrder = "RAND()" };

    /// <summary>BigQuery's GoogleSQL, where nothing equals NaN, and no text is taken for a number.</summary>
    public static SqlDialect BigQuery { get; } = new() { Quote = '`', TextType = "STRING", RandomOrder = "RAND()", NullIfNaN = "CASE WHEN IS_NAN({0}) THEN NULL ELSE {0} END" };

    /// <summary>MySQL and MariaDB, which know no NaN and take the text for zero.</summary>
    public static SqlDialect MySql { get; } = new() { Quote = '`', TextType = "CHAR", RandomOrder = "RAND()", NullIfNaN = "{0}" };

    /// <summary>SQL Server and its warehouses, which know no NaN and no <c>LIMIT</c>.</summary>
    public static SqlDialect SqlServer { get; } = new() { TextType = "NVARCHAR(4000)", RandomOrder = "NEWID()", NullIfNaN = "{0}", Limit = "OFFSET 0 ROWS FETCH NEXT {0} ROWS ONLY" };

    /// <summary>What names of columns are quoted with, and doubled inside of them. Default the double quote of the SQL standard.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>The type of text, to which the names of groups are cast. Default <c>VARCHAR</c>.</summary>
    public string TextType { get; init; } = "VARCHAR";

    /// <summary>What orders rows at random. Default <c>RANDOM()</c>.</summary>
    public string RandomOrder { get; init; } = "RANDOM()";

    /// <summary>What makes NULL of NaN, where a binary floating-point number stands at <c>{0}</c>. Default <c>NULLIF({0}, 'NaN')</c>.</summary>
    public string NullIfNaN { get; init; } = "NULLIF({0}, 'NaN')";

    /// <summary>What takes the first <c>{0}</c> rows, behind <c>ORDER BY</c>. Default <c>LIMIT {0}</c>.</summary>
    public string Limit { get; init; } = "LIMIT {0}";
}
