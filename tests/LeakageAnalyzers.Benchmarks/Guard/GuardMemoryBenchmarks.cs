using System.Collections.Concurrent;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace LeakageAnalyzers.Benchmarks.Guard;

/// <summary>The memory that a guard keeps of four fits on rows in the order of their source. Wanted: at most one byte for each row that they read.</summary>
[Config(typeof(KeptConfig))]
public class GuardMemoryBenchmarks
{
    private static readonly ConcurrentDictionary<int, double> BytesARow = new();

    [Params(1_000_000)]
    public int Rows { get; set; }

    [Benchmark]
    public long Keep()
    {
        var (_, read, kept) = GuardMemory.Measure(Rows);
        BytesARow[Rows] = (double)kept / read;
        return kept;
    }

    private sealed class KeptColumn() : FigureColumn("Kept/row", "bytes that a guard keeps for each row that was read under it")
    {
        public override string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
            BytesARow.TryGetValue(RowsOf(benchmarkCase), out var bytes) ? bytes.ToString("0.000 B", CultureInfo.InvariantCulture) : "-";
    }

    private sealed class KeptConfig : ManualConfig
    {
        public KeptConfig() => AddColumn(new KeptColumn());
    }
}
