namespace LeakageAnalyzers.Package.Tests;

/// <summary>What somebody gets who takes the packages into a new project.</summary>
public sealed class FreshProjectTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public async Task A_build_shows_the_leak_dotnet_format_repairs_it_and_the_program_runs_clean()
    {
        using var project = await FreshProject.CreateAsync(packages, ClinicProgram.Leaky, PackedPackages.Analyzer, PackedPackages.Runtime);

        Assert.Equal([new LeakWarning("Program.cs", ClinicProgram.SplitLine, "LEAK202")], await project.BuildAsync());
        Assert.Contains($"Found: LEAK202 in line {ClinicProgram.SplitLine}\nAudited: LEAK601\n", await project.DotNetAsync("run", "--no-build"), StringComparison.Ordinal);

        await project.DotNetAsync("format", "analyzers", "--diagnostics", "LEAK202");

        Assert.Equal(ClinicProgram.Honest, project.Program);
        Assert.Empty(await project.BuildAsync());
        Assert.Contains("Found: \nAudited: \n", await project.DotNetAsync("run", "--no-build"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_honest_twin_builds_without_a_word_and_is_left_as_it_is()
    {
        using var project = await FreshProject.CreateAsync(packages, ClinicProgram.Honest, PackedPackages.Analyzer, PackedPackages.Runtime);

        Assert.Empty(await project.BuildAsync());
        await project.DotNetAsync("format", "analyzers", "--diagnostics", "LEAK202");
        Assert.Equal(ClinicProgram.Honest, project.Program);
    }

    [Fact]
    public async Task The_analyzer_alone_leaves_nothing_in_what_its_user_ships()
    {
        using var project = await FreshProject.CreateAsync(packages, """Console.WriteLine("No model here.");""", PackedPackages.Analyzer);

        Assert.Empty(await project.BuildAsync());
        Assert.Equal(
            ["Clinic", "Clinic.deps.json", "Clinic.dll", "Clinic.pdb", "Clinic.runtimeconfig.json"],
            project.Output.Select(file => file == "Clinic.exe" ? "Clinic" : file).Order(StringComparer.Ordinal));
        Assert.Equal("all", project.Project.Descendants("PackageReference").Single().Element("PrivateAssets")?.Value);
    }
}
