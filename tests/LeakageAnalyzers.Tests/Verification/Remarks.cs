using Microsoft.CodeAnalysis;
using RuleSet = LeakageAnalyzers.Workflow.Rules.RuleSet;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>The rules that speak of how an evaluation is made and not of a leak in it: nearly every program gets one.</summary>
internal static class Remarks
{
    /// <summary>Whether <paramref name="id"/> is one of them.</summary>
    public static bool Contains(string id) => id is "LEAK303" or "LEAK304" || id.StartsWith("LEAK5", StringComparison.Ordinal);

    /// <summary>Severities under which the rule <paramref name="only"/> speaks alone or, where it is null, all rules but the remarks.</summary>
    public static IEnumerable<KeyValuePair<string, ReportDiagnostic>> SeveritiesFor(string? only) => RuleSet.All.Select(rule => rule.Description.Id)
        .Select(id => KeyValuePair.Create(id, (only is null ? Contains(id) : id != only) ? ReportDiagnostic.Suppress : id == only ? ReportDiagnostic.Warn : ReportDiagnostic.Default));
}
