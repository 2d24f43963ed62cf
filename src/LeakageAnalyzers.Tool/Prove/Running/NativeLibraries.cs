using LeakageAnalyzers.Tool.Programs.Packages;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>Native libraries for this machine: those that stand in the packages of a program's assemblies, those that the tool brings, and those of ML.NET's packages in the user's cache.</summary>
internal static class NativeLibraries
{
    private static readonly string[] Endings = [".so", ".dll", ".dylib"];

    // The packages whose assemblies come with the tool, and whose native parts are too large to.
    private static readonly string[] MlNet = ["lightgbm", "microsoft.ml.onnxruntime", "skiasharp.nativeassets.linux.nodependencies", "skiasharp.nativeassets.linux", "skiasharp.nativeassets.win32", "skiasharp.nativeassets.macos"];

    /// <summary>The libraries, one for each file name; the nearest to the program's own packages win.</summary>
    public static IReadOnlyList<string> For(IEnumerable<string> assemblies)
    {
        var packages = assemblies.Select(PackageOf).OfType<string>().Distinct(StringComparer.Ordinal).Concat(MlNet.Select(PackageCache.OfUser.NewestOf).OfType<string>());
        var folders = packages.Select(package => Path.Combine(package, "runtimes")).Append(Path.Combine(AppContext.BaseDirectory, "natives"));
        return [.. folders.SelectMany(LibrariesIn).DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The libraries under a folder with one folder for each kind of machine.</summary>
    public static IEnumerable<string> LibrariesIn(string runtimes) =>
        from identifier in DotNetHost.RuntimeIdentifiers
        let folder = Path.Combine(runtimes, identifier, "native")
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder)
        where Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        select file;

    // …/microsoft.ml.fasttree/5.0.1/lib/netstandard2.0/Microsoft.ML.FastTree.dll
    private static string? PackageOf(string assembly)
    {
        for (var folder = Path.GetDirectoryName(assembly); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.GetFileName(folder) is "lib" or "ref")
            {
                return Path.GetDirectoryName(folder);
            }
        }

        return null;
    }
}
