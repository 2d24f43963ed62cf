namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK6xx: what only the rows can show.</summary>
public static class DataDescriptions
{
    private const string Category = "Leakage.Data";

    /// <summary>LEAK601.</summary>
    public static RuleDescription SharedGroups { get; } = new(
        "LEAK601",
        "Groups shared by train and test",
        "{0} of the {1} groups of '{2}' in the test rows are in the train rows too, with {3} of {4} test rows, such as {5}. Split by whole groups of '{2}'.",
        Category,
        DefaultSeverity.Warning,
        "Several rows of one patient resemble each other, so a model that has seen some of them recognizes the patient in the others: \"repeated measures of an individual\" belong on one side "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L3.2).");

    /// <summary>LEAK602.</summary>
    public static RuleDescription ExactDuplicates { get; } = new(
        "LEAK602",
        "Exact duplicates across partitions",
        "{0} of {1} test rows have the same values of {2} as a train row{3}. Remove the copies before the split.",
        Category,
        DefaultSeverity.Warning,
        "A model is not tested on a row that it was trained on (Kapoor & Narayanan, Patterns 4(9), 2023, L1.4).");

    /// <summary>LEAK603.</summary>
    public static RuleDescription NearDuplicates { get; } = new(
        "LEAK603",
        "Near duplicates across partitions",
        "{0} of {1} test rows are nearly the same as a train row: {2}. Look at the pairs; where they are copies, keep one before the split.",
        Category,
        DefaultSeverity.Warning,
        "A copy that was scaled, re-encoded, cropped or typed anew is a copy all the same (Kapoor & Narayanan, Patterns 4(9), 2023, L1.4).");

    /// <summary>LEAK604.</summary>
    public static RuleDescription OlderTestRows { get; } = new(
        "LEAK604",
        "Test rows older than training rows",
        "{0} of {1} test rows are not later in '{2}' than the latest train row: the model has seen their future. Split along time.",
        Category,
        DefaultSeverity.Warning,
        "In use, a model predicts what comes after all it has learned from (Kapoor & Narayanan, Patterns 4(9), 2023, L3.1).");

    /// <summary>LEAK605.</summary>
    public static RuleDescription SingleFeaturePredictor { get; } = new(
        "LEAK605",
        "One feature predicts the label",
        "'{0}' alone predicts '{1}' with {2} {3} on the test rows. Find out whether its value is known before the label is; if not, remove it from the features.",
        Category,
        DefaultSeverity.Warning,
        "A feature that nearly is the label has often been recorded after it (Kaufman et al., ACM TKDD 6:15, 2012: look for suspiciously strong single features; Kapoor & Narayanan, Patterns 4(9), 2023, L2).");

    /// <summary>LEAK606.</summary>
    public static RuleDescription IdentifierColumn { get; } = new(
        "LEAK606",
        "Identifier-like column",
        "'{0}' looks like an identifier: {1}. Leave it out of the features.",
        Category,
        DefaultSeverity.Info,
        "From an identifier a model learns to recognize whom it has seen before, not what it is to predict (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK607.</summary>
    public static RuleDescription CovariateShift { get; } = new(
        "LEAK607",
        "Covariate shift",
        "{0} in the test rows differs from the train rows: {1}. Find out why before the score is reported; it holds for rows like the test rows only.",
        Category,
        DefaultSeverity.Info,
        "A score holds for the population that the test rows were drawn from (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022, \"dataset bias\"; Kapoor & Narayanan, Patterns 4(9), 2023, L3.3).");

    /// <summary>LEAK608.</summary>
    public static RuleDescription LabelShift { get; } = new(
        "LEAK608",
        "Label shift",
        "'{0}' is distributed otherwise in the test rows than in the train rows: {1}. Stratify the split, or report the prevalence beside the score.",
        Category,
        DefaultSeverity.Info,
        "Accuracy, precision and calibration depend on how frequent the classes are (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK609.</summary>
    public static RuleDescription TooFewTestRows { get; } = new(
        "LEAK609",
        "Too few test rows for the claimed precision",
        "{0} independent test {1} give a proportion a confidence interval of up to ±{2} at {3} confidence; ±{4} needs {5}.",
        Category,
        DefaultSeverity.Info,
        "A reliable score needs \"at least several hundreds\" of test samples, and rows of one individual are not independent ones (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK610.</summary>
    public static RuleDescription MissingSubgroup { get; } = new(
        "LEAK610",
        "Subgroup missing or too small",
        "'{0}' is {1} in {2} test {3} only: nothing can be said of that subgroup, which has {4} train {3}. Test on at least {5}.",
        Category,
        DefaultSeverity.Info,
        "A model can fail on a subgroup while its mean score is good (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022, \"spectrum bias\").");

    /// <summary>LEAK611.</summary>
    public static RuleDescription IdentityConfounding { get; } = new(
        "LEAK611",
        "Model recognizes individuals",
        "With labels dealt out anew between the groups of '{0}', so that there is nothing to learn but who is who, a nearest-neighbour model still reaches an AUC of {1} on the test rows. Split by whole groups of '{0}'.",
        Category,
        DefaultSeverity.Warning,
        "What a row-wise split scores above chance on labels that were shuffled between subjects is recognition of people, not of disease "
        + "(Chaibub Neto et al., npj Digital Medicine 2:99, 2019; Saeb et al., GigaScience 6:gix019, 2017).");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<RuleDescription> All { get; } =
    [
        SharedGroups, ExactDuplicates, NearDuplicates, OlderTestRows, SingleFeaturePredictor, IdentifierColumn, CovariateShift, LabelShift, TooFewTestRows,
        MissingSubgroup, IdentityConfounding,
    ];
}
