using System.Text.Json;
using System.Text.Json.Serialization;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Prove.Results;

namespace LeakageAnalyzers.Tool.Output.Machine;

/// <summary>A proof in fields of our own. Fields are added, never renamed or taken away; <c>version</c> grows where that cannot be kept.</summary>
internal static class ProofJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON text, with files relative to <paramref name="folder"/>.</summary>
    public static string Of(ProofRun run, string folder) => JsonSerializer.Serialize(
        new
        {
            Version = 1,
            run.Runs,
            Programs = run.Programs.Select(program => new
            {
                program.Name,
                Findings = program.Findings.Select(proof => new
                {
                    Rule = proof.Finding.Rule.Id,
                    proof.Finding.Rule.Title,
                    Place = Place(proof.Finding.Place, folder),
                    Evaluations = proof.Inflations.Select(inflation => Inflation(inflation, folder)),
                    Guard = new { CanShow = proof.Guard.IsShown, SeenBefore = proof.Guard.IsSeenBefore, GoneAfter = proof.Guard.IsGoneAfter },
                    Limitation = ProofText.Limitation(proof),
                    proof.Remark,
                }),
                Together = program.Together.Select(remaining => new
                {
                    Repaired = remaining.Finding is { } finding ? Finding(finding, folder) : null,
                    remaining.Metric,
                    remaining.Scores,
                    remaining.Mean,
                }),
                NotMeasured = program.NotMeasured.Select(left => new { Finding = left.Finding is { } finding ? Finding(finding, folder) : null, left.Reason }),
            }),
            Problems = run.Problems.Select(problem => new { File = Relative(problem.Path, folder), problem.Message, NotAnalysed = problem.IsFatal }),
        },
        Options) + "\n";

    private static object Inflation(Inflation inflation, string folder) => new
    {
        Place = inflation.Place is { } place ? Place(place, folder) : null,
        inflation.Metric,
        inflation.IsHigherBetter,
        inflation.Published,
        Leaky = inflation.LeakyMean,
        Honest = inflation.HonestMean,
        Inflation = inflation.Mean,
        Lower = inflation.Interval?.Lower,
        Upper = inflation.Interval?.Upper,
        Level = inflation.Interval?.Level,
        Interval = inflation.Estimate.Value is not { } estimate ? null
            : new { Method = JsonNamingPolicy.CamelCase.ConvertName(estimate.Method.ToString()), estimate.Basis, estimate.WhyNotByGroup, estimate.Interval.Lower, estimate.Interval.Upper, estimate.Interval.Level },
        LeakyRuns = inflation.Leaky,
        HonestRuns = inflation.Honest,
    };

    private static object Finding(ReportedFinding finding, string folder) => new { Rule = finding.Rule.Id, Place = Place(finding.Place, folder) };

    private static object Place(CodePlace place, string folder) => new { File = Relative(place.File, folder), place.Cell, place.Line };

    private static string Relative(string path, string folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
