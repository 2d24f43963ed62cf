namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK1xx: something was learned from rows that are tested later.</summary>
public static class PreprocessingDescriptions
{
    private const string Category = "Leakage.Preprocessing";

    private const string Message =
        "{0} learned from '{1}', which holds rows that are tested later ({2}). {3}.";

    /// <summary>LEAK101.</summary>
    public static RuleDescription SupervisedBeforeSplit { get; } = new(
        "LEAK101",
        "Supervised preprocessing before the split",
        Message,
        Category,
        DefaultSeverity.Warning,
        "A step that has seen the labels of the test rows, such as one that chooses the columns that predict them best, hands the answers to the model: \"circular analysis\" finds good scores even in noise "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L1.3).")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK102.</summary>
    public static RuleDescription LearnedBeforeSplit { get; } = new(
        "LEAK102",
        "Learned preprocessing before the split",
        Message,
        Category,
        DefaultSeverity.Warning,
        "Means, ranges or principal components that were computed with the test rows carry information about them into training, so the test score is too good. "
        + "All test data has to be separated \"before any data transformation\" (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L1.2).")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK103.</summary>
    public static RuleDescription VocabularyBeforeSplit { get; } = new(
        "LEAK103",
        "Vocabulary built before the split",
        Message,
        Category,
        DefaultSeverity.Info,
        "A dictionary that was built with the test rows knows words and categories that the model would meet for the first time in use, so the test hides how it copes with them "
        + "(Kapoor & Narayanan, Patterns 4(9), 2023, L1.2).")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK105.</summary>
    public static RuleDescription DuplicatedBeforeSplit { get; } = new(
        "LEAK105",
        "Rows duplicated before the split",
        "{0} gives rows of '{1}' a second time before they are {2}, so a row can be tested whose copy was trained on. Split first, and duplicate the train rows alone.",
        Category,
        DefaultSeverity.Warning,
        "Oversampling, augmenting or resampling before the split puts copies of one row on both sides, and a model is then tested on what it was trained on "
        + "(Kapoor & Narayanan, Patterns 4(9), 2023, L1.4; Yang et al., ASE 2022, \"overlap leakage\").");

    /// <summary>LEAK104.</summary>
    public static RuleDescription RefittedOnTestRows { get; } = new(
        "LEAK104",
        "Preprocessing re-fitted on the test rows",
        "{0} learned from '{1}', the very rows that are tested at {2}, instead of from '{3}'. Transform them with what was fitted on the rows that the model was trained on.",
        Category,
        DefaultSeverity.Warning,
        "Scaling test rows by their own statistics, or numbering their categories anew, uses rows that a model meets one by one in use, and gives it inputs that mean something else than those it was trained on "
        + "(Kapoor & Narayanan, Patterns 4(9), 2023, L1.2; Yang et al., ASE 2022).")
    {
        IsShownByRows = true,
    };
}
