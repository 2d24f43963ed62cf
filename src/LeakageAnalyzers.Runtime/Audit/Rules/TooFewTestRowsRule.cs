using System.Globalization;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>LEAK609: fewer test rows than the wanted interval of a proportion needs (Wilson's, at one half). Rows of one group count once.</summary>
internal sealed class TooFewTestRowsRule : AuditRule
{
    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.TooFewTestRows;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var options = context.Options;
        var units = context.Groups is { } groups ? groups.Groups.Test + groups.Ungrouped.Test : context.Rows.Test;
        var needed = TestSetSize.ForWilson(0.5, options.WantedHalfWidth, options.ConfidenceLevel);
        if (units >= needed)
        {
            yield break;
        }

        var interval = ProportionInterval.Wilson(units / 2, units, options.ConfidenceLevel);
        var halfWidth = ((interval.Upper - interval.Lower) / 2).ToString("0.00", CultureInfo.InvariantCulture);
        var unit = context.Columns.Group is { } group && units < context.Rows.Test ? $"groups of '{group}'" : "rows";
        var level = options.ConfidenceLevel.ToString("0.#%", CultureInfo.InvariantCulture);
        yield return Finding(units, null, [units, unit, halfWidth, level, options.WantedHalfWidth, needed]);
    }
}
