using LeakageAnalyzers.Tool.Analysis;

namespace LeakageAnalyzers.Corpus.Labels;

/// <summary>What the analyzer makes of a labelled line.</summary>
/// <param name="Label">The label.</param>
/// <param name="Verdict">How the two compare.</param>
/// <param name="Findings">What was reported there.</param>
internal sealed record LabelOutcome(Label Label, Verdict Verdict, IReadOnlyList<ReportedFinding> Findings)
{
    /// <summary>Compares <paramref name="label"/> with what was reported in its file, which is null where the file was not read.</summary>
    public static LabelOutcome Of(Label label, IReadOnlyList<ReportedFinding>? inFile)
    {
        if (inFile is null)
        {
            return new LabelOutcome(label, Verdict.NotRead, []);
        }

        // A leak is reported where it happens, which may be another line than the reader's; a clean line is that line.
        var isClean = label.Kind == Label.Clean;
        var there = inFile.Where(finding => isClean ? finding.Place.FileLine == label.Line && IsLeak(finding) : label.Rules.Contains(finding.Rule.Id)).ToList();
        return new LabelOutcome(label, (isClean, there.Count) switch
        {
            (true, 0) => Verdict.RightlySilent,
            (true, _) => Verdict.False,
            (false, 0) => Verdict.Silent,
            (false, _) => Verdict.Hit,
        }, there);
    }

    // The 500s speak of the strength of an evaluation, which a clean one may lack.
    private static bool IsLeak(ReportedFinding finding) => !finding.Rule.Id.StartsWith("LEAK5", StringComparison.Ordinal);
}

/// <summary>How a report compares with a label.</summary>
internal enum Verdict
{
    /// <summary>A leak that is reported.</summary>
    Hit,

    /// <summary>A leak that is not reported.</summary>
    Silent,

    /// <summary>A clean line that is reported.</summary>
    False,

    /// <summary>A clean line that is not reported.</summary>
    RightlySilent,

    /// <summary>The file is not in the corpus.</summary>
    NotRead,
}
