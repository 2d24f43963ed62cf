using System.CommandLine;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary>What <c>leakage</c> understands.</summary>
internal static class CommandLine
{
    /// <summary>How long work may go on after Ctrl-C before the process ends by itself.</summary>
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromMilliseconds(500);

    /// <summary>The same where processes are to be ended and folders to be deleted first.</summary>
    private static readonly TimeSpan LongestCleanUp = TimeSpan.FromSeconds(5);

    /// <summary>The root of all commands.</summary>
    public static RootCommand Create() => new("Finds data leakage in ML.NET programs, and repairs it: in projects, folders of C# files, single-file programs and notebooks.")
    {
        CheckCommand.Create(),
        FixCommand.Create(),
        ExplainCommand.Create(),
        ReportCommand.Create(),
        ProveCommand.Create(),
    };

    /// <summary>Runs what <paramref name="arguments"/> ask for.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = parsed.CommandResult.Command.Name == ProveCommand.Name ? LongestCleanUp : LongestFarewell });

        // The parser answers a wrong call with 1, which is what findings are told by.
        return parsed.Errors.Count > 0 ? ExitCodes.NotAnalysed : exitCode;
    }

    /// <summary>Runs a command; what the user asks for and cannot be had is told in one line.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("leakage: stopped");
            return ExitCodes.Stopped;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"leakage: {failure.Message}");
            return ExitCodes.NotAnalysed;
        }
    }

    /// <summary>The paths that most commands take.</summary>
    public static Argument<string[]> Paths() => new("path")
    {
        Description = "Solutions, projects, C# files, notebooks (.ipynb, .dib), folders of them, or patterns such as src/**/*.cs.",
        Arity = ArgumentArity.OneOrMore,
    };
}
