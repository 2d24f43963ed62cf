namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Leaks that the guard saw and leaks that the rows of the split show.</summary>
internal static class LeakObjections
{
    public static IEnumerable<Objection> Of(Evidence evidence)
    {
        foreach (var leak in evidence.Flow?.Leaks ?? [])
        {
            yield return new Objection(leak.IsWarning ? Gravity.Disqualifying : Gravity.Reservation, leak.Id, $"{leak.Title} ({leak.Place}). {leak.Message}");
        }

        foreach (var finding in evidence.AuditFindings)
        {
            yield return new Objection(finding.Severity == FindingSeverity.Warning ? Gravity.Disqualifying : Gravity.Reservation, finding.Id, finding.Message);
        }

        if (evidence is { WatchedTheTest: true, Performance: { } performance } && performance.Rows != evidence.Flow!.TestedRows)
        {
            yield return new Objection(
                Gravity.Reservation,
                "guard",
                $"The evaluation has {ReportNumbers.Count(performance.Rows, "row")}, but the guard saw {ReportNumbers.Count(evidence.Flow.TestedRows)} being tested: these may not be the same.");
        }
    }
}
