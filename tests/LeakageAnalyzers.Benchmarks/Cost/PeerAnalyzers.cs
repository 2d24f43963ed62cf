using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Benchmarks.Cost;

/// <summary>The analyzers of other packages, as a compiler of the version at hand takes them out of the restored packages.</summary>
internal static partial class PeerAnalyzers
{
    private const string Mark = "Peer:";

    /// <summary>Each package with its analyzers. The packages are named in the project file.</summary>
    /// <exception cref="InvalidOperationException">A package holds no analyzers.</exception>
    public static IReadOnlyList<(string Package, ImmutableArray<DiagnosticAnalyzer> Analyzers)> All { get; } =
    [
        .. typeof(PeerAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(attribute => attribute.Key.StartsWith(Mark, StringComparison.Ordinal))
            .Select(attribute => (attribute.Key[Mark.Length..], AnalyzersIn(attribute.Value!))),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> AnalyzersIn(string package)
    {
        var files = Directory.GetFiles(Path.Combine(package, "analyzers"), "*.dll", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".resources.dll", StringComparison.Ordinal) && !file.Split(Path.DirectorySeparatorChar).Contains("vb") && VersionOf(file) <= typeof(Compilation).Assembly.GetName().Version)
            .ToList();
        var newest = files.Max(VersionOf);
        var chosen = files.Where(file => VersionOf(file) == newest).ToList();
        var loader = new FolderLoader();
        chosen.ForEach(loader.AddDependencyLocation);
        var analyzers = chosen.SelectMany(file => new AnalyzerFileReference(file, loader).GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        return analyzers.Length > 0 ? analyzers : throw new InvalidOperationException($"'{package}' holds no analyzers.");
    }

    // Packages for several compilers keep them apart in folders such as roslyn4.14; what is in none is for all of them.
    private static Version VersionOf(string file) => CompilerFolder().Match(file) is { Success: true } match ? new Version(match.Groups[1].Value + ".0.0") : new Version(0, 0);

    [GeneratedRegex(@"[/\\]roslyn(\d+\.\d+)[/\\]")]
    private static partial Regex CompilerFolder();

    private sealed class FolderLoader : IAnalyzerAssemblyLoader
    {
        private readonly AssemblyLoadContext _context = new("peer");
        private readonly Dictionary<string, string> _paths = [];

        public FolderLoader() => _context.Resolving += (context, name) => _paths.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;

        public void AddDependencyLocation(string fullPath) => _paths[Path.GetFileNameWithoutExtension(fullPath)] = fullPath;

        public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);
    }
}
