namespace LeakageAnalyzers.MlNet;

/// <summary>What a call does to the values of a workflow.</summary>
internal enum CallKind
{
    /// <summary>Known, and of no consequence: the result is unknown.</summary>
    Neutral,

    /// <summary>Loads rows that its path argument names.</summary>
    LoadFile,

    /// <summary>Makes a view of row objects.</summary>
    LoadRows,

    /// <summary>Makes a loader; the rows are named when it loads.</summary>
    CreateLoader,

    /// <summary>Loads rows with a loader.</summary>
    Load,

    /// <summary>The same rows, in the same order.</summary>
    SameRows,

    /// <summary>Some of the rows, by a condition.</summary>
    Filter,

    /// <summary>The first rows.</summary>
    Take,

    /// <summary>All but the first rows.</summary>
    Skip,

    /// <summary>The same rows in another order.</summary>
    Shuffle,

    /// <summary>One row object made of each row.</summary>
    MapRows,

    /// <summary>Any number of row objects made of each row.</summary>
    ExpandRows,

    /// <summary>The same rows several times over.</summary>
    Repeat,

    /// <summary>Puts rows at the end of a collection.</summary>
    AddItems,

    /// <summary>One row, or one group of rows, for each value of a member.</summary>
    OnePer,

    /// <summary>A number computed from all rows.</summary>
    Aggregate,

    /// <summary>How many of the rows meet a condition.</summary>
    CountMatches,

    /// <summary>Rows drawn with replacement.</summary>
    Resample,

    /// <summary>Cuts rows into train and test.</summary>
    Split,

    /// <summary>Cuts rows into folds.</summary>
    SplitIntoFolds,

    /// <summary>Trains and scores fold by fold.</summary>
    CrossValidate,

    /// <summary>Looks for the best pipeline, on parts of its rows that it cuts itself or on validation rows that it is given.</summary>
    Search,

    /// <summary>Makes a search that is told its rows before it runs.</summary>
    CreateSearch,

    /// <summary>Tells a search its rows.</summary>
    SetSearchRows,

    /// <summary>The same search.</summary>
    SameSearch,

    /// <summary>Runs a search that was told its rows.</summary>
    RunSearch,

    /// <summary>Makes one estimator.</summary>
    Step,

    /// <summary>Puts an estimator or transformer behind another.</summary>
    Append,

    /// <summary>The same estimator.</summary>
    SameEstimator,

    /// <summary>Learns.</summary>
    Fit,

    /// <summary>Applies what was learned.</summary>
    Transform,

    /// <summary>Measures scored rows.</summary>
    Evaluate,

    /// <summary>Gives back its receiver or first argument: a note to the run-time guard, a task that is awaited.</summary>
    Identity,

    /// <summary>Calls the function it is given, and gives back what that returns.</summary>
    Invoke,

    /// <summary>All but the last rows.</summary>
    SkipLast,

    /// <summary>The last rows.</summary>
    TakeLast,

    /// <summary>A number of rows from a position on.</summary>
    TakeRange,

    /// <summary>The rows of both.</summary>
    Concat,

    /// <summary>Rows cut into consecutive parts.</summary>
    Chunk,

    /// <summary>One item of a collection.</summary>
    PickItem,

    /// <summary>Consecutive numbers: the positions of rows.</summary>
    Positions,

    /// <summary>Writes a model to a file.</summary>
    SaveModel,

    /// <summary>Reads a model from a file.</summary>
    LoadModel,

    /// <summary>Opens a file.</summary>
    OpenFile,

    /// <summary>The public properties or fields of a type.</summary>
    ListMembers,

    /// <summary>Puts an item at the end of a collection.</summary>
    AddItem,

    /// <summary>Takes the first item out of a collection.</summary>
    TakeItem,

    /// <summary>Takes the first item out of a collection where there is one, hands it out by a parameter, and says whether there was.</summary>
    TryTakeItem,

    /// <summary>A collection of the items that it is given.</summary>
    ListItems,

    /// <summary>Changes a collection in place.</summary>
    ChangeItems,

    /// <summary>The items of a collection and one more.</summary>
    AppendItem,

    /// <summary>The items of a collection that are not in another.</summary>
    Except,

    /// <summary>The items of two collections, pair by pair.</summary>
    Zip,

    /// <summary>Something made of the first item, of that and the next item, and so on.</summary>
    Fold,

    /// <summary>Calls a function for each item of a collection.</summary>
    ForEach,

    /// <summary>Looks whether a collection has a key, and gives out what stands under it.</summary>
    TryGetItem,

    /// <summary>What stands under a key, or is made and put there.</summary>
    GetOrAddItem,

    /// <summary>Writes rows to a file.</summary>
    SaveRows,

    /// <summary>Tests whether the scores of one model on some rows are better than those of another.</summary>
    CompareScores,

    /// <summary>The same model with another threshold.</summary>
    ChangeThreshold,

    /// <summary>What a model says of one row.</summary>
    Predict,

    /// <summary>A table of what is made of each item, under a key.</summary>
    Tabulate,

    /// <summary>Walks over the rows of a view.</summary>
    OpenCursor,

    /// <summary>Makes what reads a column of the row that a walk is at.</summary>
    CreateGetter,
}
