using System.Text;
using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Agreement.Tests.Verification;

/// <summary>A program in whose text the analyzer's findings are marked as <c>{|LEAK102:Fit(data)|}</c>.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Text">The program.</param>
/// <param name="Findings">The marked findings as <c>File.cs(line): id</c>, in order.</param>
internal sealed partial record MarkedProgram(string File, string Text, IReadOnlyList<string> Findings)
{
    /// <summary>Takes the marks out of <paramref name="text"/>.</summary>
    public static MarkedProgram Parse(string text, string file)
    {
        var plain = new StringBuilder();
        var findings = new List<string>();
        var end = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            plain.Append(text, end, mark.Index - end);
            end = mark.Index + mark.Length;
            if (mark.Groups["id"].Success)
            {
                findings.Add(FormattableString.Invariant($"{file}({plain.ToString().Count(c => c == '\n') + 1}): {mark.Groups["id"].Value}"));
            }
        }

        plain.Append(text, end, text.Length - end);
        return new MarkedProgram(file, plain.ToString(), findings);
    }

    [GeneratedRegex(@"\{\|(?<id>LEAK\d+):|\|\}")]
    private static partial Regex Mark();
}
