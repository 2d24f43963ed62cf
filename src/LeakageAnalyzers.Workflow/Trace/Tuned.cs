using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>Rows that a model is not trained on decided something about it before it was evaluated.</summary>
/// <param name="Place">The argument that hands them over.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Purpose">What they decided.</param>
/// <param name="Model">What they were used for, where it is one fit; null for a search or a choice.</param>
public sealed record Tuned(Place Place, RowSet Rows, TuningPurpose Purpose, FittedModel? Model) : WorkflowEvent(Place);

/// <summary>What rows can decide about a model besides its training.</summary>
public enum TuningPurpose
{
    /// <summary>When training stops, or which of its stages is kept.</summary>
    Validation,

    /// <summary>How scores become probabilities.</summary>
    Calibration,

    /// <summary>From which score on a row counts as positive.</summary>
    Threshold,

    /// <summary>Which pipeline a search finds.</summary>
    Search,

    /// <summary>Which columns are features.</summary>
    FeatureChoice,
}
