using LeakageAnalyzers.Tool.Analysis;
using Spectre.Console;

namespace LeakageAnalyzers.Corpus.Reports;

/// <summary>The figures of a run.</summary>
internal static class Summary
{
    /// <summary>Prints counts over <paramref name="results"/>, for all programs and for those that compile.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ProgramResult> results)
    {
        var compiling = results.Where(result => result.Compiles).ToList();
        var table = new Table().AddColumn("").AddColumn(new TableColumn("all").RightAligned()).AddColumn(new TableColumn("compiling").RightAligned());
        Row("programs", programs => programs.Count);
        Row("files", programs => programs.Sum(result => result.Files.Count));
        Row("entries analysed", programs => programs.Sum(result => result.Figures.Entries.Count));
        Row("entries past their budget", programs => programs.Sum(result => result.Figures.PastBudget.Count));
        Row("most operations of an entry", programs => programs.SelectMany(result => result.Figures.Entries).Select(entry => entry.Operations).DefaultIfEmpty().Max());
        foreach (var call in results.SelectMany(result => result.Figures.Calls).Select(call => call.Name).Distinct().Order(StringComparer.Ordinal))
        {
            Share($"known rows of {call}", name => name == call);
        }

        Share("known rows of all these calls", _ => true);
        Row("findings", programs => programs.SelectMany(result => result.Findings).Distinct().Count());
        Row("crashes", programs => programs.Sum(result => result.Crashes.Count));
        Text("time to bind, to analyse", programs => $"{programs.Sum(result => result.CompileTime.TotalSeconds):F1} s, {programs.Sum(result => result.AnalysisTime.TotalSeconds):F1} s");
        console.Write(table);

        void Row(string name, Func<IReadOnlyList<ProgramResult>, int> count) => Text(name, programs => $"{count(programs)}");
        void Text(string name, Func<IReadOnlyList<ProgramResult>, string> of) => table.AddRow(name, of(results), of(compiling));
        void Share(string name, Func<string, bool> isCounted) => Text(name, programs =>
        {
            var calls = programs.SelectMany(result => result.Figures.DistinctCalls).Where(call => isCounted(call.Name)).ToList();
            return calls.Count == 0 ? "none" : $"{calls.Count(call => call.IsKnown)} of {calls.Count} = {100.0 * calls.Count(call => call.IsKnown) / calls.Count:F1} %";
        });
    }
}
