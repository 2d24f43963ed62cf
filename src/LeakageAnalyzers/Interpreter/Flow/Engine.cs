using System.Diagnostics;
using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>Interprets the members of one entry and what they call.</summary>
internal sealed class Engine
{
    private readonly CancellationToken _cancellation;
    private readonly SharedRuns? _shared;
    private readonly Dictionary<string, Dictionary<string, int>> _sharedSites = new(StringComparer.Ordinal);
    private readonly Dictionary<ControlFlowGraph, Dictionary<string, Frame>> _frames = [];
    private readonly HashSet<ISymbol> _completed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _recursed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _givenUp = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, Place> _places = [];

    public Engine(ProgramModel program, CancellationToken cancellation)
        : this(program, program.SharedRuns, cancellation)
    {
    }

    private Engine(ProgramModel program, SharedRuns? shared, CancellationToken cancellation)
    {
        _shared = shared;
        Types = program.Types;
        Bodies = new EntryBodies(program.Bodies);
        _cancellation = cancellation;
        Budget = new Budget(cancellation);
    }

    /// <summary>Which types of the compilation derive from which.</summary>
    public TypeHierarchy Types { get; }

    /// <summary>The bodies of the compilation's members: the one way to them, so that none is read without a note of it.</summary>
    public EntryBodies Bodies { get; }

    /// <summary>What the member that runs may cost.</summary>
    public Budget Budget { get; private set; }

    /// <summary>The members of objects that the member that runs has read and written.</summary>
    public MemberAccesses Accesses { get; private set; } = new();

    /// <summary>Lists that loops pick rows into.</summary>
    public PickedRows Picked { get; } = new();

    /// <summary>The methods and lambdas that ran to their end.</summary>
    public IEnumerable<ISymbol> Completed => _completed;

    /// <summary>Whether <paramref name="method"/> ran to its end.</summary>
    public bool HasRun(IMethodSymbol method) => _completed.Contains(method);

    /// <summary>Where <paramref name="call"/> stands: the same place each time that it is evaluated.</summary>
    public Place PlaceOf(IOperation call) => _places.TryGetValue(call, out var place) ? place : _places[call] = Places.Of(call);

    /// <summary>Runs <paramref name="method"/> as an entry; null where the budget did not suffice.</summary>
    public MemberRun? RunMember(IMethodSymbol method, AbstractValue? instance, State state)
    {
        var watch = InterpreterEvents.Log.IsEnabled() ? Stopwatch.StartNew() : null;
        var run = Interpret(method, instance, state);
        if (watch is not null)
        {
            InterpreterEvents.Log.TimeSpent(watch.Elapsed.TotalMilliseconds);
        }

        return run;
    }

    /// <summary>Runs <paramref name="method"/>, the call of it of this <paramref name="number"/>, from <paramref name="entry"/> for whoever calls it so; null where it costs too much for that, or calls ML.NET.</summary>
    public static SharedRun? RunAlone(ProgramModel program, IMethodSymbol method, int number, State entry, CancellationToken cancellation)
    {
        var engine = new Engine(program, null, cancellation) { Budget = new Budget(cancellation, isShared: true) };
        if (engine.Bodies.GraphOf(method) is not { } graph || engine.Bodies.TouchesMlNet(graph))
        {
            return null;
        }

        var name = $"{NameOf(method)}/{number}";
        var result = engine.Run(new Activation(method, graph, engine.FrameOf(name, graph, isSite: true), null, null), entry);
        InterpreterEvents.Log.EntryInterpreted(name, engine.Budget.Spent);
        return result is null || engine.Budget.IsExhausted || engine.Picked.Any ? null : new SharedRun(result, engine.Budget.Spent, engine.Accesses, engine._completed, engine.Bodies.Asked);
    }

    /// <summary>Runs <paramref name="constructor"/> on an entry's object.</summary>
    public IReadOnlyList<WorkflowEvent> Construct(IMethodSymbol constructor, ObjectValue self, ref State state)
    {
        if (RunMember(constructor, self, state) is not { } run)
        {
            return [];
        }

        state = State.Empty.After(run.State);
        return run.Events;
    }

