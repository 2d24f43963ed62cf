using LeakageAnalyzers.Interpreter.Flow;
using LeakageAnalyzers.Interpreter.Transfer;
using LeakageAnalyzers.Interpreter.Values;

namespace LeakageAnalyzers.Interpreter.Metrics;

/// <summary>What the best of several candidates is known to be before anybody knows which: what they have in common.</summary>
internal static class OneOfSeveral
{
    /// <summary>
    /// One that stands for <paramref name="items"/>, whose measurements are those of the best; null where they have nothing in common. Pairs and the like are taken part by part; pipelines that differ
    /// in their trainer alone, and models of them that were trained on the same rows, are alike.
    /// </summary>
    public static AbstractValue? Of(IReadOnlyList<AbstractValue> items, string name, State state)
    {
        switch (items[0])
        {
            case var one when items.Skip(1).All(one.Equals) && one is not MeasuredValue:
                return one;
            case SequenceValue first when items.All(item => item is SequenceValue same && same.Items.Count == first.Items.Count):
                return Collections.Sequence(first.Items.Select((_, i) => Part(items.Select(item => ((SequenceValue)item).Items[i]).ToList(), $"{name}.{i}", state)));
            case EstimatorValue first when items.All(item => item is EstimatorValue other && AreAlike(first.Steps, other.Steps)):
                return first;
            case TransformerValue first when items.All(item => item is TransformerValue other && AreAlike(first.Models, other.Models)):
                return first;
            default:
                return null;
        }
    }

    /// <summary>Nothing but what was measured of <paramref name="items"/>, as of the best of them.</summary>
    public static AbstractValue Measured(IEnumerable<AbstractValue> items, string name, State state) =>
        Measures.Of(new UnknownValue("one of several candidates", name), items.SelectMany(item => Measures.In(item, state)).AsBest());

    private static AbstractValue Part(List<AbstractValue> parts, string name, State state) => Of(parts, name, state) ?? Measured(parts, name, state);

    private static bool AreAlike(EquatableList<FittedModel> some, EquatableList<FittedModel> others) =>
        some.Count == others.Count && some.Zip(others, (one, other) => one.TrainedOn.Equals(other.TrainedOn) && AreAlike(one.Steps, other.Steps)).All(areAlike => areAlike);

    private static bool AreAlike(EquatableList<PipelineStep> some, EquatableList<PipelineStep> others) =>
        some.Count == others.Count && some.Zip(others, AreAlike).All(areAlike => areAlike);

    private static bool AreAlike(PipelineStep one, PipelineStep other) =>
        one.Class == other.Class && one.Task == other.Task && one.Label == other.Label && one.Inputs.Equals(other.Inputs)
        && (one.Class == StepClass.Trainer || (one.Name == other.Name && one.Outputs.Equals(other.Outputs) && one.Captured.Equals(other.Captured)));
}
