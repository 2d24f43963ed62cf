using System.Data.Common;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;
using static LeakageAnalyzers.Runtime.Tests.Audit.Sql.SqlRows;

namespace LeakageAnalyzers.Runtime.Tests.Audit.Sql;

/// <summary>The audit in a database says what it says of the same rows in memory.</summary>
public sealed class SqlAuditTests : IDisposable
{
    private static readonly AuditOptions Options = new() { TimeColumn = nameof(AuditRow.Time), SubgroupColumns = [nameof(AuditRow.Site)] };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sql-audit-");
    private readonly List<AuditRow> _train = Rows(300, seed: 1);
    private readonly List<AuditRow> _test = Rows(120, seed: 2, prefix: "Q");

    public SqlAuditTests()
    {
        (_train[0].Site, _train[1].PatientId, _train[2].Age, _test[0].Site, _test[1].PatientId) = ("Riga", "", float.NaN, "Riga", "");
        foreach (var i in new[] { 3, 4, 5 })
        {
            _test[i].PatientId = _train[10 * i].PatientId;
        }

        foreach (var i in new[] { 20, 21 })
        {
            _test[i] = new AuditRow { PatientId = $"Q{i}", Site = _train[i].Site, Time = _train[i].Time, Age = _train[i].Age, Dose = _train[i].Dose, Label = _train[i].Label };
        }

        _train.ForEach(row => row.Dose = row.Label ? 2 + row.Dose : row.Dose);
        _test.ForEach(row => row.Dose = row.Label ? 2 + row.Dose : row.Dose);
    }

