namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK9xx: about the tool itself.</summary>
public static class ToolDescriptions
{
    /// <summary>LEAK900.</summary>
    public static RuleDescription MalformedOption { get; } = new(
        "LEAK900",
        "Malformed option",
        "The option '{0}' is ignored: {1}. {2}",
        "Leakage.Tool",
        DefaultSeverity.Warning,
        "An option that cannot be read has no effect, and the rules go on as if it were not there.");
}
