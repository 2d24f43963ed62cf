namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Judges the number at the top of the report by what was measured.</summary>
internal static class Assessment
{
    /// <summary>The answer to the first question of a reader.</summary>
    public static Summary Of(Evidence evidence, IReadOnlyList<MissingPart> missing)
    {
        IReadOnlyList<Objection> against =
        [
            .. LeakObjections.Of(evidence).Concat(PrecisionObjections.Of(evidence)).Concat(UsefulnessObjections.Of(evidence)).Concat(ReachObjections.Of(evidence)).OrderBy(objection => objection.Gravity),
        ];
        var verdict = Verdict(evidence, against);
        return new Summary
        {
            Verdict = verdict,
            Statement = Statement(verdict, evidence),
            Headline = evidence is { Headline: { } headline, Performance: { } performance }
                ? new Headline(headline, performance.Rows, performance.Groups, performance.GroupColumn)
                : null,
            Against = against,
            InFavour = [.. Supports.Of(evidence)],
            NotShown = missing,
        };
    }

    private static Verdict Verdict(Evidence evidence, IReadOnlyList<Objection> against) =>
        against.Any(objection => objection.Gravity == Gravity.Disqualifying) ? Report.Verdict.NotBelievable
        : evidence.Headline?.Value is null || !(evidence.TracedTheTest || evidence.Audit is not null) ? Report.Verdict.NotShown
        : against.Count > 0 || !evidence.TracedTheTest || evidence.Audit is null || (evidence.Comparisons.Count == 0 && evidence.Baselines is null) ? Report.Verdict.BelievableWithReservations
        : Report.Verdict.Believable;

    private static string Statement(Verdict verdict, Evidence evidence) => verdict switch
    {
        Report.Verdict.NotBelievable when evidence.Headline?.Value is null => "A leak was measured: whatever was scored on these rows, it would not tell how the model does on new ones.",
        Report.Verdict.NotBelievable => "A leak was measured. The number shows, at least in part, what the model had already seen, not how it does on new rows.",
        Report.Verdict.NotShown when evidence.Headline?.Value is null => "There is no number to judge: no evaluation was given, or its metric has no value.",
        Report.Verdict.NotShown when evidence.WatchedTheTest => "Rows were tested whose model the guard did not see being fitted: it is not known whether it had learned from them.",
        Report.Verdict.NotShown => "Nothing was measured that could tell whether the test rows were independent of what the model learned from.",
        Report.Verdict.BelievableWithReservations => "No leak was measured. What speaks against the number, or was not shown, limits how far it can be trusted.",
        _ => "No leak was measured, and nothing that was measured speaks against the number. It holds for rows like the test rows.",
    };
}
