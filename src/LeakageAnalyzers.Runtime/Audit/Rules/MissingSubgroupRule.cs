using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>LEAK610: values of a subgroup column that the test rows hardly have. Rows of one group count once.</summary>
internal sealed class MissingSubgroupRule : AuditRule
{
    // A column with more values than this names no subgroups.
    private const int MostSubgroups = 50;

    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.MissingSubgroup;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) => context.Columns.Subgroups.Count == 0 ? "the options name no subgroup column" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var unit = context.Columns.Group is { } group ? $"groups of '{group}'" : "rows";
        foreach (var column in context.Columns.Subgroups)
        {
            var values = context.Source.Values(column, context.Columns.Group);
            if (values.Count > MostSubgroups)
            {
                throw new ArgumentException($"The column '{column}' of SubgroupColumns has {values.Count} values; with more than {MostSubgroups} it names no subgroups.");
            }

            foreach (var value in values.OrderBy(value => value.Key, StringComparer.Ordinal).Where(value => value.Value.Test < context.Options.LeastSubgroupRows))
            {
                yield return Finding(value.Value.Test, column, [column, value.Key, value.Value.Test, unit, value.Value.Train, context.Options.LeastSubgroupRows]);
            }
        }
    }
}
