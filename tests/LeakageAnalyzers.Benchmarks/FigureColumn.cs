using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace LeakageAnalyzers.Benchmarks;

/// <summary>A column of a table that is no time: computed from what the table holds, or from what a benchmark in this process noted.</summary>
internal abstract class FigureColumn(string name, string legend) : IColumn
{
    public string Id => nameof(FigureColumn) + name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public abstract string GetValue(Summary summary, BenchmarkCase benchmarkCase);

    protected static int RowsOf(BenchmarkCase benchmarkCase) => (int)benchmarkCase.Parameters["Rows"];
}
