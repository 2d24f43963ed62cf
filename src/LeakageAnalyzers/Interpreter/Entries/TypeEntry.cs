using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Entries;

/// <summary>
/// Runs a type as its users may: a constructor, then the members that nobody in the compilation calls, in the order of the source, on one object. A member that
/// reads what a later one writes runs again after it. Members that nothing reached yet come last.
/// </summary>
internal sealed class TypeEntry
{
    private readonly ProgramModel _program;
    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellation;
    private readonly Engine _engine;
    private readonly ObjectValue _self;
    private readonly List<MemberRun> _runs = [];
    private readonly Dictionary<ISymbol, bool> _uncalled = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _tried = new(SymbolEqualityComparer.Default);
    private State _state = State.Empty;

    public TypeEntry(ProgramModel program, INamedTypeSymbol type, CancellationToken cancellation)
    {
        _program = program;
        _type = type;
        _cancellation = cancellation;
        _engine = new Engine(program, cancellation);
        _self = new ObjectValue("this", type.IsAbstract || type.IsStatic ? null : type);
    }

    /// <summary>The type.</summary>
    public INamedTypeSymbol Type => _type;

    /// <summary>The members whose bodies it asked for.</summary>
    public IReadOnlyCollection<ISymbol> BodiesAsked => _engine.Bodies.Asked;

    /// <summary>Whether nobody in the compilation calls a method, of those that this was asked of.</summary>
    public IReadOnlyDictionary<ISymbol, bool> Uncalled => _uncalled;

    /// <summary>The methods of <paramref name="type"/> and of its base classes in source, in the order of the source.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type)
    {
        for (var part = type; part is { DeclaringSyntaxReferences.IsEmpty: false }; part = part.BaseType?.OriginalDefinition)
        {
            foreach (var method in part.GetMembers().OfType<IMethodSymbol>())
            {
                yield return method;
            }
        }
    }

    public EntryResult Interpret()
    {
        var bodies = Bodies().ToList();
        var constructor = bodies.Where(method => method.MethodKind == MethodKind.Constructor).OrderByDescending(method => method.Parameters.Length).FirstOrDefault();
        var construction = constructor is null ? [] : _engine.Construct(constructor, _self, ref _state);
        var members = bodies.Where(method => method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor)).ToList();
        foreach (var method in bodies.Where(method => method.MethodKind == MethodKind.StaticConstructor).Concat(members.Where(IsUncalled)))
        {
            Run(method);
        }

        // What was given up once would be given up again.
        foreach (var method in members.Where(method => !_engine.HasRun(method) && !_tried.Contains(method)))
        {
            Run(method);
        }

        foreach (var run in _runs.Where(run => run.Accesses.Missing.Any(member => _state.Member(member.Object, member.Name) is not null)).ToList())
        {
            _runs.Remove(run);
            Run(run.Method);
        }

        return new EntryResult(_engine.Completed, new EntryTraces(Traces(construction)));
    }

    private void Run(IMethodSymbol method)
    {
        _tried.Add(method);
        if (_engine.RunMember(method, method.IsStatic ? null : _self, _state) is { } run)
        {
            _runs.Add(run);
            _state = State.Empty.After(run.State);
        }
    }

    private bool IsUncalled(IMethodSymbol method) => _uncalled[method] = _program.IsUncalled(method, _cancellation);

    // Members with a body, those of base classes included where nothing overrides them.
    private IEnumerable<IMethodSymbol> Bodies()
    {
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var method in MethodsOf(_type).Where(IsOwn))
        {
            if (overridden.Contains(method))
            {
                continue;
            }

            if (_engine.Bodies.GraphOf(method) is not null)
            {
                yield return method;
            }

            overridden.UnionWith(TypeHierarchy.SlotsOf(method));
        }
    }

    private bool IsOwn(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, _type) || (!method.IsStatic && method.MethodKind != MethodKind.Constructor);

    /// <summary>One trace for each group of members that share rows or models; what the constructor did is in all of them.</summary>
    private IEnumerable<WorkflowTrace> Traces(IReadOnlyList<WorkflowEvent> construction)
    {
        var waiting = new List<MemberRun>(_runs);
        if (waiting.Count == 0)
        {
            yield return new WorkflowTrace(construction);
        }

        while (waiting.Count > 0)
        {
            var group = new List<MemberRun> { waiting[0] };
            for (var i = 0; i < group.Count; i++)
            {
                group.AddRange(waiting.Where(other => !group.Contains(other) && SharesData(group[i], other)));
            }

            waiting.RemoveAll(group.Contains);
            yield return new WorkflowTrace(construction.Concat(_runs.Where(group.Contains).SelectMany(run => run.Events)));
        }
    }

    // A common context, path or setting makes no common workflow.
    private bool SharesData(MemberRun a, MemberRun b) => a.Accesses.All.Intersect(b.Accesses.All)
        .Any(member => _state.Member(member.Object, member.Name) is not (null or ConstantValue or ContextValue or UnknownValue or FunctionValue));
}
