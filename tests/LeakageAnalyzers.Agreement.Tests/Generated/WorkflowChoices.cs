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
    Binning,
    LogMeanVariance,
    KeyMap,
    TextFeatures,
    MutualInformation,
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
    ListOfIndividuals,
    TwoFiles,
    None,
    GroupTrainTestSplit,
    GroupKFold,
    LeaveOneGroupOut,
    StratifiedTrainTestSplit,
    StratifiedGroupKFold,
    TemporalTrainTestSplit,
    TimeSeriesSplit,
    GroupCrossValidate,
    TimeSeriesCrossValidate,
    NestedCrossValidate,
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

/// <summary>What is made of the rows that were read, each leak beside its honest twin.</summary>
internal enum RowMaking
{
    AsRead,
    Oversampled,
    Partitioned,
    Bootstrapped,
    LeftOutOfBootstrap,
    SortedByTime,
    SortedByAge,
    DrawnAnew,
    DrawnOnce,
}

/// <summary>What stands among the features beside the measurements.</summary>
internal enum FeatureColumn
{
    None,
    Label,
    LabelConverted,
    LabelByExpression,
    LabelInTwoSteps,
    LabelByMapping,
    Identifier,
    Measurement,
    LabelKeptApart,
    LabelOverwritten,
    IdentifierKeptApart,
}

/// <summary>What else is fitted, on which rows.</summary>
internal enum Tuning
{
    None,
    ValidatedOnTest,
    ValidatedOnTrain,
    ValidatedOnPart,
    CalibratedOnTest,
    CalibratedOnTrain,
    CalibratedOnPart,
}

/// <summary>By what the better of two trainers is chosen.</summary>
internal enum Selection
{
    None,
    ByTest,
    ByPartThenTest,
    ByCrossValidation,
    ByCrossValidationThenTest,
}

/// <summary>How the better one is found.</summary>
internal enum SelectionForm
{
    BestSoFar,
    MaxBy,
    Ordered,
    Sorted,
    Conditional,
}
