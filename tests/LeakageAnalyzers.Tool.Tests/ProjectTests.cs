using System.Globalization;

namespace LeakageAnalyzers.Tool.Tests;

/// <summary>Projects and solutions.</summary>
public sealed class ProjectTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <DefineConstants>$(DefineConstants);STUDY</DefineConstants>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.ML" Version="5.0.1" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task A_restored_project_is_read_as_MSBuild_builds_it()
    {
        using var folder = new TestFolder();
        Restorable(folder);
        folder.Write("Study/Study.csproj", Project);

        // Only MSBuild knows that the file is compiled, and under which symbol.
        folder.Write("Shared/Leaky.cs", "#if FROM_PROPS\n" + Study.Leaky.Replace(Study.Rows, "", StringComparison.Ordinal) + "#endif\n");
        folder.Write("Study/Visit.cs", "using Microsoft.ML.Data;\n" + Study.Rows);
        folder.Write("Study/Directory.Build.targets", """
            <Project>
              <PropertyGroup Condition="'$(OutputType)' == 'Exe'"><DefineConstants>$(DefineConstants);FROM_PROPS</DefineConstants></PropertyGroup>
              <ItemGroup><Compile Include="../Shared/*.cs" /></ItemGroup>
            </Project>
            """);
        folder.Write("Study.slnx", """<Solution><Project Path="Study/Study.csproj" /></Solution>""");
        await LeakageProcess.DotNetAsync(folder.Path, "restore", "Study/Study.csproj");

        var run = await leakage.RunAsync(folder, "check", "Study.slnx");

        Assert.Equal("", run.StandardError);
        Assert.Contains("Shared/Leaky.cs\n\n  LEAK102", run.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);

        Assert.Equal(0, (await leakage.RunAsync(folder, "fix", "Study.slnx")).ExitCode);
        Assert.Equal(0, (await leakage.RunAsync(folder, "check", "Study/Study.csproj")).ExitCode);
    }

    [Fact]
    public async Task A_project_that_was_not_restored_is_read_against_what_is_bundled_and_is_silent_about_it_where_nothing_is_missing()
    {
        using var folder = new TestFolder();
        folder.Write("Study/Study.csproj", Project);
        folder.Write("Study/Program.cs", Study.Leaky);

        var run = await leakage.RunAsync(folder, "check", "Study/Study.csproj");

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("incomplete", run.StandardOutput, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["Study/obj"]));
    }

    [Fact]
    public async Task Where_something_is_missing_it_says_so_and_analyses_the_rest()
    {
        using var folder = new TestFolder();
        folder.Write("Study/Study.csproj", Project);
        folder.Write("Study/Program.cs", Study.Leaky);
        folder.Write("Study/Plots.cs", "public static class Plots { public static void Show(Vendor.Plot plot) { } }");

        var run = await leakage.RunAsync(folder, "check", "Study");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("LEAK102", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("incomplete: Study/Study.csproj: its packages are not restored (dotnet restore): read without a build, with 1", run.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_SDK_a_restored_project_is_read_by_its_file()
    {
        using var folder = new TestFolder();
        folder.Write("Study/Study.csproj", Project);
        folder.Write("Study/Program.cs", Study.Leaky);
        folder.Write("Study/obj/project.assets.json", "{}");
        Directory.CreateDirectory(folder["empty"]);
        var runtime = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

        var run = await leakage.RunUnderAsync(new Dictionary<string, string?> { ["PATH"] = folder["empty"], ["DOTNET_ROOT"] = runtime, ["DOTNET_HOST_PATH"] = null }, folder, "check", "Study");

        Assert.Contains("LEAK102", run.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_project_is_answered_for_alone()
    {
        using var folder = new TestFolder();
        folder.Write("Study/Study.csproj", Project);
        folder.Write("Study/Program.cs", "new First().Run();\nnew Second().Run();\n");
        folder.Write("Study/First.cs", InClass("First"));
        folder.Write("Study/Second.cs", InClass("Second"));
        folder.Write("Study/Visit.cs", "using Microsoft.ML.Data;\n" + Study.Rows);

        var run = await leakage.RunAsync(folder, "check", "Study/Second.cs");

        Assert.StartsWith("Study/Second.cs\n", run.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("\nStudy/First.cs\n", run.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_of_one_file_needs_no_project()
    {
        using var folder = new TestFolder();
        folder.Write("tool.cs", "#!/usr/bin/env dotnet\n#:package Microsoft.ML@5.0.1\n#:property Nullable=enable\n" + Study.Leaky);

        var run = await leakage.RunAsync(folder, "check", "t*l.cs");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("  11 │ var scaled", run.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("note", run.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_projects_fit_into_the_memory_of_a_few()
    {
        using var folder = new TestFolder();
        var names = Enumerable.Range(0, 200).Select(number => number.ToString("D3", CultureInfo.InvariantCulture)).ToList();
        foreach (var name in names)
        {
            folder.Write($"Study{name}/Study{name}.csproj", Project);
            folder.Write($"Study{name}/Program.cs", Study.Leaky);
        }

        folder.Write("Studies.slnx", $"<Solution>{string.Concat(names.Select(name => $"<Project Path=\"Study{name}/Study{name}.csproj\" />"))}</Solution>");

        // A compilation of this size holds some 20 MB; 200 of them would not fit.
        var run = await leakage.RunUnderAsync(new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = "0x18000000" }, folder, "check", "Studies.slnx");

        Assert.EndsWith("200 findings in 200 programs. The rows of 800 of 800 calls that split, fit or test are known.\n"
            + "leakage explain LEAK102 tells more; leakage fix repairs what can be repaired.\n", run.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    // Packages come from the machine alone.
    private static void Restorable(TestFolder folder)
    {
        Directory.CreateDirectory(folder["feed"]);
        folder.Write("nuget.config", """<configuration><packageSources><clear /><add key="feed" value="feed" /></packageSources></configuration>""");
        folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectFallbackFolders>{ThisBuild.PackageFolder}</RestoreAdditionalProjectFallbackFolders>
                <RestorePackagesPath>{folder["packages"]}</RestorePackagesPath>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="System.Numerics.Tensors" Version="9.0.19" />
                <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
              </ItemGroup>
            </Project>
            """);
    }

    private static string InClass(string name) => $$"""
        using Microsoft.ML;
        using Microsoft.ML.Data;

        public sealed class {{name}}
        {
            public void Run()
            {
                {{Study.Leaky.Replace(Study.Rows, "", StringComparison.Ordinal).Replace("using Microsoft.ML;\nusing Microsoft.ML.Data;\n", "", StringComparison.Ordinal)}}
            }
        }
        """;
}
