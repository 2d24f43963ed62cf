using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>One random ML.NET program, as the choices that it is made of.</summary>
internal sealed record WorkflowPlan(
    bool HasGroups,
    bool IsRegression,
    RowSourceKind Source,
    EquatableList<Detour> Detours,
    EquatableList<PreparationStep> Steps,
    PreparationPlace Preparation,
    CutKind Cut,
    KeyChoice Key,
    KeyChoice InnerKey,
    bool HasValidationPart,
    TestedRows Tested,
    TrainerChoice Trainer,
    bool RefitsForDeployment,
    EquatableList<int> Styles)
{
    /// <summary>What is made of the rows that were read.</summary>
    public RowMaking Making { get; init; }

    /// <summary>What stands among the features beside the measurements.</summary>
    public FeatureColumn Feature { get; init; }

    /// <summary>What else is fitted.</summary>
    public Tuning Tuning { get; init; }

    /// <summary>By what the better of two trainers is chosen.</summary>
    public Selection Selection { get; init; }

    /// <summary>How it is found.</summary>
    public SelectionForm Form { get; init; }

    /// <summary>Whether the trainer's rows have a test part of their own, so that what is chosen on it is a choice.</summary>
    private bool IsCutOnce => Cut is CutKind.TrainTestSplit or CutKind.Positions or CutKind.ListPositions or CutKind.TwoFiles or CutKind.SameSplitTwice
        or CutKind.GroupTrainTestSplit or CutKind.StratifiedTrainTestSplit or CutKind.TemporalTrainTestSplit;

    private bool IsCutIntoFolds => Cut is CutKind.Folds or CutKind.GroupKFold or CutKind.LeaveOneGroupOut or CutKind.StratifiedGroupKFold or CutKind.TimeSeriesSplit;

    private bool IsCrossValidated => Cut is CutKind.CrossValidate or CutKind.GroupCrossValidate or CutKind.TimeSeriesCrossValidate or CutKind.NestedCrossValidate;

    /// <summary>The style of the step of that number.</summary>
    public CodeStyle StyleOf(int step) => Styles.Count == 0 ? CodeStyle.Local : (CodeStyle)Styles[step % Styles.Count];

    /// <summary>The nearest plan whose leaks of the source alone are known from the plan, and whose rows the guard can tell apart.</summary>
    public WorkflowPlan Coherent()
    {
        var plan = this;
        if (plan.Making != RowMaking.AsRead)
        {
            // Copies are equal, and drawn rows are others each time: the guard knows them by their ids alone, where it knows them at all.
            plan = plan with
            {
                Detours = EquatableList<Detour>.Empty,
                Cut = plan.Cut is CutKind.CrossValidate or CutKind.Folds or CutKind.TemporalTrainTestSplit ? plan.Cut : CutKind.TrainTestSplit,
                HasGroups = plan.HasGroups && plan.Making is not (RowMaking.SortedByTime or RowMaking.SortedByAge),
                HasValidationPart = false,
                Tested = plan.Tested == TestedRows.CachedTest ? TestedRows.Test : plan.Tested,
                Tuning = Tuning.None,
                Selection = Selection.None,
            };
            if (plan.Making is not (RowMaking.Oversampled or RowMaking.Partitioned or RowMaking.SortedByTime or RowMaking.SortedByAge))
            {
                plan = plan with { Preparation = PreparationPlace.InPipeline, Tested = TestedRows.Test, RefitsForDeployment = false };
            }
        }

        if (plan.Selection != Selection.None)
        {
            plan = plan with
            {
                Cut = plan.IsCutOnce ? plan.Cut : CutKind.TrainTestSplit,
                Trainer = TrainerChoice.Fixed,
                Tuning = Tuning.None,
                HasValidationPart = plan.HasValidationPart || plan.Selection == Selection.ByPartThenTest,
            };
        }

        if (plan.Tuning != Tuning.None)
        {
            plan = plan with
            {
                // Where each fold is tuned on its own test rows, those of the others are tested elsewhere: the guard cannot tell them from a test.
                Cut = plan.IsCrossValidated || plan.IsCutIntoFolds ? CutKind.TrainTestSplit : plan.Cut,
                Trainer = TrainerChoice.Fixed,
                HasValidationPart = plan.HasValidationPart || plan.Tuning is Tuning.ValidatedOnPart or Tuning.CalibratedOnPart,
                IsRegression = plan.IsRegression && plan.Tuning is Tuning.ValidatedOnTest or Tuning.ValidatedOnTrain or Tuning.ValidatedOnPart,
            };
        }

        // What is fitted inside is not told to the guard, so that it does not hear of what was fitted before.
        return plan.Cut == CutKind.NestedCrossValidate ? plan with { Preparation = PreparationPlace.InPipeline } : plan;
    }

    /// <summary>Plans that are one choice simpler, simplest first.</summary>
    public IEnumerable<WorkflowPlan> Simpler() => Reduced().Select(plan => plan.Coherent()).Where(plan => plan != this);

    private IEnumerable<WorkflowPlan> Reduced()
    {
        if (Making != RowMaking.AsRead)
        {
            yield return this with { Making = RowMaking.AsRead };
        }

        if (Feature != FeatureColumn.None)
        {
            yield return this with { Feature = FeatureColumn.None };
        }

        if (Tuning != Tuning.None)
        {
            yield return this with { Tuning = Tuning.None };
        }

        if (Selection != Selection.None)
        {
            yield return this with { Selection = Selection.None };
        }

        if (Form != SelectionForm.BestSoFar)
        {
            yield return this with { Form = SelectionForm.BestSoFar };
        }

        if (Styles.Any(style => style != 0))
        {
            yield return this with { Styles = EquatableList<int>.Empty };
        }

        if (Detours.Count > 0)
        {
            yield return this with { Detours = EquatableList<Detour>.Empty };
        }

        for (var i = 0; i < Detours.Count; i++)
        {
            yield return this with { Detours = Without(Detours, i) };
        }

        for (var i = 0; i < Steps.Count; i++)
        {
            yield return this with { Steps = Without(Steps, i) };
        }

        if (RefitsForDeployment)
        {
            yield return this with { RefitsForDeployment = false };
        }

        if (HasValidationPart)
        {
            yield return this with { HasValidationPart = false };
        }

        if (IsRegression)
        {
            yield return this with { IsRegression = false };
        }

        if (Trainer != TrainerChoice.Fixed)
        {
            yield return this with { Trainer = TrainerChoice.Fixed };
        }

        if (HasGroups)
        {
            yield return this with { HasGroups = false };
        }

        if (Source != RowSourceKind.File)
        {
            yield return this with { Source = RowSourceKind.File };
        }

        if (Key != KeyChoice.None)
        {
            yield return this with { Key = KeyChoice.None };
        }

        if (InnerKey != KeyChoice.None)
        {
            yield return this with { InnerKey = KeyChoice.None };
        }

        if (Preparation != PreparationPlace.InPipeline)
        {
            yield return this with { Preparation = PreparationPlace.InPipeline };
        }

        if (Tested != TestedRows.Test)
        {
            yield return this with { Tested = TestedRows.Test };
        }

        if (Cut != CutKind.TrainTestSplit)
        {
            yield return this with { Cut = CutKind.TrainTestSplit };
        }

        for (var i = 0; i < Styles.Count; i++)
        {
            if (Styles[i] != 0)
            {
                yield return this with { Styles = EquatableList<int>.From(Styles.Select((style, at) => at == i ? 0 : style)) };
            }
        }
    }

    private static EquatableList<T> Without<T>(EquatableList<T> items, int index) => EquatableList<T>.From(items.Where((_, i) => i != index));
}
