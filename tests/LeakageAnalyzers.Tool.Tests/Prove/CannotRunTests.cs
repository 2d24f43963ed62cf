using System.Diagnostics;
using System.Globalization;

namespace LeakageAnalyzers.Tool.Tests.Prove;

/// <summary><c>leakage prove</c> on programs that do not run, and when it is stopped.</summary>
public sealed class CannotRunTests(LeakageProcess leakage) : IClassFixture<LeakageProcess>
{
    private const string Split = "var split";

    [Fact]
    public async Task What_cannot_run_is_told_in_a_line_and_the_rest_is_measured()
    {
        using var folder = new TestFolder();
        folder.Write("patients.csv", Patients.Csv);
        folder.Write("Fine.cs", Patients.Leaky);
        folder.Write("Missing.cs", Patients.Leaky.Replace("patients.csv", "elsewhere.csv", StringComparison.Ordinal));
        folder.Write("Asks.cs", Before("Console.ReadKey();"));
        folder.Write("Web.cs", Before("new HttpClient().GetStringAsync(\"http://localhost:9\").Wait();"));
        folder.Write("Broken.cs", Before("int wrong = \"text\";"));
        folder.Write("Unrepaired.cs", Before("data = mlContext.Data.BootstrapSample(data);"));

        var run = await leakage.RunAsync(folder, "prove", ".", "--runs", "1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("LEAK202 Rows of one group can land in both partitions, Fine.cs line 6", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("not measured: Asks.cs: it reads the console, before it evaluates anything\n", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("not measured: Broken.cs: it does not build: Cannot implicitly convert type 'string' to 'int' (Broken.cs line 6)\n", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("not measured: Missing.cs: a file is missing: ", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("not measured: Web.cs: it needs the network: Connection refused", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("not measured: Unrepaired.cs: LEAK105, Unrepaired.cs line 6: no repair is offered, so there is nothing to compare with\n", run.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_past_the_timeout_is_ended()
    {
        using var folder = new TestFolder();
        folder.Write("patients.csv", Patients.Csv);
        folder.Write("Slow.cs", Before("Thread.Sleep(TimeSpan.FromMinutes(10));"));

        var run = await leakage.RunAsync(folder, "prove", "Slow.cs", "--timeout", "2");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("not measured: Slow.cs: it runs past the timeout of 2 s, before it evaluates anything\n", run.StandardOutput);
    }

    [Theory]
    [InlineData("INT", true)]
    [InlineData("KILL", false)]
    public async Task Programs_end_with_the_tool_and_an_interrupt_leaves_no_folder(string signal, bool cleansUp)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var folder = new TestFolder();
        folder.Write("patients.csv", Patients.Csv);
        folder.Write("Slow.cs", Before("Thread.Sleep(TimeSpan.FromMinutes(10));"));
        using var tool = Process.Start(new ProcessStartInfo(leakage.Command, ["prove", "Slow.cs"]) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var mark = $"leakage-prove-{tool.Id.ToString(CultureInfo.InvariantCulture)}-";
        await UntilAsync(() => tool.HasExited || Children(mark).Count == 2);
        Assert.False(tool.HasExited);

        using (var kill = Process.Start("kill", [$"-{signal}", tool.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await tool.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Assert.Equal(cleansUp ? 130 : 137, tool.ExitCode);
        await UntilAsync(() => Children(mark).Count == 0);
        Assert.Empty(Children(mark));
        var left = Directory.GetDirectories(Path.GetTempPath(), mark + "*");
        Assert.Equal(cleansUp ? 0 : 1, left.Length);

        // Nobody could delete it; the next call does.
        Array.ForEach(left, path => Directory.Delete(path, recursive: true));
    }

    private static string Before(string statement) => Patients.Leaky.Replace(Split, statement + "\n" + Split, StringComparison.Ordinal);

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(1) && !isSo();)
        {
            await Task.Delay(100);
        }
    }

    private static List<string> Children(string mark) => [.. Directory.EnumerateDirectories("/proc").Where(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    })];
}
