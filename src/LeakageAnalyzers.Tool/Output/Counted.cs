namespace LeakageAnalyzers.Tool.Output;

/// <summary>Numbers of things.</summary>
internal static class Counted
{
    /// <summary>"1 finding", "2 findings".</summary>
    public static string Of(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
