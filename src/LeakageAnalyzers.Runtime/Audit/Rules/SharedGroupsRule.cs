using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>LEAK601: groups on both sides.</summary>
internal sealed class SharedGroupsRule : AuditRule
{
    private const int ExamplesShown = 3;

    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.SharedGroups;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) => context.Columns.Group is null ? "no column is known to name the individual that rows belong to" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var groups = context.Groups!;
        if (groups.SharedGroups == 0)
        {
            yield break;
        }

        object[] arguments =
            [groups.SharedGroups, groups.Groups.Test, context.Columns.Group!, groups.SharedTestRows, context.Rows.Test, string.Join(", ", groups.Examples.Take(ExamplesShown))];
        yield return Finding(groups.SharedGroups, context.Columns.Group, arguments) with { Examples = groups.Examples };
    }
}
