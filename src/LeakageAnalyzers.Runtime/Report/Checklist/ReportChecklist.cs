using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Fills the checklist: what was measured, what the author declared, and what neither shows.</summary>
internal static class ReportChecklist
{
    // Below this, a metric is alone with what it cannot see.
    private const int FewestMetrics = 2;

    public static IReadOnlyList<ChecklistEntry> Fill(Evidence evidence, IReadOnlyDictionary<ReportingItem, string> declarations) =>
        [.. Recommendations.All.Select(recommendation => Fill(recommendation, Measure(recommendation.Item, evidence), declarations))];

    private static ChecklistEntry Fill(Recommendation recommendation, Measurement? measured, IReadOnlyDictionary<ReportingItem, string> declarations)
    {
        var declared = declarations.TryGetValue(recommendation.Item, out var statement) && !string.IsNullOrWhiteSpace(statement) ? statement.Trim() : null;
        return new ChecklistEntry
        {
            Item = recommendation.Item,
            Recommendation = recommendation.Text,
            TripodAi = recommendation.TripodAi,
            Reforms = recommendation.Reforms,
            Status = measured is not null ? ItemStatus.Measured : declared is not null ? ItemStatus.Declared : ItemStatus.NotShown,
            Measured = measured?.Text,
            Objects = measured?.Objects,
            Declared = declared,
        };
    }

    private static Measurement? Measure(ReportingItem item, Evidence evidence) => item switch
    {
        ReportingItem.RowFlow => evidence.WatchedTheTest
            ? new($"{ReportNumbers.Count(evidence.Flow!.Rows, "row")} followed, {ReportNumbers.Count(evidence.Flow.TestedRows)} of them tested.", false)
            : null,
        ReportingItem.IndependentTestRows => Leaks(evidence, ["LEAK201"], ["LEAK602", "LEAK603", "LEAK604"], "No tested row was learned from"),
        ReportingItem.NoCopiesOfTestRows => Copies(evidence),
        ReportingItem.PreparationWithinTraining => Leaks(evidence, ["LEAK101", "LEAK102", "LEAK103", "LEAK104"], [], "No preparation that the guard saw learned from tested rows"),
        ReportingItem.IndividualsKeptTogether => Individuals(evidence),
        ReportingItem.LegitimateFeatures => evidence.Audit is null ? null : Leaks(evidence, [], ["LEAK605", "LEAK606"], "No feature alone predicts the label or names a row or group"),
        ReportingItem.TestSetSize => Size(evidence),
        ReportingItem.ConfidenceIntervals => evidence.Performance is { } performance && performance.Metrics.Any(metric => metric.Lower is not null)
            ? new($"{ReportNumbers.Percent(performance.Level)} intervals by {ReportNumbers.Count(performance.Resamples)} bootstrap resamples of {(performance.GroupColumn is { } column ? $"whole groups of {column}" : "single rows")}.", false)
            : null,
        ReportingItem.VariationOverSeeds => evidence.Repetitions is { } repetitions
            ? new($"Standard deviation of one run {ReportNumbers.Number(repetitions.RunDeviation, 2)} over {repetitions.Describe()}.", false)
            : null,
        ReportingItem.SeveralMetrics => evidence.Performance?.Metrics.Count(metric => metric.Value is not null) is >= FewestMetrics and var metrics
            ? new($"{metrics} metrics with a value.", false)
            : null,
        ReportingItem.Calibration => Calibrated(evidence),
        ReportingItem.Baselines => evidence.Baselines is { } baselines
            ? new($"{baselines.Gains.Count} simple models on the same rows. {UsefulnessObjections.Describe(UsefulnessObjections.Nearest(baselines))}", baselines.Verdict != SuperiorityVerdict.Superior)
            : null,
        ReportingItem.Superiority => evidence.Comparisons.Count == 0 ? null : new(
            string.Join(" ", evidence.Comparisons.Select(UsefulnessObjections.Describe)),
            evidence.Comparisons.Any(comparison => comparison.Verdict != SuperiorityVerdict.Superior)),
        ReportingItem.Subgroups => evidence.Subgroups.Count == 0 ? null : new(
            $"{string.Join(", ", evidence.Subgroups.Select(table => $"{ReportNumbers.Count(table.Subgroups.Count, "subgroup")} by {table.Column}"))}.",
            ReachObjections.Of(evidence).Any(objection => objection.Source == "subgroups")),
        ReportingItem.TestSetReuse => evidence.Ledger is { } ledger
            ? new(
                $"{ReportNumbers.Count(ledger.Looks.Count, "look")} at {ReportNumbers.Count(ledger.Rows, "sealed test row")}{(ledger.Budget is { } budget ? $" of {ReportNumbers.Count(budget)} that were meant" : "")}.",
                ReachObjections.Of(evidence).Any(objection => objection.Source == "ledger"))
            : null,
        ReportingItem.DatasetShift => Shift(evidence),
        _ => null,
    };

