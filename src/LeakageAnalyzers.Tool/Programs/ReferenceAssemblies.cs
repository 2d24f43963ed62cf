using LeakageAnalyzers.Tool.Programs.Packages;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>What loose files are compiled against: the framework this tool runs on, and ML.NET as it is bundled. Nothing is restored for them.</summary>
internal static class ReferenceAssemblies
{
    private const string Signatures = "Microsoft.ML.Signatures.dll";

    /// <summary>The name of the run-time library's assembly.</summary>
    public static string RuntimeName { get; } = typeof(Runtime.Guard.ProvedRows).Assembly.GetName().Name!;

    private static readonly Lazy<IReadOnlyList<PortableExecutableReference>> All = new(() =>
    [
        .. Framework().Concat(Bundled())
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>The version of ML.NET that comes with the tool.</summary>
    public static string MlNetVersion =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(Path.Combine(AppContext.BaseDirectory, "references", "Microsoft.ML.Core.dll")).ProductVersion?.Split('+', '-')[0] ?? "";

    /// <summary>The framework, ASP.NET where the machine has it, ML.NET and the run-time library; metadata is read once, however many programs use it.</summary>
    public static IReadOnlyList<PortableExecutableReference> ForLooseFiles => All.Value;

    /// <summary>The run-time library and what its public members name.</summary>
    public static IEnumerable<PortableExecutableReference> OfRuntime =>
        ForLooseFiles.Where(reference => Path.GetFileNameWithoutExtension(reference.FilePath) is var name && (name == RuntimeName || name == typeof(Workflow.Rules.RuleSet).Assembly.GetName().Name));

    /// <summary>The same, with the assemblies that the program asks for in place of those of their names.</summary>
    public static IReadOnlyList<MetadataReference> With(IReadOnlyCollection<string> assemblies)
    {
        if (assemblies.Count == 0)
        {
            return ForLooseFiles;
        }

        var names = assemblies.Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var replacesSignatures = assemblies.Any(BundledPackages.IsSigned);
        return
        [
            .. ForLooseFiles.Where(reference => Path.GetFileName(reference.Display) is var name && !names.Contains(name) && !(replacesSignatures && name == Signatures)),
            .. assemblies.DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    private static IEnumerable<string> Framework()
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(core, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(core));
        return new[] { core, web }.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Where(IsManaged).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Bundled() => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "references"), "*.dll")
        .Append(typeof(Workflow.Rules.RuleSet).Assembly.Location)
        .Order(StringComparer.Ordinal);

    // Native libraries stand beside the managed ones on Windows.
    private static bool IsManaged(string path) =>
        Path.GetFileName(path) is var name && (name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll")
        && !name.Contains(".Native.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.DiaSymReader", StringComparison.Ordinal);
}
