using System.Globalization;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>The history of the sealed test rows: every look, and what guessing would have scored by now.</summary>
internal static class LedgerSection
{
    private const int Fingerprint = 8;

    public static IEnumerable<object?> Write(ReportDocument document, Figures figures)
    {
        if (document.Ledger is not { } ledger)
        {
            return [Missing.Of(document, MissingParts.Ledger)];
        }

        return
        [
            El("p", Text(ledger)),
            ledger.Looks.Count(look => look.Value is not null) < 2 ? null : figures.Write(
                _ => LedgerPlot.Draw(ledger),
                isNarrow => isNarrow ? 260 : 300,
                $"What each look showed{(LedgerPlot.ShowsChance(ledger) ? "; dashed: the accuracy that the best of so many guessing models is expected to score" : "")}; hollow: beyond the budget",
                string.Join("; ", ledger.Looks.Select(look => $"look {look.Number}: {look.Metric} {Value(look)}")) + "."),
            ledger.Looks.Count == 0 ? null : Table(
                "Every look at the sealed test rows",
                ["Look", "Time", "Model", "Question", "Answer"],
                ledger.Looks.Select(look => new object?[]
                {
                    look.Number.ToString(CultureInfo.InvariantCulture) + (look.BeyondBudget ? " (beyond)" : ""),
                    look.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    look.ModelName ?? look.Model.Substring(0, Math.Min(Fingerprint, look.Model.Length)),
                    MetricTitles.Of(look.Metric),
                    Value(look),
                }),
                numbersFrom: 4),
            Of("p", "caption", "Last entry of the ledger: ", El("code", ledger.Head)),
        ];
    }

    private static string Text(Ledger ledger)
    {
        var budget = ledger.Budget is { } most ? $" Of {ReportNumbers.Count(most, "look")} that were meant, {ReportNumbers.Count(ledger.Looks.Count)} were taken." : $" {ReportNumbers.Count(ledger.Looks.Count, "look")} were taken; no budget was set.";
        var chance = ledger.Looks.Count == 0 ? "" : $" The best of as many models that guess at two even classes is expected to score an accuracy of {ReportNumbers.Number(ledger.ExpectedBestOfChance, 2)}.";
        return $"{ReportNumbers.Count(ledger.Rows, "test row")} were sealed on {ledger.SealedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.{budget}{chance}";
    }

    private static string Value(LedgerLook look) => look.Value is { } value ? ReportNumbers.Number(value, 3) : "none";
}
