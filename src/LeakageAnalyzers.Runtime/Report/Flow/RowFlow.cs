namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Where the rows went, as the guard saw it.</summary>
internal sealed record RowFlow
{
    /// <summary>How many different rows were seen.</summary>
    public required long Rows { get; init; }

    /// <summary>How many of them were tested, each counted once.</summary>
    public required long TestedRows { get; init; }

    /// <summary>How many of the tested rows were learned from by the model that they tested, or by what prepared them.</summary>
    public required long LearnedTestedRows { get; init; }

    /// <summary>How many of the tested rows have no one model that the guard saw being fitted: of these, <see cref="LearnedTestedRows"/> tells nothing.</summary>
    public required long UntracedTestedRows { get; init; }

    /// <summary>The column that names groups, where a split was compared by one.</summary>
    public required string? GroupColumn { get; init; }

    /// <summary>Whether some group has several rows: fewer groups than rows were cut, or nobody counted them.</summary>
    public bool SharesGroups() => GroupColumn is not null && !Steps.Any(step => step.Groups is { } groups && groups.Total >= step.Rows.Most);

    /// <summary>The rows as they were loaded.</summary>
    public required IReadOnlyList<FlowSource> Sources { get; init; }

    /// <summary>What was done with them, in the order in which it was done; what was repeated at one place is one step.</summary>
    public required IReadOnlyList<FlowStep> Steps { get; init; }

    /// <summary>The leaks, in the order of the source.</summary>
    public required IReadOnlyList<FlowLeak> Leaks { get; init; }
}

/// <summary>Rows as they were loaded.</summary>
internal sealed record FlowSource(string Name, long Rows);

/// <summary>One place of the program that did something with rows.</summary>
internal sealed record FlowStep
{
    public required FlowKind Kind { get; init; }

    /// <summary>File and line.</summary>
    public required string Place { get; init; }

    /// <summary>How often it was done there.</summary>
    public required int Times { get; init; }

    /// <summary>What the source calls the rows.</summary>
    public required string RowsName { get; init; }

    /// <summary>The rows that were cut, learned from or tested each time.</summary>
    public required CountRange Rows { get; init; }

    /// <summary>Of a split: the rows to learn from.</summary>
    public CountRange? TrainRows { get; init; }

    /// <summary>Of a split: the held-out rows.</summary>
    public CountRange? TestRows { get; init; }

    /// <summary>Of a fit: the rows that it stops by.</summary>
    public CountRange? ValidationRows { get; init; }

    /// <summary>Of a fit: how many of its rows were tested afterwards. Of an evaluation: how many of its rows were learned from.</summary>
    public CountRange? SharedRows { get; init; }

    /// <summary>Of a split: the groups on both sides.</summary>
    public FlowGroups? Groups { get; init; }

    /// <summary>Of a fit: the steps of the pipeline.</summary>
    public IReadOnlyList<string> Pipeline { get; init; } = [];

    /// <summary>The ids of the leaks that are reported at this place.</summary>
    public required IReadOnlyList<string> Leaks { get; init; }
}

/// <summary>What was done.</summary>
internal enum FlowKind
{
    /// <summary>Rows were cut.</summary>
    Split,

    /// <summary>Rows were trained on and tested fold by fold.</summary>
    CrossValidation,

    /// <summary>A pipeline without a trainer learned from rows.</summary>
    Preparation,

    /// <summary>A model was trained.</summary>
    Training,

    /// <summary>Rows were tested.</summary>
    Evaluation,
}

/// <summary>The least and the most rows over repetitions.</summary>
internal sealed record CountRange(long Least, long Most)
{
    public static CountRange Of(IEnumerable<long> counts)
    {
        var all = counts.ToList();
        return new CountRange(all.Min(), all.Max());
    }

    public override string ToString() => Least == Most
        ? ReportNumbers.Count(Least)
        : $"{ReportNumbers.Count(Least)} to {ReportNumbers.Count(Most)}";

    /// <summary>With its noun: <c>148 to 163 rows</c>.</summary>
    public string Of(string noun) => Least == Most ? ReportNumbers.Count(Least, noun) : $"{this}\u00A0{noun}s";
}

/// <summary>Groups that a split had on both sides, in the worst repetition.</summary>
internal sealed record FlowGroups(string Column, long OnBothSides, long Total);

/// <summary>A leak that was seen to happen.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Title">What is wrong, in a line.</param>
/// <param name="Place">File and line of the call to mend.</param>
/// <param name="Message">What is wrong there and what to do.</param>
/// <param name="IsWarning">Whether it spoils the score; otherwise it is worth knowing.</param>
internal sealed record FlowLeak(string Id, string Title, string Place, string Message, bool IsWarning);
