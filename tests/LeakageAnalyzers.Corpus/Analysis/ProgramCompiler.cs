using LeakageAnalyzers.Corpus.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Corpus.Analysis;

/// <summary>Compiles programs in memory, against the framework and ML.NET as this process has them. Nothing of theirs is restored, built or run.</summary>
/// <param name="libraries">Assemblies that the programs use beyond these.</param>
internal sealed class ProgramCompiler(IEnumerable<string> libraries)
{
    private static readonly string[] Framework = ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER"];

    private readonly IReadOnlyList<MetadataReference> _libraries =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsForPrograms(Path.GetFileNameWithoutExtension(path)))
            .Concat(libraries)
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<SourceProgram, CSharpCompilation> _compiled = new(ReferenceEqualityComparer.Instance);

    /// <summary>The compilation of <paramref name="program"/>, with errors where it lacks a library.</summary>
    public CSharpCompilation Compile(SourceProgram program)
    {
        if (_compiled.TryGetValue(program, out var known))
        {
            return known;
        }

        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: [.. Framework, .. program.Constants]);
        var trees = program.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path));
        var usings = CSharpSyntaxTree.ParseText(string.Concat(program.GlobalUsings.Distinct().Select(used => $"global using {used};\n")), options, "GlobalUsings.g.cs");
        var references = program.References.Where(reference => reference.Files.Count > 0).Select(reference => Compile(reference).ToMetadataReference());
        return _compiled[program] = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(program.Name), [.. trees, usings], [.. _libraries, .. references],
            new CSharpCompilationOptions(program.Output, nullableContextOptions: program.Nullable, allowUnsafe: true));
    }

    private static bool IsForPrograms(string assembly) =>
        !(assembly.StartsWith("LeakageAnalyzers", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || assembly.StartsWith("Spectre", StringComparison.Ordinal) || assembly is "System.CommandLine");
}
