using LeakageAnalyzers.Runtime.Audit.Shift;
using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>LEAK608: the label is distributed otherwise on the two sides, significantly and by more than a little. Rows of one group count once.</summary>
internal sealed class LabelShiftRule : AuditRule
{
    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.LabelShift;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) => context.Columns.Label is null ? "no label column is known" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var (train, test) = (context.Sample.Train, context.Sample.Test);
        var comparison = train.LabelNumbers.Length > 0 && train.Labels.Distinct().Count() > ClassShift.MostClasses
            ? NumberShift.Compare(GroupUnits.Means(train.LabelNumbers, train.Groups), GroupUnits.Means(test.LabelNumbers, test.Groups))
            : ClassShift.Compare(GroupUnits.Majorities(train.Labels, train.Groups), GroupUnits.Majorities(test.Labels, test.Groups), context.Options.Seed);
        if (comparison is { } shift && shift.PValue < context.Options.SignificanceLevel && shift.StabilityIndex >= context.Options.LeastShift)
        {
            yield return Finding(test.Count, context.Columns.Label, [context.Columns.Label!, shift.Describe(shift.PValue)]);
        }
    }
}
