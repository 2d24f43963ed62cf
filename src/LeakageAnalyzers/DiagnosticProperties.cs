namespace LeakageAnalyzers;

/// <summary>Names of the facts that a diagnostic carries to its fix, so that the fix repeats no analysis.</summary>
internal static class DiagnosticProperties
{
    /// <summary>
    /// The role of each additional location, comma-separated and in the same order: names of <see cref="Workflow.Rules.PlaceRole"/>. Each location, the primary one too, runs
    /// from the name of the called method to the end of its arguments, as <c>Fit(data)</c> of <c>pipeline.Fit(data)</c>; the smallest node around it is the invocation.
    /// </summary>
    public const string Roles = "roles";

    /// <summary>The column that the fix has to name.</summary>
    public const string Column = "column";
}
