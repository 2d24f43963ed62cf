using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Transfer;

namespace LeakageAnalyzers.Interpreter.Values;

/// <summary>What the interpreter knows of a value. Immutable, compared by content.</summary>
internal abstract record AbstractValue
{
    /// <summary>A name for this value such that equal names are equal values.</summary>
    public abstract string Identity { get; }

    /// <summary>Whether it is a number, a text or something of which nothing is known.</summary>
    public bool IsPlain => this is ConstantValue or UnknownValue { IsBare: true };

    /// <summary>This value after <paramref name="loop"/> has started over: what it made is no longer the loop's current.</summary>
    public virtual AbstractValue StartOver(string loop) => this;
}

/// <summary>Nothing but an identity is known; never reported on.</summary>
/// <param name="Reason">Why, for the debugger and for the share of known provenance.</param>
/// <param name="Name">Equal names are equal values.</param>
internal sealed record UnknownValue(string Reason, string Name) : AbstractValue
{
    /// <summary>The reason of a value that an entry is given from outside.</summary>
    public const string ParameterOfEntry = "a parameter of an entry";

    /// <summary>Equal names are equal values.</summary>
    public string Name { get; init; } = SymbolicId.Shorten(Name);

    /// <summary>The rows that it is one of, where it is a row; else null.</summary>
    public RowSet? RowOf { get; init; }

    /// <summary>What it was computed from, where that is one row; else null.</summary>
    public RowPart? Part { get; init; }

    /// <summary>Whether it stands in a private static member that nothing was seen to write: who asks finds null there, the first time.</summary>
    public bool IsUnset { get; init; }

    /// <summary>The column of which each value has one item at the most, where it is a collection that was made so, or empty where that column is not known; null where no such thing is known.</summary>
    public string? OneRowPer { get; init; }

    /// <summary>Whether nothing more is known of it: it is no row, stands in none, holds none of which something is known, and is not known to be empty.</summary>
    public bool IsBare => RowOf is null && Part is null && OneRowPer is null && !IsUnset;

    public override string Identity => Name;

    public override AbstractValue StartOver(string loop)
    {
        var aged = SymbolicId.StartOver(Name, loop);
        return ReferenceEquals(aged, Name) && RowOf is null && Part is null ? this : this with { Name = aged, RowOf = RowOf?.StartOver(loop), Part = Part?.StartOver(loop) };
    }
}

/// <summary>A value that stands in a row or was computed from such values.</summary>
/// <param name="Row">Names the row.</param>
/// <param name="Rows">The rows that it is one of.</param>
/// <param name="Column">The member that the value is, as it stands there; null where it was computed.</param>
/// <param name="IsOfLabel">Whether the label went into it.</param>
internal sealed record RowPart(string Row, RowSet Rows, string? Column, bool IsOfLabel)
{
    /// <summary>The table that it was looked up in by a value of the row; null where there is none.</summary>
    public string? Table { get; init; }

    /// <summary>Whether nothing of the row went into it but what it was looked up by.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>What two values give together; as of several.</summary>
    public static RowPart? Of(AbstractValue one, AbstractValue other) => one is UnknownValue || other is UnknownValue ? Of([one, other]) : null;

    /// <summary>What <paramref name="values"/> give together: of two rows of different collections nothing is said.</summary>
    public static RowPart? Of(params AbstractValue?[] values)
    {
        RowPart? whole = null;
        foreach (var value in values)
        {
            if (In(value) is not { } part)
            {
                continue;
            }

            if (whole is not null && whole.Row != part.Row && !whole.Rows.Equals(part.Rows))
            {
                return null;
            }

            // What a model says of a row and what stands in it are of one row.
            whole = whole is null ? part with { Column = null } : whole with { Rows = part.Rows.ScoredBy is null ? whole.Rows : part.Rows, IsOfLabel = whole.IsOfLabel || part.IsOfLabel, Table = whole.Table ?? part.Table, IsLookedUp = whole.IsLookedUp && part.IsLookedUp };
        }

        return whole;
    }

    /// <summary>What <paramref name="value"/> says of the row that it is, or stands in; null where it does neither.</summary>
    public static RowPart? In(AbstractValue? value) => value is not UnknownValue unknown ? null
        : unknown.Part ?? (unknown.RowOf is { } rows ? new RowPart(unknown.Name, rows, null, false) : null);

    public RowPart StartOver(string loop) => this with { Row = SymbolicId.StartOver(Row, loop), Rows = Rows.StartOver(loop) };
}

/// <summary>A compile-time constant: text, number, truth value or null. Enum members are their numbers.</summary>
internal sealed record ConstantValue(object? Value) : AbstractValue
{
    public static ConstantValue Null { get; } = new((object?)null);

    /// <summary>The whole number, of whatever type, or null. Enum members come as their underlying type.</summary>
    public long? Number => Value switch
    {
        int number => number,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        uint number => number,
        long number => number,
        char number => number,
        _ => null,
    };

    public override string Identity => Value switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        _ => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", Value),
    };
}

/// <summary>An <c>MLContext</c>, or any catalog reached from it.</summary>
/// <param name="Id">Equal ids are one context.</param>
/// <param name="Seed">The identity of its seed; splits without a seed of their own use it.</param>
internal sealed record ContextValue(string Id, string Seed) : AbstractValue
{
    public override string Identity => Id;
}

/// <summary>An array, list or tuple whose items are known.</summary>
internal sealed record SequenceValue(EquatableList<AbstractValue> Items) : AbstractValue
{
    public override string Identity => SymbolicId.Shorten("[" + string.Join(",", Items.Select(item => item.Identity)) + "]");

