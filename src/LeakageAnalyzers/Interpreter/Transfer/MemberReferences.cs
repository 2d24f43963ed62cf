using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Metrics;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Reading fields, properties and indexers.</summary>
internal static class MemberReferences
{
    private const string HandedOut = "handed out";

    public static AbstractValue Field(Evaluator evaluator, IOperation operation)
    {
        var reference = (IFieldReferenceOperation)operation;
        var owner = reference.Instance is null ? null : evaluator.Evaluate(reference.Instance);
        return Of(evaluator, operation, reference.Field, owner);
    }

    public static AbstractValue Property(Evaluator evaluator, IOperation operation)
    {
        var reference = (IPropertyReferenceOperation)operation;
        var owner = reference.Instance is null ? null : evaluator.Evaluate(reference.Instance);
        var index = Arguments.Evaluate(evaluator, reference.Arguments);
        if (index.All.Count > 0 && reference.Property.GetMethod is { DeclaringSyntaxReferences.IsEmpty: false } getter && SourceCalls.TryFollowAccessor(evaluator, operation, getter, owner, null, index) is { } got)
        {
            return got;
        }

        return index.All.Count == 1
            ? Sequences.ItemAt(evaluator, operation, owner, index.All[0].Value)
            : Of(evaluator, operation, reference.Property, owner);
    }

    /// <summary>An index or a range from either end, on a type that has no indexer for it.</summary>
    public static AbstractValue ImplicitIndexer(Evaluator evaluator, IOperation operation)
    {
        var reference = (IImplicitIndexerReferenceOperation)operation;
        var owner = evaluator.Evaluate(reference.Instance);
        return Sequences.ItemAt(evaluator, operation, owner, evaluator.Evaluate(reference.Argument));
    }

    public static AbstractValue Event(Evaluator evaluator, IOperation operation)
    {
        var reference = (IEventReferenceOperation)operation;
        var owner = reference.Instance is null ? null : evaluator.Evaluate(reference.Instance);
        return OwnerId(reference.Event, owner) is { } id && evaluator.State.Member(id, reference.Event.Name) is { } handler ? handler : evaluator.Unknown(operation, "an event");
    }

    /// <summary>Names the owner of a member in the state's store: an object, also one of which only its identity is known, or the type of a static member.</summary>
    public static string? OwnerId(ISymbol member, AbstractValue? owner) => owner switch
    {
        null => "static " + Catalog.MetadataName(member.ContainingType?.OriginalDefinition),
        ObjectValue obj => obj.Id,
        UnknownValue => owner.Identity,
        _ => null,
    };

    /// <summary>What the store holds of a member, or else what it is initialized with.</summary>
    public static AbstractValue Stored(Evaluator evaluator, IOperation operation, ISymbol member, AbstractValue? owner)
    {
        if (OwnerId(member, owner) is not { } id)
        {
            return owner is null ? evaluator.Unknown(operation, "a member of a known value") : new UnknownValue("a member of a known value", $"{owner.Identity}.{member.Name}");
        }

        evaluator.Engine.Accesses.Note(id, member);
        if (evaluator.State.Member(id, member.Name) is { } stored)
        {
            return stored;
        }

        evaluator.Activation.Calling = operation;
        if (owner is not UnknownValue && evaluator.Engine.Initialize(member, evaluator.Activation, evaluator.State.WithoutCaptures(), owner) is { } result)
        {
            if (evaluator.EndWith(result, operation) is { } ended)
            {
                return ended;
            }

            evaluator.Continue(result);
            if (evaluator.State.Member(id, member.Name) is { } initial)
            {
                return initial;
            }
        }

        if (owner is null && StaticCalls.TryConstruct(evaluator, member.ContainingType) && evaluator.State.Member(id, member.Name) is { } constructed)
        {
            return constructed;
        }

        if (owner is ObjectValue { IsOwn: true } own && DefaultOf(evaluator, member, own) is { } unset)
        {
            return unset;
        }

        // Numbers and texts that a class of a library keeps, such as the colour of the console, are nothing of the program's workflow.
        if (!member.DeclaringSyntaxReferences.IsEmpty || TypeOf(member) is { IsReferenceType: true, SpecialType: not SpecialType.System_String } || MlTypes.IsOfInterest(TypeOf(member)))
        {
            evaluator.Engine.Accesses.NoteMissing(id, member.Name);
        }

        // The same member of the same owner is the same value.
        return new UnknownValue("a member that is set elsewhere", $"{id}.{member.Name}")
        {
            IsUnset = owner is null && IsFilledLater(evaluator, member),
            Part = PartOf(member, owner),
        };
    }

