using LeakageAnalyzers.Workflow;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Where the rows of a random program come from.</summary>
internal enum RowSourceKind
{
    File,
    List,
}

/// <summary>What happens to all rows before they are cut.</summary>
internal enum Detour
{
    Cache,
    Shuffle,
    Filter,
}

/// <summary>A step of the preparation.</summary>
internal enum PreparationStep
{
    MinMax,
    MeanVariance,
    RobustScaling,
    MissingMean,
    MissingDefault,
    OneHot,
    OneHotHash,
    SupervisedBinning,
    Components,
    LpNorm,
}

/// <summary>Where the preparation is fitted.</summary>
internal enum PreparationPlace
{
    InPipeline,
    BeforeCut,
    AllRowsAfterCut,
    TrainRows,
    EachPart,
}

/// <summary>How train and test rows come about.</summary>
internal enum CutKind
{
    TrainTestSplit,
    Folds,
    CrossValidate,
    Positions,
    OverlappingPositions,
    TwoSplits,
    SameSplitTwice,
    ListPositions,
    OverlappingListPositions,
    TwoFiles,
    None,
}

/// <summary>The sampling key of a split.</summary>
internal enum KeyChoice
{
    None,
    Group,
    Category,
    Number,
    Label,
}

/// <summary>Which rows are scored and evaluated.</summary>
internal enum TestedRows
{
    Test,
    Train,
    All,
    TrainThenTest,
    SomeOfTest,
    SomeOfTrain,
    CachedTest,
}

/// <summary>How the trainer is chosen.</summary>
internal enum TrainerChoice
{
    Fixed,
    OnCondition,
    EachOfArray,
    EachOfDictionary,
    BySwitch,
}

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
    /// <summary>The style of the step of that number.</summary>
    public CodeStyle StyleOf(int step) => Styles.Count == 0 ? CodeStyle.Local : (CodeStyle)Styles[step % Styles.Count];

    /// <summary>Plans that are one choice simpler, simplest first.</summary>
    public IEnumerable<WorkflowPlan> Simpler()
    {
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
