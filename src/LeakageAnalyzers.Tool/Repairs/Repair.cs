namespace LeakageAnalyzers.Tool.Repairs;

/// <summary>A repair as it would change one file.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="File">The file, absolute.</param>
/// <param name="Before">The file's text.</param>
/// <param name="After">The file's text after the repair.</param>
internal sealed record Repair(string Title, string File, string Before, string After);
