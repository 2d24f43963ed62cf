using System.Text.Json;
using System.Text.Json.Serialization;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Tool.Output.Machine;

/// <summary>A run in fields of our own. Fields are added, never renamed or taken away; <c>version</c> grows where that cannot be kept.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON text, with files relative to <paramref name="folder"/>.</summary>
    public static string Of(Run run, string folder)
    {
        var (known, all) = run.Provenance;
        return JsonSerializer.Serialize(
            new
            {
                Version = 1,
                Programs = run.Programs.Select(program => new
                {
                    program.Name,
                    program.Compiles,
                    Findings = program.Findings.Count,
                    Calls = program.Figures.DistinctCalls.Count,
                    KnownCalls = program.Figures.DistinctCalls.Count(call => call.IsKnown),
                }),
                Findings = run.Findings.Select(finding => new
                {
                    Rule = finding.Rule.Id,
                    finding.Rule.Title,
                    Level = finding.Level.ToString().ToLowerInvariant(),
                    finding.Message,
                    finding.Advice,
                    Place = Place(finding.Place, folder),
                    Story = finding.Story.Select(step => new { Step = step.Verb, Place = Place(step.Place, folder) }),
                    finding.Fingerprint,
                    Fix = finding.Repair?.Title,
                }),
                Problems = run.Problems.Select(problem => new { File = Relative(problem.Path, folder), problem.Message, NotAnalysed = problem.IsFatal }),
                KnownFindings = run.Known,
                Provenance = new { Known = known, Calls = all },
            },
            Options) + "\n";
    }

    private static object Place(CodePlace place, string folder) => new
    {
        File = Relative(place.File, folder),
        place.Cell,
        place.Line,
        place.Column,
        place.EndLine,
        place.EndColumn,
        FileLine = place.Cell is null ? (int?)null : place.FileLine,
        Code = place.Code.Trim(),
    };

    private static string Relative(string path, string folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
