using System.Globalization;
using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>Why a program failed, in one line, from what it wrote before it ended.</summary>
internal static partial class FailureText
{
    private const int Longest = 240;

    private static readonly string[] NetworkExceptions = ["HttpRequestException", "SocketException", "WebException", "SqlException"];

    private static readonly string[] FileExceptions = ["FileNotFoundException", "DirectoryNotFoundException"];

    /// <summary>The line.</summary>
    /// <param name="exitCode">What it ended with.</param>
    /// <param name="output">What it wrote.</param>
    /// <param name="error">What it complained of.</param>
    public static string Of(int exitCode, string output, string error)
    {
        if (Unhandled().Match(error) is not { Success: true } thrown)
        {
            var last = (error.Trim().Length > 0 ? error : output).Trim().Split('\n')[^1].Trim();
            return $"it ends with exit code {exitCode.ToString(CultureInfo.InvariantCulture)}{(last.Length > 0 ? $": {Cut(last)}" : "")}";
        }

        var (type, message) = (thrown.Groups["type"].Value, thrown.Groups["message"].Value.Trim());

        // What is wrapped says more than the wrapping.
        foreach (var inner in Inner().Matches(error).Where(_ => type is "TypeInitializationException" or "AggregateException" or "TargetInvocationException").TakeLast(1))
        {
            (type, message) = (inner.Groups["type"].Value, inner.Groups["message"].Value.Trim());
        }

        return type switch
        {
            _ when FileExceptions.Contains(type) && !message.StartsWith("Could not load file or assembly", StringComparison.Ordinal) => $"{MissingFile}: {Cut(message)}",
            _ when message.Contains("does not exist", StringComparison.Ordinal) && message.Contains("File", StringComparison.Ordinal) => $"{MissingFile}: {Cut(message)}",
            "DllNotFoundException" => $"a native library is missing: {Cut(message)}",
            _ when NetworkExceptions.Contains(type) => $"it needs the network: {Cut(message)}",
            "InvalidOperationException" when message.StartsWith("Cannot read keys", StringComparison.Ordinal) => ReadsConsole,
            _ => $"it throws {type}: {Cut(message)}",
        };
    }

    /// <summary>What is said of a program that waits for keys.</summary>
    public const string ReadsConsole = "it reads the console";

    /// <summary>What is said first of a program that does not find a file.</summary>
    public const string MissingFile = "a file is missing";

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] + "…" : text;

    [GeneratedRegex(@"Unhandled exception\. ([\w`]+\.)*(?<type>\w+)( \(\w+\))?(: (?<message>[^\n]*))?")]
    private static partial Regex Unhandled();

    [GeneratedRegex(@"---> ([\w`]+\.)*(?<type>\w+)( \(\w+\))?(: (?<message>[^\n]*))?")]
    private static partial Regex Inner();
}
