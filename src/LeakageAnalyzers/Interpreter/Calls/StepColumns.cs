using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Calls;

/// <summary>What a step reads and writes, by the names that ML.NET gives its parameters.</summary>
internal static class StepColumns
{
    /// <summary>The step that <paramref name="call"/> makes.</summary>
    public static PipelineStep StepOf(LibraryCall call)
    {
        var pairs = Pairs(call.Arguments["columns"]).ToList();
        var outputs = Names(call, Catalog.OutputParameters).Concat(pairs.Select(pair => pair.Output)).ToList();
        var inputs = Names(call, Catalog.InputParameters).Concat(pairs.Select(pair => pair.Input)).ToList();

        // A step without an input works in place.
        if (inputs.Count == 0)
        {
            inputs = outputs;
        }

        return new PipelineStep(
            call.Method.Name,
            ClassOf(call),
            call.Row.Class == StepClass.Trainer ? call.Task : LearningTask.None,
            EquatableList<string>.From(inputs),
            EquatableList<string>.From(outputs),
            Names(call, Catalog.LabelParameters).FirstOrDefault(),
            call.Place)
        {
            Effect = call.Row.Effect,
            IsBaseline = call.Row.IsBaseline,
            IsSimple = call.Row.IsSimple,
            GivesScoresOnly = call.Row.GivesScoresOnly,
            Captured = StatisticCalls.CapturedBy(call.Evaluator, call.Arguments["mapAction"]),
            Group = Names(call, Catalog.GroupParameters).FirstOrDefault(),
        };
    }

    /// <summary>A step of which nothing is known.</summary>
    public static PipelineStep UnknownStep(IOperation operation) => new(
        operation.Syntax.ToString(), StepClass.Unknown, LearningTask.None, EquatableList<string>.Empty, EquatableList<string>.Empty, null, Places.Of(operation));

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

    private static IEnumerable<string> Names(LibraryCall call, ImmutableArray<string> parameters) => parameters
        .SelectMany(parameter => TextsOf(call.Arguments[parameter] ?? OptionOf(call, parameter)));

    // Overloads with an options object name the columns in its members: labelColumnName is LabelColumnName there.
    private static AbstractValue? OptionOf(LibraryCall call, string parameter) => call.Arguments["options"] is ObjectValue options
        ? call.Evaluator.State.Member(options.Id, char.ToUpperInvariant(parameter[0]) + parameter.Substring(1))
        : null;

    private static IEnumerable<string> TextsOf(AbstractValue? value) => value switch
    {
        ConstantValue { Value: string text } => [text],
        SequenceValue sequence => sequence.Items.SelectMany(TextsOf),
        _ => [],
    };

    private static IEnumerable<(string Output, string Input)> Pairs(AbstractValue? columns) =>
        columns is not SequenceValue sequence ? [] : sequence.Items
            .OfType<SequenceValue>()
            .Where(pair => pair.Items.Count == 2)
            .SelectMany(pair => pair.Items[0] is ConstantValue { Value: string output }
                ? [(output, (pair.Items[1] as ConstantValue)?.Value as string ?? output)]
                : Enumerable.Empty<(string, string)>());
}
