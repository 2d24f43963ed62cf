using CliWrap;
using CliWrap.Buffered;

namespace LeakageAnalyzers.Package.Tests;

/// <summary>The dotnet command, as a user calls it.</summary>
internal static class DotNet
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs the command in a folder and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">The command failed; the message has its output.</exception>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        using var tooLong = new CancellationTokenSource(_limit);
        var result = await Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(LikeANewShell())
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(tooLong.Token);
        return result.IsSuccess
            ? result.StandardOutput
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{result.StandardOutput}{result.StandardError}");
    }

    /// <summary>Without what `dotnet test` tells its own build engine, and without one that stays behind and holds the folder.</summary>
    private static Dictionary<string, string?> LikeANewShell()
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name, _ => (string?)null);
        variables["MSBUILDDISABLENODEREUSE"] = "1";
        variables["UseSharedCompilation"] = "false";

        // It lives for seconds: to count calls and to compile anew what is called often costs it a fifth more than it saves.
        variables["DOTNET_TC_CallCounting"] = "0";
        return variables;
    }
}
