namespace LeakageAnalyzers.Interpreter.Values;

/// <summary>A number computed by hand from rows, such as their mean, or from such numbers. What it is written into has learned from those rows.</summary>
/// <param name="Name">Equal names are equal values.</param>
/// <param name="LearnedFrom">The computations, each as the fit it stands for.</param>
internal sealed record StatisticValue(string Name, EquatableList<FittedModel> LearnedFrom) : AbstractValue
{
    /// <summary>Whether it says how much features are worth to a model.</summary>
    public bool WeighsFeatures { get; init; }

    public override string Identity => Name;

    /// <summary>What is computed from these operands; null where none of them is a statistic.</summary>
    public static StatisticValue? Of(string name, params AbstractValue[] operands)
    {
        if (!Array.Exists(operands, operand => operand is StatisticValue))
        {
            return null;
        }

        var learned = operands.OfType<StatisticValue>().SelectMany(statistic => statistic.LearnedFrom).Distinct().ToList();
        return learned.Count == 0 ? null : new StatisticValue(name, EquatableList<FittedModel>.From(learned)) { WeighsFeatures = Array.Exists(operands, operand => operand is StatisticValue { WeighsFeatures: true }) };
    }

    public override AbstractValue StartOver(string loop) => this with
    {
        Name = SymbolicId.StartOver(Name, loop),
        LearnedFrom = EquatableList<FittedModel>.From(LearnedFrom.Select(model => model.StartOver(loop))),
    };
}
