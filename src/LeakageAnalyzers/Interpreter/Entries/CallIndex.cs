using System.Collections.Concurrent;
using LeakageAnalyzers.Interpreter.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>Which members name which others. Names are indexed once; what a name is bound to is asked once, and only where it matters.</summary>
internal sealed class CallIndex
{
    // Mentions of a name that are asked one by one, before all of them are.
    private const int FirstMentions = 8;

    private readonly Compilation _compilation;
    private readonly SourceBodies _bodies;
    private readonly KnownMentions _known;
    private readonly Lazy<Dictionary<string, List<Mentions>>> _mentions;
    private readonly ConcurrentDictionary<string, ILookup<ISymbol, Caller>> _callersByName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxNode, Call?> _calls = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _callers = new(SymbolEqualityComparer.Default);
    private UnnamedCalls? _unnamed;

    public CallIndex(Compilation compilation, SourceBodies bodies, KnownMentions known)
    {
        _known = known;
        _compilation = compilation;
        _bodies = bodies;
        _mentions = new(CollectMentions);
    }

    /// <summary>The members whose bodies name <paramref name="member"/>, or what it overrides or implements; each once, in the order of the source.</summary>
    public ImmutableArray<ISymbol> CallersOf(ISymbol member, CancellationToken cancellation)
    {
        if (_callers.TryGetValue(member, out var known))
        {
            return known;
        }

        var slots = SlotsOf(member);
        var callers = (IsNamedByItsTypeAlone(member, slots) ? NamedInType(member, cancellation) : NamedAnywhere(member, slots, cancellation))
            .Concat(UnnamedCalls.MayReach(member) ? Unnamed(cancellation).CallersOf(member) : [])
            .Where(caller => !SymbolEqualityComparer.Default.Equals(caller, member))
            .Distinct(SymbolEqualityComparer.Default)
            .ToImmutableArray();
        return _callers.GetOrAdd(member, callers);
    }

    /// <summary>Whether there are any <see cref="CallersOf"/> <paramref name="member"/>. One of the first that mention its name mostly is, and the others are not asked.</summary>
    public bool HasCallers(ISymbol member, CancellationToken cancellation)
    {
        if (_callers.TryGetValue(member, out var known))
        {
            return !known.IsEmpty;
        }

        var slots = SlotsOf(member);
        if (IsNamedByItsTypeAlone(member, slots))
        {
            return !CallersOf(member, cancellation).IsEmpty;
        }

        return NamesOf(member).SelectMany(PlacesOf).Take(FirstMentions)
                .Select(mention => CallAt(mention, cancellation))
                .Any(call => call is not null && slots.Contains(call.Named, SymbolEqualityComparer.Default) && !SymbolEqualityComparer.Default.Equals(call.By, member))
            || !CallersOf(member, cancellation).IsEmpty;
    }

    /// <summary>Whether several files may call <paramref name="method"/>, a static one, the file that declares it left out: they mention its name, and some that of its type.</summary>
    public bool MayBeCalledBySeveralFiles(IMethodSymbol method) => IsMentionedBySeveralFiles(method, method.Name) && IsMentionedBySeveralFiles(method, method.ContainingType.Name);

