using LeakageAnalyzers.Corpus.Labels;
using LeakageAnalyzers.Tool.Analysis;
using Spectre.Console;

namespace LeakageAnalyzers.Corpus.Reports;

/// <summary>The labelled lines against the findings.</summary>
internal static class LabelTable
{
    /// <summary>Prints the verdict on each label, the findings in labelled files that no label asks for, and the counts.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<Label> labels, IReadOnlyList<ProgramResult> results, string root)
    {
        var read = results.SelectMany(result => result.Files).Select(file => Path.GetRelativePath(root, file)).ToHashSet();
        var findings = results.SelectMany(result => result.Findings).DistinctBy(finding => (finding.Rule.Id, finding.Place, finding.Message)).ToLookup(finding => Path.GetRelativePath(root, finding.Place.File));
        var outcomes = labels.Select(label => LabelOutcome.Of(label, read.FirstOrDefault(label.IsIn) is { } file ? [.. findings[file]] : null)).ToList();
        foreach (var outcome in outcomes.Where(outcome => outcome.Verdict != Verdict.NotRead).OrderBy(outcome => outcome.Verdict))
        {
            var found = string.Join("; ", outcome.Findings.Select(finding => $"{finding.Rule.Id} at {finding.Place.FileLine}"));
            console.WriteLine($"{outcome.Verdict,-13} {outcome.Label.Kind,-24} {outcome.Label.Repository}/{outcome.Label.Path}:{outcome.Label.Line}  {found}");
        }

        var asked = outcomes.SelectMany(outcome => outcome.Findings).ToHashSet();
        foreach (var finding in findings.Where(file => labels.Any(label => label.IsIn(file.Key))).SelectMany(file => file).Where(finding => !asked.Contains(finding)))
        {
            console.WriteLine($"NotLabelled   {finding.Rule.Id,-24} {Path.GetRelativePath(root, finding.Place.File)}:{finding.Place.FileLine}  {finding.Message}");
        }

        var table = new Table().AddColumn("kind");
        var verdicts = Enum.GetValues<Verdict>();
        table.AddColumns([.. verdicts.Select(verdict => new TableColumn(verdict.ToString()).RightAligned())]);
        foreach (var kind in outcomes.GroupBy(outcome => outcome.Label.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            table.AddRow([kind.Key, .. verdicts.Select(verdict => $"{kind.Count(outcome => outcome.Verdict == verdict)}")]);
        }

        console.Write(table);
    }
}
