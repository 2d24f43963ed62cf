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

        return creation.Initializer is null ? evaluator.Unknown(operation, "an array that is filled later") : evaluator.Evaluate(creation.Initializer);
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

        if (!items.Exists(item => item.Syntax is SpreadElementSyntax))
        {
            return Sequence(evaluator, operation, items);
        }

        // A list of what is in another one is a copy of it.
        return items.Count == 1 && items[0].ChildOperations.FirstOrDefault() is { } source && evaluator.Evaluate(source) is RowsValue rows
            ? RowCalls.Once(rows, evaluator.Site(operation))
            : evaluator.EvaluateOperands(operation);
    }

    public static AbstractValue Anonymous(Evaluator evaluator, IOperation operation)
    {
        var obj = new ObjectValue("new " + evaluator.Site(operation));
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
            CreationMeaning.Context => new ContextValue("context " + evaluator.Site(operation), arguments["seed"]?.Identity ?? "null"),
            CreationMeaning.Pair => new SequenceValue(EquatableList<AbstractValue>.From([arguments["outputColumnName"] ?? ConstantValue.Null, arguments["inputColumnName"] ?? ConstantValue.Null])),
            CreationMeaning.LoaderColumn when arguments["name"] is ConstantValue { Value: string name } => new ColumnValue(new Column(name, Schemas.TypeOfDataKind(arguments["dataKind"]))),
            CreationMeaning.Stream => ModelFiles.Open(arguments["path"]),
            CreationMeaning.List => Collections.New(evaluator, operation, arguments.All.Select(argument => argument.Value).FirstOrDefault()),
            _ => Construct(evaluator, creation, arguments),
        };
    }

    private static ObjectValue Construct(Evaluator evaluator, IObjectCreationOperation creation, Arguments arguments)
    {
        var obj = new ObjectValue("new " + evaluator.Site(creation), creation.Type as INamedTypeSymbol);
        if (creation.Constructor is { } constructor && (!constructor.DeclaringSyntaxReferences.IsEmpty || creation.Type is { DeclaringSyntaxReferences.IsEmpty: false }))
        {
            SourceCalls.Construct(evaluator, creation, constructor, obj, arguments);
        }

        return obj;
    }

    private static AbstractValue Sequence(Evaluator evaluator, IOperation operation, IEnumerable<IOperation> items)
    {
        var values = items.Select(evaluator.Evaluate).ToList();
        return values.Count <= Budget.SequenceLength
            ? new SequenceValue(EquatableList<AbstractValue>.From(values))
            : evaluator.Unknown(operation, "a collection of many items");
    }
}