    /// <summary>The items from <paramref name="start"/> up to <paramref name="end"/>, or to the last; null where the positions are not known.</summary>
    public SequenceValue? Part(Bound start, Bound? end) => start.Number is { } first && (end is null || end.IsNumber)
        ? new SequenceValue(EquatableList<AbstractValue>.From(Items.Where((_, i) => i >= first && (end is null || i < end.Number))))
        : null;

    public override AbstractValue StartOver(string loop)
    {
        var items = Items.Map(item => item.StartOver(loop));
        return ReferenceEquals(items, Items) ? this : new SequenceValue(items);
    }
}

/// <summary>An object that only its members are known of, such as an options object or an anonymous type.</summary>
/// <param name="Id">Equal ids are one object; its members stand in the state's store.</param>
/// <param name="Type">Its exact type, where that decides where a virtual call ends; else null.</param>
internal sealed record ObjectValue(string Id, INamedTypeSymbol? Type = null) : AbstractValue
{
    /// <summary>Whether the program was seen to make it, so that a member that nothing was written to has its default value.</summary>
    public bool IsOwn { get; init; }

    public override string Identity => Id;

    public override AbstractValue StartOver(string loop)
    {
        var aged = SymbolicId.StartOver(Id, loop);
        return ReferenceEquals(aged, Id) ? this : this with { Id = aged };
    }

    public bool Equals(ObjectValue? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>A walk over a collection.</summary>
/// <param name="Source">The collection.</param>
/// <param name="Position">Index of the current item; -1 before the first.</param>
internal sealed record EnumeratorValue(AbstractValue Source, int Position) : AbstractValue
{
    /// <summary>What the source calls the rows that it walks over; empty where it walks over something else.</summary>
    public string Name { get; init; } = "";

    public override string Identity => $"{Source.Identity}@{Position}";

    public override AbstractValue StartOver(string loop) => this with { Source = Source.StartOver(loop) };
}

/// <summary>A delegate whose target is known.</summary>
/// <param name="Method">The target.</param>
/// <param name="Body">The lambda, where it is one.</param>
/// <param name="Graph">The graph that the lambda stands in.</param>
/// <param name="Instance">What <c>this</c> is in it, or null.</param>
internal sealed record FunctionValue(IMethodSymbol Method, IFlowAnonymousFunctionOperation? Body, ControlFlowGraph? Graph, AbstractValue? Instance) : AbstractValue
{
    private IReadOnlyList<IOperation>? _operations;

    /// <summary>The variables that it took with it, with their values: those of the iteration that made it, and on its way out of the body that it stands in all others.</summary>
    public EquatableList<CapturedVariable> Captured { get; init; } = EquatableList<CapturedVariable>.Empty;

    /// <summary>What its body does, that of the lambdas in it left out; empty where it has no body. Looked through for one thing after another.</summary>
    public IReadOnlyList<IOperation> Operations => _operations ??= Body is null ? [] : [.. Functions.OperationsOf(Graph!.GetAnonymousFunctionControlFlowGraph(Body))];

    /// <summary>What its body comes to where that is a single expression, else what is first returned or asked; null where it has no body.</summary>
    public IOperation? Result => Body is null ? null : Graph!.GetAnonymousFunctionControlFlowGraph(Body).Blocks.Select(block => block.BranchValue).FirstOrDefault(value => value is not null);

    /// <summary>Whether it has left the body that it stands in, so that all it reads of it came with it.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The tags of the loops that a lazy value was made in by it; empty where it makes none.</summary>
    public string Loops { get; init; } = "";

    public override string Identity => Method.Name + Method.Locations[0].SourceSpan.Start;

    /// <summary>The member that a selector such as <c>visit => visit.PatientId</c> reads, or null.</summary>
    public string? ReadMember => Body is null ? null : Graph!.GetAnonymousFunctionControlFlowGraph(Body).Blocks
        .Select(block => block.BranchValue).OfType<IMemberReferenceOperation>().Select(member => Schemas.NameOfColumn(member.Member)).FirstOrDefault();

    public override AbstractValue StartOver(string loop) => Captured.Count == 0 && Loops.Length == 0
        ? this
        : this with { Captured = Captured.Map(captured => captured with { Value = captured.Value.StartOver(loop) }), Loops = SymbolicId.StartOver(Loops, loop) };

    public bool Equals(FunctionValue? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Equals(Instance, other.Instance) && Captured.Equals(other.Captured) && Loops == other.Loops;

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}

/// <summary>A variable of the body that a lambda stands in.</summary>
/// <param name="Variable">A local or a parameter.</param>
/// <param name="Value">What it is.</param>
internal sealed record CapturedVariable(ISymbol Variable, AbstractValue Value)
{
    /// <summary>Whether each iteration of a loop has one of its own, so that another value may stand under its name where the lambda is called.</summary>
    public bool IsOfIteration { get; init; }

    public bool Equals(CapturedVariable? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Variable, other.Variable) && Value.Equals(other.Value) && IsOfIteration == other.IsOfIteration;

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}

/// <summary>Another name for a variable, as <c>ref var</c> declares one.</summary>
internal sealed record AliasValue(ISymbol Variable) : AbstractValue
{
    public override string Identity => "ref " + Variable.Name;

    public bool Equals(AliasValue? other) => other is not null && SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}

/// <summary>A type that is asked about itself.</summary>
internal sealed record TypeValue(ITypeSymbol Type) : AbstractValue
{
    public override string Identity => "typeof " + Type.Name;

    public bool Equals(TypeValue? other) => other is not null && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
}