    public static TheoryData<string> Places => ["DuckDB", "Parquet", "CSV", "SQLite"];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Findings_are_those_of_the_rows_in_memory(string place)
    {
        var expected = SplitAudit.Run(View(_train), View(_test), Options);
        using var connection = Open(place);

        var found = SplitAudit.Run(Split(place, connection), Options);

        Assert.Equal(["LEAK601", "LEAK602", "LEAK604", "LEAK605", "LEAK609", "LEAK610"], expected.Findings.Select(finding => finding.Id).Distinct());
        Assert.Equal(expected.ToString(), found.ToString());
        Assert.Equal(expected.Findings.Select(Everything), found.Findings.Select(Everything));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_clean_split_has_none(string place)
    {
        _train.Clear();
        _test.Clear();
        _train.AddRange(Rows(300, seed: 1));
        _test.AddRange(Rows(400, seed: 2, prefix: "Q"));
        using var connection = Open(place);

        Assert.Empty(SplitAudit.Run(Split(place, connection)).Findings);
    }

    [Fact]
    public void A_random_sample_is_drawn_by_the_database()
    {
        var log = new List<string>();
        using var connection = Open("DuckDB");

        var found = SplitAudit.Run(Split("DuckDB", connection) with { Log = log.Add }, Options with { MostSampledRows = 50, MostSearchedRows = 60 });

        Assert.Contains("LEAK605", found.Findings.Select(finding => finding.Id));
        Assert.Contains(log, sql => sql.EndsWith("FROM (SELECT * FROM train_rows) AS audited ORDER BY RANDOM() LIMIT 50", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_statement_can_be_printed_and_only_reads()
    {
        var log = new List<string>();
        using var connection = Open("SQLite");

        SplitAudit.Run(Split("SQLite", connection) with { Log = log.Add }, Options);

        Assert.All(log, sql => Assert.StartsWith("SELECT", sql, StringComparison.Ordinal));
        Assert.Equal(
            """
            SELECT COALESCE(SUM(CASE WHEN name IS NOT NULL AND trained > 0 THEN 1 ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN name IS NOT NULL AND tested > 0 THEN 1 ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN name IS NOT NULL AND trained > 0 AND tested > 0 THEN 1 ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN name IS NOT NULL AND trained > 0 THEN tested ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN name IS NULL THEN trained ELSE 0 END), 0),
              COALESCE(SUM(CASE WHEN name IS NULL THEN tested ELSE 0 END), 0)
            FROM (SELECT name, SUM(in_train) AS trained, SUM(in_test) AS tested FROM (
                SELECT NULLIF("PatientId", '') AS name, 1 AS in_train, 0 AS in_test FROM (SELECT * FROM train_rows) AS train_rows
                UNION ALL
                SELECT NULLIF("PatientId", '') AS name, 0 AS in_train, 1 AS in_test FROM (SELECT * FROM test_rows) AS test_rows
              ) AS both_sides GROUP BY name) AS counted
            """,
            log.Single(sql => sql.Contains("SUM(CASE WHEN name IS NULL", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_are_quoted_and_a_closed_connection_is_closed_again()
    {
        using var connection = new DuckDBConnection($"DataSource={Path.Combine(_folder.FullName, "rows.db")}");
        var split = new SqlSplit(connection, "SELECT 1 AS \"a \"\"b\"", "SELECT 2 AS \"a \"\"b\"");

        Assert.Equal(["LEAK609"], SplitAudit.Run(split, new AuditOptions { GroupColumn = "a \"b" }).Findings.Select(finding => finding.Id));
        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void Cancelling_stops_between_statements_and_closes_the_connection()
    {
        using var cancellation = new CancellationTokenSource();
        using var connection = new DuckDBConnection($"DataSource={Path.Combine(_folder.FullName, "rows.db")}");
        var split = new SqlSplit(connection, "SELECT range AS a FROM range(100)", "SELECT range AS a FROM range(100)") { Log = _ => cancellation.Cancel() };

        Assert.ThrowsAny<OperationCanceledException>(() => SplitAudit.Run(split, cancellation: cancellation.Token));
        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
    }

    [Fact]
    public async Task Cancelling_amid_a_statement_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        using var connection = new DuckDBConnection($"DataSource={Path.Combine(_folder.FullName, "rows.db")}");
        var endless = "SELECT a.range AS a FROM range(100000000) AS a, range(100000) AS b";
        var started = new TaskCompletionSource();
        var audit = Task.Run(() => SplitAudit.Run(
            new SqlSplit(connection, endless, endless) { Log = sql => _ = sql.Contains("COUNT", StringComparison.Ordinal) && started.TrySetResult() }, cancellation: cancellation.Token));
        await started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => audit);

        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
        Assert.Equal(["rows.db"], _folder.GetFileSystemInfos().Select(file => file.Name));
    }

    [Fact]
    public void Mistakes_are_told()
    {
        using var connection = Open("DuckDB");

        Assert.Contains("no test rows", Assert.Throws<InvalidOperationException>(() => SplitAudit.Run(
            new SqlSplit(connection, "SELECT * FROM train_rows", "SELECT * FROM test_rows WHERE Age < 0"))).Message, StringComparison.Ordinal);
        Assert.Contains("no column in common", Assert.Throws<ArgumentException>(() => SplitAudit.Run(
            new SqlSplit(connection, "SELECT 1 AS a", "SELECT 1 AS b"))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no column 'When'", Assert.Throws<ArgumentException>(() => SplitAudit.Run(
            Split("DuckDB", connection), new AuditOptions { TimeColumn = "When" })).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<DbException>(() => SplitAudit.Run(new SqlSplit(connection, "SELECT * FROM nowhere", "SELECT 1 AS a")));
    }

    private static (string, FindingSeverity, string, long, string?, string) Everything(AuditFinding finding) =>
        (finding.Id, finding.Severity, finding.Message, finding.Count, finding.Column, string.Join(" | ", finding.Examples));

    private DbConnection Open(string place)
    {
        DbConnection connection = place == "SQLite" ? new SqliteConnection("Data Source=:memory:") : new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Create(connection, "train_rows", _train);
        Create(connection, "test_rows", _test);
        if (place is "Parquet" or "CSV")
        {
            Execute(connection, $"COPY train_rows TO '{File("train", place)}'");
            Execute(connection, $"COPY test_rows TO '{File("test", place)}'");
        }

        return connection;
    }

    private SqlSplit Split(string place, DbConnection connection) => place is "Parquet" or "CSV"
        ? new SqlSplit(connection, $"SELECT * FROM '{File("train", place)}'", $"SELECT * FROM '{File("test", place)}'")
        : new SqlSplit(connection, "SELECT * FROM train_rows", "SELECT * FROM test_rows");

    private string File(string side, string place) => Path.Combine(_folder.FullName, $"{side}.{(place == "CSV" ? "csv" : "parquet")}");
}
