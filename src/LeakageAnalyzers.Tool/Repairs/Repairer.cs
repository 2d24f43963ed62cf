using LeakageAnalyzers.CodeFixes.Rewriting;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Programs.Interactive;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeakageAnalyzers.Tool.Repairs;

/// <summary>Applies the code fixes that an editor would offer.</summary>
internal static class Repairer
{
    private static readonly IReadOnlyList<CodeFixProvider> Providers =
    [
        .. typeof(LeakageCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>Whether any repair knows <paramref name="rule"/>.</summary>
    public static bool CanRepair(string rule) => Providers.Any(provider => provider.FixableDiagnosticIds.Contains(rule));

    /// <summary>The first repair that is offered for <paramref name="finding"/>; null where there is none.</summary>
    /// <param name="program">What is repaired.</param>
    /// <param name="finding">What the analyzer reported of it.</param>
    /// <param name="suppliesRuntime">Whether the run-time library is at hand where the repaired program is built, even if the program does not name it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<OfferedRepair?> FindAsync(ReadProgram program, Diagnostic finding, bool suppliesRuntime, CancellationToken cancellation)
    {
        if (finding.Location.SourceTree is not { } tree || program.Project.GetDocument(tree) is not { } document)
        {
            return null;
        }

        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
        {
            var offered = new List<CodeAction>();
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offered.Add(action), cancellation));
            foreach (var action in offered)
            {
                var operations = await action.GetOperationsAsync(cancellation);
                if (operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetDocument(document.Id) is { } repaired
                    && (suppliesRuntime || program.HasRuntime || !await BringsRuntimeAsync(repaired, cancellation)))
                {
                    return new OfferedRepair(action.Title, document, repaired);
                }
            }
        }

        return null;
    }

    /// <summary>Why no repair is offered for <paramref name="finding"/>, each reason once.</summary>
    public static async Task<IReadOnlyList<string>> RefusalsAsync(ReadProgram program, Diagnostic finding, CancellationToken cancellation)
    {
        if (finding.Location.SourceTree is not { } tree || program.Project.GetDocument(tree) is not { } document)
        {
            return [];
        }

        var refusals = new List<string>();
        foreach (var provider in Providers.OfType<LeakageCodeFix>().Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
        {
            refusals.Add((await provider.AttemptAsync(document, finding, cancellation)).Refusal);
        }

        return [.. refusals.Where(refusal => refusal.Length > 0).Distinct()];
    }

    private static async Task<bool> BringsRuntimeAsync(Document repaired, CancellationToken cancellation) =>
        (await repaired.GetTextAsync(cancellation)).ToString().Contains(RuntimeNames.Namespace, StringComparison.Ordinal);
}

/// <summary>A repair that has been made in memory.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Before">The document.</param>
/// <param name="After">The repaired document.</param>
internal sealed record OfferedRepair(string Title, Document Before, Document After)
{
    /// <summary>The repair in terms of the stored file; null where the file cannot express it.</summary>
    public async Task<Repair?> InFileAsync(ReadProgram program, CancellationToken cancellation)
    {
        var tree = await Before.GetSyntaxTreeAsync(cancellation);
        var source = tree is null ? null : program.FileOf(tree);
        if (source is CellsFile cells)
        {
            var changes = LineChanges.Between(cells.Text, LikeBefore(cells.Text, (await After.GetTextAsync(cancellation)).ToString()));
            return program.Notebook is { } notebook && cells.Program.Apply(cells, changes) is { } texts
                ? new Repair(Title, source.Path, Utf8(notebook.Content), Utf8(notebook.Document.With(texts)))
                : null;
        }

        var before = (await Before.GetTextAsync(cancellation)).ToString();
        var after = (await After.GetTextAsync(cancellation)).ToString();
        return source is null ? null : new Repair(Title, source.Path, before, LikeBefore(before, after));
    }

    /// <summary><paramref name="program"/> with <paramref name="repair"/>, which this one is in terms of its file.</summary>
    public ReadProgram ApplyTo(ReadProgram program, Repair repair) => program.Notebook is { } notebook
        ? notebook.Reread(System.Text.Encoding.UTF8.GetBytes(repair.After))
        : program.With(Before.Id, Microsoft.CodeAnalysis.Text.SourceText.From(repair.After));

    private static string Utf8(byte[] content) => System.Text.Encoding.UTF8.GetString(content);

    // A repair ends its lines as the file does.
    private static string LikeBefore(string before, string after) =>
        before.Contains("\r\n", StringComparison.Ordinal) ? after.ReplaceLineEndings("\r\n") : after.Replace("\r\n", "\n", StringComparison.Ordinal);
}
