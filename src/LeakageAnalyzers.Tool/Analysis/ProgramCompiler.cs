using LeakageAnalyzers.Tool.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>Makes projects of loose programs in memory, against the framework and ML.NET as they come with the tool. Nothing of theirs is restored, built or run.</summary>
/// <param name="libraries">Assemblies that the programs use beyond these.</param>
internal sealed class ProgramCompiler(IEnumerable<string> libraries)
{
    private static readonly string[] Framework =
        ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"];

    private readonly IReadOnlyList<MetadataReference> _references = [.. ReferenceAssemblies.ForLooseFiles, .. libraries.Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The project of <paramref name="program"/> in a workspace of its own, beside the projects of what it references.</summary>
    public Project Compile(SourceProgram program)
    {
#pragma warning disable CA2000 // The project lives as long as its workspace, which holds nothing but memory.
        var solution = new AdhocWorkspace().CurrentSolution;
#pragma warning restore CA2000
        var added = new Dictionary<SourceProgram, ProjectId>(ReferenceEqualityComparer.Instance);
        var id = Add(program, ref solution, added);
        return solution.GetProject(id)!;
    }

    private ProjectId Add(SourceProgram program, ref Solution solution, Dictionary<SourceProgram, ProjectId> added)
    {
        if (added.TryGetValue(program, out var known))
        {
            return known;
        }

        var id = added[program] = ProjectId.CreateNewId();
        var references = new List<ProjectReference>();
        foreach (var reference in program.References.Where(reference => reference.Files.Count > 0))
        {
            references.Add(new ProjectReference(Add(reference, ref solution, added)));
        }

        var name = Path.GetFileNameWithoutExtension(program.Name);
        var usings = string.Concat(program.GlobalUsings.Distinct().Select(used => $"global using {used};\n"));
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(program.Output, nullableContextOptions: program.Nullable, allowUnsafe: true),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: [.. Framework, .. program.Constants]),
            projectReferences: references,
            metadataReferences: _references,
            documents: [.. program.Files.Select(file => DocumentOf(id, file.Path, file.Text)), DocumentOf(id, "GlobalUsings.g.cs", usings)]));
        return id;
    }

    private static DocumentInfo DocumentOf(ProjectId project, string path, string text) => DocumentInfo.Create(
        DocumentId.CreateNewId(project), Path.GetFileName(path), loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default, path)), filePath: path);
}
