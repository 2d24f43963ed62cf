using LeakageAnalyzers.Tool.Analysis;
using Spectre.Console;

namespace LeakageAnalyzers.Corpus.Reports;

/// <summary>What stands behind the figures, most frequent first.</summary>
internal static class Details
{
    private const int Examples = 3;

    /// <summary>Prints every finding of <paramref name="results"/>, by rule; a file that several programs share counts once.</summary>
    public static void WriteFindings(IAnsiConsole console, IEnumerable<ProgramResult> results, string root)
    {
        foreach (var rule in results.SelectMany(result => result.Findings).DistinctBy(finding => (finding.Rule.Id, finding.Place, finding.Message)).GroupBy(finding => finding.Rule.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            console.MarkupLineInterpolated($"[bold]{rule.Key}[/]: {rule.Count()}");
            foreach (var finding in rule)
            {
                console.WriteLine($"  {Path.GetRelativePath(root, finding.Place.File)}:{finding.Place.FileLine}: {finding.Message}");
            }
        }
    }

    /// <summary>Prints why rows are not known, with examples.</summary>
    public static void WriteUnknown(IAnsiConsole console, string title, IEnumerable<ProgramResult> results, string root)
    {
        console.WriteLine(title);
        var reasons = results.SelectMany(result => result.Figures.DistinctCalls).Where(call => !call.IsKnown).GroupBy(call => call.Reason).OrderByDescending(reason => reason.Count());
        foreach (var reason in reasons)
        {
            console.WriteLine($"{reason.Count(),5}  {reason.Key}");
            foreach (var call in reason.DistinctBy(call => call.Place).Take(Examples))
            {
                console.WriteLine($"         {call.Name} at {call.Place.Replace(root + "/", "", StringComparison.Ordinal)}");
            }
        }
    }

    /// <summary>Prints what the analyzer threw.</summary>
    public static void WriteCrashes(IAnsiConsole console, IEnumerable<ProgramResult> results)
    {
        foreach (var (program, crash) in results.SelectMany(result => result.Crashes.Select(crash => (result.Name, crash))))
        {
            console.WriteLine($"AD0001 in {program}: {crash}");
        }
    }

    /// <summary>Prints the entries that were given up.</summary>
    public static void WritePastBudget(IAnsiConsole console, IEnumerable<ProgramResult> results)
    {
        foreach (var (program, entry) in results.SelectMany(result => result.Figures.PastBudget.Select(entry => (result.Name, entry))))
        {
            console.WriteLine($"past its budget: {entry} of {program}");
        }
    }

    /// <summary>Prints the programs that took longest.</summary>
    public static void WriteSlowest(IAnsiConsole console, IEnumerable<ProgramResult> results, int count)
    {
        var table = new Table().AddColumn("slowest programs").AddColumn(new TableColumn("bind ms").RightAligned()).AddColumn(new TableColumn("analyse ms").RightAligned());
        foreach (var result in results.OrderByDescending(result => result.AnalysisTime).Take(count))
        {
            table.AddRow(Markup.Escape(result.Name), $"{result.CompileTime.TotalMilliseconds:F0}", $"{result.AnalysisTime.TotalMilliseconds:F0}");
        }

        console.Write(table);
    }

    /// <summary>Prints what programs lack to compile, and the most frequent errors.</summary>
    public static void WriteErrors(IAnsiConsole console, IEnumerable<ProgramResult> results, string root)
    {
        foreach (var result in results.Where(result => !result.Compiles))
        {
            console.WriteLine($"does not compile, {result.Errors.Count} errors: {result.Name}");
            foreach (var error in result.Errors.Take(Examples))
            {
                console.WriteLine($"    {error.Replace(root + "/", "", StringComparison.Ordinal)}");
            }
        }
    }
}
