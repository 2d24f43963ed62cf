using System.Diagnostics;

namespace LeakageAnalyzers.Benchmarks;

/// <summary>Compares two operations in turns, so that what else the machine does meets both.</summary>
internal static class PairedRatio
{
    /// <summary>Prints the median ratio of <paramref name="measured"/> to <paramref name="baseline"/> in processor time and in elapsed time, after one run of each.</summary>
    public static void Print(string name, int rounds, Action baseline, Action measured)
    {
        Measure(baseline);
        Measure(measured);
        var pairs = Enumerable.Range(0, rounds).Select(_ => (Baseline: Measure(baseline), Measured: Measure(measured))).ToList();
        double Median(Func<((double Processor, double Elapsed) Baseline, (double Processor, double Elapsed) Measured), double> value) =>
            pairs.Select(value).Order().ElementAt(pairs.Count / 2);

        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {Median(pair => pair.Measured.Processor / pair.Baseline.Processor):0.000} × the processor time ({Median(pair => pair.Measured.Processor):0.00} s : {Median(pair => pair.Baseline.Processor):0.00} s), {Median(pair => pair.Measured.Elapsed / pair.Baseline.Elapsed):0.000} × the elapsed time, medians of {rounds} pairs"));
    }

    private static (double Processor, double Elapsed) Measure(Action operation)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var (processor, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        operation();
        process.Refresh();
        return ((process.TotalProcessorTime - processor).TotalSeconds, watch.Elapsed.TotalSeconds);
    }
}
