namespace LeakageAnalyzers.Interpreter.Values;

/// <summary>A number computed by hand from rows, such as their mean, or from such numbers. What it is written into has learned from those rows.</summary>
/// <param name="Name">Equal names are equal values.</param>
/// <param name="LearnedFrom">The computations, each as the fit it stands for.</param>
internal sealed record StatisticValue(string Name, EquatableList<FittedModel> LearnedFrom) : AbstractValue
{
    /// <summary>What a loop that counts the rows under a key does.</summary>
    public const string Count = "row count";

    /// <summary>Whether it says how much features are worth to a model.</summary>
    public bool WeighsFeatures { get; init; }

    /// <summary>The loops that gather it: within them it says something of the rows so far alone.</summary>
    public EquatableList<string> Loops { get; init; } = EquatableList<string>.Empty;

    public override string Identity => Name;

    /// <summary>What is computed from these operands; null where none of them is a statistic.</summary>
    public static StatisticValue? Of(string name, params AbstractValue[] operands)
    {
        if (!IsAmong(operands))
        {
            return null;
        }

        var statistics = operands.OfType<StatisticValue>().ToList();
        var learned = statistics.SelectMany(statistic => statistic.LearnedFrom).Distinct().ToList();
        return learned.Count == 0 ? null : new StatisticValue(name, WithoutCounts(learned))
        {
            WeighsFeatures = statistics.Exists(statistic => statistic.WeighsFeatures),
            Loops = EquatableList<string>.From(statistics.SelectMany(statistic => statistic.Loops).Distinct()),
        };
    }

    /// <summary>Whether one of these operands is a statistic.</summary>
    public static bool IsAmong(AbstractValue[] operands) => Array.Exists(operands, operand => operand is StatisticValue);

    /// <summary>Whether it says as much of the same rows as <paramref name="other"/>, so that either stands for both: a median is one of two numbers, or what lies between them.</summary>
    public bool IsOfSameRowsAs(StatisticValue other) => Loops.Equals(other.Loops) && WeighsFeatures == other.WeighsFeatures && IsLearnedLike(other) && other.IsLearnedLike(this);

    private bool IsLearnedLike(StatisticValue other) => LearnedFrom.All(model => other.LearnedFrom.Any(beside =>
        beside.TrainedOn.Provenance.Equals(model.TrainedOn.Provenance) && beside.Steps.Select(step => step.Class).SequenceEqual(model.Steps.Select(step => step.Class))));

    // How many rows there are makes a mean of their sum and is nothing that was learned beside it.
    private static EquatableList<FittedModel> WithoutCounts(List<FittedModel> learned)
    {
        bool IsCount(FittedModel model) => model.Steps.Count == 1 && model.Steps[0].Name == Count;

        return EquatableList<FittedModel>.From(learned.Exists(model => !IsCount(model)) ? learned.Where(model => !IsCount(model)) : learned);
    }

    public override AbstractValue StartOver(string loop) => this with
    {
        Name = SymbolicId.StartOver(Name, loop),
        LearnedFrom = EquatableList<FittedModel>.From(LearnedFrom.Select(model => model.StartOver(loop))),
    };
}
