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

        return new EntryResult(_engine.Completed, Traces(construction));
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

    private bool IsUncalled(IMethodSymbol method) => CallIndex.MemberOf(method) is { } member && _program.Calls.CallersOf(member, _cancellation).IsEmpty;

    // Members with a body, those of base classes included where nothing overrides them.
    private IEnumerable<IMethodSymbol> Bodies()
    {
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var type = _type; type is { DeclaringSyntaxReferences.IsEmpty: false }; type = type.BaseType?.OriginalDefinition)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => IsOwn(method, type) && !overridden.Contains(method)))
            {
                if (_program.Bodies.GraphOf(method) is not null)
                {
                    yield return method;
                }

                overridden.UnionWith(TypeHierarchy.SlotsOf(method));
            }
        }
    }

    private bool IsOwn(IMethodSymbol method, INamedTypeSymbol declaring) =>
        SymbolEqualityComparer.Default.Equals(declaring, _type) || (!method.IsStatic && method.MethodKind != MethodKind.Constructor);

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