    private static Measurement? Leaks(Evidence evidence, string[] seen, string[] audited, string otherwise)
    {
        var found = Found(evidence, seen, audited);
        var looked = seen.Length > 0 ? evidence.TracedTheTest : audited.Any(evidence.AuditLookedFor);
        return found.Count > 0 ? new(string.Join("; ", found) + ".", true) : looked ? new(otherwise + ".", false) : null;
    }

    // The guard knows rows by their ids, which copies do not share.
    private static Measurement? Copies(Evidence evidence) => Found(evidence, [], ["LEAK602", "LEAK603"]) is { Count: > 0 } found ? new(string.Join("; ", found) + ".", true)
        : !evidence.AuditLookedFor("LEAK602") ? null
        : new($"No exact {(evidence.AuditLookedFor("LEAK603") ? "or near copy" : "copy")} of an audited test row stands among the train rows.", false);

    private static Measurement? Individuals(Evidence evidence)
    {
        var found = Found(evidence, ["LEAK202"], ["LEAK601", "LEAK611"]);
        var compared = evidence.Flow?.GroupColumn is not null || evidence.AuditLookedFor("LEAK601");
        return found.Count > 0 ? new(string.Join("; ", found) + ".", true)
            : compared ? new($"No {evidence.Flow?.GroupColumn ?? "group"} stands on both sides of a split.", false)
            : null;
    }

    private static List<string> Found(Evidence evidence, string[] seen, string[] audited) =>
    [
        .. (evidence.Flow?.Leaks ?? []).Where(leak => seen.Contains(leak.Id)).Select(leak => $"{leak.Id}: {leak.Title} ({leak.Place})"),
        .. (evidence.Audit?.Findings ?? []).Where(finding => audited.Contains(finding.Id)).GroupBy(finding => finding.Id).Select(same => $"{same.Key}: {same.First().Message.TrimEnd('.')}"),
    ];

    private static Measurement? Size(Evidence evidence)
    {
        if (evidence.AuditFindings.FirstOrDefault(finding => finding.Id == "LEAK609") is { } tooFew)
        {
            return new($"LEAK609: {tooFew.Message}", true);
        }

        if (evidence.Audit is not null && !evidence.AuditedAPart)
        {
            return new("The split has as many independent test rows as the wanted precision needs.", false);
        }

        return evidence.IndependentUnits is { } units ? new($"{evidence.DescribeUnits(units)} tested.", PrecisionObjections.Of(evidence).Any(objection => objection.Source == "test size")) : null;
    }

    private static Measurement? Calibrated(Evidence evidence) => evidence.Calibration is { } calibration
        ? new(
            $"Expected calibration error {ReportNumbers.Number(calibration.ExpectedCalibrationError, 3)} ({calibration.Binning})"
            + (calibration.Slope is { Value: not null } slope ? $"; slope {ReportNumbers.Estimate(slope)}." : "."),
            UsefulnessObjections.Of(evidence).Any(objection => objection.Source == "calibration"))
        : null;

    private static Measurement? Shift(Evidence evidence)
    {
        var found = Found(evidence, [], ["LEAK607", "LEAK608"]);
        return !evidence.AuditLookedFor("LEAK607") ? null
            : found.Count > 0 ? new(string.Join("; ", found) + ".", true)
            : new("No feature, nor the label, is distributed otherwise in the test rows by more than chance and by more than a little.", false);
    }

    private sealed record Measurement(string Text, bool Objects);
}
