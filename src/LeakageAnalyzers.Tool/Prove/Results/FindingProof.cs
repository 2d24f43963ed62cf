using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Prove.Instrumentation;
using LeakageAnalyzers.Tool.Prove.Results.Intervals;
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

    /// <summary>Compares the program as it stands with the one in which <paramref name="finding"/> is repaired; null where no evaluation is in both, or none that it touches is reached.</summary>
    public static FindingProof? Of(LocatedFinding finding, MeasuredVariant before, MeasuredVariant after)
    {
        var inflations = InflationsOf(finding.Finding, before, after).ToList();
        var changed = inflations.Where(inflation => inflation.Differences.Any(difference => difference != 0)).ToList();
        var told = changed.Count > 0 ? changed : IsReached(finding, before) ? [.. inflations.Take(1)] : [];

        // Made now, so that the rows they are made of can go.
        told.ForEach(inflation => _ = inflation.Estimate.Value);
        return told.Count == 0 ? null
            : new FindingProof(finding.Finding, told, VerdictOf(finding, before.Runs[0], after.Runs.First(run => run.Scores.Count > 0)), before.Remark ?? after.Remark);
    }

    /// <summary>Whether a run of the program as it stands comes to an evaluation that <paramref name="finding"/> touches: one of its story, or of its file where the story tells of none.</summary>
    public static bool IsReached(LocatedFinding finding, MeasuredVariant before)
    {
        var sites = before.Built.Recorded.Sites;
        var touched = sites.Where(site => IsInStory(finding.Finding, site.Place)).ToList();
        touched = touched.Count > 0 ? touched : [.. sites.Where(site => site.TreePath == finding.TreePath)];
        return touched.Count == 0 || IsSeen(finding, before.Runs[0]) || touched.Exists(site => before.Runs.Any(run => run.Scores.Any(score => score.Site == site.Number)));
    }

    /// <summary>All evaluations that are in both, those of the story of <paramref name="finding"/> first.</summary>
    public static IEnumerable<Inflation> InflationsOf(ReportedFinding? finding, MeasuredVariant before, MeasuredVariant after)
    {
        // A seed may deal a fold of one class: what gives no score on one side is left out on both.
        var common = Enumerable.Range(0, Math.Min(before.Runs.Count, after.Runs.Count)).Where(run => before.Runs[run].Scores.Count > 0 && after.Runs[run].Scores.Count > 0).ToList();
        if (common.Count == 0)
        {
            yield break;
        }

        var (itself, repaired) = (before.Only(common), after.Only(common));
        var (pairs, added) = SitePairs.Of(before.Built.Recorded.Sites, after.Built.Recorded.Sites);

        // Whoever chooses by a test score reports the best one; the repair evaluates the chosen model by itself.
        var isChoice = finding?.Story.Any(step => step.Role == PlaceRole.Chosen) == true && added.Count > 0;
        foreach (var (leaky, paired) in pairs.OrderByDescending(pair => IsInStory(finding, pair.Before.Place)).ThenBy(pair => pair.Before.Number))
        {
            var honest = isChoice && IsInStory(finding, leaky.Place) ? added[^1] : paired;
            var metric = MetricChoice.Of(
                [.. itself.MetricsAt(leaky.Number).Intersect(repaired.MetricsAt(honest.Number)).Intersect(before.Only([0]).MetricsAt(leaky.Number))], before.Built.Recorded.ReadMetrics);
            if (metric is not null)
            {
                var (published, leakyRuns) = (before.Only([0]).At(leaky.Number, metric, honest != paired)[0], itself.At(leaky.Number, metric, honest != paired));
                var evidence = new PairedEvidence(
                    metric, leakyRuns, repaired.At(honest.Number, metric, isBest: false), itself.HasOwnRows && repaired.HasOwnRows, SizesOf(leaky, honest, before, after),
                    leaky.IsCrossValidation && honest.IsCrossValidation);
                yield return new Inflation(
                    leaky.Place, metric, published.Value, [.. leakyRuns.Select(run => run.Value)], [.. evidence.Honest.Select(run => run.Value)], new(() => IntervalEstimator.Of(evidence)));
            }
        }
    }

    // Those of the repaired program, whose model is tested on rows that it was not fitted on.
    private static EvaluatedSizes? SizesOf(EvaluationSite leaky, EvaluationSite honest, MeasuredVariant before, MeasuredVariant after) =>
        after.SizesAt(honest.Number) ?? before.SizesAt(leaky.Number);

    private static bool IsInStory(ReportedFinding? finding, Programs.CodePlace? place) => place is not null && finding is not null && finding.Story.Any(step =>
        step.Place.File == place.File && step.Place.Cell == place.Cell && step.Place.Line >= place.Line && step.Place.EndLine <= place.EndLine);

    private static bool IsSeen(LocatedFinding finding, RunOutcome run) =>
        run.GuardFindings.Any(seen => seen.Rule == finding.Finding.Rule.Id && seen.TreePath == finding.TreePath && seen.TreeLine == finding.TreeLine);

    private static GuardVerdict VerdictOf(LocatedFinding finding, RunOutcome before, RunOutcome after)
    {
        int Seen(RunOutcome run) => run.GuardFindings.Distinct().Count(seen => seen.Rule == finding.Finding.Rule.Id);
        var isSeen = IsSeen(finding, before);
        return new GuardVerdict(finding.Finding.Rule.IsShownByRows, isSeen, isSeen && Seen(after) < Seen(before));
    }
}

/// <summary>What the run-time guard saw of a leak.</summary>
/// <param name="IsShown">Whether rows can show such a leak at all.</param>
/// <param name="IsSeenBefore">Whether it saw the leak in the program as it stands.</param>
/// <param name="IsGoneAfter">Whether it saw it there and no longer in the repaired program.</param>
internal sealed record GuardVerdict(bool IsShown, bool IsSeenBefore, bool IsGoneAfter)
{
    /// <summary>The verdict in a few words.</summary>
    public string Text => this switch
    {
        { IsShown: false } => "a matter of source, which the rows alone do not show",
        { IsGoneAfter: true } => "seen before, gone after",
        { IsSeenBefore: true } => "seen before and after",
        _ => "not seen on these rows",
    };
}
