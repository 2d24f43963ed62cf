using System.Diagnostics;

namespace LeakageAnalyzers.Benchmarks.Pushdown;

/// <summary>One audit in DuckDB, its time against a scan and the largest working set. Wanted: 100,000,000 rows within 4 GiB.</summary>
internal static class PushdownFigures
{
    public static void Print(IReadOnlyList<string> arguments)
    {
        using var benchmarks = new PushdownBenchmarks { Rows = arguments is [var rows, ..] ? int.Parse(rows) : 10_000_000 };
        benchmarks.Write();
        var watch = Stopwatch.StartNew();
        benchmarks.ScanInDuckDb();
        var scan = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var report = benchmarks.AuditInDuckDb();
        Console.WriteLine(FormattableString.Invariant(
            $"pushdown, {benchmarks.Rows:N0} × 10 in Parquet: {watch.Elapsed.TotalSeconds:0.0} s, {watch.Elapsed.TotalSeconds / scan:0.0} × one scan; largest working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        Console.WriteLine(report);
    }
}
