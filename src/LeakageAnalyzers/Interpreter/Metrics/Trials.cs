using LeakageAnalyzers.Interpreter.Calls;
using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;
using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>Candidates that are scored in the call that puts them in order or picks one, as in <c>models.MaxBy(model => Score(model))</c>.</summary>
/// <param name="Candidates">Models, or settings that a model is trained with.</param>
/// <param name="Scores">What the selector measured of them.</param>
internal sealed record Trials(AbstractValue Candidates, EquatableList<Measurement> Scores)
{
    /// <summary>The candidates in the order that the call at <paramref name="place"/> puts them in.</summary>
    public OrderedValue InOrder(Place place) => new(Candidates, place, Scores);

    /// <summary>Runs the selector for each item; null where it measures nothing.</summary>
    public static Trials? TryRun(LibraryCall call, string parameter)
    {
        if (call.Arguments[parameter] is not FunctionValue selector || !call.Operands.Any())
        {
            return null;
        }

        var subject = call.Subject.Value;
        var candidates = Collections.ItemsOf(call.Evaluator, subject) ?? subject;
        IEnumerable<AbstractValue?> results = candidates switch
        {
            SequenceValue { Items.Count: <= Budget.SequenceLength } sequence => sequence.Items.Select((item, i) => SourceCalls.TryInvoke(call.Evaluator, call.Operation, $"{call.Site}#{i}", selector, item)),
            ManyValue many => [CollectionCalls.ForEach(call, selector, many.Item)?.Item],
            UnknownValue or ObjectValue when MlTypes.IsTransformer(selector.Method.Parameters.FirstOrDefault()?.Type) => [CollectionCalls.ForEach(call, selector, call.Unknown("each model"))?.Item],
            _ => [SettingCalls.Many(call, selector)?.Item],
        };
        var scores = EquatableList<Measurement>.From(results.ToList().SelectMany(result => Measures.In(result, call.Evaluator.State)).Distinct());
        return scores.Count == 0 ? null : new Trials(candidates is SequenceValue or ManyValue ? candidates : new ManyValue(call.Unknown("one of the candidates")), scores);
    }
}
