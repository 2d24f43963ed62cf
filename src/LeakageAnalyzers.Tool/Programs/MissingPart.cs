namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Something that a program asks for and that is not at hand.</summary>
/// <param name="Path">The file that asks for it, absolute.</param>
/// <param name="What">What it asks for, such as a package and its version.</param>
/// <param name="Where">Where in the file, or nothing where the file's head is meant.</param>
internal sealed record MissingPart(string Path, string What, string Where);
