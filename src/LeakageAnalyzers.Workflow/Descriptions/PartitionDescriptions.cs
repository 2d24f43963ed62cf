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
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L1.1).");

    /// <summary>LEAK202.</summary>
    public static RuleDescription GroupInBothPartitions { get; } = new(
        "LEAK202",
        "Rows of one group can land in both partitions",
        "Rows of one {0} can land on both sides of this split of '{1}'{2}: {3}. {4}",
        Category,
        DefaultSeverity.Warning,
        "Several rows of one patient resemble each other, so a model that has seen some of them recognizes the patient in the others instead of the disease: \"repeated measures of an individual\" belong on one side "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L3.2).");
}
