namespace LeakageAnalyzers.Package.Tests;

/// <summary>A warning as the build prints it.</summary>
/// <param name="File">Name of the file without its folder.</param>
/// <param name="Line">Line in it, from 1.</param>
/// <param name="Id">Id of the rule.</param>
internal sealed record LeakWarning(string File, int Line, string Id);
