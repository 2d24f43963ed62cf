using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output;

/// <summary>The two streams of the process. Colours and moving lines are for terminals; what goes into a file or a pipe is plain.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 120;

    /// <summary>For answers.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>For progress, and for what went wrong.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>For text that goes into a file.</summary>
    public static IAnsiConsole Plain(TextWriter writer) => Create(writer, isRedirected: true);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            // Build servers are taken for terminals otherwise.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = !isRedirected },
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
        {
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0 ? columns : WidthOfFiles;
        }

        return console;
    }
}
