using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>
/// LEAK5xx: a remark on how an evaluation is made. One a study, at the evaluation that a reader would quote; silent in test projects, where no score is reported, and where the program shows
/// already what is asked for.
/// </summary>
public abstract class EvaluationRule : Rule
{
    private readonly EvaluationAspects _asked;

    private protected EvaluationRule(RuleDescription description, EvaluationAspects asked) => (Description, _asked) = (description, asked);

    /// <inheritdoc/>
    public sealed override RuleDescription Description { get; }

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Check(WorkflowTrace trace, RuleOptions options)
    {
        if (options.IsTestProject || trace.All<Shown>().Any(shown => (shown.Aspects & _asked) != 0))
        {
            return [];
        }

        return QuotedScore.AllOf(trace).Select(score => Remark(trace, score, options)).OfType<Finding>();
    }

    /// <summary>What there is to say of <paramref name="score"/>; null if nothing.</summary>
    private protected abstract Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options);

    /// <summary>A finding at <paramref name="place"/>.</summary>
    private protected Finding At(Place place, IEnumerable<RelatedPlace> related, params string[] arguments) =>
        new(Description, place, EquatableList<RelatedPlace>.From(related.Distinct()), EquatableList<string>.From(arguments));
}
