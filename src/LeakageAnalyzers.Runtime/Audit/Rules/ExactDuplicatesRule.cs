using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>LEAK602: test rows whose values are those of a train row. Where the train rows repeat each other as a rule, as with a few categories, it is a remark only.</summary>
internal sealed class ExactDuplicatesRule : AuditRule
{
    private const int NamesShown = 3;

    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.ExactDuplicates;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) => context.Columns.Duplicates.Count == 0 ? "no column holds values that can be compared" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var columns = context.Columns.Duplicates;
        var overlap = context.Content!;
        if (overlap.SharedTestRows == 0)
        {
            yield break;
        }

        var names = string.Join(", ", columns.Take(NamesShown).Select(name => $"'{name}'")) + (columns.Count > NamesShown ? $" and {columns.Count - NamesShown} more" : "");
        var tellRowsApart = 2 * overlap.DistinctTrainRows > context.Rows.Train;
        var remark = tellRowsApart ? "" : $", as train rows do among themselves ({overlap.DistinctTrainRows} of {context.Rows.Train} are different)";
        yield return Finding(overlap.SharedTestRows, null, [overlap.SharedTestRows, context.Rows.Test, names, remark], tellRowsApart ? null : FindingSeverity.Info);
    }
}
