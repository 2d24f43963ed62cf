using NuGet.Packaging;

namespace LeakageAnalyzers.Package.Tests;

/// <summary>The packages, packed once from what the solution built, in a folder that serves as a feed.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>The version under test, which no feed serves.</summary>
    public const string Version = "0.1.0-test";

    /// <summary>The package of the analyzer and its fixes.</summary>
    public const string Analyzer = "LeakageAnalyzers";

    /// <summary>The package of the run-time library.</summary>
    public const string Runtime = "LeakageAnalyzers.Runtime";

    /// <summary>The package of sealed test rows.</summary>
    public const string Holdout = "LeakageAnalyzers.Runtime.Holdout";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leakage-packages-");

    /// <summary>The folder that holds the packages.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>Where fresh projects unpack them: not the machine's folder, which would keep an old one of this version.</summary>
    public string Unpacked => Path.Combine(_folder.FullName, "unpacked");

    public Task InitializeAsync() => PackAsync(Feed);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Packs all into a folder; a warning fails.</summary>
    internal static async Task PackAsync(string folder)
    {
        foreach (var project in new[] { "LeakageAnalyzers.Package", "LeakageAnalyzers.Runtime", "LeakageAnalyzers.Runtime.Holdout" })
        {
            await DotNet.RunAsync(
                ThisBuild.RepositoryRoot,
                "pack", Path.Combine("src", project), "--no-build", "--configuration", ThisBuild.Configuration, "--output", folder, $"-property:Version={Version}", "-warnaserror");
        }
    }

    internal static string FileName(string id) => $"{id}.{Version}.nupkg";

    internal PackageArchiveReader Open(string id) => new(Path.Combine(Feed, FileName(id)));
}
