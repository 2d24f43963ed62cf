namespace LeakageAnalyzers;

/// <summary>Names of the facts that a diagnostic carries to its fix, so that the fix repeats no analysis.</summary>
internal static class DiagnosticProperties
{
    /// <summary>
    /// The role of each additional location, comma-separated and in the same order: names of <see cref="Workflow.Rules.PlaceRole"/>; where rows were loaded comes last. Each location, the primary one too, runs
    /// from the name of the called method to the end of its arguments, as <c>Fit(data)</c> of <c>pipeline.Fit(data)</c>; the smallest node around it is the invocation.
    /// </summary>
    public const string Roles = "roles";

    /// <summary>
    /// The story of the finding, comma-separated: steps such as <c>2:Split</c>, each the number of an additional location (from 1, or 0 for the primary one) and its role.
    /// </summary>
    public const string Story = "story";

    /// <summary>The column that the fix has to name.</summary>
    public const string Column = "column";
}
