using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>Which metrics went into a value.</summary>
internal static class Measures
{
    // Objects that hold objects that hold metrics.
    private const int Deepest = 4;

    /// <summary>What went into <paramref name="value"/> or, given a state, into the members of the objects it holds.</summary>
    public static IEnumerable<Measurement> In(AbstractValue? value, State? state = null) => value is MeasuredValue measured ? measured.Measurements
        : MayBeBehind(value) ? In(value, state, 0).Distinct()
        : [];

    /// <summary>Whether metrics can have gone into a value of the kind of <paramref name="value"/>, or into the members of an object.</summary>
    public static bool MayBeBehind(AbstractValue? value) => MayBeBehind(value, 0);

    /// <summary>Whether metrics can have gone into a value of the kind of <paramref name="value"/>, be it an object by itself.</summary>
    public static bool MayBeIn(AbstractValue? value) => MayBeIn(value, 0);

    private static bool MayBeBehind(AbstractValue? value, int depth) => MayBeIn(value, depth) || value is ObjectValue;

    private static bool MayBeIn(AbstractValue? value, int depth) => value is SequenceValue sequence ? MayBeInItems(sequence, depth + 1)
        : value is MeasuredValue or ComparedValue or OrderedValue or ManyValue or EnumeratorValue or FoldResultsValue or FoldResultValue;

    // As deep as they are looked for: tuples of one tuple, and so on, have items without end.
    private static bool MayBeInItems(SequenceValue sequence, int depth)
    {
        if (depth > Deepest)
        {
            return false;
        }

        foreach (var item in sequence.Items)
        {
            if (MayBeBehind(item, depth))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><paramref name="unknown"/>, with what went into the <paramref name="parts"/> it was made of.</summary>
    public static AbstractValue Of(UnknownValue unknown, IEnumerable<Measurement> parts) =>
        EquatableList<Measurement>.From(parts.Distinct()) is { Count: > 0 } measurements ? new MeasuredValue(unknown.Name, measurements) : unknown;

    /// <summary>What <paramref name="operation"/> makes of operands that <paramref name="measurements"/> went into, where nothing better is known of it.</summary>
    public static AbstractValue Of(IOperation operation, AbstractValue value, IReadOnlyList<Measurement> measurements) =>
        value is UnknownValue unknown && measurements.Count > 0 && MayHold(operation) ? Of(unknown, measurements) : value;

    /// <summary>The number that is read from metrics, or what a member of something that metrics went into may hold.</summary>
    public static AbstractValue Member(Evaluator evaluator, IOperation operation, ISymbol member, MeasuredValue owner)
    {
        var name = $"{owner.Name}.{member.Name}";
        if (!Catalog.IsMetrics(member.ContainingType))
        {
            if (owner.Found is { } found && Pipeline(operation.Type, found) is { } pipeline)
            {
                return pipeline;
            }

            return MayBeStored(operation.Type) ? owner with { Name = name } : new UnknownValue("a member of something that metrics went into", name);
        }

        var read = owner.Measurements.Map(measurement => measurement.Metric is null ? measurement with { Metric = member.Name } : measurement);
        foreach (var measurement in read)
        {
            evaluator.Emit(new MetricRead(Calls.Places.Of(operation), measurement, Catalog.AspectsOf(member)));
        }

        return new MeasuredValue(name, read.Count > 1 ? EquatableList<Measurement>.Empty.Union(read) : read);
    }

    // What a search found is a model, and the pipeline that it was trained by.
    private static AbstractValue? Pipeline(ITypeSymbol? type, FittedModel found) =>
        MlTypes.IsTransformer(type) ? new TransformerValue(EquatableList<FittedModel>.From([found]))
        : MlTypes.IsEstimator(type) ? new EstimatorValue(found.Steps)
        : null;

    /// <summary>A part, of type <paramref name="type"/>, of a value that is taken apart; <paramref name="unknown"/> where no metric can stand in it.</summary>
    public static AbstractValue Part(UnknownValue unknown, ITypeSymbol? type, AbstractValue whole) => whole is MeasuredValue measured && MayBeStored(type) ? Of(unknown, measured.Measurements) : unknown;

    private static IEnumerable<Measurement> In(AbstractValue? value, State? state, int depth) => value switch
    {
        _ when depth > Deepest => [],
        MeasuredValue measured => measured.Measurements,
        ComparedValue { IsTest: true } => [],
        ComparedValue compared => compared.Measurements.Select(static measurement => measurement with { IsDeviation = true }),
        OrderedValue ordered => In(ordered.Items, state, depth),
        SequenceValue sequence => InItems(sequence, state, depth + 1),
        ManyValue many => In(many.Item, state, depth + 1),
        EnumeratorValue enumerator => In(enumerator.Source, state, depth),
        FoldResultsValue results => [results.Measurement],
        FoldResultValue result => [result.Measurement],
        ObjectValue obj when state is not null => InMembers(obj, state, depth + 1),
        _ => [],
    };

    // Apart, since what a lambda captures would be made at each call, whatever the value is.
    private static IEnumerable<Measurement> InItems(SequenceValue sequence, State? state, int depth) => sequence.Items.SelectMany(item => In(item, state, depth));

    private static IEnumerable<Measurement> InMembers(ObjectValue obj, State state, int depth) => state.MembersOf(obj.Id).SelectMany(member => In(member, state, depth));

    // What a followed method makes of metrics is known from its body; that something is true of them is no metric.
    private static bool MayHold(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } => false,
        IPropertyReferenceOperation { Property.DeclaringSyntaxReferences.IsEmpty: false } => false,
        IMemberReferenceOperation => MayBeStored(operation.Type),
        _ => operation.Type is not { SpecialType: SpecialType.System_Boolean or SpecialType.System_Void } && !IsOfWorkflow(operation.Type),
    };

    // Names, counts and settings stand beside metrics in one record.
    private static bool MayBeStored(ITypeSymbol? type) =>
        type is not null && !IsOfWorkflow(type)
        && type is { SpecialType: SpecialType.None or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Object, TypeKind: not TypeKind.Enum };

    private static bool IsOfWorkflow(ITypeSymbol? type) => MlTypes.IsDataView(type) || MlTypes.IsTransformer(type) || MlTypes.IsEstimator(type);
}
