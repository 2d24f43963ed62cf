namespace LeakageAnalyzers.Package.Tests;

/// <summary>What one line in a project file makes of the packed analyzer.</summary>
public sealed class ProfileTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public async Task The_clinical_profile_breaks_the_build_of_a_leak()
    {
        using var project = await FreshProject.CreateAsync(packages, ClinicProgram.Leaky, PackedPackages.Analyzer, PackedPackages.Runtime);

        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => project.BuildAsync("-p:LeakageProfile=clinical"));
        Assert.Contains($"Program.cs({ClinicProgram.SplitLine},", broken.Message, StringComparison.Ordinal);
        Assert.Contains("error LEAK202:", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_warns_of_a_score_without_an_interval_where_others_only_suggest()
    {
        using var project = await FreshProject.CreateAsync(packages, ClinicProgram.Published, PackedPackages.Analyzer, PackedPackages.Runtime);

        Assert.Empty(await project.BuildAsync());
        Assert.Empty(await project.BuildAsync("-p:LeakageProfile=research"));
        var warnings = await project.BuildAsync("-p:LeakageProfile=clinical");
        Assert.Contains(warnings, warning => warning.Id == "LEAK502");
        Assert.All(warnings, warning => Assert.StartsWith("LEAK5", warning.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_editorconfig_says_wins_over_the_profile()
    {
        using var project = await FreshProject.CreateAsync(packages, ClinicProgram.Leaky, PackedPackages.Analyzer, PackedPackages.Runtime);
        project.Configure("dotnet_diagnostic.LEAK202.severity = warning");

        Assert.Contains(new LeakWarning("Program.cs", ClinicProgram.SplitLine, "LEAK202"), await project.BuildAsync("-p:LeakageProfile=clinical"));
    }

    [Fact]
    public async Task A_profile_that_there_is_not_is_named_and_the_default_one_used()
    {
        using var project = await FreshProject.CreateAsync(packages, ClinicProgram.Honest, PackedPackages.Analyzer, PackedPackages.Runtime);

        Assert.Contains("There is no leakage profile 'clinic'", await project.DotNetAsync("build", "--no-incremental", "-p:LeakageProfile=clinic"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dotnet_format_answers_every_remark_that_has_a_fix()
    {
        using var project = await FreshProject.CreateAsync(packages, RemarkedProgram.Bare, PackedPackages.Analyzer, PackedPackages.Runtime);

        await project.DotNetAsync(
            "format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", "LEAK501", "LEAK502", "LEAK503", "LEAK504", "LEAK505", "LEAK506", "LEAK507", "LEAK508");

        // Two fixes add lines below one statement, in whichever order they come.
        Assert.Equal(RemarkedProgram.Fixed.Split('\n').Order(StringComparer.Ordinal), project.Program.Split('\n').Order(StringComparer.Ordinal));
        Assert.Empty(await project.BuildAsync());
    }
}
