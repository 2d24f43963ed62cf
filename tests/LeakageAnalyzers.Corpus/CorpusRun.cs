using LeakageAnalyzers.Corpus.Fixes;
using LeakageAnalyzers.Corpus.Labels;
using LeakageAnalyzers.Corpus.Programs;
using LeakageAnalyzers.Corpus.Reports;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using Spectre.Console;

namespace LeakageAnalyzers.Corpus;

/// <summary>One run over a corpus.</summary>
/// <param name="folder">Where the programs are.</param>
/// <param name="selection">Which of them.</param>
/// <param name="labels">A table of labels, or null.</param>
/// <param name="references">Assemblies that the programs use beyond the framework and ML.NET, or null.</param>
/// <param name="showErrors">Whether to say why programs do not compile.</param>
/// <param name="triesFixes">Whether to try the repair of each leak.</param>
internal sealed class CorpusRun(DirectoryInfo folder, Selection selection, FileInfo? labels, DirectoryInfo? references, bool showErrors, bool triesFixes)
{
    private const int SlowestShown = 10;

    private readonly IAnsiConsole _console = AnsiConsole.Console;
    private readonly List<FixTrial> _trials = [];

    /// <summary>Analyses all programs and prints what came of it; 0 where the analyzer threw nothing.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        // Lines are for reading and for comparing with those of another run: they are not broken.
        _console.Profile.Width = Math.Max(_console.Profile.Width, 4000);
        var known = labels is null ? [] : Label.ReadAll(labels.FullName);
        var programs = new CorpusFolder(folder.FullName).Programs().Where(program => selection.Includes(program.Name)).ToList();
        var results = await AnalyzeAsync(programs, cancellation);
        var root = folder.FullName.TrimEnd('/');

        Details.WriteFindings(_console, results, root);
        Details.WriteUnknown(_console, "Rows that are not known, in programs that compile:", results.Where(result => result.Compiles), root);
        Details.WriteUnknown(_console, "Rows that are not known, in programs that lack a library:", results.Where(result => !result.Compiles), root);
        Details.WritePastBudget(_console, results);
        Details.WriteCrashes(_console, results);
        if (showErrors)
        {
            Details.WriteErrors(_console, results, root);
        }

        if (triesFixes)
        {
            FixTable.Write(_console, _trials, root);
        }

        if (known.Count > 0)
        {
            LabelTable.Write(_console, known, results, root);
        }

        Details.WriteSlowest(_console, results, SlowestShown);
        _console.WriteLine($"{programs.Count} programs read, {results.Count} of them name ML.NET:");
        Summary.Write(_console, results);
        return results.Any(result => result.Crashes.Count > 0) ? 1 : 0;
    }

    // A program that does not name ML.NET is none of the analyzer's business.
    private async Task<IReadOnlyList<ProgramResult>> AnalyzeAsync(IReadOnlyList<SourceProgram> programs, CancellationToken cancellation)
    {
        using var events = new InterpreterEvents();
        var libraries = references?.EnumerateFiles("*.dll").Select(file => file.FullName).ToList() ?? [];
        var results = new List<ProgramResult>();
        foreach (var program in programs.Where(program => program.NamesMlNet))
        {
            await Console.Error.WriteLineAsync($"{results.Count + 1,5}  {program.Name}");
            var read = ReadProgram.From(program with { Assemblies = [.. program.Assemblies, .. libraries] }, cancellation);
            var result = await ProgramAnalyzer.AnalyzeAsync(read, new AnalysisOptions(), cancellation);
            results.Add(result);
            if (triesFixes && result.Findings.Count > 0)
            {
                _trials.AddRange(await FixTrial.OfAsync(read, cancellation));
            }
        }

        return results;
    }
}
