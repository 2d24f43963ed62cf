using CliWrap;
using CliWrap.Buffered;

namespace LeakageAnalyzers.Agreement.Tests.Documentation;

/// <summary>What the sample prints, run once as its user runs it.</summary>
internal static class StudyLines
{
    // Beside other tests its trees wait for a processor at each step.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly Lazy<Task<IReadOnlyDictionary<string, StudyLine>>> Printed = new(RunAsync);

    /// <summary>The line of a rule.</summary>
    public static async Task<StudyLine> OfAsync(string id) => (await Printed.Value)[id];

    private static async Task<IReadOnlyDictionary<string, StudyLine>> RunAsync()
    {
        using var tooLong = new CancellationTokenSource(Limit);
        var run = await Cli.Wrap("dotnet").WithArguments([typeof(CostOfLeaks.Studies).Assembly.Location]).ExecuteBufferedAsync(tooLong.Token);
        return run.StandardOutput.Split('\n').Where(line => line.StartsWith("LEAK", StringComparison.Ordinal)).ToDictionary(line => line.Split(' ')[0], line => new StudyLine(line.TrimEnd()));
    }
}
