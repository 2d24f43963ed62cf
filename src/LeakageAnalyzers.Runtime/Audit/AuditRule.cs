using System.Globalization;
using LeakageAnalyzers.Runtime.Audit.Rules;
using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit;

/// <summary>One check of an audit.</summary>
internal abstract class AuditRule
{
    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<AuditRule> All { get; } =
    [
        new SharedGroupsRule(), new ExactDuplicatesRule(), new NearDuplicatesRule(), new OlderTestRowsRule(), new SingleFeaturePredictorRule(), new IdentifierColumnRule(),
        new CovariateShiftRule(), new LabelShiftRule(), new TooFewTestRowsRule(), new MissingSubgroupRule(), new IdentityConfoundingRule(),
    ];

    /// <summary>Its texts.</summary>
    public abstract RuleDescription Description { get; }

    /// <summary>What it would need and is not there; null where it can look.</summary>
    public virtual string? MissingFor(AuditContext context) => null;

    /// <summary>What it finds.</summary>
    public abstract IEnumerable<AuditFinding> Check(AuditContext context);

    /// <summary>A finding of this rule, of its own severity unless another is given.</summary>
    protected AuditFinding Finding(long count, string? column, object[] arguments, FindingSeverity? severity = null) => new(
        Description.Id,
        severity ?? Severities.Of(Description),
        string.Format(CultureInfo.InvariantCulture, Description.MessageFormat, arguments),
        count)
    {
        Column = column,
    };
}
