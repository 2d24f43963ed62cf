using LeakageAnalyzers.Workflow.Descriptions;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers;

/// <summary>Turns the vocabulary's descriptions and findings into Roslyn's.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = RuleSet.All.Select(rule => Create(rule.Description))
        .Append(Create(ToolDescriptions.MalformedOption, WellKnownDiagnosticTags.CompilationEnd))
        .ToImmutableDictionary(descriptor => descriptor.Id);

    /// <summary>Everything that may be reported, by id.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => ById.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Of(RuleDescription description) => ById[description.Id];

    public static Diagnostic ToDiagnostic(Finding finding)
    {
        var related = finding.Related.Concat(finding.Story.Where(step => step.Role == PlaceRole.Loaded)).Distinct().ToList();
        var numbers = new Dictionary<Place, int>();
        for (var i = related.Count; i > 0; i--)
        {
            numbers[related[i - 1].Place] = i;
        }

        numbers[finding.Place] = 0;
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[DiagnosticProperties.Roles] = string.Join(",", related.Select(step => step.Role));
        properties[DiagnosticProperties.Story] = string.Join(",", finding.Story.Where(step => numbers.ContainsKey(step.Place)).Select(step => $"{numbers[step.Place]}:{step.Role}"));
        properties[DiagnosticProperties.Column] = finding.Column;
        return Diagnostic.Create(
            Of(finding.Rule),
            (Location)finding.Place.Handle!,
            related.Select(step => (Location)step.Place.Handle!),
            properties.ToImmutable(),
            [.. finding.Arguments]);
    }

    private static DiagnosticDescriptor Create(RuleDescription description, params string[] tags) => new(
        description.Id,
        description.Title,
        description.MessageFormat,
        description.Category,
        description.Severity == DefaultSeverity.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
        description.IsEnabledByDefault,
        description.Explanation,
        HelpLinks.Of(description.Id),
        customTags: tags);
}
