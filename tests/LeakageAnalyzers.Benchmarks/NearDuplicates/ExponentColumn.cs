using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace LeakageAnalyzers.Benchmarks.NearDuplicates;

/// <summary>The power of the number of rows with which time grows, from the fewest rows of the table.</summary>
internal sealed class ExponentColumn() : FigureColumn("Exponent", "log(time : time of the fewest rows) : log(rows : fewest rows)")
{
    public override string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var fewest = summary.BenchmarksCases.MinBy(RowsOf)!;
        return RowsOf(fewest) == RowsOf(benchmarkCase) || summary[fewest]?.ResultStatistics is not { } first || summary[benchmarkCase]?.ResultStatistics is not { } own
            ? "-"
            : (Math.Log(own.Mean / first.Mean) / Math.Log((double)RowsOf(benchmarkCase) / RowsOf(fewest))).ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>Adds the column to a table.</summary>
    internal sealed class Config : ManualConfig
    {
        public Config() => AddColumn(new ExponentColumn());
    }
}
