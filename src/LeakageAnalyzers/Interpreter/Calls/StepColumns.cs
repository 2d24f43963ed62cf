using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What a step reads and writes, by the names that ML.NET gives its parameters.</summary>
internal static class StepColumns
{
    /// <summary>The step that <paramref name="call"/> makes.</summary>
    public static PipelineStep StepOf(LibraryCall call)
    {
        var (outputs, inputs) = (Names(call, Parameters.OfOutputs), Names(call, Parameters.OfInputs));
        foreach (var (output, input) in Pairs(call))
        {
            outputs.Add(output);
            inputs.Add(input);
        }

        var mapped = Mapped(call);
        if (mapped is not null)
        {
            outputs.Add(mapped.Output);
            inputs.AddRange(mapped.Inputs);
        }

        // A trainer around another reads what that one reads; any other step without an input works in place.
        if (inputs.Count == 0)
        {
            var inner = call.Arguments.All.Select(argument => argument.Value).OfType<EstimatorValue>().SelectMany(estimator => estimator.Steps).ToList();
            inputs = inner.Count > 0 ? inner.SelectMany(step => step.InputsIn(RowSchema.Unknown)).Select(input => new NamedColumn(input.Column.Name, input.Place)).ToList()
                : IsTrainerWithOptions(call) ? [new NamedColumn(Catalog.DefaultFeatures, call.Place)]
                : outputs;
        }

        var label = Names(call, Parameters.OfLabel).FirstOrDefault()?.Name ?? (IsTrainerWithOptions(call) && call.Task != LearningTask.Clustering ? Catalog.DefaultLabel : null);

        return new PipelineStep(
            call.Method.Name,
            ClassOf(call),
            call.Row.Class == StepClass.Trainer ? call.Task : LearningTask.None,
            EquatableList<string>.From(inputs.ConvertAll(input => input.Name)),
            EquatableList<string>.From(outputs.ConvertAll(output => output.Name)),
            label,
            call.Place)
        {
            InputPlaces = EquatableList<Place>.From(inputs.ConvertAll(input => input.Place)),
            // What code of the program's own makes of an identifier need not name the individual any more.
            IsLookup = call.Row.IsLookup || mapped is not null,
            ReadsSeries = call.Row.ReadsSeries,
            Effect = call.Row.Effect,
            IsBaseline = call.Row.IsBaseline,
            IsSimple = call.Row.IsSimple,
            GivesScoresOnly = call.Row.GivesScoresOnly,
            Captured = StatisticCalls.CapturedBy(call.Evaluator, call.Arguments[Parameters.MapAction] ?? call.Arguments[Parameters.Expression]),
            MakesKeys = call.Row.MakesKeys,
            Group = Names(call, Parameters.OfGroup).FirstOrDefault()?.Name ?? (IsTrainerWithOptions(call) && call.Task == LearningTask.Ranking ? Catalog.DefaultGroup : null),
            Validation = ValidationOf(call),
        };
    }

    /// <summary>A step of which nothing is known.</summary>
    public static PipelineStep UnknownStep(IOperation operation) => new(
        operation.Syntax.ToString(), StepClass.Unknown, LearningTask.None, EquatableList<string>.Empty, EquatableList<string>.Empty, null, Places.Of(operation));

    // The one member that a lambda over row objects writes, and those that it reads. Where it writes several, which of them comes from which is not told apart.
    private static MappedColumn? Mapped(LibraryCall call)
    {
        if (call.Arguments[Parameters.MapAction] is not FunctionValue { Body: not null, Graph: not null, Method.Parameters: [var row, var result] } map)
        {
            return null;
        }

        var written = MembersOf(result).Distinct<ISymbol>(SymbolEqualityComparer.Default).ToList();
        var read = MembersOf(row).ToList();
        return written.Count == 1 && read.Count > 0 ? new MappedColumn(Column(written[0]), read.ConvertAll(Column)) : null;

        IEnumerable<ISymbol> MembersOf(IParameterSymbol parameter) => map.Operations
            .Select(operation => operation is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol, Instance: IParameterReferenceOperation instance } reference
                && SymbolEqualityComparer.Default.Equals(instance.Parameter, parameter) ? reference.Member : null)
            .OfType<ISymbol>();