    /// <summary>Whether <paramref name="method"/> has a body to run.</summary>
    public bool HasBody(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction || Bodies.GraphOf(method.OriginalDefinition) is not null;

    /// <summary>The graph of <paramref name="method"/>, which may be a local function that <paramref name="caller"/> sees; null where its source is not here.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method, Activation caller) => method.MethodKind == MethodKind.LocalFunction ? LocalFunctionGraph(method, caller) : Bodies.GraphOf(method);

    /// <summary>Runs <paramref name="method"/> on behalf of <paramref name="caller"/>; null where it cannot be followed.</summary>
    public CallResult? Follow(IMethodSymbol method, Activation caller, string site, State state, AbstractValue? instance)
    {
        var target = method.OriginalDefinition;
        if (!MayFollow(target, caller, state, instance))
        {
            return null;
        }

        if (Shared(target, caller, site, state) is { } shared)
        {
            return shared;
        }

        return GraphOf(target, caller) is not { } graph ? null : RunFor(caller, new Activation(target, graph, FrameOf(site, graph, isSite: true), caller, instance), state);
    }

    /// <summary>Runs a lambda on behalf of <paramref name="caller"/>; null where it cannot be followed.</summary>
    public CallResult? Follow(FunctionValue function, Activation caller, string site, State state)
    {
        if (function.Body is null || function.Graph is null)
        {
            return Follow(function.Method, caller, site, state, function.Instance);
        }

        if (!MayFollow(function.Method, caller, state, function.Instance))
        {
            return null;
        }

        // What came with it is not what stands under the same names where it is called.
        var hidden = new List<ISymbol>();
        foreach (var captured in function.Captured.Where(captured => captured.IsOfIteration || state.Local(captured.Variable) is null))
        {
            state.SetLocal(captured.Variable, captured.Value);
            hidden.Add(captured.Variable);
        }

        var graph = function.Graph.GetAnonymousFunctionControlFlowGraph(function.Body);
        var result = RunFor(caller, new Activation(function.Method, graph, FrameOf(site, graph, isSite: true), caller, function.Instance), state);
        return result is null || hidden.Count == 0 ? result : result with { Hidden = [.. result.Hidden, .. hidden] };
    }

    /// <summary>Runs the initializer of a field or property on behalf of <paramref name="caller"/>; null where it has none.</summary>
    public CallResult? Initialize(ISymbol member, Activation caller, State state, AbstractValue? instance)
    {
        if (!MayFollow(member, caller, state, instance) || Bodies.InitializerOf(member) is not { } graph)
        {
            return null;
        }

        // A static member is initialized once, whoever reads it first.
        var name = member.IsStatic ? "" : (instance?.Identity ?? caller.CallString) + ".";
        return Run(new Activation(member, graph, FrameOf($"{name}{member.ContainingType.Name}.{member.Name}>", graph), caller, instance), state);
    }

    private MemberRun? Interpret(IMethodSymbol method, AbstractValue? instance, State state)
    {
        if (Bodies.GraphOf(method) is not { } graph)
        {
            return null;
        }

        var name = NameOf(method) + ">";
        Budget = new Budget(_cancellation);
        Accesses = new MemberAccesses();
        _recursed.Clear();
        var before = _completed.ToList();
        var result = Run(new Activation(method, graph, FrameOf(name, graph), null, instance), EntryOf(method, state));
        var events = result is null ? [] : (IReadOnlyList<WorkflowEvent>)[.. result.Events, .. Reports.OfReturn(method, result)];

        // Local functions that nothing calls are entries of their own.
        foreach (var function in graph.LocalFunctions.Where(function => result is not null && !_completed.Contains(function)))
        {
            var body = graph.GetLocalFunctionControlFlowGraph(function);
            var alone = Run(new Activation(function, body, FrameOf($"{name}{function.Name}>", body), null, instance), EntryOf(function, state));
            events = [.. events, .. alone?.Events ?? []];
        }

        InterpreterEvents.Log.EntryInterpreted(name, Budget.Evaluated);
        if (result is not null && !Budget.IsExhausted)
        {
            return new MemberRun(method, result.State, Provenances.Tell(events), Accesses);
        }

        InterpreterEvents.Log.BudgetExceeded(name);
        _completed.IntersectWith(before);
        return null;
    }

    // What is done to an argument is done to something that has a value.
    private static State EntryOf(IMethodSymbol method, State state)
    {
        var entry = state.Copy();
        foreach (var parameter in method.Parameters)
        {
            entry.SetLocal(parameter, References.OfEntry(parameter));
        }

        return entry;
    }

    // What a loop makes is another thing each time; what calls itself is followed no farther than its caller's run of it says.
    private CallResult? Shared(IMethodSymbol target, Activation caller, string site, State state)
    {
        if (_shared?.MayBeShared(target) != true || SymbolicId.IsMadeInLoop(site) || caller.LastOf(target) is not null
            || NumberOf(target, site) is not (< Budget.SharedCalls and var number) || _shared.Find(target, number, state, _cancellation) is not { } run || run.In(state) is not { } result)
        {
            return null;
        }

        Budget.Pay(run.Operations);
        Accesses.NoteAll(run.Accesses);
        Bodies.Note(run.BodiesAsked);
        _completed.UnionWith(run.Completed);
        return result;
    }

    private int NumberOf(IMethodSymbol target, string site)
    {
        var name = NameOf(target);
        if (!_sharedSites.TryGetValue(name, out var sites))
        {
            _sharedSites[name] = sites = new(StringComparer.Ordinal);
        }

        return sites.TryGetValue(site, out var number) ? number : sites[site] = sites.Count;
    }

    private bool MayFollow(ISymbol target, Activation caller, State state, AbstractValue? instance) => !_givenUp.Contains(target) && (caller.LastOf(target) is { } running
        ? caller.Depth < Budget.RecursionDepth && Recursed(target) < Budget.Recursions && Recursion.Advances(running, state, instance)
        : caller.Methods < Budget.CallDepth);

    private int Recursed(ISymbol target) => _recursed.TryGetValue(target, out var times) ? times : 0;

    // A body that runs in itself has variables of its own, of the same names: those of the run around it come back with it.
    private CallResult? RunFor(Activation caller, Activation activation, State state)
    {
        if (caller.LastOf(activation.Owner) is null)
        {
            return Run(activation, state);
        }

        var result = Run(activation, Recursion.EntryOf(activation.Owner, state));
        return result is null ? null : result with { Hidden = Recursion.VariablesOf(activation.Owner, state) };
    }

    // Under the name of an entry, or the site of a call, which names the calls that led to it.
    private Frame FrameOf(string name, ControlFlowGraph graph, bool isSite = false)
    {
        if (!_frames.TryGetValue(graph, out var frames))
        {
            _frames[graph] = frames = new(StringComparer.Ordinal);
        }

        if (!frames.TryGetValue(name, out var frame))
        {
            frames[name] = frame = new Frame(graph, isSite ? SymbolicId.ShortenPrefix(name) + ">" : name);
        }

        return frame;
    }

    private static string NameOf(IMethodSymbol method) => $"{method.ContainingType?.Name}.{method.Name}@{method.DeclaringSyntaxReferences[0].Span.Start}";

    private static ControlFlowGraph? LocalFunctionGraph(IMethodSymbol function, Activation caller)
    {
        for (var graph = caller.Graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
            {
                return graph.GetLocalFunctionControlFlowGraph(function);
            }
        }

        return null;
    }

    private CallResult? Run(Activation activation, State entry)
    {
        // A body in a loop or on several paths is asked for each state in turn, and once more for its events.
        var runs = activation.Frame.Runs;
        var known = runs.FindIndex(run => run.Entry.Equals(entry));
        if (known >= 0)
        {
            return runs[known].Result;
        }

        var charged = Budget.Charged;
        activation.Entry = entry;
        if (activation.Caller?.LastOf(activation.Owner) is not null)
        {
            _recursed[activation.Owner] = Recursed(activation.Owner) + 1;
        }

        var result = new ForwardWalk(this, activation).Run(entry);
        if (result is not null)
        {
            _completed.Add(activation.Owner);
        }
        else if (!Budget.IsExhausted)
        {
            Budget.Refund(charged);
            _givenUp.Add(activation.Owner);
        }

        runs.Add((entry, result));
        return result;
    }
}
