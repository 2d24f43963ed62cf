using CliWrap;
using CliWrap.Buffered;

namespace LeakageAnalyzers.Tool.Tests;

/// <summary>The packed tool, installed once for all tests and started as a process.</summary>
public sealed class LeakageProcess : IAsyncLifetime
{
    private const string Version = "0.1.0-test";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>The command.</summary>
    public string Command { get; private set; } = "";

    public async Task InitializeAsync() => Command = await Installed.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<string> InstallAsync()
    {
        var folder = Directory.CreateTempSubdirectory("leakage-tool-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var feed = Path.Combine(folder.FullName, "feed");
        await DotNetAsync(
            ThisBuild.RepositoryRoot,
            "pack", Path.Combine("src", "LeakageAnalyzers.Tool"), "--no-build", "--configuration", ThisBuild.Configuration, "--output", feed, $"-property:Version={Version}", "-warnaserror");

        // From the packed file alone.
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder.FullName, "packages")}" /></config>
            </configuration>
            """);
        await DotNetAsync(folder.FullName, "tool", "install", "LeakageAnalyzers.Tool", "--version", Version, "--tool-path", Path.Combine(folder.FullName, "tool"), "--configfile", "nuget.config");
        return Path.Combine(folder.FullName, "tool", "leakage");
    }

    /// <summary>Runs the command in <paramref name="folder"/> and gives what it wrote and its exit code.</summary>
    internal Task<BufferedCommandResult> RunAsync(TestFolder folder, params string[] arguments) => RunUnderAsync(new Dictionary<string, string?>(), folder, arguments);

    /// <summary>The same, as somebody who may not read all: the superuser, who may, steps down for it.</summary>
    internal Task<BufferedCommandResult> RunAsNobodyAsync(TestFolder folder, params string[] arguments)
    {
        if (OperatingSystem.IsWindows() || Environment.UserName != "root")
        {
            return RunAsync(folder, arguments);
        }

        const UnixFileMode ToAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder.Path, ToAll);
        File.SetUnixFileMode(Path.GetDirectoryName(Path.GetDirectoryName(Command))!, ToAll);
        return RunAsync("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Command, .. arguments], new Dictionary<string, string?> { ["HOME"] = folder.Path }, folder.Path);
    }

    /// <summary>The same, with other environment variables.</summary>
    internal Task<BufferedCommandResult> RunUnderAsync(IReadOnlyDictionary<string, string?> environment, TestFolder folder, params string[] arguments) =>
        RunAsync(Command, arguments, environment, folder.Path);

    /// <summary>The same in the top folder of this repository, as README tells.</summary>
    internal Task<BufferedCommandResult> RunInRepositoryAsync(params string[] arguments) => RunAsync(Command, arguments, new Dictionary<string, string?>(), ThisBuild.RepositoryRoot);

    private static async Task<BufferedCommandResult> RunAsync(string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, string folder)
    {
        using var tooLong = new CancellationTokenSource(Limit);
        var variables = LikeANewShell();
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        return await Cli.Wrap(command).WithArguments(arguments).WithWorkingDirectory(folder).WithEnvironmentVariables(variables)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(tooLong.Token);
    }

    /// <summary>Runs the dotnet command; a failure fails the test.</summary>
    internal static async Task DotNetAsync(string folder, params string[] arguments)
    {
        using var tooLong = new CancellationTokenSource(Limit);
        var result = await Cli.Wrap("dotnet").WithArguments(arguments).WithWorkingDirectory(folder).WithEnvironmentVariables(LikeANewShell())
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(tooLong.Token);
        Assert.True(result.IsSuccess, $"dotnet {string.Join(' ', arguments)} failed:\n{result.StandardOutput}{result.StandardError}");
    }

    // Without what `dotnet test` tells its own build engine, and without one that stays behind and holds the folder.
    private static Dictionary<string, string?> LikeANewShell()
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name, _ => (string?)null);
        variables["MSBUILDDISABLENODEREUSE"] = "1";
        variables["UseSharedCompilation"] = "false";

        // It lives for seconds: to count calls and to compile anew what is called often costs it a fifth more than it saves.
        variables["DOTNET_TC_CallCounting"] = "0";
        variables["GITHUB_ACTIONS"] = "true";
        return variables;
    }
}
