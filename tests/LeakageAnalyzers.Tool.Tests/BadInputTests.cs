using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeakageAnalyzers.Tool.Tests;

/// <summary>Whatever lies about: one clear line each, the rest is analysed, and the exit code is 2.</summary>
public sealed class BadInputTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    [Fact]
    public async Task Everything_bad_at_once_costs_a_line_each_and_hides_no_finding()
    {
        using var folder = new TestFolder();
        folder.Write("good/Program.cs", Study.Leaky);
        folder.Write("broken.ipynb", "{ \"cells\": [ {\n oops } ] }");
        folder.Write("list.ipynb", "[1, 2]");
        File.WriteAllBytes(folder["binary.cs"], [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2]);
        using (var large = File.Create(folder["large.cs"]))
        {
            large.SetLength(100_000_000);
        }

        Directory.CreateDirectory(folder["loop"]);
        File.CreateSymbolicLink(folder["loop/again"], folder.Path);
        File.CreateSymbolicLink(folder["dangling.cs"], folder["nowhere.cs"]);
        folder.Write("broken/Broken.csproj", "<Project><PropertyGroup>");

        var run = await leakage.RunAsync(folder, "check", ".", "missing.cs", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        var answer = System.Text.Json.Nodes.JsonNode.Parse(run.StandardOutput)!;
        Assert.Equal(["LEAK102"], answer["findings"]!.AsArray().Select(finding => (string?)finding!["rule"]));
        var problems = answer["problems"]!.AsArray().ToDictionary(problem => (string)problem!["file"]!, problem => (string)problem!["message"]!);
        Assert.Equal("not text: a binary file", problems["binary.cs"]);
        Assert.StartsWith("broken JSON at line 2", problems["broken.ipynb"], StringComparison.Ordinal);
        Assert.StartsWith("no project file: ", problems["broken/Broken.csproj"], StringComparison.Ordinal);
        Assert.StartsWith("cannot be read: ", problems["dangling.cs"], StringComparison.Ordinal);
        Assert.Equal("too large for source: 100 MB, at most 20 MB are read", problems["large.cs"]);
        Assert.Equal("JSON without cells: no notebook of format 4", problems["list.ipynb"]);
        Assert.StartsWith("a link to a folder that holds it", problems["loop/again"], StringComparison.Ordinal);
        Assert.Equal("no such file or folder", problems["missing.cs"]);
        Assert.Equal(8, problems.Count);
    }

    [Fact]
    public async Task What_may_not_be_read_is_said()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TestFolder();
        folder.Write("Program.cs", Study.Leaky);
        folder.Write("secret.cs", Study.Leaky);
        File.SetUnixFileMode(folder["secret.cs"], UnixFileMode.None);

        var run = await leakage.RunAsNobodyAsync(folder, "check", ".");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("incomplete: secret.cs: no permission to read it\n", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("LEAK102", run.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain", "LEAK999")]
    [InlineData("check", "--format", "yaml", ".")]
    [InlineData("check")]
    [InlineData("prune", ".")]
    public async Task A_wrong_call_is_no_finding(params string[] arguments)
    {
        using var folder = new TestFolder();

        Assert.Equal(2, (await leakage.RunAsync(folder, arguments)).ExitCode);
    }

    [Fact]
    public async Task An_interrupt_leaves_no_half_written_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TestFolder();
        for (var i = 0; i < 200; i++)
        {
            folder.Write($"study{i}/Program.cs", Study.Leaky);
        }

        using var process = Process.Start(new ProcessStartInfo(leakage.Command, ["check", ".", "--format", "html", "--output", "report.html"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
        })!;

        // The runtime is up once it has loaded the compiler.
        while (!process.HasExited && !File.ReadAllText($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/maps").Contains("Microsoft.CodeAnalysis.CSharp.dll", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        var watch = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Assert.NotEqual(0, process.ExitCode);

        // A second, and as much again for a machine that has other things to do.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Empty(folder.Files);
    }
}