    /// <summary>The member that <paramref name="symbol"/> is a part of: the property of an accessor, the method of a lambda or a local function.</summary>
    public static ISymbol? MemberOf(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } or IParameterSymbol or ILocalSymbol)
        {
            symbol = symbol.ContainingSymbol;
        }

        return (symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol)?.OriginalDefinition;
    }

    private bool IsMentionedBySeveralFiles(IMethodSymbol method, string name) =>
        _mentions.Value.TryGetValue(name, out var files) && files.Count(file => method.DeclaringSyntaxReferences.All(part => _known.In(part.SyntaxTree) != file)) > 1;

    private static IEnumerable<string> NamesOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => [member.ContainingType.Name, Mentions.ImplicitCreation, Mentions.ChainedConstruction],
        IPropertySymbol { IsIndexer: true } => [Mentions.ElementAccess],
        _ => [TypeHierarchy.NameInInterface(member)],
    };

    // Nobody outside the type around it can name a private member.
    private static bool IsNamedByItsTypeAlone(ISymbol member, List<ISymbol> slots) =>
        slots.Count == 1 && member is { DeclaredAccessibility: Accessibility.Private, ContainingType: { ContainingType: null, DeclaringSyntaxReferences.IsEmpty: false } };

    private static List<ISymbol> SlotsOf(ISymbol member) => TypeHierarchy.SlotsOf(member).Distinct(SymbolEqualityComparer.Default).ToList();

    private UnnamedCalls Unnamed(CancellationToken cancellation) => _unnamed ??= new UnnamedCalls(_compilation.SyntaxTrees, _bodies.ModelOf, cancellation);

    private IEnumerable<SyntaxNode> MentionsInType(ISymbol member) => NamesOf(member)
        .SelectMany(name => member.ContainingType.DeclaringSyntaxReferences.SelectMany(part => _known.In(part.SyntaxTree).Of(name).Where(mention => part.Span.Contains(mention.Span))));

    private IEnumerable<SyntaxNode> PlacesOf(string name) => _mentions.Value.TryGetValue(name, out var files) ? files.SelectMany(file => file.Of(name)) : [];

    private IEnumerable<ISymbol> NamedInType(ISymbol member, CancellationToken cancellation) => MentionsInType(member)
        .Select(mention => CallAt(mention, cancellation))
        .Where(call => call is not null && SymbolEqualityComparer.Default.Equals(call.Named, member.OriginalDefinition))
        .Select(call => call!.By);

    private IEnumerable<ISymbol> NamedAnywhere(ISymbol member, List<ISymbol> slots, CancellationToken cancellation) => NamesOf(member)
        .SelectMany(name => slots.SelectMany(slot => CallersByName(name, cancellation)[slot]).OrderBy(caller => caller.Position))
        .Select(caller => caller.By);

    private ILookup<ISymbol, Caller> CallersByName(string name, CancellationToken cancellation)
    {
        if (_callersByName.TryGetValue(name, out var known))
        {
            return known;
        }

        var callers = PlacesOf(name)
            .Select((mention, position) => CallAt(mention, cancellation) is { } call ? new Caller(call.Named, position, call.By) : null)
            .OfType<Caller>()
            .ToLookup(caller => caller.Named, SymbolEqualityComparer.Default);
        return _callersByName.GetOrAdd(name, (ILookup<ISymbol, Caller>)callers);
    }

    // Members of one name, as those are that implement an interface, share its mentions.
    private Call? CallAt(SyntaxNode mention, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return _calls.TryGetValue(mention, out var known) ? known : _calls[mention] = FindCallAt(mention, cancellation);
    }

    private Call? FindCallAt(SyntaxNode mention, CancellationToken cancellation)
    {
        var model = _bodies.ModelOf(mention.SyntaxTree);
        var named = NamedAt(mention, model, cancellation);
        named = named is IMethodSymbol { ReducedFrom: { } extension } ? extension : named;
        var position = mention is PrimaryConstructorBaseTypeSyntax { ArgumentList: var ofBase } ? ofBase.OpenParenToken.Span.End : mention.SpanStart;
        return named is not null && MemberOf(model.GetEnclosingSymbol(position, cancellation)) is { } by ? new Call(named.OriginalDefinition, by) : null;
    }

    // A call is bound already, as a whole; the name in it would be bound once more.
    private static ISymbol? NamedAt(SyntaxNode mention, SemanticModel model, CancellationToken cancellation)
    {
        var called = mention.Parent is MemberAccessExpressionSyntax { Name: var member } access && member == mention ? access
            : mention.Parent is MemberBindingExpressionSyntax binding ? binding
            : mention;
        if (called.Parent is InvocationExpressionSyntax { Expression: var invoked } call && invoked == called && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method)
        {
            return method;
        }

        var asked = mention.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation && creation.Type.Span.Contains(mention.Span) ? creation : mention;
        return model.GetSymbolInfo(asked, cancellation).Symbol;
    }

    private Dictionary<string, List<Mentions>> CollectMentions()
    {
        var mentions = new Dictionary<string, List<Mentions>>(StringComparer.Ordinal);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var file = _known.In(tree);
            foreach (var name in file.Names)
            {
                if (!mentions.TryGetValue(name, out var files))
                {
                    mentions[name] = files = new(1);
                }

                files.Add(file);
            }
        }

        return mentions;
    }

    private sealed record Call(ISymbol Named, ISymbol By);

    private sealed record Caller(ISymbol Named, int Position, ISymbol By);
}
