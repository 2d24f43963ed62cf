using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace LeakageAnalyzers.Tool.Programs.Packages;

/// <summary>The packages that this machine has unpacked. Nothing is downloaded.</summary>
/// <param name="folder">The folder of unpacked packages.</param>
internal sealed class PackageCache(string folder)
{
    private static readonly NuGetFramework Framework = NuGetFramework.Parse($"net{Environment.Version.Major}.0");

    /// <summary>The user's own: what <c>NUGET_PACKAGES</c> names, else the usual folder.</summary>
    public static PackageCache OfUser { get; } = new(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>The assemblies that a program compiles against when it asks for these packages; those that are not here are listed, as are packages that they need and that are not here.</summary>
    public PackageAssemblies Resolve(IEnumerable<PackageRequest> requests)
    {
        var assemblies = new List<string>();
        var missing = new List<PackageRequest>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<PackageRequest>(requests);
        while (waiting.TryDequeue(out var request))
        {
            if (!seen.Add(request.Id))
            {
                continue;
            }

            if (FolderOf(request) is not { } unpacked)
            {
                missing.Add(request);
                continue;
            }

            using var package = new PackageFolderReader(unpacked);
            assemblies.AddRange(CompileItems(package).Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(file => Path.Combine(unpacked, file)));
            foreach (var dependency in Nearest(package.NuspecReader.GetDependencyGroups().ToList())?.Packages ?? [])
            {
                waiting.Enqueue(new PackageRequest(dependency.Id, dependency.VersionRange.OriginalString));
            }
        }

        return new PackageAssemblies(assemblies, missing);
    }

    /// <summary>The folder of the newest version of <paramref name="package"/> that is here; null where there is none.</summary>
    public string? NewestOf(string package) => FolderOf(new PackageRequest(package, null));

    // Assemblies for compiling only, where a package has them, else those for running.
    private static IEnumerable<string> CompileItems(PackageFolderReader package) =>
        Nearest(package.GetItems(PackagingConstants.Folders.Ref).ToList())?.Items ?? Nearest(package.GetLibItems().ToList())?.Items ?? [];

    private static T? Nearest<T>(IReadOnlyCollection<T> groups)
        where T : class, IFrameworkSpecific =>
        new FrameworkReducer().GetNearest(Framework, groups.Select(group => group.TargetFramework)) is { } nearest ? groups.FirstOrDefault(group => group.TargetFramework.Equals(nearest)) : null;

    private string? FolderOf(PackageRequest request)
    {
        var versions = Path.Combine(folder, request.Id.ToLowerInvariant());
        if (!Directory.Exists(versions))
        {
            return null;
        }

        var here = Directory.EnumerateDirectories(versions).Select(path => (path, version: NuGetVersion.TryParse(Path.GetFileName(path), out var version) ? version : null))
            .Where(found => found.version is not null)
            .OrderBy(found => found.version)
            .ToList();
        var wanted = request.Version is { } text && !text.Contains('*') && VersionRange.TryParse(text, out var range) ? range : VersionRange.All;
        return here.Find(found => wanted.MinVersion == found.version).path ?? here.FindLast(found => wanted.Satisfies(found.version!)).path;
    }
}

/// <summary>What packages give to a compilation.</summary>
/// <param name="Assemblies">Their assemblies, absolute.</param>
/// <param name="Missing">The packages that are not on the machine.</param>
internal sealed record PackageAssemblies(IReadOnlyList<string> Assemblies, IReadOnlyList<PackageRequest> Missing)
{
    /// <summary>No package was asked for.</summary>
    public static PackageAssemblies None { get; } = new([], []);
}
