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
            if ((await AttemptAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false)).Repaired is { } repaired)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(repaired), diagnostic.Id), diagnostic);
            }
        }
    }

    /// <summary>The repair of <paramref name="diagnostic"/>, or why none is offered.</summary>
    internal async Task<RepairAttempt> AttemptAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FindingSites.FindAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } sites)
        {
            return RepairAttempt.Refused("a part of the finding stands in another file");
        }

        if (await TryRewriteAsync(sites, cancellation).ConfigureAwait(false) is not { } rewritten)
        {
            return RepairAttempt.Refused("the code has no form that the repair knows");
        }

        return await FixPromise.BreachAsync(document, rewritten, diagnostic.Id, cancellation).ConfigureAwait(false) is { } breach
            ? RepairAttempt.Refused(breach)
            : new RepairAttempt(rewritten, "");
    }

    /// <summary>The document without the finding, or null where that cannot be had by this repair.</summary>
    internal abstract Task<Document?> TryRewriteAsync(FindingSites sites, CancellationToken cancellation);

    // One repair moves the places of the next, so each starts from a fresh analysis. Every round repairs one finding or stops.
    private async Task<Document?> RepairAllAsync(Document document, ImmutableHashSet<string> ids, CancellationToken cancellation)
    {
        var current = document;
        while (true)
        {
            Document? next = null;
            foreach (var finding in (await FixPromise.FindingsAsync(current, cancellation).ConfigureAwait(false)).Where(finding => ids.Contains(finding.Id)))
            {
                next = (await AttemptAsync(current, finding, cancellation).ConfigureAwait(false)).Repaired;
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

/// <summary>What came of an attempt at a repair.</summary>
/// <param name="Repaired">The repaired document; null where the repair is not offered.</param>
/// <param name="Refusal">Why it is not offered; empty where it is.</param>
internal sealed record RepairAttempt(Document? Repaired, string Refusal)
{
    /// <summary>No repair, and why.</summary>
    public static RepairAttempt Refused(string why) => new(null, why);
}
