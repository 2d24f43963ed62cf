using System.Globalization;
using System.Text;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>
/// Random but realistic programs, read by the analyzer and run under the guard. The usual run takes one batch; <c>LEAKAGE_PROGRAMS=20000 dotnet test --filter GeneratedProgramsTests</c> takes as many as
/// it says and writes the table of recall and precision, and a program of each kind of disagreement (of <c>LEAKAGE_PROGRAMS_SHRINK</c> kinds the smallest), to the file that <c>LEAKAGE_PROGRAMS_REPORT</c> names.
/// </summary>
public sealed class GeneratedProgramsTests
{
    private const int BatchSize = 200;
    private const int MostShrunk = 6;
    private const int MostShown = 40;

    [Fact]
    public async Task Analyzer_and_guard_agree_on_random_programs()
    {
        var count = Number("LEAKAGE_PROGRAMS") ?? BatchSize;
        var seed = Number("LEAKAGE_PROGRAMS_SEED") ?? 20261124;
        var comparisons = new List<Comparison>();
        for (var batch = 0; comparisons.Count < count; batch++)
        {
            comparisons.AddRange(await WorkflowBatch.CompareAsync(WorkflowGen.Of(seed + batch, Math.Min(BatchSize, count - comparisons.Count))));
        }

        // A program that ML.NET stopped half-way, such as for folds of a single class, has shown its leaks only in part.
        var complete = comparisons.Where(comparison => comparison.Failure is null).ToList();
        var report = AgreementTable.Of(complete);
        if (Environment.GetEnvironmentVariable("LEAKAGE_PROGRAMS_REPORT") is { Length: > 0 } path)
        {
            await File.WriteAllTextAsync(path, report);
            await File.AppendAllTextAsync(path, await SmallestAsync(comparisons, complete));
        }

        var (recall, precision) = AgreementTable.RatesOf(complete, _ => true);
        Assert.True(recall >= 0.97 && precision >= 0.99, report);
        Assert.InRange(complete.Count, 0.9 * comparisons.Count, comparisons.Count);
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<string> SmallestAsync(List<Comparison> comparisons, List<Comparison> complete)
    {
        var text = new StringBuilder().AppendLine();
        var shown = new HashSet<string>();
        var kinds = complete.SelectMany(comparison => comparison.Missed.Select(leak => (comparison, leak.Id, IsMissed: true)).Concat(comparison.FalselyReported.Select(leak => (comparison, leak.Id, IsMissed: false))))
            .GroupBy(kind => (kind.Id, kind.IsMissed, kind.comparison.Plan.Cut, kind.comparison.Plan.Preparation, kind.comparison.Plan.Tested)).OrderByDescending(kind => kind.Count()).ToList();
        foreach (var kind in kinds)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Count(),5} {(kind.Key.IsMissed ? "missed" : "false ")} {kind.Key.Id} {kind.Key.Cut}, prepared {kind.Key.Preparation}, tested {kind.Key.Tested}");
        }

        var shrunk = Number("LEAKAGE_PROGRAMS_SHRINK") ?? MostShrunk;
        foreach (var ((comparison, id, isMissed), i) in kinds.Take(MostShown).Select((kind, i) => (kind.First(), i)))
        {
            var smallest = i < shrunk ? await WorkflowBatch.ShrinkAsync(comparison, id, isMissed) : comparison;
            if (shown.Add(smallest.Text + id))
            {
                text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"--- {id} {(isMissed ? "missed" : "falsely reported")}: {smallest.Plan}");
                text.AppendLine(CultureInfo.InvariantCulture, $"analyzer: {string.Join(", ", smallest.Reported)}; guard: {string.Join(", ", smallest.Seen)}").AppendLine(smallest.Text);
            }
        }

        foreach (var failed in comparisons.Where(comparison => comparison.Failure is not null).GroupBy(comparison => comparison.Failure!).Take(MostShrunk))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"--- failed, {failed.Count()} times: {failed.Key.Split('\n')[0]}\n{failed.First().Text}");
        }

        return text.ToString();
    }
}
