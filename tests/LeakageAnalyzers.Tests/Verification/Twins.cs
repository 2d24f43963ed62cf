using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>Verifies a leaking program and its honest twin, which differ in one place.</summary>
internal static partial class Twins
{
    private const string Place = "§";

    /// <summary>Expects the marked findings where <paramref name="leaking"/> stands at <c>§</c>, and none where <paramref name="honest"/> does.</summary>
    public static async Task VerifyAsync(string program, string leaking, string honest, params string[] otherFiles)
    {
        Assert.Contains(Place, program + string.Concat(otherFiles), StringComparison.Ordinal);
        await AnalyzerVerifier.VerifyAsync(Fill(program, leaking), [.. otherFiles.Select(file => Fill(file, leaking))]);
        await AnalyzerVerifier.VerifyAsync(Unmarked(Fill(program, honest)), [.. otherFiles.Select(file => Unmarked(Fill(file, honest)))]);
    }

    private static string Fill(string text, string part) => text.Replace(Place, part, StringComparison.Ordinal);

    private static string Unmarked(string text) => Mark().Replace(text, "$1");

    [GeneratedRegex(@"\{\|LEAK\d+:(.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
