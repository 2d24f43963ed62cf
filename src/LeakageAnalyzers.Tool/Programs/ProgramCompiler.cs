using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Makes projects of loose programs in memory, against the framework and ML.NET as they come with the tool. Nothing of theirs is restored, built or run.</summary>
internal static class ProgramCompiler
{
    // Lets the compiler read over the directives of single-file programs.
    private static readonly KeyValuePair<string, string>[] SingleFile = [new("FileBasedProgram", "true")];

    private static readonly string[] Framework =
        ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"];

    // ML.NET's packages that programs may find here as signatures alone, all in one assembly.
    private static readonly string[] Signatures =
        ["AutoML", "DnnImageFeaturizer.ResNet18", "Extensions.ML", "Mkl.Components", "OnnxConverter", "Recommender", "SearchSpace", "TensorFlow", "TimeSeries", "TorchSharp", "Vision"];

    /// <summary>The project of <paramref name="program"/> in a workspace of its own, beside the projects of what it references.</summary>
    public static Project Compile(SourceProgram program)
    {
#pragma warning disable CA2000 // The project lives as long as its workspace, which holds nothing but memory.
        var solution = new AdhocWorkspace().CurrentSolution;
#pragma warning restore CA2000
        var added = new Dictionary<SourceProgram, ProjectId>(ReferenceEqualityComparer.Instance);
        var id = Add(program, ref solution, added);
        return solution.GetProject(id)!;
    }

    private static ProjectId Add(SourceProgram program, ref Solution solution, Dictionary<SourceProgram, ProjectId> added)
    {
        if (added.TryGetValue(program, out var known))
        {
            return known;
        }

        var id = added[program] = ProjectId.CreateNewId();
        var references = new List<ProjectReference>();
        foreach (var reference in program.References.Where(reference => reference.Files.Count > 0 && !IsLibrary(reference)))
        {
            references.Add(new ProjectReference(Add(reference, ref solution, added)));
        }

        var name = Path.GetFileNameWithoutExtension(program.Name);
        var usings = string.Concat(program.GlobalUsings.Distinct().Select(used => $"global using {used};\n"));
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp, filePath: program.ProjectFile,
            compilationOptions: new CSharpCompilationOptions(program.Output, nullableContextOptions: program.Nullable, allowUnsafe: true),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: [.. Framework, .. program.Constants]).WithFeatures(SingleFile),
            projectReferences: references,
            metadataReferences: ReferenceAssemblies.With(program.Assemblies),
            documents: [.. program.Files.Select(file => DocumentOf(id, file.TreePath, file.Text)), DocumentOf(id, "GlobalUsings.g.cs", usings)]));
        foreach (var settings in EditorSettings.For(program.Files.Select(file => file.TreePath)))
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), Path.GetFileName(settings.Path), SourceText.From(settings.Text), filePath: settings.Path);
        }

        return id;
    }

    // The samples that stand beside ML.NET's own sources refer to these; two of each type would be none.
    private static bool IsLibrary(SourceProgram program) => Path.GetFileNameWithoutExtension(program.Name) is var name
        && (Signatures.Any(package => name == "Microsoft.ML." + package) || ReferenceAssemblies.ForLooseFiles.Any(library => Path.GetFileNameWithoutExtension(library.FilePath) == name));

    private static DocumentInfo DocumentOf(ProjectId project, string path, string text) => DocumentInfo.Create(
        DocumentId.CreateNewId(project), Path.GetFileName(path), loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default, path)), filePath: path);
}
