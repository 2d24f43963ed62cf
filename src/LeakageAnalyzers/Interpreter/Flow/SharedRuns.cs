using System.Collections.Concurrent;
using System.Globalization;
using LeakageAnalyzers.Interpreter.Entries;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Flow;

/// <summary>
/// Calls of methods that do nothing but make objects of numbers and texts, as those do that simulate patients: given the same constants they make the same, whoever calls them, and whatever numbers and texts they are
/// given beside that. Each is run once for the compilation, in an engine of its own and under a name that no site of a call goes into, and not once more for each entry that calls it.
/// </summary>
internal sealed class SharedRuns
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<ISymbol, bool> _mayBeShared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<Call, SharedRun> _runs = new();

    // Those that turned out not to be, whichever call of an entry they are.
    private readonly ConcurrentDictionary<Call, bool> _notShared = new();

    public SharedRuns(ProgramModel program) => _program = program;

    /// <summary>Whether <paramref name="method"/> is one of which a call may be the same for several entries: what several files mention, they may call.</summary>
    public bool MayBeShared(IMethodSymbol method) => method.IsStatic && _mayBeShared.GetOrAdd(method, _ =>
        method is { MethodKind: MethodKind.Ordinary, ReturnsVoid: false, IsAsync: false, IsGenericMethod: false, ContainingType.IsGenericType: false }
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && !MlTypes.IsOfInterest(method.ReturnType)
        && _program.Calls.MayBeCalledBySeveralFiles(method));

    /// <summary>What a call comes to that begins in <paramref name="entry"/>; null where that is not the same for all who call it so.</summary>
    /// <param name="method">A method that <see cref="MayBeShared"/>.</param>
    /// <param name="number">Tells it from other calls of the method by the same entry: each makes objects of its own.</param>
    /// <param name="entry">The state, which holds the arguments.</param>
    /// <param name="cancellation">Ends the run.</param>
    public SharedRun? Find(IMethodSymbol method, int number, State entry, CancellationToken cancellation)
    {
        var values = method.Parameters.Select(entry.Local).ToList();
        var arguments = method.Parameters.Select((parameter, i) => ArgumentOf(parameter, values[i], values)).OfType<AbstractValue>().ToList();
        if (arguments.Count != values.Count)
        {
            return null;
        }

        var call = new Call(method, number, EquatableList<AbstractValue>.From(arguments));
        if (_runs.TryGetValue(call, out var known))
        {
            return known;
        }

        var any = call with { Number = -1 };
        if (_notShared.ContainsKey(any))
        {
            return null;
        }

        // A cancelled run leaves nothing behind.
        if (Run(call, cancellation) is { IsSelfContained: true } run)
        {
            return _runs.GetOrAdd(call, run);
        }

        _notShared[any] = true;
        return null;
    }

    // A number or a text that is not known stands for any, under a name that what depends on it bears.
    private static AbstractValue? ArgumentOf(IParameterSymbol parameter, AbstractValue? value, List<AbstractValue?> values) => value switch
    {
        ConstantValue => value,
        UnknownValue { IsBare: true } when parameter.Type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String =>
            new UnknownValue("an argument", SharedRun.Argument + values.IndexOf(value).ToString(CultureInfo.InvariantCulture) + "}"),
        _ => null,
    };

    private SharedRun? Run(Call call, CancellationToken cancellation)
    {
        var state = State.Empty;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            state.SetLocal(call.Method.Parameters[i], call.Arguments[i]);
        }

        return Engine.RunAlone(_program, call.Method, call.Number, state, cancellation);
    }

    private sealed record Call(IMethodSymbol Method, int Number, EquatableList<AbstractValue> Arguments)
    {
        public bool Equals(Call? other) => other is not null && Number == other.Number && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Arguments.Equals(other.Arguments);

        public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Method) * 31) + Number);
    }
}

/// <summary>One run of a method that began with its arguments and nothing else.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Operations">What it cost.</param>
/// <param name="Accesses">The members that it read and wrote.</param>
/// <param name="Completed">The methods and lambdas that ran to their end in it.</param>
/// <param name="BodiesAsked">The members whose bodies it asked for.</param>
internal sealed record SharedRun(CallResult Result, int Operations, MemberAccesses Accesses, IReadOnlyCollection<ISymbol> Completed, IReadOnlyCollection<ISymbol> BodiesAsked)
{
    /// <summary>How the name of an argument begins that any number or text may stand for: as the tags of loops, it stays where names are shortened.</summary>
    public const string Argument = "{argument ";

    /// <summary>Whether it wrote nothing that others read, tells of nothing but what it did to collections of its own, and came to nothing but numbers, texts, and objects and rows that hold some, on which no argument has a bearing that stands for any.</summary>
    public bool IsSelfContained => Result.Returns && Result.Events.All(happened => happened is CollectionChanged) && !Accesses.TouchVariables && IsPlain(Result.Value)
        && Result.State.Members.All(member => IsPlain(member.Value) && !HoldsArgument(member.Key.Object) && (Accesses.Made.Contains(member.Key.Object) || AreConstants(member.Value)));

    /// <summary>What the call comes to in <paramref name="entry"/>; null where that knows something else of what the run has read.</summary>
    public CallResult? In(State entry) => Accesses.All.Any(member => !Accesses.Made.Contains(member.Object) && entry.Member(member.Object, member.Name) is { } known && !known.Equals(Result.State.Member(member.Object, member.Name)))
        ? null
        : Result with { State = entry.WithMembersOf(Result.State, Accesses.Made) };

    private static bool IsPlain(AbstractValue value) => !HoldsArgument(value.Identity)
        && (value is ObjectValue or { IsPlain: true } || (value is SequenceValue sequence && sequence.Items.All(IsPlain)) || (value is RowsValue rows && IsPlain(rows)));

    private static bool HoldsArgument(string name) => name.Contains(Argument);

    // Other rows may know of places, which are those of the caller where a helper does not call ML.NET.
    private static bool IsPlain(RowsValue value) => value is { Rows: var rows, Groups: null, Summary: null }
        && rows.Equals(new RowSet(rows.Provenance, rows.Name, rows.Schema) { OneRowPer = rows.OneRowPer, GroupedBy = rows.GroupedBy, AtMost = rows.AtMost, Collection = rows.Collection });

    private static bool AreConstants(AbstractValue value) => value is ConstantValue || (value is SequenceValue sequence && sequence.Items.All(AreConstants));
}
