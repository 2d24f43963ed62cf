namespace LeakageAnalyzers.Benchmarks.Guard;

/// <summary>Fit under a guard against Fit alone, in turns. Wanted: at most 1.05.</summary>
internal static class GuardFitRatio
{
    public static void Print(IReadOnlyList<string> arguments)
    {
        var benchmarks = new GuardFitBenchmarks { Rows = arguments is [var rows, ..] ? int.Parse(rows) : 1_000_000 };
        benchmarks.Load();
        PairedRatio.Print($"Lbfgs, {benchmarks.Rows:N0} × 20, guard : alone", 5, () => benchmarks.LbfgsAlone(), () => benchmarks.LbfgsUnderGuard());
        PairedRatio.Print($"FastTree, {benchmarks.Rows:N0} × 20, guard : alone", 5, () => benchmarks.FastTreeAlone(), () => benchmarks.FastTreeUnderGuard());
    }
}