    // A member of a row, or of something that stands in one.
    private static RowPart? PartOf(ISymbol member, AbstractValue? owner) => RowPart.In(owner) is not { } part ? null
        : owner is UnknownValue { RowOf: not null } ? part with { Column = member.Name, IsOfLabel = StatisticCalls.IsLabel(member) }
        : part with { Column = null };

    /// <summary>Notes that code which is not followed has <paramref name="value"/>, and may write its members.</summary>
    public static void HandOut(Evaluator evaluator, AbstractValue? value)
    {
        if (value is ObjectValue { IsOwn: true } obj)
        {
            evaluator.State.SetMember(obj.Id, HandedOut, ConstantValue.Null);
        }
    }

    /// <summary>The type of a field or property; null of another member.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    // A cache of what is made when it is asked for first.
    private static bool IsFilledLater(Evaluator evaluator, ISymbol member) => member.DeclaredAccessibility == Accessibility.Private
        && MlTypes.IsOfInterest(TypeOf(member)) && evaluator.Engine.Bodies.InitializerOf(member) is null;

    // What nobody has written yet in an object that the program has made itself; null where that is not known.
    private static ConstantValue? DefaultOf(Evaluator evaluator, ISymbol member, ObjectValue owner)
    {
        var type = TypeOf(member);
        var isOurs = evaluator.State.Member(owner.Id, HandedOut) is null && !member.DeclaringSyntaxReferences.IsEmpty && evaluator.Engine.Bodies.InitializerOf(member) is null;
        return !isOurs ? null
            : type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } && MlTypes.IsOfInterest(underlying) ? ConstantValue.Null
            : MlTypes.IsOfInterest(type) ? ConstantValue.Null
            : type?.SpecialType == SpecialType.System_Boolean ? new ConstantValue(false)
            : null;
    }

    /// <summary>The value of <paramref name="member"/> of <paramref name="owner"/>.</summary>
    public static AbstractValue Of(Evaluator evaluator, IOperation operation, ISymbol member, AbstractValue? owner)
    {
        if (Catalog.MeaningOf(member) == MemberMeaning.HasValue)
        {
            return owner is UnknownValue ? evaluator.Unknown(operation, "whether there is a value") : new ConstantValue(owner is not ConstantValue { Value: null });
        }

        if (owner is ConstantValue { Value: null } && !member.IsStatic && member.ContainingType is { } type)
        {
            return type.IsReferenceType ? evaluator.End(operation) : MlTypes.IsOfInterest(type) ? ConstantValue.Null : evaluator.Unknown(operation, "a member of a default value");
        }

        if (Catalog.MeaningOf(member) is { } meaning && Known(evaluator, operation, meaning, owner) is { } known)
        {
            return known;
        }

        if (owner is SequenceValue tuple && member is IFieldSymbol { ContainingType.IsTupleType: true } item)
        {
            var position = item.ContainingType.TupleElements.IndexOf(item) is >= 0 and var named ? named : item.ContainingType.TupleElements.Select(element => element.CorrespondingTupleField).ToList().IndexOf(item);
            return position >= 0 && position < tuple.Items.Count ? tuple.Items[position] : evaluator.Unknown(operation, "a tuple item that is not known");
        }

        // A verdict, a difference or its interval is the test that gave it.
        if (owner is ComparedValue compared)
        {
            return compared;
        }

        if (owner is StatisticValue statistic)
        {
            return statistic;
        }

        if (owner is MeasuredValue measured)
        {
            return Measures.Member(evaluator, operation, member, measured);
        }

        return member is IPropertySymbol { GetMethod: { } getter } && SourceCalls.TryFollowAccessor(evaluator, operation, getter, owner, null) is { } got
            ? got
            : OfTable(member, owner, Stored(evaluator, operation, member, owner));
    }

    // Under each key of a table stands one value.
    private static AbstractValue OfTable(ISymbol member, AbstractValue? owner, AbstractValue stored) => stored is not UnknownValue unknown ? stored : Catalog.MeaningOf(member) switch
    {
        MemberMeaning.Keys => unknown with { OneRowPer = (owner as UnknownValue)?.OneRowPer },
        MemberMeaning.Values => unknown with { OneRowPer = (owner as UnknownValue)?.OneRowPer ?? "" },
        _ => unknown,
    };

    private static AbstractValue? Known(Evaluator evaluator, IOperation operation, MemberMeaning meaning, AbstractValue? owner) => (meaning, owner) switch
    {
        (MemberMeaning.TrainRows, SplitValue split) => new RowsValue(split.Train),
        (MemberMeaning.TestRows, SplitValue split) => new RowsValue(split.Test),
        (MemberMeaning.SameContext, ContextValue context) => context,
        (MemberMeaning.FoldModel, FoldResultValue fold) => fold.Model,
        (MemberMeaning.FoldMetrics, FoldResultValue fold) => new MeasuredValue("metrics of " + fold.Identity, EquatableList<Measurement>.From([fold.Measurement])),
        (MemberMeaning.ScoredTestRows, FoldResultValue fold) => new RowsValue(fold.ScoredTest),
        (MemberMeaning.Current, EnumeratorValue enumerator) => Sequences.Current(evaluator, operation, enumerator),
        (MemberMeaning.Current, _) => evaluator.Unknown(operation, "an item of an unknown collection"),
        (MemberMeaning.Schema, EnumeratorValue { Source: RowsValue walked }) => Known(evaluator, operation, meaning, walked),
        (MemberMeaning.Schema, RowsValue { Rows.Schema: { IsComplete: true } schema }) => Collections.Sequence(schema.Columns.Select(column => new ColumnValue(column))),
        (MemberMeaning.Name, ColumnValue column) => new ConstantValue(column.Column.Name),
        (MemberMeaning.Awaited or MemberMeaning.Viewed, { } task) => task,
        (MemberMeaning.Forced, FunctionValue made) => SourceCalls.TryInvoke(evaluator, operation, $"made by {made.Identity}{made.Loops}", made),
        (MemberMeaning.Key, SequenceValue { Items.Count: 2 } entry) => entry.Items[0],
        (MemberMeaning.Value, SequenceValue { Items.Count: 2 } entry) => entry.Items[1],
        (MemberMeaning.MemberType, ColumnValue { Member: { } type }) => new TypeValue(type),
        (MemberMeaning.Count, _) when Collections.ItemsOf(evaluator, owner) is SequenceValue items => new ConstantValue(items.Items.Count),
        (MemberMeaning.Keys, _) when EntriesOf(evaluator, owner) is { } entries => Collections.Sequence(entries.Select(entry => entry.Items[0])),
        (MemberMeaning.Values, _) when EntriesOf(evaluator, owner) is { } entries && !HoldsRows(evaluator, owner, entries) => Collections.Sequence(entries.Select(entry => entry.Items[1])),
        _ => null,
    };

    // Of a table that a loop fills with rows, one path knows one of many.
    private static bool HoldsRows(Evaluator evaluator, AbstractValue? owner, List<SequenceValue> entries) => owner is not null && Collections.IsFilledInLoop(evaluator, owner)
        && entries.TrueForAll(entry => entry.Items[1] is UnknownValue { RowOf: not null } || (entry.Items[1] is ObjectValue made && Collections.IsRow(evaluator.State, made)));

    // A key that is written again stands in the list of entries with its first value.
    private static List<SequenceValue>? EntriesOf(Evaluator evaluator, AbstractValue? owner) =>
        Collections.ItemsOf(evaluator, owner) is SequenceValue items && items.Items.All(item => item is SequenceValue { Items.Count: 2 } entry && (Collections.EntryOf(evaluator, owner, entry.Items[0])?.Equals(entry.Items[1]) ?? true))
            ? items.Items.Cast<SequenceValue>().ToList()
            : null;
}
