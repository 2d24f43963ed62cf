using System.Globalization;
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
        var related = finding.Related.Union(finding.Story.Where(step => step.Role == PlaceRole.Loaded));
        var story = new List<string>(finding.Story.Count);
        foreach (var step in finding.Story)
        {
            if (NumberOf(finding, related, step.Place) is { } number)
            {
                story.Add(number.ToString(CultureInfo.InvariantCulture) + ":" + step.Role.ToString());
            }
        }

        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[DiagnosticProperties.Roles] = string.Join(",", related.Select(step => step.Role.ToString()));
        properties[DiagnosticProperties.Story] = string.Join(",", story);
        properties[DiagnosticProperties.Column] = finding.Column;
        return Diagnostic.Create(
            Of(finding.Rule),
            (Location)finding.Place.Handle!,
            related.Select(step => (Location)step.Place.Handle!),
            properties.ToImmutable(),
            [.. finding.Arguments]);
    }

    // The reported place is number 0, related ones are counted from 1.
    private static int? NumberOf(Finding finding, EquatableList<RelatedPlace> related, Place place)
    {
        if (place.Equals(finding.Place))
        {
            return 0;
        }

        for (var i = 0; i < related.Count; i++)
        {
            if (related[i].Place.Equals(place))
            {
                return i + 1;
            }
        }

        return null;
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
