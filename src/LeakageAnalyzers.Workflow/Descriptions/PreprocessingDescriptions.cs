namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK1xx: something was learned from rows that are tested later.</summary>
public static class PreprocessingDescriptions
{
    private const string Category = "Leakage.Preprocessing";

    private const string Message =
        "{0} learned from '{1}', which holds rows that are tested later ({2}). Split the raw rows first and put {3} at the front of the pipeline that is trained.";

    /// <summary>LEAK102.</summary>
    public static RuleDescription LearnedBeforeSplit { get; } = new(
        "LEAK102",
        "Learned preprocessing before the split",
        Message,
        Category,
        DefaultSeverity.Warning,
        "Means, ranges or principal components that were computed with the test rows carry information about them into training, so the test score is too good. "
        + "All test data has to be separated \"before any data transformation\" (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L1.2).");
}
