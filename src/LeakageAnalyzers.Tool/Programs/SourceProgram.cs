using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Sources that are compiled together.</summary>
/// <param name="Name">Its project file, folder or file, relative to the corpus.</param>
/// <param name="Files">All sources.</param>
internal sealed record SourceProgram(string Name, IReadOnlyList<SourceFile> Files)
{
    /// <summary>Its project file, absolute; null where it has none.</summary>
    public string? ProjectFile { get; init; }

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

    /// <summary>Assemblies that it is compiled against beyond the framework and ML.NET, absolute.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>Packages and files that it asks for and that are not at hand.</summary>
    public IReadOnlyList<MissingPart> Missing { get; init; } = [];

    /// <summary>What a reader should know of how it was read.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The program and all that it references, directly or not, each once.</summary>
    public IReadOnlyCollection<SourceProgram> WithReferences()
    {
        var found = new HashSet<SourceProgram>(ReferenceEqualityComparer.Instance);
        void Add(SourceProgram program)
        {
            if (found.Add(program))
            {
                program.References.ToList().ForEach(Add);
            }
        }

        Add(this);
        return found;
    }

    /// <summary>Whether any of its sources names ML.NET.</summary>
    public bool NamesMlNet => Files.Any(file => file.Text.Contains("Microsoft.ML", StringComparison.Ordinal) || file.Text.Contains("MLContext", StringComparison.Ordinal));
}
