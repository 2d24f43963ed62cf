using System.Security.Cryptography;
using System.Text;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>Names for findings that stay when lines move: made from the rule, the name of the file and the code, not from its position.</summary>
internal static class Fingerprints
{
    /// <summary>The findings, each with its fingerprint; equal lines of one file are numbered.</summary>
    public static IReadOnlyList<ReportedFinding> Of(IEnumerable<ReportedFinding> findings)
    {
        var seen = new Dictionary<string, int>();
        var named = new List<ReportedFinding>();
        foreach (var finding in findings)
        {
            var code = string.Join(' ', finding.Place.Code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var text = $"{finding.Rule.Id}\n{Path.GetFileName(finding.Place.File)}\n{code}";
            var number = seen[text] = seen.GetValueOrDefault(text) + 1;
            named.Add(finding with { Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\n{number}")))[..16] });
        }

        return named;
    }
}
