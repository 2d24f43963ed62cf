using CliWrap;
using CliWrap.Buffered;

namespace LeakageAnalyzers.Runtime.Report.Tests.Browser;

/// <summary>Finds Chromium, or installs Debian's where the tests run as root.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Lazy<(string? Path, string? WhyNot)> Search = new(() => Find() is { } path ? (path, null) : Install());

    public static string Path => Search.Value.Path!;

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? WhyNot => Search.Value.WhyNot;

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static (string? Path, string? WhyNot) Install()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get") || Environment.UserName != "root")
        {
            return (null, "No Chromium in PATH, and it cannot be installed here: that needs apt-get and root.");
        }

        try
        {
            foreach (var arguments in new[] { "update", "install -y chromium" })
            {
                using var patience = new CancellationTokenSource(Patience);
                Cli.Wrap("/usr/bin/apt-get").WithArguments(arguments)
                    .WithEnvironmentVariables(variables => variables.Set("DEBIAN_FRONTEND", "noninteractive"))
                    .ExecuteBufferedAsync(patience.Token).GetAwaiter().GetResult();
            }
        }
        catch (Exception failure) when (failure is CliWrap.Exceptions.CommandExecutionException or OperationCanceledException)
        {
            return (null, $"No Chromium in PATH, and apt-get could not install it: {failure.Message}");
        }

        return Find() is { } path ? (path, null) : (null, "apt-get installed chromium, but it is not in PATH.");
    }
}

/// <summary>A test that needs a browser; skipped, with the reason, where none can be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyNot;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyNot;
}
