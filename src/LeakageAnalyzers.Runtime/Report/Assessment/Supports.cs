using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>What was measured and speaks for the number.</summary>
internal static class Supports
{
    public static IEnumerable<string> Of(Evidence evidence)
    {
        if (evidence is { TracedTheTest: true, FoundCopies: false, Flow: { LearnedTestedRows: 0 } flow } && flow.Steps.Any(step => step.Kind == FlowKind.Evaluation && step.SharedRows is not null))
        {
            yield return $"None of the {ReportNumbers.Count(flow.TestedRows, "tested row")} was learned from, by the model or by what prepared its inputs.";
        }

        var cuts = evidence.Flow?.Steps.Select(step => step.Groups).OfType<FlowGroups>().ToList() ?? [];
        if (cuts.Count > 0 && cuts.TrueForAll(groups => groups.OnBothSides == 0))
        {
            yield return $"Every one of the {ReportNumbers.Count(cuts[0].Total)} groups of {cuts[0].Column} stayed on one side of each split.";
        }

        if (evidence.Audit is { } audit && audit.Findings.All(finding => finding.Severity != FindingSeverity.Warning))
        {
            yield return evidence.AuditedAPart
                ? $"The rows of the split that was audited, with {ReportNumbers.Count(audit.TestRows)} of the {ReportNumbers.Count(evidence.Performance!.Rows, "tested row")}, show no leak in the checks that could be made."
                : "The rows of the split show no leak in the checks that could be made.";
        }

        if (evidence.Performance is { Groups: >= RowGroups.Few and { } groups } performance)
        {
            yield return $"The intervals draw whole groups of {performance.GroupColumn}, {ReportNumbers.Count(groups)} of them, as rows of one group are not independent.";
        }

        if (evidence.Baselines is { Verdict: SuperiorityVerdict.Superior } baselines)
        {
            yield return $"Every simple model was beaten. Of the best of them: {UsefulnessObjections.Describe(UsefulnessObjections.Nearest(baselines))}";
        }

        foreach (var comparison in evidence.Comparisons.Where(comparison => comparison.Verdict == SuperiorityVerdict.Superior))
        {
            yield return UsefulnessObjections.Describe(comparison);
        }

        if (evidence.Calibration?.Slope is { Value: { } slope, Lower: { } lower and <= 1, Upper: { } upper and >= 1, Level: { } level })
        {
            yield return $"The calibration slope does not contradict 1: {ReportNumbers.Estimate(slope, lower, upper, level)}.";
        }
    }
}
