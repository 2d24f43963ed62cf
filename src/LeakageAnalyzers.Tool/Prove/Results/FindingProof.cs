using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Prove.Running;
using LeakageAnalyzers.Tool.Prove.Variants;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>What one finding is worth.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Inflations">The evaluations that it touches, the first of its story first; at least one.</param>
/// <param name="Guard">What the guard saw of it.</param>
/// <param name="Remark">What a reader should know of the runs, in one line; or null.</param>
internal sealed record FindingProof(ReportedFinding Finding, IReadOnlyList<Inflation> Inflations, GuardVerdict Guard, string? Remark)
{
    /// <summary>The evaluation that stands for the finding.</summary>
    public Inflation Headline => Inflations[0];

    /// <summary>Compares the program as it stands with the one in which <paramref name="finding"/> is repaired; null where no evaluation is in both.</summary>
    public static FindingProof? Of(LocatedFinding finding, MeasuredVariant before, MeasuredVariant after)
    {
        var inflations = InflationsOf(finding.Finding, before, after).ToList();
        var changed = inflations.Where(inflation => inflation.Differences.Any(difference => difference != 0)).ToList();
        return inflations.Count == 0 ? null
            : new FindingProof(finding.Finding, changed.Count > 0 ? changed : inflations[..1], VerdictOf(finding, before.Runs[0], after.Runs[0]), before.Remark ?? after.Remark);
    }

    /// <summary>All evaluations that are in both, those of the story of <paramref name="finding"/> first.</summary>
    public static IEnumerable<Inflation> InflationsOf(ReportedFinding? finding, MeasuredVariant before, MeasuredVariant after)
    {
        var (pairs, added) = SitePairs.Of(before.Built.Recorded.Sites, after.Built.Recorded.Sites);

        // Whoever chooses by a test score reports the best one; the repair evaluates the chosen model by itself.
        var isChoice = finding?.Story.Any(step => step.Role == PlaceRole.Chosen) == true && added.Count > 0;
        foreach (var (leaky, paired) in pairs.OrderByDescending(pair => IsInStory(finding, pair.Before.Place)).ThenBy(pair => pair.Before.Number))
        {
            var honest = isChoice && IsInStory(finding, leaky.Place) ? added[^1] : paired;
            var metric = MetricChoice.Of([.. before.MetricsAt(leaky.Number).Intersect(after.MetricsAt(honest.Number))], before.Built.Recorded.ReadMetrics);
            if (metric is not null)
            {
                var values = honest == paired ? before.MeansAt(leaky.Number, metric) : before.BestAt(leaky.Number, metric);
                yield return new Inflation(leaky.Place, metric, values, after.MeansAt(honest.Number, metric));
            }
        }
    }

    private static bool IsInStory(ReportedFinding? finding, Programs.CodePlace? place) => place is not null && finding is not null && finding.Story.Any(step =>
        step.Place.File == place.File && step.Place.Cell == place.Cell && step.Place.Line >= place.Line && step.Place.EndLine <= place.EndLine);

    private static GuardVerdict VerdictOf(LocatedFinding finding, RunOutcome before, RunOutcome after)
    {
        int Seen(RunOutcome run) => run.GuardFindings.Distinct().Count(seen => seen.Rule == finding.Finding.Rule.Id);
        var isSeen = before.GuardFindings.Any(seen => seen.Rule == finding.Finding.Rule.Id && seen.TreePath == finding.TreePath && seen.TreeLine == finding.TreeLine);
        return new GuardVerdict(isSeen, isSeen && Seen(after) < Seen(before));
    }
}

/// <summary>What the run-time guard saw of a leak.</summary>
/// <param name="IsSeenBefore">Whether it saw the leak in the program as it stands.</param>
/// <param name="IsGoneAfter">Whether it saw it there and no longer in the repaired program.</param>
internal sealed record GuardVerdict(bool IsSeenBefore, bool IsGoneAfter)
{
    /// <summary>The verdict in a few words.</summary>
    public string Text => this switch
    {
        { IsGoneAfter: true } => "seen before, gone after",
        { IsSeenBefore: true } => "seen before and after",
        _ => "not seen on these rows",
    };
}
