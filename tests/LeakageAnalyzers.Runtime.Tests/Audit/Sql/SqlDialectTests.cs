using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using LeakageAnalyzers.Runtime.Audit.Sources;
using LeakageAnalyzers.Runtime.Audit.Sql;
using Microsoft.Data.Sqlite;
using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;
using static LeakageAnalyzers.Runtime.Tests.Audit.Sql.SqlRows;

namespace LeakageAnalyzers.Runtime.Tests.Audit.Sql;

/// <summary>
/// The SQL of an audit is plain: it says nothing but these words. All of them stand in Spark's pages "SQL Syntax" and "Built-in Functions", in BigQuery's "Query syntax",
/// "Conditional expressions" and "Aggregate functions", and in Snowflake's "Query syntax" and "Function reference"; only those of <see cref="SqlDialect"/> differ.
/// </summary>
public sealed partial class SqlDialectTests
{
    private static readonly string[] Plain =
    [
        "ALL", "AND", "AS", "BY", "CASE", "CAST", "COALESCE", "COUNT", "DISTINCT", "ELSE", "END", "FROM", "GROUP", "IS", "LIMIT", "MAX", "NOT", "NULL", "NULLIF", "ORDER",
        "SELECT", "SUM", "THEN", "UNION", "WHEN", "WHERE",
    ];

    // None is reserved in Spark's "ANSI Compliance", BigQuery's "Lexical structure", Snowflake's "Reserved keywords", MySQL's or T-SQL's.
    private static readonly string[] Aliases =
        ["audited", "both_sides", "counted", "in_test", "in_train", "name", "test_rows", "tested", "train_rows", "trained", "value0", "value1", "value2", "value3", "value4", "value5"];

    private static readonly Dictionary<string, (SqlDialect Dialect, string[] Words)> Dialects = new()
    {
        ["Standard"] = (SqlDialect.Standard, ["RANDOM", "VARCHAR"]),
        ["Spark"] = (SqlDialect.Spark, ["RAND", "STRING"]),
        ["BigQuery"] = (SqlDialect.BigQuery, ["IS_NAN", "RAND", "STRING"]),
        ["MySQL"] = (SqlDialect.MySql, ["CHAR", "RAND"]),
        ["SQL Server"] = (SqlDialect.SqlServer, ["FETCH", "NEWID", "NEXT", "NVARCHAR", "OFFSET", "ONLY", "ROWS"]),
    };

    private static readonly SqlColumn[] Columns =
    [
        new("PatientId", ColumnKind.Text, typeof(string), "TEXT", MissingValue.EmptyText), new("Visit", ColumnKind.Number, typeof(long), "BIGINT", MissingValue.None),
        new("Time", ColumnKind.Time, typeof(DateTime), "TIMESTAMP", MissingValue.None), new("Age", ColumnKind.Number, typeof(double), "DOUBLE", MissingValue.NaN),
        new("Dose", ColumnKind.Number, typeof(double), "DECIMAL", MissingValue.None), new("Label", ColumnKind.Class, typeof(bool), "BOOLEAN", MissingValue.None),
    ];

