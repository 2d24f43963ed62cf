using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Sources that are compiled together.</summary>
/// <param name="Name">Its project file, folder or file, relative to the corpus.</param>
/// <param name="Files">All sources.</param>
internal sealed record SourceProgram(string Name, IReadOnlyList<SourceFile> Files)
{
    /// <summary>Whether it is a program or a library.</summary>
    public OutputKind Output { get; init; } = OutputKind.ConsoleApplication;

    /// <summary>Whether references are annotated for null.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Disable;

    /// <summary>Namespaces that every file uses, and <c>static</c> types.</summary>
    public IReadOnlyList<string> GlobalUsings { get; init; } = [];

    /// <summary>Symbols of <c>#if</c>.</summary>
    public IReadOnlyList<string> Constants { get; init; } = [];

    /// <summary>Programs whose public types this one uses.</summary>
    public IReadOnlyList<SourceProgram> References { get; init; } = [];

    /// <summary>Whether any of its sources names ML.NET.</summary>
    public bool NamesMlNet => Files.Any(file => file.Text.Contains("Microsoft.ML", StringComparison.Ordinal) || file.Text.Contains("MLContext", StringComparison.Ordinal));
}
