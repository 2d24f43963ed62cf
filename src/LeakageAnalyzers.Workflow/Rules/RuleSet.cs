using LeakageAnalyzers.Workflow.Rules.Evaluation;
using LeakageAnalyzers.Workflow.Rules.Features;
using LeakageAnalyzers.Workflow.Rules.Partition;
using LeakageAnalyzers.Workflow.Rules.Preprocessing;
using LeakageAnalyzers.Workflow.Rules.Selection;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules;

/// <summary>All rules, by id.</summary>
public static class RuleSet
{
    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SupervisedBeforeSplit(),
        new LearnedBeforeSplit(),
        new VocabularyBeforeSplit(),
        new RefittedOnTestRows(),
        new DuplicatedBeforeSplit(),
        new EvaluatedOnTrainingRows(),
        new GroupInBothPartitions(),
        new KeyCutByValue(),
        new RandomSplitOfTime(),
        new NestedCutByOneHash(),
        new LabelAsSamplingKey(),
        new RowsDrawnAnew(),
        new TestRowsUsedInFitting(),
        new ChosenByTestScore(),
        new TestRowsEvaluatedRepeatedly(),
        new ChoosingScoreReported(),
        new NoCalibrationMetric(),
        new NoInterval(),
        new RawDifference(),
        new NoBaseline(),
        new Evaluation.TooFewTestRows(),
        new OneSplit(),
        new OneMetric(),
        new NoSubgroups(),
        new LabelAmongFeatures(),
        new IdentifierAmongFeatures(),
    ];

    /// <summary>The findings of <paramref name="rules"/>, each once, in the order of the source.</summary>
    public static IReadOnlyList<Finding> Check(this IEnumerable<Rule> rules, WorkflowTrace trace, RuleOptions options) => trace.Events.Count == 0
        ? []
        : FirstOfEach(rules, trace, options)
            .OrderBy(finding => finding.Place.FilePath, StringComparer.Ordinal)
            .ThenBy(finding => finding.Place.Line)
            .ThenBy(finding => finding.Place.Start)
            .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .Select(finding => finding.WithStory(trace))
            .ToList();

    private static List<Finding> FirstOfEach(IEnumerable<Rule> rules, WorkflowTrace trace, RuleOptions options)
    {
        var found = new List<Finding>();
        foreach (var rule in rules)
        {
            foreach (var finding in rule.Check(trace, options))
            {
                if (!found.Exists(other => other.Rule.Id == finding.Rule.Id && other.Place.Equals(finding.Place)))
                {
                    found.Add(finding);
                }
            }
        }

        return found;
    }
}