    public static TheoryData<string> Names => new(Dialects.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_statement_says_plain_words_only(string dialect)
    {
        var words = Statements(Dialects[dialect].Dialect).SelectMany(sql => Words().Matches(Said(sql, Dialects[dialect].Dialect)).Select(word => word.Value)).Distinct().ToList();

        Assert.Equal(Dialects[dialect].Words.Order(StringComparer.Ordinal), words.Except(Plain).Except(Aliases).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_audit_sends_no_other_statement()
    {
        var log = new List<string>();
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Create(connection, "train_rows", Rows(200, seed: 1));
        Create(connection, "test_rows", Rows(100, seed: 2));
        var split = new SqlSplit(connection, "SELECT * FROM train_rows", "SELECT * FROM test_rows") { Log = log.Add };

        SplitAudit.Run(split, new AuditOptions { TimeColumn = nameof(AuditRow.Time), SubgroupColumns = [nameof(AuditRow.Site)], MostSampledRows = 50, MostSearchedRows = 60 });

        var words = log.SelectMany(sql => Words().Matches(Said(sql, SqlDialect.Standard)).Select(word => word.Value)).Distinct();
        Assert.Empty(words.Except(Plain).Except(Aliases).Except(Dialects["Standard"].Words));
    }

    [Fact]
    public void Spark_reads_names_in_backticks_and_draws_by_rand()
    {
        var statements = Statements(SqlDialect.Spark);

        Assert.DoesNotContain(statements, sql => sql.Contains('"', StringComparison.Ordinal));
        Assert.Contains("SELECT `PatientId`, `Visit`, `Time`, `Age`, `Dose`, `Label` FROM (SELECT * FROM train) AS audited ORDER BY RAND() LIMIT 50", statements);
        Assert.Contains(statements, sql => sql.EndsWith("ORDER BY CAST(name AS STRING) LIMIT 5", StringComparison.Ordinal));
        Assert.Contains(statements, sql => sql.Contains("NULLIF(`Age`, 'NaN') AS value3, `Dose` AS value4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BigQuery", "CASE WHEN IS_NAN(`Age`) THEN NULL ELSE `Age` END AS value3")]
    [InlineData("MySQL", "`Age` AS value3")]
    [InlineData("SQL Server", "\"Age\" AS value3")]
    [InlineData("SQL Server", "ORDER BY NEWID() OFFSET 0 ROWS FETCH NEXT 50 ROWS ONLY")]
    public void What_differs_is_written_as_the_database_reads_it(string dialect, string expected) =>
        Assert.Contains(Statements(Dialects[dialect].Dialect), sql => sql.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_quote_within_a_name_is_doubled() => Assert.Contains(
        "`a``b`", new SqlText(Split(SqlDialect.Spark), new Dictionary<string, SqlColumn>()).Sample("SELECT 1", ["a`b"], null), StringComparison.Ordinal);

    [Fact]
    public void Names_in_backticks_find_what_names_in_double_quotes_find()
    {
        var log = new List<string>();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Create(connection, "train_rows", Rows(200, seed: 1));
        Create(connection, "test_rows", Rows(100, seed: 1));
        var split = new SqlSplit(connection, "SELECT * FROM train_rows", "SELECT * FROM test_rows");

        var found = SplitAudit.Run(split with { Dialect = SqlDialect.MySql, Log = log.Add });

        Assert.Equal(["LEAK601", "LEAK602"], found.Findings.Select(finding => finding.Id).Take(2));
        Assert.Equal(SplitAudit.Run(split).ToString(), found.ToString());
        Assert.DoesNotContain(log, sql => sql.Contains('"', StringComparison.Ordinal));
    }

    [Fact]
    public void Values_of_every_type_can_name_groups_and_be_compared()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        foreach (var type in new[] { "DECIMAL(9, 2)", "HUGEINT", "UBIGINT", "BIGINT", "SMALLINT", "UTINYINT", "FLOAT", "DOUBLE", "DATE", "TIMESTAMP", "VARCHAR", "UUID", "ENUM('0', '1', '2', '3', '4', '5', '6', '7', '8')", "BOOLEAN" })
        {
            string Side(int from) => type == "UUID" ? $"SELECT CAST('00000000-0000-0000-0000-00000000000' || (range % 9) AS UUID) AS a FROM range({from}, {from + 9})"
                : type is "DATE" or "TIMESTAMP" ? $"SELECT CAST(DATE '2026-01-01' + CAST(range % 9 AS INTEGER) AS {type}) AS a FROM range({from}, {from + 9})"
                : type.StartsWith("ENUM", StringComparison.Ordinal) ? $"SELECT CAST(CAST(range % 9 AS VARCHAR) AS {type}) AS a FROM range({from}, {from + 9})"
                : $"SELECT CAST(range % 9 AS {type}) AS a FROM range({from}, {from + 9})";

            var found = SplitAudit.Run(new SqlSplit(connection, Side(0), Side(9)), new AuditOptions { GroupColumn = "a", DuplicateColumns = ["a"] });

            Assert.Equal((type, type == "BOOLEAN" ? 2 : 9), (type, found.Findings.First(finding => finding.Id == "LEAK601").Count));
        }
    }

    private static List<string> Statements(SqlDialect dialect)
    {
        var text = new SqlText(Split(dialect), Columns.ToDictionary(column => column.Name));
        var names = Columns.Select(column => column.Name).ToList();
        return
        [
            text.Rows(), SqlText.Schema("SELECT * FROM train"), text.Content(names), text.Times("Time"), text.Sample("SELECT * FROM train", names, 50), text.Sample("SELECT * FROM train", names, null),
            .. names.SelectMany(name => new[]
            {
                text.Groups(name), text.SharedGroups(name, 5), text.Values("SELECT * FROM train", name, group: null), text.Values("SELECT * FROM train", name, "PatientId"),
            }),
        ];
    }

    // What is not the caller's query, the name of a column, a value or a number.
    private static string Said(string sql, SqlDialect dialect) => Regex.Replace(
        Regex.Replace(sql, @"\(SELECT \* FROM (train|test|train_rows|test_rows)\)", "()"), $"{dialect.Quote}[^{dialect.Quote}]*{dialect.Quote}|'[^']*'", "");

    private static SqlSplit Split(SqlDialect dialect) => new(new DuckDBConnection("DataSource=:memory:"), "SELECT * FROM train", "SELECT * FROM test") { Dialect = dialect };

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Words();
}
