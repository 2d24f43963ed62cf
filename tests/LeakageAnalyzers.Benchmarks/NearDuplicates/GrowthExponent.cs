using System.Diagnostics;

namespace LeakageAnalyzers.Benchmarks.NearDuplicates;

/// <summary>The growth exponent of the search for near duplicates from 10⁵ to 10⁶ vectors, in processor time. Wanted: at most 1.2.</summary>
internal static class GrowthExponent
{
    public static void Print(IReadOnlyList<string> arguments)
    {
        int[] sizes = [100_000, 1_000_000];
        var times = Array.ConvertAll(sizes, rows =>
        {
            var benchmarks = new VectorBenchmarks { Rows = rows };
            benchmarks.Draw();
            benchmarks.Find();
            double Time()
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                benchmarks.Find();
                return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            }

            return Enumerable.Range(0, 3).Select(_ => Time()).Order().ElementAt(1);
        });
        Console.WriteLine(FormattableString.Invariant(
            $"near duplicates of vectors: {times[0]:0.00} s of processor time for {sizes[0]:N0}, {times[1]:0.00} s for {sizes[1]:N0}: exponent {Math.Log10(times[1] / times[0]):0.00}"));
    }
}
