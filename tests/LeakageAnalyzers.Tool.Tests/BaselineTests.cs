namespace LeakageAnalyzers.Tool.Tests;

/// <summary><c>--baseline</c>: findings that are known are not told again.</summary>
public sealed class BaselineTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task Known_findings_stay_known_when_their_lines_move_and_new_ones_are_told()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        var first = await leakage.RunAsync(folder, "check", ".", "--baseline", "known.json");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("1 finding of the baseline not shown.", first.StandardOutput, StringComparison.Ordinal);

        folder.Write("Program.cs", "// Moved.\n\n" + Study.Leaky.Replace("var scaled =", "var  scaled  =", StringComparison.Ordinal));
        Assert.Equal(0, (await leakage.RunAsync(folder, "check", ".", "--baseline", "known.json")).ExitCode);

        folder.Write("Other.cs", Study.Leaky);
        var third = await leakage.RunAsync(folder, "check", ".", "--baseline", "known.json");
        Assert.Equal(1, third.ExitCode);
        Assert.StartsWith("Other.cs\n", third.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("\nProgram.cs", third.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_baseline_is_said_in_one_line()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);
        folder.Write("known.json", "[]");

        var run = await leakage.RunAsync(folder, "check", ".", "--baseline", "known.json");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"leakage: {folder["known.json"]}: ", run.StandardError, StringComparison.Ordinal);
        Assert.Single(run.StandardError.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("Warning", 1)]
    [InlineData("Error", 0)]
    public async Task Fail_on_decides_which_findings_count(string level, int exitCode)
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);

        Assert.Equal(exitCode, (await leakage.RunAsync(folder, "check", ".", "--fail-on", level)).ExitCode);
    }

    [Fact]
    public async Task Settings_beside_loose_files_hold_for_them()
    {
        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);
        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.LEAK102.severity = error\n");

        Assert.Equal(1, (await leakage.RunAsync(folder, "check", ".", "--fail-on", "error")).ExitCode);

        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.LEAK102.severity = none\n");
        Assert.Equal(0, (await leakage.RunAsync(folder, "check", ".")).ExitCode);
    }
}