        NamedColumn Column(ISymbol member) => new(Schemas.ColumnOf(member).Name, call.Place);
    }

    private static StepClass ClassOf(LibraryCall call)
    {
        foreach (var condition in call.Row.Conditions)
        {
            var value = call.Arguments[condition.Parameter];
            var holds = condition.Values.IsEmpty
                ? value is not (null or ConstantValue { Value: null })
                : value is ConstantValue { Number: { } number } && condition.Values.Contains((int)number);
            if (holds)
            {
                return condition.Class;
            }
        }

        return call.Row.Class;
    }

    private static bool IsTrainerWithOptions(LibraryCall call) => call.Row.Class == StepClass.Trainer && call.Arguments[Parameters.Options] is ObjectValue;

    private static List<NamedColumn> Names(LibraryCall call, ImmutableArray<string> parameters)
    {
        var names = new List<NamedColumn>();
        foreach (var parameter in parameters)
        {
            if (call.Arguments.Find(parameter) is var (argument, value))
            {
                foreach (var (item, place) in ItemsOf(argument, value))
                {
                    AddNames(names, item, place);
                }
            }
            else if (OptionOf(call, parameter) is { } option)
            {
                AddNames(names, option, call.Place);
            }
        }

        return names;
    }

    private static ValidationRows? ValidationOf(LibraryCall call)
    {
        if (OptionOf(call, Parameters.EarlyStoppingCriteria) is ConstantValue { Value: null })
        {
            return null;
        }

        foreach (var parameter in Parameters.OfValidation)
        {
            if ((call.Arguments.Find(parameter) ?? call.Arguments.Find(Parameters.Options)) is var (argument, given)
                && (call.Arguments[parameter] is null ? OptionOf(call, parameter) : given) is { } rows and (RowsValue or UnknownValue))
            {
                // What the options are called is no name for the rows in them.
                var named = LibraryCall.RowsOf(argument.Value, rows);
                return new ValidationRows(call.Arguments[parameter] is null ? named with { Name = "" } : named, Places.Of(argument.Value));
            }
        }

        return null;
    }

    // Overloads with an options object name the columns in its members: labelColumnName is LabelColumnName there.
    private static AbstractValue? OptionOf(LibraryCall call, string parameter) => call.Arguments[Parameters.Options] is ObjectValue options
        ? call.Evaluator.State.Member(options.Id, char.ToUpperInvariant(parameter[0]) + parameter.Substring(1))
        : null;

    // The items of an array stand where it is written out; one that comes from elsewhere stands where it is handed over.
    private static IEnumerable<(AbstractValue Value, Place Place)> ItemsOf(IArgumentOperation argument, AbstractValue value)
    {
        if (value is not SequenceValue sequence)
        {
            return [(value, Places.Of(argument))];
        }

        var written = WrittenItems(argument.Value).ToList();
        return sequence.Items.Select((item, i) => (item, written.Count == sequence.Items.Count ? Places.Of(written[i]) : Places.Of(argument)));
    }

    private static IEnumerable<IOperation> WrittenItems(IOperation operation) => operation switch
    {
        IConversionOperation conversion => WrittenItems(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        { Kind: Transfers.CollectionExpression or OperationKind.None, Syntax: CollectionExpressionSyntax } => operation.ChildOperations,
        _ => [],
    };

    private static void AddNames(List<NamedColumn> names, AbstractValue value, Place place)
    {
        if (value is ConstantValue { Value: string text })
        {
            names.Add(new NamedColumn(text, place));
        }
        else if (value is SequenceValue sequence)
        {
            foreach (var item in sequence.Items)
            {
                AddNames(names, item, place);
            }
        }
    }

    private static IEnumerable<(NamedColumn Output, NamedColumn Input)> Pairs(LibraryCall call) =>
        call.Arguments.Find(Parameters.Columns) is not var (argument, value) ? [] : ItemsOf(argument, value).SelectMany(pair =>
            pair.Value is SequenceValue { Items: { Count: 2 } names } && names[0] is ConstantValue { Value: string output }
                ? [(new NamedColumn(output, pair.Place), new NamedColumn((names[1] as ConstantValue)?.Value as string ?? output, pair.Place))]
                : Enumerable.Empty<(NamedColumn, NamedColumn)>());

    /// <summary>A column as a call names it.</summary>
    private sealed record NamedColumn(string Name, Place Place);

    /// <summary>A column and those that a mapping computes it from.</summary>
    private sealed record MappedColumn(NamedColumn Output, List<NamedColumn> Inputs);
}
