using BenchmarkDotNet.Attributes;
using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Audit.Sources;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Benchmarks.Audit;

/// <summary>Shared groups and exact duplicates among 10,000,000 rows of 10 columns in text files, against reading these columns with a cursor. Wanted: at most 2.</summary>
public class SplitAuditBenchmarks : IDisposable
{
    private static readonly string[] Columns = [nameof(ClinicFileRow.PatientId), nameof(ClinicFileRow.Measures)];

    private ClinicFile _file = null!;

    [Params(10_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Write() => _file = new ClinicFile(Rows);

    [GlobalCleanup]
    public void Dispose() => _file.Dispose();

    [Benchmark(Baseline = true)]
    public double Iterate() => Iterate(_file.Train) + Iterate(_file.Test);

    [Benchmark]
    public long GroupsAndExactDuplicates() => Audit(new AuditOptions());

    [Benchmark]
    public long GroupsAndExactDuplicatesSpilled() => Audit(new AuditOptions { MostMemory = 64 << 20 });

    private long Audit(AuditOptions options)
    {
        var overlap = new ViewSource(_file.Train, _file.Test, options, CancellationToken.None).Overlap(Columns[0], Columns);
        return overlap.Groups!.SharedGroups + overlap.Content!.SharedTestRows;
    }

    private static double Iterate(IDataView view)
    {
        using var cursor = view.GetRowCursor(Columns.Select(name => view.Schema[name]));
        var (readName, readMeasures) = (cursor.GetGetter<ReadOnlyMemory<char>>(view.Schema[Columns[0]]), cursor.GetGetter<VBuffer<float>>(view.Schema[Columns[1]]));
        var (name, measures, sum) = (default(ReadOnlyMemory<char>), default(VBuffer<float>), 0.0);
        while (cursor.MoveNext())
        {
            readName(ref name);
            readMeasures(ref measures);
            sum += name.Length + measures.Length;
        }

        return sum;
    }
}
