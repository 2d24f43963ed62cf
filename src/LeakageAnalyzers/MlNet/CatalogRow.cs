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

/// <summary>One row of the table: what all overloads of one method do.</summary>
/// <param name="Type">Metadata name of the declaring type.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Kind">What it does.</param>
internal sealed record CatalogRow(string Type, string Method, CallKind Kind)
{
    /// <summary>What the step learns; for <see cref="CallKind.Step"/>.</summary>
    public StepClass Class { get; init; } = StepClass.Stateless;

    /// <summary>Arguments that change what the step learns.</summary>
    public ImmutableArray<ClassCondition> Conditions { get; init; } = ImmutableArray<ClassCondition>.Empty;

    /// <summary>The task, where the method itself decides it; else its receiver does.</summary>
    public LearningTask Task { get; init; }

    /// <summary>Whether a split keeps groups whole also where the call names no column.</summary>
    public bool KeepsGroupsWhole { get; init; }

    /// <summary>
    /// Whether individuals may be where they belong for a reason that the call does not show: a patient is at one site, or forecasts are about known patients.
    /// </summary>
    public bool CutsByAnotherUnit { get; init; }

    /// <summary>Whether a sampling key is accepted and not heeded.</summary>
    public bool IgnoresSamplingKey { get; init; }

    /// <summary>Whether it hands out the values of the rows to code.</summary>
    public bool ReadsRows { get; init; }

    /// <summary>Whether the order of <see cref="CallKind.Shuffle"/> is that of a key, not a random one.</summary>
    public bool IsSort { get; init; }

    /// <summary>Whether what is evaluated has to give probabilities.</summary>
    public bool NeedsProbabilities { get; init; }

    /// <summary>Whether the scores of a trainer are no probabilities.</summary>
    public bool GivesScoresOnly { get; init; }

    /// <summary>Whether a trainer has few degrees of freedom.</summary>
    public bool IsSimple { get; init; }

    /// <summary>Whether a trainer predicts from the labels alone.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>What the call shows beside a score.</summary>
    public EvaluationAspects Shows { get; init; }

    /// <summary>Whether the step looks its outputs up in a table that it is given.</summary>
    public bool IsLookup { get; init; }

    /// <summary>Whether the step reads the rows as a series in time.</summary>
    public bool ReadsSeries { get; init; }

    /// <summary>Whether the call makes a collection of its own of the rows, so that what reads it later finds the same.</summary>
    public bool MakesCopy { get; init; }

    /// <summary>Whether what it gives are groups of rows, each of which can be had by itself.</summary>
    public bool GivesGroups { get; init; }

    /// <summary>Whether it puts what it is given before the items that are there.</summary>
    public bool AtFront { get; init; }

    /// <summary>Whether no row is left twice.</summary>
    public bool RemovesCopies { get; init; }

    /// <summary>Whether rows that are in an order keep it, and only those that are level in it are sorted further.</summary>
    public bool RefinesOrder { get; init; }

    /// <summary>Whether the call draws random numbers each time its result is read.</summary>
    public bool DrawsAnew { get; init; }

    /// <summary>Whether the outputs of the step are keys that number the values that occur.</summary>
    public bool MakesKeys { get; init; }

    /// <summary>What the step does to columns.</summary>
    public ColumnEffect Effect { get; init; } = ColumnEffect.Add;

    /// <summary>The step learns <paramref name="learned"/> where <paramref name="parameter"/> is one of <paramref name="values"/> (enum members by number).</summary>
    public CatalogRow When(string parameter, StepClass learned, params int[] values) =>
        this with { Conditions = Conditions.Add(new ClassCondition(parameter, ImmutableArray.Create(values), learned)) };

    /// <summary>The step learns <paramref name="learned"/> where <paramref name="parameter"/> is given.</summary>
    public CatalogRow WhenGiven(string parameter, StepClass learned) =>
        this with { Conditions = Conditions.Add(new ClassCondition(parameter, ImmutableArray<int>.Empty, learned)) };
}

/// <summary>An argument that changes what a step learns.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Values">The numbers it has to be one of; empty for "given, and not null".</param>
/// <param name="Class">What the step then learns.</param>
internal sealed record ClassCondition(string Parameter, ImmutableArray<int> Values, StepClass Class);

/// <summary>What a field or property of a library type stands for.</summary>
internal enum MemberMeaning
{
    /// <summary>The train side of a split.</summary>
    TrainRows,

    /// <summary>The test side of a split.</summary>
    TestRows,

    /// <summary>A catalog of the same context.</summary>
    SameContext,

    /// <summary>The model of a fold.</summary>
    FoldModel,

    /// <summary>The metrics of a fold.</summary>
    FoldMetrics,

    /// <summary>The held-out rows of a fold, scored.</summary>
    ScoredTestRows,

    /// <summary>The current item of an enumerator.</summary>
    Current,

    /// <summary>The columns of a view.</summary>
    Schema,

    /// <summary>The name of a column or of a member.</summary>
    Name,

    /// <summary>What a task gives.</summary>
    Awaited,

    /// <summary>The key of an entry.</summary>
    Key,

    /// <summary>The value of an entry.</summary>
    Value,

    /// <summary>How many items a collection has.</summary>
    Count,

    /// <summary>The keys of a dictionary.</summary>
    Keys,

    /// <summary>The values of a dictionary.</summary>
    Values,

    /// <summary>The type of a member.</summary>
    MemberType,

    /// <summary>Whether a nullable value is one.</summary>
    HasValue,

    /// <summary>What a view on memory shows.</summary>
    Viewed,

    /// <summary>What a value is that is made when it is first read.</summary>
    Forced,
}

/// <summary>What a call that compares numbers gives back.</summary>
internal enum ComparisonMeaning
{
    /// <summary>Which is greater.</summary>
    Sign,

    /// <summary>The greater or the smaller of them.</summary>
    Better,
}

/// <summary>What an object of a library type stands for.</summary>
internal enum CreationMeaning
{
    /// <summary>An object of which only the members are known.</summary>
    None,

    /// <summary>An <c>MLContext</c>.</summary>
    Context,

    /// <summary>A pair of column names.</summary>
    Pair,

    /// <summary>A column of a loader.</summary>
    LoaderColumn,

    /// <summary>A list or dictionary.</summary>
    List,

    /// <summary>A list that is walked from its last item to its first.</summary>
    Stack,

    /// <summary>A search that is told its rows before it runs.</summary>
    Search,

    /// <summary>Some consecutive items of an array.</summary>
    Segment,

    /// <summary>A stream over a file.</summary>
    Stream,

    /// <summary>Files or a query that a loader reads.</summary>
    Source,

    /// <summary>A task that is done.</summary>
    Awaited,

    /// <summary>A value that is made when it is first read.</summary>
    Lazy,

    /// <summary>A chain of estimators without any.</summary>
    EstimatorChain,

    /// <summary>A chain of transformers.</summary>
    TransformerChain,
}
