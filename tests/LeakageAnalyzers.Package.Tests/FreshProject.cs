using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LeakageAnalyzers.Package.Tests;

/// <summary>A console program in a folder of its own, far from this repository's settings, whose author takes the packages as README says.</summary>
internal sealed partial class FreshProject : IDisposable
{
    private const string ProjectFile = "Clinic.csproj";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leakage-fresh-");

    private FreshProject()
    {
    }

    /// <summary>The text of Program.cs as it is now.</summary>
    public string Program => Read("Program.cs");

    /// <summary>Names of what the last build put out.</summary>
    public IEnumerable<string> Output => Directory.EnumerateFiles(PathOf(Path.Combine("bin", "Debug", "net10.0"))).Select(file => Path.GetFileName(file));

    /// <summary>The project as its file says.</summary>
    public XDocument Project => XDocument.Load(PathOf(ProjectFile));

    /// <summary>Writes the program and adds the packages by the command line.</summary>
    public static async Task<FreshProject> CreateAsync(PackedPackages packages, string program, params string[] ids)
    {
        var project = new FreshProject();
        project.Write(ProjectFile, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        project.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>{packages.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{packages.Unpacked}</RestorePackagesPath>
                <RestoreAdditionalProjectFallbackFolders>{ThisBuild.PackageFolder}</RestoreAdditionalProjectFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        project.Write("Directory.Build.targets", "<Project />");
        project.Write("Directory.Packages.props", "<Project />");
        project.Write(".editorconfig", "root = true\n");
        project.Write("Program.cs", program);
        foreach (var id in ids)
        {
            await project.DotNetAsync("add", "package", id, "--version", PackedPackages.Version);
        }

        return project;
    }

    /// <summary>Builds all of it anew.</summary>
    /// <returns>What the analyzer says: the LEAK warnings, in order of their lines.</returns>
    /// <param name="properties">Properties of the build, such as <c>-p:LeakageProfile=clinical</c>.</param>
    public async Task<IReadOnlyList<LeakWarning>> BuildAsync(params string[] properties)
    {
        var log = await DotNetAsync(["build", "--no-incremental", .. properties]);
        return [.. LeakWarningLine().Matches(log)
            .Select(line => new LeakWarning(line.Groups["file"].Value, int.Parse(line.Groups["line"].Value, CultureInfo.InvariantCulture), line.Groups["id"].Value))
            .Distinct()
            .OrderBy(warning => warning.Line)];
    }

    /// <summary>Adds a line for C# files to the .editorconfig file.</summary>
    public void Configure(string line) => Write(".editorconfig", $"root = true\n\n[*.cs]\n{line}\n");

    /// <summary>Runs a dotnet command in the project's folder.</summary>
    public Task<string> DotNetAsync(params string[] arguments) => DotNet.RunAsync(_folder.FullName, arguments);

    /// <summary>Writes a file of the project.</summary>
    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    /// <summary>The text of a file of the project as it is now.</summary>
    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    [GeneratedRegex(@"(?<file>[^/\\\s]+)\((?<line>\d+),\d+\): warning (?<id>LEAK\d+):")]
    private static partial Regex LeakWarningLine();
}
