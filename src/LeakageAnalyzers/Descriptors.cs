using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers;

/// <summary>Turns the vocabulary's descriptions and findings into Roslyn's.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        RuleSet.All.Select(rule => rule.Description).ToImmutableDictionary(description => description.Id, Create);

    public static DiagnosticDescriptor Of(RuleDescription description) => ById[description.Id];

    public static Diagnostic ToDiagnostic(Finding finding)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.Roles, string.Join(",", finding.Related.Select(related => related.Role)))
            .Add(DiagnosticProperties.Column, finding.Column);
        return Diagnostic.Create(
            Of(finding.Rule),
            (Location)finding.Place.Handle!,
            finding.Related.Select(related => (Location)related.Place.Handle!),
            properties,
            [.. finding.Arguments]);
    }

    private static DiagnosticDescriptor Create(RuleDescription description) => new(
        description.Id,
        description.Title,
        description.MessageFormat,
        description.Category,
        description.Severity == DefaultSeverity.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description.Explanation);
}
