using System.Collections.Concurrent;
using System.Diagnostics;
using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Tool.Output;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Programs.Interactive;
using LeakageAnalyzers.Tool.Repairs;
using LeakageAnalyzers.Workflow.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RuleSet = LeakageAnalyzers.Workflow.Rules.RuleSet;

namespace LeakageAnalyzers.Tool.Analysis;

/// <summary>Runs the analyzer over programs, whether they compile or not.</summary>
internal static class ProgramAnalyzer
{
    /// <summary>Analyses <paramref name="program"/>.</summary>
    public static async Task<ProgramResult> AnalyzeAsync(ReadProgram program, AnalysisOptions options, CancellationToken cancellation)
    {
        var compilation = await program.Project.GetCompilationAsync(cancellation) ?? throw new InvalidOperationException("The language of the project has no compilation.");
        var compiling = Stopwatch.StartNew();
        var errors = compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start).ToList();
        var compileTime = compiling.Elapsed;

        var recording = InterpreterEvents.Record();
        var analyzing = Stopwatch.StartNew();
        ProgramModel? model = null;
        var (diagnostics, crashes) = await DiagnosticsAsync(program.Project, compilation, interpreted => model = interpreted, cancellation);
        var (analysisTime, figures) = (analyzing.Elapsed, recording.Figures);
        var reported = new List<ReportedFinding>();
        foreach (var diagnostic in diagnostics)
        {
            if (ToFinding(diagnostic, program) is { } finding)
            {
                reported.Add(options.Repairs ? finding with { Repair = await RepairOfAsync(program, diagnostic, cancellation) } : finding);
            }
        }

        var findings = reported
            .Where(finding => program.Only.Count == 0 || program.Only.Contains(finding.Place.File))
            .OrderBy(finding => finding.Place.File, StringComparer.Ordinal).ThenBy(finding => finding.Place.FileLine).ThenBy(finding => finding.Place.Column).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);
        return new ProgramResult(program.Name, program.Paths, [.. errors.Select(error => error.ToString())], Fingerprints.Of(findings), crashes, figures, compileTime, analysisTime)
        {
            Problems = [.. program.Problems, .. SettingsProblems(program, diagnostics), .. MissingParts.ProblemsOf(program.Missing, errors.Count, figures), .. ErrorProblems(program, errors)],
            Workflows = options.Workflows && model is not null ? FlowReader.Read(program, model) : [],
        };
    }

    /// <summary>What the analyzer reports, and what it threw.</summary>
    public static async Task<(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Crashes)> DiagnosticsAsync(
        Project project, Compilation compilation, Action<ProgramModel>? observer, CancellationToken cancellation)
    {
        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => crashes.Enqueue(exception.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([observer is null ? new LeakageAnalyzer() : new LeakageAnalyzer(observer)], options).GetAnalyzerDiagnosticsAsync(cancellation);
        return ([.. diagnostics.Where(diagnostic => diagnostic.Id != "AD0001" && !diagnostic.IsSuppressed)], [.. crashes]);
    }

    /// <summary>The finding that <paramref name="diagnostic"/> is, in the places of the files; null where it is in none of them.</summary>
    public static ReportedFinding? ToFinding(Diagnostic diagnostic, ReadProgram program)
    {
        if (PlaceOf(diagnostic.Location, program) is not { } place || RuleSet.All.FirstOrDefault(rule => rule.Description.Id == diagnostic.Id) is not { } rule)
        {
            return null;
        }

        var level = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => Level.Error,
            DiagnosticSeverity.Warning => Level.Warning,
            _ => Level.Info,
        };
        return new ReportedFinding(rule.Description, level, Redeclarations.Undo(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)), place, [.. StoryOf(diagnostic, program)]);
    }

    // What has no place in source is about the settings.
    private static IEnumerable<Problem> SettingsProblems(ReadProgram program, IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => !diagnostic.Location.IsInSource)
        .Select(diagnostic => new Problem(program.Paths[0], $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", IsFatal: false));

    // What does not compile may hide a leak; where it is known already what is missing, that has been said.
    private static IEnumerable<Problem> ErrorProblems(ReadProgram program, List<Diagnostic> errors)
    {
        if (errors.Count > 0 && program.Problems.Count == 0 && program.Missing.Count == 0)
        {
            var place = PlaceOf(errors[0].Location, program);
            yield return new Problem(
                place?.File ?? program.Paths[0],
                $"does not compile, so that leaks may go unseen: {Counted.Of(errors.Count, "error")}, the first{(place is null ? "" : $" in {place.Describe()}")}: {errors[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).ReplaceLineEndings(" ")}",
                IsFatal: false);
        }
    }

    private static async Task<Repair?> RepairOfAsync(ReadProgram program, Diagnostic diagnostic, CancellationToken cancellation) =>
        await Repairer.FindAsync(program, diagnostic, suppliesRuntime: false, cancellation) is { } offered ? await offered.InFileAsync(program, cancellation) : null;

    private static IEnumerable<StoryStep> StoryOf(Diagnostic diagnostic, ReadProgram program)
    {
        var steps = diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Story) ?? "";
        foreach (var step in steps.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(step => step.Split(':')))
        {
            var number = int.Parse(step[0], System.Globalization.CultureInfo.InvariantCulture);
            var location = number == 0 ? diagnostic.Location : diagnostic.AdditionalLocations[number - 1];
            if (PlaceOf(location, program) is { } place)
            {
                yield return new StoryStep(Enum.Parse<PlaceRole>(step[1]), place);
            }
        }
    }

    private static CodePlace? PlaceOf(Location location, ReadProgram program) =>
        location.SourceTree is { } tree ? program.FileOf(tree)?.PlaceOf(location.SourceSpan) : null;
}
