using System.CommandLine;

namespace LeakageAnalyzers.Tool.Commands;

/// <summary>What <c>leakage</c> understands.</summary>
internal static class CommandLine
{
    /// <summary>The root of all commands.</summary>
    public static RootCommand Create() => new("Finds data leakage in ML.NET programs, and repairs it.")
    {
        CheckCommand.Create(),
    };
}
