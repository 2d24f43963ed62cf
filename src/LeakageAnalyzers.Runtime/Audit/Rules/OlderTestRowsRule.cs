using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>LEAK604: test rows that are not later than all train rows.</summary>
internal sealed class OlderTestRowsRule : AuditRule
{
    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.OlderTestRows;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) => context.Columns.Time is null ? "the options name no time column" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var times = context.Source.Times(context.Columns.Time!);
        if (times.EarlyTestRows > 0)
        {
            yield return Finding(times.EarlyTestRows, context.Columns.Time, [times.EarlyTestRows, context.Rows.Test, context.Columns.Time!]);
        }
    }
}
