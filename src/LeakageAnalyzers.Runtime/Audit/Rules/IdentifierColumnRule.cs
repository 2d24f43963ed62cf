using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>
/// LEAK606: features that name the row (every value once: short text without blanks, or whole numbers that count through) or the group (one value for each group,
/// one group for each value). Measured numbers are never taken for names.
/// </summary>
internal sealed class IdentifierColumnRule : AuditRule
{
    // Fewer values are all different by chance.
    private const int FewestRows = 20;
    private const int FewestGroups = 5;
    private const int LongestName = 64;

    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.IdentifierColumn;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) => context.Columns.Features.Count == 0 ? "there are no features" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var (train, test) = (context.Sample.Train, context.Sample.Test);
        string?[] groups = [.. train.Groups, .. test.Groups];
        foreach (var column in context.Columns.Features.Select(feature => feature.Name))
        {
            object?[]? values = train.Names.TryGetValue(column, out var names) ? [.. names, .. test.Names[column]]
                : train.Numbers.TryGetValue(column, out var numbers) ? WholeNumbers([.. numbers, .. test.Numbers[column]])
                : null;
            if (values is not null && Describe(values, groups, context) is { } why)
            {
                yield return Finding(values.Length, column, [column, why]);
            }
        }
    }

    private static object?[]? WholeNumbers(double[] values) =>
        Array.TrueForAll(values, value => double.IsNaN(value) || (Math.Floor(value) == value && !double.IsInfinity(value)))
            ? Array.ConvertAll(values, value => double.IsNaN(value) ? null : (object?)value)
            : null;

    private static string? Describe(object?[] values, string?[] groups, AuditContext context)
    {
        var present = values.OfType<object>().ToList();
        if (present.Count < FewestRows)
        {
            return null;
        }

        if (present.Distinct().Count() == present.Count)
        {
            return LooksLikeName(present, context.Rows.Train + context.Rows.Test) ? $"each of {present.Count} rows has a value of its own" : null;
        }

        var pairs = values.Zip(groups, (value, group) => (value, group)).Where(pair => pair.value is not null && pair.group is not null).Distinct().ToList();
        var (valuesSeen, groupsSeen) = (pairs.Select(pair => pair.value).Distinct().Count(), pairs.Select(pair => pair.group).Distinct().Count());
        return groupsSeen >= FewestGroups && valuesSeen == pairs.Count && groupsSeen == pairs.Count
            ? $"each of {groupsSeen} groups of '{context.Columns.Group}' has one value of its own"
            : null;
    }

    private static bool LooksLikeName(List<object> values, long rows) => values[0] is string
        ? values.Cast<string>().All(name => name.Length <= LongestName && !name.Any(char.IsWhiteSpace))
        : values.Cast<double>().Max() - values.Cast<double>().Min() < 2 * rows;
}
