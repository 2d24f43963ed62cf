using System.Text;
using System.Text.Json;
using LeakageAnalyzers.Tool.Analysis;

namespace LeakageAnalyzers.Tool.Output;

/// <summary>Findings that are known and not told again. They are recognized by their code, so that they may move.</summary>
internal static class Baseline
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes what <paramref name="run"/> found into <paramref name="file"/>.</summary>
    public static void Write(string file, Run run, string folder)
    {
        var known = new Stored(1, [.. run.Findings.Select(finding => new Known(finding.Rule.Id, NameOf(finding, folder), finding.Place.Code.Trim(), finding.Fingerprint))]);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(known, Options) + "\n"));
    }

    /// <summary><paramref name="run"/> without what <paramref name="file"/> lists.</summary>
    /// <exception cref="InvalidDataException">The file is no baseline; the message says why.</exception>
    public static Run Apply(string file, Run run, string folder)
    {
        var known = Read(file).Select(finding => (finding.Rule, finding.File, finding.Fingerprint)).ToHashSet();
        var left = run.Findings.Where(finding => !known.Contains((finding.Rule.Id, NameOf(finding, folder), finding.Fingerprint))).ToList();
        return run with { Findings = left, Known = run.Findings.Count - left.Count };
    }

    private static IReadOnlyList<Known> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(File.ReadAllText(file), Options) is { Version: 1, Findings: { } findings } ? findings
                : throw new InvalidDataException($"{file}: no baseline of version 1");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{file}: broken JSON at line {broken.LineNumber + 1}", broken);
        }
    }

    private static string NameOf(ReportedFinding finding, string folder) => Path.GetRelativePath(folder, finding.Place.File).Replace('\\', '/');

    private sealed record Stored(int Version, IReadOnlyList<Known> Findings);

    private sealed record Known(string Rule, string File, string Code, string Fingerprint);
}
