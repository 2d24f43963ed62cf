using System.Xml.Linq;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>The checklist, in three parts: measured, declared by the author, not shown.</summary>
internal static class ChecklistSection
{
    public static IEnumerable<object?> Write(ReportDocument document)
    {
        List<ChecklistEntry> With(ItemStatus status) => [.. document.Checklist.Where(entry => entry.Status == status)];
        var (measured, declared, notShown) = (With(ItemStatus.Measured), With(ItemStatus.Declared), With(ItemStatus.NotShown));
        return
        [
            El(
                "p",
                $"Of {document.Checklist.Count} recommendations of Varoquaux and Cheplygina (2022), {measured.Count} were measured, {declared.Count} are declared by the author, and {notShown.Count} are not shown. "
                + "Beside them the items of TRIPOD+AI (2024) and REFORMS (2024) that ask for the same; a dash where none does or its number could not be confirmed."),
            Part("Measured", "What the library saw itself.", measured, entry => [Outcome(entry), entry.Measured, Declared(entry)]),
            Part("Declared by the author", "Nobody measured it; the author answers for it.", declared, entry => [entry.Declared]),
            Part("Not shown", "Neither measured nor declared.", notShown, _ => ["Not shown"]),
        ];
    }

    private static object?[] Part(string title, string meaning, List<ChecklistEntry> entries, Func<ChecklistEntry, object?[]> evidence) =>
    [
        El("h3", title),
        entries.Count == 0
            ? El("p", "Nothing.")
            : Table(meaning, ["Recommendation", "Evidence", "TRIPOD+AI", "REFORMS"], entries.Select(entry => new object?[]
            {
                entry.Recommendation, evidence(entry), entry.TripodAi ?? "–", entry.Reforms ?? "–",
            }), numbersFrom: int.MaxValue),
    ];

    private static XElement Outcome(ChecklistEntry entry) => entry.Objects == true
        ? Of("span", "outcome against", Of("span", "mark", At("aria-hidden", "true"), "✕"), " Speaks against the number. ")
        : Of("span", "outcome fine", Of("span", "mark", At("aria-hidden", "true"), "✓"), " ");

    private static XElement? Declared(ChecklistEntry entry) => entry.Declared is null ? null : Of("span", "note", $"The author declares: {entry.Declared}");
}
