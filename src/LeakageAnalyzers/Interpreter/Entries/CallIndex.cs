using System.Collections.Concurrent;
using LeakageAnalyzers.Interpreter.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>Which members name which others. Names are indexed once per compilation; what a name is bound to is asked only where it matters.</summary>
internal sealed class CallIndex
{
    // Target-typed creations name nothing.
    private const string ImplicitCreation = "new";

    private readonly Compilation _compilation;
    private readonly SourceBodies _bodies;
    private readonly Lazy<Dictionary<string, List<SyntaxNode>>> _mentions;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _callers = new(SymbolEqualityComparer.Default);

    public CallIndex(Compilation compilation, SourceBodies bodies)
    {
        _compilation = compilation;
        _bodies = bodies;
        _mentions = new Lazy<Dictionary<string, List<SyntaxNode>>>(CollectMentions);
    }

    /// <summary>The members whose bodies name <paramref name="member"/>, or what it overrides or implements; each once, in the order of the source.</summary>
    public ImmutableArray<ISymbol> CallersOf(ISymbol member, CancellationToken cancellation)
    {
        if (_callers.TryGetValue(member, out var known))
        {
            return known;
        }

        var slots = new HashSet<ISymbol>(TypeHierarchy.SlotsOf(member), SymbolEqualityComparer.Default);
        var callers = NamesOf(member)
            .SelectMany(name => _mentions.Value.TryGetValue(name, out var mentions) ? mentions : [])
            .Select(mention => CallerAt(mention, slots, cancellation))
            .OfType<ISymbol>()
            .Where(caller => !SymbolEqualityComparer.Default.Equals(caller, member))
            .Distinct(SymbolEqualityComparer.Default)
            .ToImmutableArray();
        return _callers.GetOrAdd(member, callers);
    }

    /// <summary>The member that <paramref name="symbol"/> is a part of: the property of an accessor, the method of a lambda or a local function.</summary>
    public static ISymbol? MemberOf(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } or IParameterSymbol or ILocalSymbol)
        {
            symbol = symbol.ContainingSymbol;
        }

        return (symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol)?.OriginalDefinition;
    }

    private static IEnumerable<string> NamesOf(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? [member.ContainingType.Name, ImplicitCreation] : [member.Name];

    private ISymbol? CallerAt(SyntaxNode mention, HashSet<ISymbol> slots, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var model = _bodies.ModelOf(mention.SyntaxTree);
        var asked = mention.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation && creation.Type.Span.Contains(mention.Span) ? creation : mention;
        var named = model.GetSymbolInfo(asked, cancellation).Symbol;
        named = named is IMethodSymbol { ReducedFrom: { } extension } ? extension : named;
        return named is not null && slots.Contains(named.OriginalDefinition) ? MemberOf(model.GetEnclosingSymbol(mention.SpanStart, cancellation)) : null;
    }

    private Dictionary<string, List<SyntaxNode>> CollectMentions()
    {
        var mentions = new Dictionary<string, List<SyntaxNode>>(StringComparer.Ordinal);
        foreach (var node in _compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()))
        {
            var name = node switch
            {
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                ImplicitObjectCreationExpressionSyntax => ImplicitCreation,
                _ => null,
            };
            if (name is null)
            {
                continue;
            }

            if (!mentions.TryGetValue(name, out var places))
            {
                mentions[name] = places = [];
            }

            places.Add(node);
        }

        return mentions;
    }
}
