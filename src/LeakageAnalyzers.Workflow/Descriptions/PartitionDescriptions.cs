namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK2xx: train and test are not independent.</summary>
public static class PartitionDescriptions
{
    private const string Category = "Leakage.Partition";

    /// <summary>LEAK201.</summary>
    public static RuleDescription EvaluatedOnTrainingRows { get; } = new(
        "LEAK201",
        "Evaluated on rows the model was trained on",
        "The model fitted on '{0}' ({1}) is evaluated on '{2}', {3}. Evaluate it on rows that were held out of training.",
        Category,
        DefaultSeverity.Warning,
        "A model can remember the rows it was trained on, so its score on them says nothing about new ones: performance has to be measured on \"independent sets of data\" "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L1.1).")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK202.</summary>
    public static RuleDescription GroupInBothPartitions { get; } = new(
        "LEAK202",
        "Rows of one group can land in both partitions",
        "Rows of one {0} can land on both sides of this split of '{1}'{2}: {3}. {4}",
        Category,
        DefaultSeverity.Warning,
        "Several rows of one patient resemble each other, so a model that has seen some of them recognizes the patient in the others instead of the disease: \"repeated measures of an individual\" belong on one side "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L3.2).")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK203.</summary>
    public static RuleDescription KeyCutByValue { get; } = new(
        "LEAK203",
        "Sampling key is cut by value, not sampled",
        "The sampling key '{0}' is {1}, which ML.NET cuts by value: the test rows of '{2}' are those with the lowest values, and rows without one are lost. "
        + "Split by whole groups of '{0}' with GroupTrainTestSplit of the runtime library, or key by a column of text or whole numbers.",
        Category,
        DefaultSeverity.Warning,
        "ML.NET hashes sampling keys of text and whole numbers, but scales floating-point numbers and ML.NET keys to 0..1 and takes the lowest share: the partition is no random sample, and its size depends on how the values "
        + "are spread.")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK204.</summary>
    public static RuleDescription RandomSplitOfTime { get; } = new(
        "LEAK204",
        "Random split of time-ordered rows",
        "'{0}' is split at random although its rows follow each other in time: {1}. Split along time, as {2} of the runtime library does.",
        Category,
        DefaultSeverity.Warning,
        "In use, a model predicts what comes after all it has learned from; after a random split it is tested on days between those it was trained on, and knows what came next "
        + "(Kapoor & Narayanan, Patterns 4(9), 2023, L3.1).");

    /// <summary>LEAK205.</summary>
    public static RuleDescription NestedCutByOneHash { get; } = new(
        "LEAK205",
        "Nested group split repeats its key and seed",
        "'{0}' was cut by the hash of '{1}' at {2} and is cut here by the same hash, so one side is empty or much smaller than it should be. Give this split another seed.",
        Category,
        DefaultSeverity.Warning,
        "The hash of a key and a seed is always the same number: rows whose number is below the first share are gone already when the second split looks for them.")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK207.</summary>
    public static RuleDescription RowsDrawnAnew { get; } = new(
        "LEAK207",
        "Rows are drawn anew at every pass",
        "ML.NET reads '{0}' anew at each pass, and {1}: what is split at {2} is another split at each pass, and test rows are trained on. Make a list of the rows before they are loaded.",
        Category,
        DefaultSeverity.Warning,
        "A view keeps no rows: training, testing and each pass in between enumerate the collection again, and the split goes by position. "
        + "Where an enumeration is shuffled or drawn as it is read, a row that was a test row in one pass is a train row in the next.");

    /// <summary>LEAK206.</summary>
    public static RuleDescription LabelAsSamplingKey { get; } = new(
        "LEAK206",
        "Label used as sampling key",
        "'{0}' is the label, and as sampling key it puts all rows of '{1}' that have the same label on the same side: the opposite of a stratified split. Leave the sampling key out.",
        Category,
        DefaultSeverity.Warning,
        "A sampling key keeps equal values together, so a model is tested on classes that it never saw; ML.NET has no stratified split (dotnet/machinelearning#5563, #5567).")
    {
        IsShownByRows = true,
    };
}
