using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Transfer;

/// <summary>Making arrays, tuples and objects.</summary>
internal static class Creations
{
    public static AbstractValue Array(Evaluator evaluator, IOperation operation)
    {
        var creation = (IArrayCreationOperation)operation;
        foreach (var size in creation.DimensionSizes)
        {
            evaluator.Evaluate(size);
        }

        if (creation.Initializer is not null)
        {
            return evaluator.Evaluate(creation.Initializer);
        }

        // Names of columns are put into arrays of a known length one by one.
        return creation is { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int and >= 0 and <= Budget.SequenceLength and var length } }] }
            ? Collections.Sequence(Enumerable.Repeat(ConstantValue.Null, length))
            : evaluator.Unknown(operation, "an array that is filled later");
    }

    public static AbstractValue Initializer(Evaluator evaluator, IOperation operation) =>
        Sequence(evaluator, operation, ((IArrayInitializerOperation)operation).ElementValues);

    public static AbstractValue Tuple(Evaluator evaluator, IOperation operation) =>
        Sequence(evaluator, operation, ((ITupleOperation)operation).Elements);

    // The Roslyn that the interpreter is built on has no kind of its own for collection expressions yet.
    public static AbstractValue Collection(Evaluator evaluator, IOperation operation)
    {
        var items = operation.ChildOperations.ToList();
        if (operation.Kind == OperationKind.None && operation.Syntax is not CollectionExpressionSyntax)
        {
            return evaluator.EvaluateOperands(operation);
        }

        var values = items.ConvertAll(item => (IsSpread: item.Syntax is SpreadElementSyntax, Value: evaluator.Evaluate(item.Syntax is SpreadElementSyntax ? item.ChildOperations.FirstOrDefault() : item)));

        // A list of what is in another one is a copy of it.
        if (values is [(true, RowsValue rows)])
        {
            return RowCalls.Once(rows, evaluator.Site(operation));
        }

        if (values.Exists(value => value is (true, RowsValue)))
        {
            return CopyCalls.Together(evaluator, operation, items, values.ConvertAll(value => value.Value));
        }

        var parts = values.ConvertAll(value => value.IsSpread ? Collections.ItemsOf(evaluator, value.Value) as SequenceValue : Collections.Sequence([value.Value]));
        if (parts.Contains(null) || parts.Sum(part => part!.Items.Count) > Budget.SequenceLength)
        {
            return evaluator.Unknown(operation, "a collection of unknown items");
        }

        // A list is changed later, an array is not.
        var all = Collections.Sequence(parts.SelectMany(part => part!.Items));
        var type = operation.Type ?? (operation.Parent as IConversionOperation)?.Type;
        return Catalog.CreationOf(type) == CreationMeaning.List ? Collections.New(evaluator, operation, all) : all;
    }

    public static AbstractValue Anonymous(Evaluator evaluator, IOperation operation)
    {
        var obj = evaluator.New(operation);
        foreach (var initializer in ((IAnonymousObjectCreationOperation)operation).Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment)
            {
                evaluator.State.SetMember(obj.Id, member.Member.Name, evaluator.Evaluate(assignment.Value));
            }
        }

        return obj;
    }

    public static AbstractValue Object(Evaluator evaluator, IOperation operation)
    {
        var creation = (IObjectCreationOperation)operation;
        var arguments = Arguments.Evaluate(evaluator, creation.Arguments);
        return Catalog.CreationOf(creation.Type) switch
        {
            CreationMeaning.Context => new ContextValue("context " + evaluator.Site(operation), arguments[Parameters.Seed]?.Identity ?? "null"),
            CreationMeaning.Pair => new SequenceValue(EquatableList<AbstractValue>.From([arguments[Parameters.OutputColumnName] ?? ConstantValue.Null, arguments[Parameters.InputColumnName] ?? ConstantValue.Null])),
            CreationMeaning.LoaderColumn when arguments[Parameters.Name] is ConstantValue { Value: string name } => new ColumnValue(new Column(name, Catalog.TypeOfDataKind((arguments[Parameters.DataKind] as ConstantValue)?.Number))),
            CreationMeaning.Stream => SavedFiles.Open(arguments[Parameters.Path]),
            CreationMeaning.Search => new SearchValue("new " + evaluator.Site(operation)),
            CreationMeaning.Segment => PositionCalls.Segment(evaluator, operation, arguments),
            CreationMeaning.Source => Source(evaluator, operation, arguments),
            CreationMeaning.Awaited when arguments[Parameters.Result] is { } result => result,
            CreationMeaning.Lazy when arguments[Parameters.ValueFactory] is FunctionValue factory => factory with { Loops = SymbolicId.TagsIn(evaluator.Here) },
            CreationMeaning.EstimatorChain => new EstimatorValue(EquatableList<PipelineStep>.Empty),
            CreationMeaning.TransformerChain => Chain(evaluator, operation, arguments),
            CreationMeaning.List => Collections.New(evaluator, operation, arguments.All.Select(argument => argument.Value).FirstOrDefault()),
            CreationMeaning.Stack => Stack(evaluator, operation, arguments.All.Select(argument => argument.Value).FirstOrDefault()),
            _ => Construct(evaluator, creation, arguments),
        };
    }

    private static AbstractValue Stack(Evaluator evaluator, IOperation operation, AbstractValue? source) => source is null or ConstantValue
        ? Collections.New(evaluator, operation, null)
        : Collections.ItemsOf(evaluator, source) is SequenceValue items ? Collections.New(evaluator, operation, Collections.Sequence(items.Items.Reverse()))
        : evaluator.Unknown(operation, "a stack of unknown items");

    // Files and queries are named by what they are made of.
    private static AbstractValue Source(Evaluator evaluator, IOperation operation, Arguments arguments) => arguments.All.Select(argument => argument.Value).ToList() switch
    {
        [SequenceValue { Items: { Count: 1 } single }] => single[0],
        [var path] => path,
        { Count: > 1 } parts when parts.TrueForAll(part => part is not ObjectValue) => new UnknownValue("a source", string.Join(";", parts.Select(part => part.Identity))),
        _ => evaluator.Unknown(operation, "a source"),
    };

    private static AbstractValue Chain(Evaluator evaluator, IOperation operation, Arguments arguments)
    {
        var parts = arguments.All.SelectMany(argument => Collections.ItemsOf(evaluator, argument.Value) is SequenceValue items ? items.Items : Enumerable.Repeat(argument.Value, 1))
            .Where(part => part is not ConstantValue)
            .ToList();
        return parts.TrueForAll(part => part is TransformerValue)
            ? new TransformerValue(EquatableList<FittedModel>.From(parts.Cast<TransformerValue>().SelectMany(part => part.Models)))
            : evaluator.Unknown(operation, "a chain with an unknown transformer");
    }

    private static ObjectValue Construct(Evaluator evaluator, IObjectCreationOperation creation, Arguments arguments)
    {
        var obj = evaluator.New(creation, creation.Type as INamedTypeSymbol);
        if (creation.Constructor is not { } constructor || (constructor.DeclaringSyntaxReferences.IsEmpty && creation.Type is not { DeclaringSyntaxReferences.IsEmpty: false }))
        {
            return obj;
        }

        var own = obj with { IsOwn = true };
        return SourceCalls.Construct(evaluator, creation, constructor, own, arguments) ? own : obj;
    }

    private static AbstractValue Sequence(Evaluator evaluator, IOperation operation, IEnumerable<IOperation> items)
    {
        var values = items.Select(evaluator.Evaluate).ToList();
        return values.Count <= Budget.SequenceLength
            ? new SequenceValue(EquatableList<AbstractValue>.From(values))
            : evaluator.Unknown(operation, "a collection of many items");
    }
}
