using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>
/// A repair of one rule, or of several that ask for the same. It is offered only where its result has been made and checked: it compiles as well as before, the finding is gone, and no other appears.
/// </summary>
public abstract class LeakageCodeFix : CodeFixProvider
{
    /// <summary>The rules that are repaired.</summary>
    protected abstract ImmutableArray<string> RuleIds { get; }

    /// <summary>What the light bulb says.</summary>
    protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => RuleIds;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create((context, document, _) => RepairAllAsync(document, context.DiagnosticIds, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await RepairAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } repaired)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(repaired), diagnostic.Id), diagnostic);
            }
        }
    }

    /// <summary>The document without the finding, or null where that cannot be had by this repair.</summary>
    internal abstract Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation);

    private async Task<Document?> RepairAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var sites = await FindingSites.FindAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        var rewritten = sites is null ? null : await TryRewriteAsync(sites, cancellation).ConfigureAwait(false);
        return rewritten is not null && await FixPromise.IsKeptAsync(document, rewritten, diagnostic.Id, cancellation).ConfigureAwait(false) ? rewritten : null;
    }

    // One repair moves the places of the next, so each starts from a fresh analysis. Every round repairs one finding or stops.
    private async Task<Document?> RepairAllAsync(Document document, ImmutableHashSet<string> ids, CancellationToken cancellation)
    {
        var current = document;
        while (true)
        {
            Document? next = null;
            foreach (var finding in (await FixPromise.FindingsAsync(current, cancellation).ConfigureAwait(false)).Where(finding => ids.Contains(finding.Id)))
            {
                next = await RepairAsync(current, finding, cancellation).ConfigureAwait(false);
                if (next is not null)
                {
                    break;
                }
            }

            if (next is null)
            {
                return current;
            }

            current = next;
        }
    }
}
