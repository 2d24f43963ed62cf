namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Verdicts in a few words.</summary>
internal static class VerdictTexts
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NotBelievable => "Not believable",
        Verdict.NotShown => "Not shown",
        Verdict.BelievableWithReservations => "Believable with reservations",
        _ => "Believable",
    };
}
