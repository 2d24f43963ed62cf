namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>One metric of an evaluation was read.</summary>
/// <param name="Place">Where.</param>
/// <param name="Measurement">What was measured.</param>
/// <param name="Shows">What the metric shows beside how good the model is.</param>
public sealed record MetricRead(Place Place, Measurement Measurement, EvaluationAspects Shows) : WorkflowEvent(Place);

/// <summary>Metrics left the program: printed, logged, written, or returned to whoever calls it.</summary>
/// <param name="Place">Where.</param>
/// <param name="Measurements">What was measured.</param>
public sealed record Reported(Place Place, EquatableList<Measurement> Measurements) : WorkflowEvent(Place)
{
    /// <summary>Whether they are returned to whoever calls the program, which shows nothing by itself.</summary>
    internal bool IsReturned { get; init; }

    /// <summary>How a message that is shown at <paramref name="reader"/> says where.</summary>
    internal string DescribeFrom(Place reader) => IsReturned ? "returned to the caller" : Place.DescribeFrom(reader);
}

/// <summary>Metrics of several candidates were compared or put in order, and something depends on how that ended.</summary>
/// <param name="Place">The comparison, or the call that puts them in order.</param>
/// <param name="Candidates">What was measured of the candidates.</param>
/// <param name="Decides">What depends on it.</param>
public sealed record Chosen(Place Place, EquatableList<Measurement> Candidates, Decision Decides) : WorkflowEvent(Place)
{
    /// <summary>Whether it is a score alone that is taken, and no candidate.</summary>
    internal bool TakesScore { get; init; }
}

/// <summary>Of several scores one was taken by where it stands in their order: the least, the greatest, or one in between.</summary>
/// <param name="Place">The call that puts them in order, or takes it.</param>
/// <param name="Scores">All of them.</param>
/// <param name="Position">Where it stands: equal names are one position.</param>
internal sealed record ScoreTaken(Place Place, EquatableList<Measurement> Scores, string Position) : WorkflowEvent(Place);

/// <summary>What a choice decides.</summary>
public enum Decision
{
    /// <summary>Which candidate goes on: a model, a pipeline, a setting, the best score so far.</summary>
    Candidate,

    /// <summary>What is said about the candidates, and nothing else.</summary>
    Claim,
}

/// <summary>An evaluation showed more than a number.</summary>
/// <param name="Place">The call that shows it.</param>
/// <param name="Aspects">What it shows.</param>
public sealed record Shown(Place Place, EvaluationAspects Aspects) : WorkflowEvent(Place);

/// <summary>What a reader wants to see beside a score.</summary>
[Flags]
public enum EvaluationAspects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Whether probabilities mean what they say.</summary>
    Calibration = 1,

    /// <summary>How far the score can be trusted.</summary>
    Interval = 2,

    /// <summary>Whether one model is better than another beyond chance.</summary>
    Comparison = 4,

    /// <summary>What a trivial model scores.</summary>
    Baseline = 8,

    /// <summary>How much the score depends on the split or the seed.</summary>
    Repetition = 16,

    /// <summary>Several metrics.</summary>
    SeveralMetrics = 32,

    /// <summary>The score of each subgroup.</summary>
    Subgroups = 64,

    /// <summary>The score of a procedure that chooses, on rows outside of the choice.</summary>
    Selection = 128,

    /// <summary>Whether cases score higher than others, wherever the threshold is.</summary>
    Discrimination = 256,

    /// <summary>The errors of each class by themselves.</summary>
    ErrorsOfEachClass = 512,

    /// <summary>The share of all rows that are right.</summary>
    Accuracy = 1024,

    /// <summary>An error in the unit of the label.</summary>
    ErrorInUnit = 2048,
}
