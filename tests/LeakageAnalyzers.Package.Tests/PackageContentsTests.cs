using System.Reflection.PortableExecutable;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace LeakageAnalyzers.Package.Tests;

/// <summary>What stands in the packages.</summary>
public sealed class PackageContentsTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public void The_analyzer_package_holds_the_analyzer_its_fixes_their_vocabulary_and_a_page_for_each_rule_and_no_library() => AssertFiles(
        PackedPackages.Analyzer,
        [
            "LeakageAnalyzers.nuspec",
            "README.md",
            "analyzers/dotnet/cs/LeakageAnalyzers.CodeFixes.dll",
            "analyzers/dotnet/cs/LeakageAnalyzers.Workflow.dll",
            "analyzers/dotnet/cs/LeakageAnalyzers.dll",
            "buildTransitive/LeakageAnalyzers.targets",
            "buildTransitive/profiles/clinical.globalconfig",
            "buildTransitive/profiles/default.globalconfig",
            "buildTransitive/profiles/research.globalconfig",
            .. ThisBuild.RulePages.Select(page => "documentation/" + page),
            "icon.png",
        ]);

    [Fact]
    public void The_runtime_package_holds_the_library_and_its_vocabulary_for_both_frameworks() => AssertFiles(
        PackedPackages.Runtime,
        [
            "LeakageAnalyzers.Runtime.nuspec",
            "README.md",
            "icon.png",
            "lib/net8.0/LeakageAnalyzers.Runtime.dll",
            "lib/net8.0/LeakageAnalyzers.Runtime.xml",
            "lib/net8.0/LeakageAnalyzers.Workflow.dll",
            "lib/netstandard2.0/LeakageAnalyzers.Runtime.dll",
            "lib/netstandard2.0/LeakageAnalyzers.Runtime.xml",
            "lib/netstandard2.0/LeakageAnalyzers.Workflow.dll",
            "schemas/evaluation-report.schema.json",
        ]);

    [Fact]
    public void The_package_of_sealed_test_rows_holds_one_assembly_for_both_frameworks() => AssertFiles(
        PackedPackages.Holdout,
        [
            "LeakageAnalyzers.Runtime.Holdout.nuspec",
            "README.md",
            "icon.png",
            "lib/net8.0/LeakageAnalyzers.Runtime.Holdout.dll",
            "lib/net8.0/LeakageAnalyzers.Runtime.Holdout.xml",
            "lib/netstandard2.0/LeakageAnalyzers.Runtime.Holdout.dll",
            "lib/netstandard2.0/LeakageAnalyzers.Runtime.Holdout.xml",
        ]);

    [Fact]
    public void The_analyzer_package_is_a_development_dependency_and_depends_on_nothing()
    {
        using var package = packages.Open(PackedPackages.Analyzer);

        Assert.True(package.NuspecReader.GetDevelopmentDependency());
        Assert.Empty(package.NuspecReader.GetDependencyGroups());
    }

    [Fact]
    public void The_runtime_package_depends_on_what_it_calls_and_on_none_of_the_pinned_packages()
    {
        using var package = packages.Open(PackedPackages.Runtime);
        var groups = package.NuspecReader.GetDependencyGroups().ToList();

        Assert.Equal(["net8.0", "netstandard2.0"], groups.Select(group => group.TargetFramework.GetShortFolderName()).Order());
        Assert.All(groups, group =>
        {
            Assert.Equal(["MathNet.Numerics", "Microsoft.ML", "OxyPlot.Core", "System.IO.Hashing", .. JsonOf(group)], group.Packages.Select(dependency => dependency.Id).Order());
            Assert.Equal("[5.0.1, )", group.Packages.Single(dependency => dependency.Id == "Microsoft.ML").VersionRange.ToNormalizedString());
        });
    }

    [Fact]
    public void Only_the_package_of_sealed_test_rows_brings_a_database()
    {
        using var package = packages.Open(PackedPackages.Holdout);

        Assert.All(package.NuspecReader.GetDependencyGroups(), group => Assert.Equal(
            ["LeakageAnalyzers.Runtime", "MathNet.Numerics", "Microsoft.Data.Sqlite", "Microsoft.ML", "OxyPlot.Core", "System.IO.Hashing", .. JsonOf(group)],
            group.Packages.Select(dependency => dependency.Id).Order()));
    }

    [Theory]
    [InlineData(PackedPackages.Analyzer)]
    [InlineData(PackedPackages.Runtime)]
    [InlineData(PackedPackages.Holdout)]
    public void Each_package_says_its_licence_and_carries_its_readme_and_its_icon(string id)
    {
        using var package = packages.Open(id);

        Assert.Equal("MIT", package.NuspecReader.GetLicenseMetadata()?.License);
        Assert.Equal("README.md", package.NuspecReader.GetReadme());
        Assert.Equal("icon.png", package.NuspecReader.GetIcon());
        Assert.NotEmpty(package.NuspecReader.GetReleaseNotes());

        // SourceLink tells the commit, and the address where the repository has one; never a folder of the machine.
        var repository = package.NuspecReader.GetRepositoryMetadata();
        Assert.True(string.IsNullOrEmpty(repository?.Url) || repository.Url.StartsWith("https://", StringComparison.Ordinal), repository?.Url);
    }

    [Theory]
    [InlineData(PackedPackages.Analyzer)]
    [InlineData(PackedPackages.Runtime)]
    [InlineData(PackedPackages.Holdout)]
    public void Each_assembly_carries_its_symbols(string id)
    {
        using var package = packages.Open(id);

        Assert.All(package.GetFiles().Where(file => Path.GetExtension(file) == ".dll"), file =>
        {
            using var copy = new MemoryStream();
            package.GetStream(file).CopyTo(copy);
            copy.Position = 0;
            using var assembly = new PEReader(copy);
            Assert.Contains(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        });
    }

    [Fact]
    public void The_analyzer_package_is_below_one_megabyte() =>
        Assert.InRange(new FileInfo(Path.Combine(packages.Feed, PackedPackages.FileName(PackedPackages.Analyzer))).Length, 1, 1_000_000);

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        var again = Path.Combine(Path.GetDirectoryName(packages.Feed)!, "again");
        await PackedPackages.PackAsync(again);

        Assert.All(new[] { PackedPackages.Analyzer, PackedPackages.Runtime, PackedPackages.Holdout }, id => Assert.Equal(
            File.ReadAllBytes(Path.Combine(packages.Feed, PackedPackages.FileName(id))),
            File.ReadAllBytes(Path.Combine(again, PackedPackages.FileName(id)))));
    }

    private void AssertFiles(string id, IEnumerable<string> expected)
    {
        using var package = packages.Open(id);
        var files = package.GetFiles().Where(file => PackageHelper.IsPackageFile(file, PackageSaveMode.Defaultv3));

        Assert.Equal(expected, files.Order(StringComparer.Ordinal));
    }

    // .NET has it built in.
    private static string[] JsonOf(PackageDependencyGroup group) => group.TargetFramework.GetShortFolderName() == "netstandard2.0" ? ["System.Text.Json"] : [];
}
