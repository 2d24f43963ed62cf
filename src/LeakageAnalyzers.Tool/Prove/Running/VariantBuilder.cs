using System.Collections.Immutable;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Programs.Inputs;
using LeakageAnalyzers.Tool.Prove.Instrumentation;
using LeakageAnalyzers.Tool.Prove.Variants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>Builds variants of one program in memory and puts each, with all that it needs, into a copy of the program's files.</summary>
/// <param name="tree">The program's files.</param>
/// <param name="folder">Where the copies go.</param>
internal sealed class VariantBuilder(ProgramTree tree, string folder)
{
    private static readonly string[] SourceEndings = [".cs", ".csproj", ".sln", ".slnx", ".ipynb", ".dib"];

    private int _built;

    /// <summary>Builds <paramref name="variant"/>.</summary>
    /// <exception cref="InvalidDataException">It cannot be built or is no program; the message says why.</exception>
    public async Task<BuiltVariant> BuildAsync(ProgramVariant variant, CancellationToken cancellation)
    {
        var copy = Path.Combine(folder, System.FormattableString.Invariant($"{Interlocked.Increment(ref _built)}"));
        var itself = await PartAsync(variant.Program, copy, cancellation);
        var compilation = itself.Compilation.WithAssemblyName(string.Concat((itself.Compilation.AssemblyName ?? "Program").Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_')));
        if (compilation.GetEntryPoint(cancellation) is null)
        {
            throw new InvalidDataException("nothing in it can be started: it is a library; name a project that uses it, or the solution, to measure its leaks in there");
        }

        var libraries = new List<ProgramPart>();
        foreach (var library in variant.Program.Libraries)
        {
            if (await library.Project.GetCompilationAsync(cancellation) is { } found && MlTypes.AreIn(found))
            {
                libraries.Add(await PartAsync(library, copy, cancellation));
            }
        }

        var recorded = RecordedProgram.Of(itself with { Compilation = compilation }, libraries);
        if (recorded.Sites.Count == 0)
        {
            throw new InvalidDataException("no file of its own evaluates by a method of ML.NET or of the run-time library");
        }

        tree.Restore(copy);
        var output = Directory.CreateDirectory(Path.Combine(tree.In(copy, tree.Folder), "bin", "Debug", $"net{Environment.Version.Major}.0")).FullName;
        var assembly = Path.Combine(output, compilation.AssemblyName + ".dll");
        Emit(variant.Program.Project, recorded.Itself, assembly, cancellation);
        Emit(project: null, recorded.Calls, Path.Combine(output, recorded.Calls.AssemblyName + ".dll"), cancellation);
        foreach (var (library, built) in libraries.Zip(recorded.Libraries))
        {
            Emit(library.Program.Project, built, Path.Combine(output, built.AssemblyName + ".dll"), cancellation);
        }

        await PutProjectsAsync(variant.Program.Project, output, cancellation);

        CopyNeeded([compilation, .. recorded.Libraries], output);
        CopyItems(variant.Program.Project, output);
        await File.WriteAllTextAsync(Path.ChangeExtension(assembly, ".runtimeconfig.json"), DotNetHost.RuntimeConfiguration(UsesWeb(assembly)), cancellation);
        return new BuiltVariant(variant, recorded, assembly, copy, tree);
    }

    private async Task<ProgramPart> PartAsync(ReadProgram program, string copy, CancellationToken cancellation)
    {
        var compilation = Runnable((CSharpCompilation)(await program.Project.GetCompilationAsync(cancellation))!, copy);
        return ErrorIn(compilation, cancellation) is not { } error ? new ProgramPart(program, compilation)
            : throw new InvalidDataException($"it does not build: {error}");
    }

    // Paths that the compiler writes into the program, such as that of the caller's file, lead into the copy.
    private CSharpCompilation Runnable(CSharpCompilation compilation, string copy) => compilation
        .WithOptions(compilation.Options
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithCryptoKeyFile(null).WithDelaySign(null).WithPublicSign(false)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSourceReferenceResolver(new SourceFileResolver([], baseDirectory: null, ImmutableArray.Create(KeyValuePair.Create(tree.Root, copy)))));

    private static void Emit(Project? project, Compilation compilation, string assembly, CancellationToken cancellation)
    {
        var embedded = ItemsOf(project)?.Embedded.DistinctBy(item => item.Name).Select(item => new ResourceDescription(item.Name, () => File.OpenRead(item.File), isPublic: true));
        using var image = File.Create(assembly);
        var result = compilation.Emit(image, manifestResources: embedded, cancellationToken: cancellation);
        if (!result.Success)
        {
            throw new InvalidDataException($"it cannot be put under the guard: {result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }
    }

    private static ProjectItems? ItemsOf(Project? project)
    {
        try
        {
            return project?.FilePath is { } path && File.Exists(path) ? new ProjectFile(path).Items : null;
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    // As they were built where they were, with all that only a build puts into them.
    private static async Task PutProjectsAsync(Project project, string output, CancellationToken cancellation)
    {
        foreach (var referenced in project.AllProjectReferences.Select(reference => project.Solution.GetProject(reference.ProjectId)).OfType<Project>())
        {
            var target = Path.Combine(output, referenced.AssemblyName + ".dll");
            if (File.Exists(target))
            {
                continue;
            }

            if (File.Exists(referenced.OutputFilePath))
            {
                File.Copy(referenced.OutputFilePath, target);
            }
            else if (await referenced.GetCompilationAsync(cancellation) is { } compilation)
            {
                Emit(referenced, compilation, target, cancellation);
            }

            await PutProjectsAsync(referenced, output, cancellation);
        }
    }

    private static string? ErrorIn(CSharpCompilation compilation, CancellationToken cancellation) => compilation.GetDiagnostics(cancellation)
        .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error && !diagnostic.IsSuppressed)
        .Select(diagnostic => $"{diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ({Path.GetFileName(diagnostic.Location.GetLineSpan().Path)} line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1})")
        .FirstOrDefault();

    private void CopyNeeded(IEnumerable<CSharpCompilation> compilations, string output)
    {
        var needed = AssemblyClosure.Of(compilations.SelectMany(compilation => compilation.References).OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>());
        foreach (var file in needed.Concat(NativeLibraries.For(needed)))
        {
            var target = Path.Combine(output, Path.GetFileName(file));
            if (!File.Exists(target))
            {
                File.Copy(file, target);
            }
        }

        // A build would put some of them there; which, only it knows.
        foreach (var file in tree.FilesUnderFolder.Where(file => !SourceEndings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)))
        {
            var target = Path.Combine(output, Path.GetRelativePath(tree.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target))
            {
                File.Copy(file, target);
            }
        }
    }

    // What project files say wins over what merely stands beside them. A project copies what those that it references copy.
    private static void CopyItems(Project project, string output)
    {
        var projects = project.AllProjectReferences.Select(reference => project.Solution.GetProject(reference.ProjectId)).OfType<Project>().Append(project);
        foreach (var (file, relative) in projects.SelectMany(copying => ItemsOf(copying)?.Copied ?? []))
        {
            var target = Path.GetFullPath(relative, output);
            if (target.StartsWith(output + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }
        }
    }

    private static bool UsesWeb(string assembly) => AssemblyClosure.ReferencesOf(assembly).Any(name => !File.Exists(Path.Combine(DotNetHost.RuntimeFolder, name + ".dll")) && File.Exists(Path.Combine(DotNetHost.WebFolder, name + ".dll")));
}
