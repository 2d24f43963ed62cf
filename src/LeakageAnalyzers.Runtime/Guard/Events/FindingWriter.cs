using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Runtime.Guard.Events;

/// <summary>Writes a finding of the rules for the user, with the counts that only an execution knows.</summary>
internal static class FindingWriter
{
    /// <summary>The finding with its exact counts.</summary>
    public static LeakageFinding Write(Finding finding)
    {
        var written = new LeakageFinding(finding.Rule.Id, finding.Place.FilePath, finding.Place.Line, finding.Message)
        {
            Severity = Severities.Of(finding.Rule),
        };
        if (finding.Overlap is { Seen.Provenance: ExactRows seen } overlap)
        {
            var tested = ExactRows.Union(overlap.Tested.Select(rows => rows.Provenance).OfType<ExactRows>());
            var shared = tested.SharedCount(seen);
            written = written with
            {
                SharedRowCount = shared,
                TestedRowCount = tested.Count,
                Message = FormattableString.Invariant($"{written.Message} {(IsOfSelection(finding) ? "They are" : "It learned from")} {shared} of the {tested.Count} tested rows."),
            };
        }

        return finding.SharedGroups is not { } groups ? written : written with
        {
            SharedGroupCount = groups.Count,
            GroupCount = groups.Total,
            ExampleGroups = [.. groups.Examples],
        };
    }

    // Of rows that took part in a choice, the finding speaks; of what learned from them, all others do.
    private static bool IsOfSelection(Finding finding) => finding.Rule.Id.StartsWith("LEAK3", StringComparison.Ordinal);
}
