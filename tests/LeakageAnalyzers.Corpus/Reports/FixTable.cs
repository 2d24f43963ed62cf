using LeakageAnalyzers.Corpus.Fixes;
using Spectre.Console;

namespace LeakageAnalyzers.Corpus.Reports;

/// <summary>What came of the repairs.</summary>
internal static class FixTable
{
    /// <summary>Prints each leak with the outcome of its repair, the counts by rule for programs that compile, and why repairs are not offered.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<FixTrial> trials, string root)
    {
        var distinct = trials.DistinctBy(trial => (trial.Finding.Rule.Id, trial.Finding.Place, trial.Finding.Message)).OrderBy(trial => trial.Finding.Rule.Id, StringComparer.Ordinal).ToList();
        console.WriteLine("Repairs, each made alone:");
        foreach (var trial in distinct)
        {
            console.WriteLine($"{trial.Outcome,-14} {trial.Finding.Rule.Id} {Path.GetRelativePath(root, trial.Finding.Place.File)}:{trial.Finding.Place.FileLine}  {trial.Detail}{(trial.Compiles ? "" : " (lacks a library)")}");
        }

        var outcomes = Enum.GetValues<FixOutcome>();
        var table = new Table().AddColumn("repairs in programs that compile").AddColumns([.. outcomes.Select(outcome => new TableColumn(outcome.ToString()).RightAligned())]);
        foreach (var rule in distinct.Where(trial => trial.Compiles).GroupBy(trial => trial.Finding.Rule.Id))
        {
            table.AddRow([rule.Key, .. outcomes.Select(outcome => $"{rule.Count(trial => trial.Outcome == outcome)}")]);
        }

        console.Write(table);
        foreach (var reason in distinct.Where(trial => trial is { Compiles: true, Outcome: FixOutcome.NotOffered }).CountBy(trial => (trial.Finding.Rule.Id, trial.Detail)).OrderByDescending(reason => reason.Value))
        {
            console.WriteLine($"{reason.Value,5}  {reason.Key.Id} not offered: {reason.Key.Detail}");
        }
    }
}
