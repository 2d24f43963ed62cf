using System.Collections.Concurrent;

namespace LeakageAnalyzers.Interpreter.Entries.Kept;

/// <summary>One compilation, and what was found in those before it that declare the same.</summary>
internal sealed class KeptProgram
{
    private readonly ConcurrentDictionary<string, KeptResult> _results;
    private readonly Dictionary<SyntaxTree, int> _indices = [];

    /// <param name="compilation">The compilation.</param>
    /// <param name="before">A compilation that declares the same; null where there is none.</param>
    public KeptProgram(Compilation compilation, KeptProgram? before)
    {
        Declarations = new Declarations(compilation);
        _results = before?._results ?? new(StringComparer.Ordinal);
        foreach (var tree in Declarations.Trees)
        {
            _indices[tree] = _indices.Count;
        }
    }

    /// <summary>What it declares.</summary>
    public Declarations Declarations { get; }

    /// <summary>What was found of <paramref name="type"/>, where all that it was found by is as it was; null otherwise.</summary>
    /// <param name="type">A type of the compilation.</param>
    /// <param name="isUncalled">Whether nobody in the compilation calls a method.</param>
    /// <param name="run">Runs the type again, for what turns out not to be known after all.</param>
    public IEntryResult? Find(INamedTypeSymbol type, Func<IMethodSymbol, bool> isUncalled, Func<IEntryResult> run) =>
        _results.TryGetValue(NameOf(type), out var kept) && kept.HoldsFor(type, isUncalled) && Moves.From(kept.Read, Declarations.Trees) is { } moves
            ? new MovedResult(kept, moves, RanAs, run)
            : null;

    /// <summary>Keeps what <paramref name="entry"/> found.</summary>
    public void Keep(TypeEntry entry, EntryResult result)
    {
        var read = new Dictionary<MemberPath, IReadOnlyList<SyntaxNode>>();
        foreach (var path in entry.BodiesAsked.SelectMany(PathsOf))
        {
            read[path] = path.In(Declarations.Trees[path.Tree].GetRoot());
        }

        _results[NameOf(entry.Type)] = new KeptResult(
            read.Select(body => new BodyRead(body.Key, body.Value)).ToImmutableArray(),
            TypeEntry.MethodsOf(entry.Type).Select(method => entry.Uncalled.TryGetValue(method, out var isUncalled) ? isUncalled : (bool?)null).ToImmutableArray(),
            new HashSet<MemberRan>(result.Ran.Select(RanAs).OfType<MemberRan>()),
            result.Traces);
    }

    private MemberRan? RanAs(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } method && PathsOf(method).FirstOrDefault() is { } path ? new MemberRan(path, method.MethodKind) : null;

    private IEnumerable<MemberPath> PathsOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .Where(reference => _indices.ContainsKey(reference.SyntaxTree))
        .Select(reference => MemberPath.Of(reference.GetSyntax(), _indices[reference.SyntaxTree]));

    private static string NameOf(INamedTypeSymbol type) => type.GetDocumentationCommentId() ?? type.ToDisplayString();
}
