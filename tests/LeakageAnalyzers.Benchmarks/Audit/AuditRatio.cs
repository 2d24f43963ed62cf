namespace LeakageAnalyzers.Benchmarks.Audit;

/// <summary>Shared groups and exact duplicates against reading the columns, in turns. Wanted: at most 2.</summary>
internal static class AuditRatio
{
    public static void Print(IReadOnlyList<string> arguments)
    {
        using var benchmarks = new SplitAuditBenchmarks { Rows = arguments is [var rows, ..] ? int.Parse(rows) : 10_000_000 };
        benchmarks.Write();
        PairedRatio.Print($"audit, {benchmarks.Rows:N0} × 10, groups and exact duplicates : iterating", 3, () => benchmarks.Iterate(), () => benchmarks.GroupsAndExactDuplicates());
        PairedRatio.Print($"the same in 64 MiB", 3, () => benchmarks.Iterate(), () => benchmarks.GroupsAndExactDuplicatesSpilled());
        Console.WriteLine(FormattableString.Invariant($"largest working set of the process: {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
    }
}
