using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rows;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Workflow.Rules.Evaluation;

/// <summary>LEAK508: rows show a subgroup, such as sex or site, and are evaluated as a whole alone. Silent where a part of the test rows is evaluated by itself. Off by default.</summary>
public sealed class NoSubgroups() : EvaluationRule(EvaluationDescriptions.NoSubgroups, EvaluationAspects.Subgroups)
{
    private static readonly string[] SubgroupWords =
        ["sex", "gender", "race", "ethnicity", "ethnic", "age", "agegroup", "site", "hospital", "clinic", "center", "centre", "ward", "scanner", "vendor", "country", "region"];

    /// <inheritdoc/>
    private protected override Finding? Remark(WorkflowTrace trace, QuotedScore score, RuleOptions options)
    {
        var subgroup = score.Rows.Schema.Columns.FirstOrDefault(column => !column.IsDerived && ColumnNameWords.Of(column.Name).Any(word => SubgroupWords.Contains(word)));
        var hasParts = trace.All<Evaluated>().Any(evaluated => !evaluated.Equals(score.Evaluation) && evaluated.Rows.RelationTo(score.Rows) == Relation.Subset);
        return subgroup is null || hasParts || score.Evaluation is not Evaluated ? null : At(score.Evaluation.Place, [], score.NameIn(trace), subgroup.Name);
    }
}
