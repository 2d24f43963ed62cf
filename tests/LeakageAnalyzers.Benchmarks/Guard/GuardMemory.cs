using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace LeakageAnalyzers.Benchmarks.Guard;

/// <summary>The memory that a guard keeps of a fit. Wanted: at most one byte a row for rows in the order of their source.</summary>
internal static class GuardMemory
{
    public static void Print(IReadOnlyList<string> arguments)
    {
        var count = arguments is [var given, ..] ? int.Parse(given) : 1_000_000;
        var (fits, read, kept) = Measure(count);
        Console.WriteLine(FormattableString.Invariant($"guard, {fits} fits that read {read:N0} rows: {kept:N0} bytes stay, {(double)kept / read:0.000} a row"));
    }

    /// <summary>How many fits there were, how many rows they read together, and the bytes that the guard keeps of them.</summary>
    public static (int Fits, long Read, long Kept) Measure(int count)
    {
        var context = new MLContext(seed: 1);
        var rows = ClinicRow.Load(context, count);
        using var guard = new LeakageGuard();
        var watched = guard.Watch(rows);
        var (train, test) = (context.Data.TakeRows(watched, count / 2), context.Data.SkipRows(watched, count / 2));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var models = new List<object>();
        foreach (var part in new[] { watched, train, test, context.Data.TrainTestSplit(watched).TrainSet })
        {
            // Learns two numbers, so that what stays is the guard's.
            models.Add(guard.Fit(context.BinaryClassification.Trainers.Prior(), part));
        }

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(models);
        return (models.Count, count + count + (long)(0.9 * count), kept);
    }
}
