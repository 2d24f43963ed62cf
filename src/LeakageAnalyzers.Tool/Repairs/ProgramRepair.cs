using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Repairs;

/// <summary>Repairs one program, finding by finding: each repair moves the places of the next, so each starts from a fresh analysis.</summary>
internal sealed class ProgramRepair
{
    private readonly HashSet<string>? _rules;
    private readonly HashSet<(string Rule, string Code)> _given = [];
    private readonly Dictionary<string, FileRepair> _files = [];
    private readonly List<Problem> _problems = [];
    private ReadProgram _program;

    private ProgramRepair(ReadProgram program, IReadOnlyCollection<string> rules) => (_program, _rules) = (program, rules.Count == 0 ? null : [.. rules]);

    /// <summary>Makes every repair that is offered for findings of <paramref name="rules"/>, or of all rules where none is named; nothing is written.</summary>
    public static async Task<ProgramRepairs> MakeAsync(ReadProgram program, IReadOnlyCollection<string> rules, CancellationToken cancellation)
    {
        var repair = new ProgramRepair(program, rules);
        while (await repair.RepairOneAsync(cancellation))
        {
        }

        return new ProgramRepairs([.. repair._files.Values], await repair.FindingsAsync(cancellation), repair._problems);
    }

    private async Task<bool> RepairOneAsync(CancellationToken cancellation)
    {
        var diagnostics = await DiagnosticsAsync(_program, cancellation);
        foreach (var diagnostic in diagnostics.Where(diagnostic => _rules?.Contains(diagnostic.Id) != false))
        {
            var finding = ProgramAnalyzer.ToFinding(diagnostic, _program);
            if (finding is null || (_program.Only.Count > 0 && !_program.Only.Contains(finding.Place.File)) || _given.Contains((diagnostic.Id, finding.Place.Code)))
            {
                continue;
            }

            try
            {
                if (await Repairer.FindAsync(_program, diagnostic, suppliesRuntime: false, cancellation) is { } offered && await offered.InFileAsync(_program, cancellation) is { } repair
                    && await AcceptAsync(repair, offered, diagnostics, diagnostic.Id, cancellation))
                {
                    return true;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The other findings, and the other programs, are none the worse for it.
                _problems.Add(new Problem(finding.Place.File, $"the repair of {diagnostic.Id} in line {finding.Place.Line} failed: {failure.Message}", IsFatal: true));
            }

            _given.Add((diagnostic.Id, finding.Place.Code));
        }

        return false;
    }

    private async Task<bool> AcceptAsync(Repair repair, OfferedRepair offered, IReadOnlyList<Diagnostic> findings, string ruleId, CancellationToken cancellation)
    {
        var repaired = offered.ApplyTo(_program, repair);

        // What the repair promised of its document has to hold for the whole program.
        if (FixPromise.Breach(findings, await DiagnosticsAsync(repaired, cancellation), ruleId) is not null
            || await FixPromise.ErrorsAsync(repaired.Project, cancellation) > await FixPromise.ErrorsAsync(_program.Project, cancellation))
        {
            return false;
        }

        _program = repaired;
        _files[repair.File] = _files.TryGetValue(repair.File, out var earlier)
            ? earlier with { After = repair.After, Titles = [.. earlier.Titles, repair.Title] }
            : new FileRepair(repair.File, repair.Before, repair.After, [repair.Title]);
        return true;
    }

    private async Task<IReadOnlyList<ReportedFinding>> FindingsAsync(CancellationToken cancellation) =>
        [.. (await DiagnosticsAsync(_program, cancellation)).Select(diagnostic => ProgramAnalyzer.ToFinding(diagnostic, _program)).OfType<ReportedFinding>()
            .Where(finding => _program.Only.Count == 0 || _program.Only.Contains(finding.Place.File))];

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(ReadProgram program, CancellationToken cancellation)
    {
        var compilation = (await program.Project.GetCompilationAsync(cancellation))!;
        var (diagnostics, _) = await ProgramAnalyzer.DiagnosticsAsync(program.Project, compilation, observer: null, cancellation);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}

/// <summary>The repairs of one program.</summary>
/// <param name="Files">The changed files.</param>
/// <param name="Left">The findings that no repair is offered for.</param>
/// <param name="Problems">What kept findings from being repaired.</param>
internal sealed record ProgramRepairs(IReadOnlyList<FileRepair> Files, IReadOnlyList<ReportedFinding> Left, IReadOnlyList<Problem> Problems);

/// <summary>All repairs of one file.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Before">Its text.</param>
/// <param name="After">Its text after the repairs.</param>
/// <param name="Titles">What the repairs are called, in the order in which they were made.</param>
internal sealed record FileRepair(string File, string Before, string After, IReadOnlyList<string> Titles);
