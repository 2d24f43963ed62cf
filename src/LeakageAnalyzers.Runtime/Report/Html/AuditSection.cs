using System.Xml.Linq;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>What the rows of the split show by themselves: findings, shift, and what could not be checked.</summary>
internal static class AuditSection
{
    public static IEnumerable<object?> Write(ReportDocument document, Figures figures)
    {
        if (document.Audit is not { } audit)
        {
            return [Missing.Of(document, MissingParts.Audit)];
        }

        var shifts = audit.Shifts.OrderByDescending(shift => shift.StabilityIndex).Take(ShiftPlot.MostColumns).ToList();
        return
        [
            audit.Findings.Count == 0 ? El("p", "No check of the rows found anything.") : null,
            audit.Findings.Count == 0 ? null : Of("ul", "objections", audit.Findings.Select(Finding)),
            El("h3", "Shift"),
            shifts.Count == 0 ? Of("p", "missing", El("strong", "Not shown."), " No feature could be compared one by one.") : Figure(shifts, audit.Shifts.Count, figures),
            shifts.Count == 0 ? null : Table(
                "Features in train and test rows",
                ["Feature", "Stability index", "p (Holm)", "Test"],
                shifts.Select(shift => new object?[] { shift.Column, ReportNumbers.Number(shift.StabilityIndex, 2), PValue(shift.PValue), shift.Statistic.Replace("Kolmogorov-Smirnov", "Kolmogorov–Smirnov") })),
            shifts.Count == 0 ? null : Of("p", "caption", "Where rows or groups are few, the index is large by chance alone: read it with its p-value."),
            audit.Omissions.Count == 0 ? null : El("h3", "Not checked"),
            audit.Omissions.Count == 0 ? null : El("ul", audit.Omissions.Select(omission => El("li", El("b", omission.Id), $": {omission.Reason}."))),
        ];
    }

    private static object Finding(AuditFinding finding) => Of(
        "li",
        finding.Severity == FindingSeverity.Warning ? "disqualifying" : "reservation",
        Of("span", "tag", finding.Severity == FindingSeverity.Warning ? $"Leak · {finding.Id}" : finding.Id),
        " ",
        finding.Message);

    private static XElement Figure(List<ColumnShift> shifts, int columns, Figures figures) => figures.Write(
        _ => ShiftPlot.Draw(shifts),
        _ => ShiftPlot.Height(shifts.Count),
        $"Population stability index of {(columns > shifts.Count ? $"the {shifts.Count} features of {columns} that differ most" : "each feature")}; dashed: 0.1 (moderate) and 0.25 (major) by convention; filled: more than chance (p < 0.05)",
        string.Join("; ", shifts.Select(shift => $"{shift.Column} {ReportNumbers.Number(shift.StabilityIndex, 2)}")) + ".");

    private static string PValue(double p) => p < 0.001 ? "< 0.001" : ReportNumbers.Number(p, p < 0.01 ? 3 : 2);
}
