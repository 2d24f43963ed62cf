namespace LeakageAnalyzers.MlNet;

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

    /// <summary>Whether the number of <see cref="CallKind.Aggregate"/> is the least or the greatest one.</summary>
    public bool IsExtreme { get; init; }

    /// <summary>Whether <see cref="CallKind.ChangeItems"/> leaves all items where they are but for their order.</summary>
    public bool KeepsItems { get; init; }

    /// <summary>Whether the order that a call makes is that of a key, not a random one.</summary>
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
