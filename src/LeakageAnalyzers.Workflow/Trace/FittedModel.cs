using LeakageAnalyzers.Workflow.Rows;

namespace LeakageAnalyzers.Workflow.Trace;

/// <summary>What a <c>Fit</c> call returned: a transformer, and what it learned from which rows.</summary>
/// <param name="Id">Tells two fits apart; equal ids are one fit.</param>
/// <param name="Steps">The fitted pipeline, first step first.</param>
/// <param name="TrainedOn">The rows given to <c>Fit</c>.</param>
/// <param name="ValidatedOn">The validation rows given to <c>Fit</c>, or null.</param>
/// <param name="Place">The <c>Fit</c> call.</param>
public sealed record FittedModel(string Id, EquatableList<PipelineStep> Steps, RowSet TrainedOn, RowSet? ValidatedOn, Place Place)
{
    /// <summary>Whether <paramref name="other"/> is the same fit, be it seen in another iteration of a loop.</summary>
    public bool IsSameFitAs(FittedModel other) => Id == other.Id || SymbolicId.MayBeIterationsOfOne(Id, other.Id);

    /// <summary>Whether it scores rows.</summary>
    public bool HasTrainer => HasStep(step => step.Class == StepClass.Trainer);

    /// <summary>Whether it predicts from the labels alone, as something that a model has to beat.</summary>
    public bool IsBaseline => Steps.LastOrDefault(step => step.Class == StepClass.Trainer)?.IsBaseline == true;

    /// <summary>Whether any step learned from the rows.</summary>
    public bool HasLearnedSteps => HasStep(step => step.IsLearnedPreparation || step.Class is StepClass.Calibrator or StepClass.Trainer);

    /// <summary>The preparation that learned from the rows.</summary>
    public IEnumerable<PipelineStep> LearnedPreparation => Steps.Where(step => step.IsLearnedPreparation);

    /// <summary>Whether <paramref name="other"/> is the same fit of the same rows. What these rows had learned before is told by name and rows alone: rows hold every fit that led to them, so that nothing is compared twice.</summary>
    public bool Equals(FittedModel? other) => ReferenceEquals(this, other) || (other is not null
        && Id == other.Id && Place.Equals(other.Place) && Steps.Equals(other.Steps) && AreAlike(TrainedOn, other.TrainedOn) && AreAlike(ValidatedOn, other.ValidatedOn));

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    // Asked of each transformation and by most rules.
    private bool HasStep(Func<PipelineStep, bool> isMeant)
    {
        foreach (var step in Steps)
        {
            if (isMeant(step))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreAlike(RowSet? a, RowSet? b) => ReferenceEquals(a, b) || (a is not null && b is not null
        && a.ScoredBy?.Id == b.ScoredBy?.Id
        && a.LearnedFrom.Count == b.LearnedFrom.Count
        && a.Provenance.Equals(b.Provenance)
        && AreSameFits(a.LearnedFrom, b.LearnedFrom)
        && WithoutHistory(a).Equals(WithoutHistory(b)));

    private static bool AreSameFits(EquatableList<FittedModel> a, EquatableList<FittedModel> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (!ReferenceEquals(a[i], b[i]) && (a[i].Id != b[i].Id || !a[i].TrainedOn.Provenance.Equals(b[i].TrainedOn.Provenance)))
            {
                return false;
            }
        }

        return true;
    }

    private static RowSet WithoutHistory(RowSet rows) => rows is { LearnedFrom.Count: 0, ScoredBy: null, Pooled.Count: 0 } ? rows : rows with { LearnedFrom = EquatableList<FittedModel>.Empty, ScoredBy = null, Pooled = EquatableList<RowSet>.Empty };
}
