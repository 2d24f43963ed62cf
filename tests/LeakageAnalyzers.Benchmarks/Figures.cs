using LeakageAnalyzers.Benchmarks.Audit;
using LeakageAnalyzers.Benchmarks.Cost;
using LeakageAnalyzers.Benchmarks.Guard;
using LeakageAnalyzers.Benchmarks.NearDuplicates;
using LeakageAnalyzers.Benchmarks.Pushdown;

namespace LeakageAnalyzers.Benchmarks;

/// <summary>Figures that no table of BenchmarkDotNet shows: memory that stays, growth, and ratios of processor time where other programs share the machine.</summary>
internal static class Figures
{
    private static readonly Dictionary<string, Action<IReadOnlyList<string>>> ByName = new()
    {
        ["guard-memory"] = GuardMemory.Print,
        ["guard-fit"] = GuardFitRatio.Print,
        ["audit"] = AuditRatio.Print,
        ["near-duplicates"] = GrowthExponent.Print,
        ["analyzer-cost"] = CostFigures.PrintPackages,
        ["analyzer-keystroke"] = CostFigures.PrintKeystroke,
        ["analyzer-growth"] = CostFigures.PrintGrowth,
        ["analyzer-memory"] = AnalyzerMemory.Print,
        ["pushdown"] = PushdownFigures.Print,
    };

    /// <summary>Prints the named one; the names where there is none.</summary>
    public static int Print(IReadOnlyList<string> arguments)
    {
        if (arguments.Count > 0 && ByName.TryGetValue(arguments[0], out var print))
        {
            print([.. arguments.Skip(1)]);
            return 0;
        }

        Console.WriteLine($"figures: {string.Join(", ", ByName.Keys)}");
        return 1;
    }
}
