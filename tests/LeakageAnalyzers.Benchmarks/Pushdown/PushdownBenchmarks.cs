using BenchmarkDotNet.Attributes;
using DuckDB.NET.Data;
using LeakageAnalyzers.Runtime;

namespace LeakageAnalyzers.Benchmarks.Pushdown;

/// <summary>The whole audit of rows in Parquet files by DuckDB, of 10 columns, within 4 GiB. For 100,000,000 rows: <c>figures pushdown 100000000</c>.</summary>
public class PushdownBenchmarks : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leakage-benchmark-");
    private DuckDBConnection _connection = null!;

    [Params(10_000_000)]
    public int Rows { get; set; }

    private string Train => Path.Combine(_folder.FullName, "train.parquet");

    private string Test => Path.Combine(_folder.FullName, "test.parquet");

    [GlobalSetup]
    public void Write()
    {
        _connection = new DuckDBConnection($"DataSource={Path.Combine(_folder.FullName, "audit.db")}");
        _connection.Open();

        // DuckDB and this process together stay within 4 GiB.
        Execute("SET memory_limit = '3GB'");
        Execute($"SET temp_directory = '{Path.Combine(_folder.FullName, "spilled")}'");
        Execute("SET threads = 2");
        Copy(Train, "0", $"{Rows / 5 * 4L}");
        Copy(Test, $"{Rows / 5 * 4L}", $"{Rows}");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _connection.Dispose();
        _folder.Delete(recursive: true);
    }

    [Benchmark]
    public AuditReport AuditInDuckDb() => SplitAudit.Run(Split, new AuditOptions { MostSearchedRows = 100_000 });

    [Benchmark(Baseline = true)]
    public object? ScanInDuckDb()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(DISTINCT patient), SUM(m1 + m2 + m3 + m4 + m5 + m6 + m7 + m8), COUNT(label) FROM read_parquet(['{Train}', '{Test}'])";
        return command.ExecuteScalar();
    }

    private SqlSplit Split => new(_connection, $"SELECT * FROM read_parquet('{Train}')", $"SELECT * FROM read_parquet('{Test}')");

    private void Copy(string path, string from, string to)
    {
        var measures = string.Join(", ", Enumerable.Range(1, 8).Select(measure => $"CAST(hash(range * 8 + {measure}) % 1000003 AS DOUBLE) / 1000003 AS m{measure}"));
        Execute($"COPY (SELECT 'P' || (range // 10) AS patient, {measures}, hash(range * 8 + 9) % 2 = 0 AS label FROM range({from}, {to})) TO '{path}'");
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
