namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK4xx: the inputs hold what would not be known.</summary>
public static class FeatureDescriptions
{
    private const string Category = "Leakage.Features";

    /// <summary>LEAK401.</summary>
    public static RuleDescription LabelAmongFeatures { get; } = new(
        "LEAK401",
        "Label, or a column computed from it, among the features",
        "'{0}' is among the features of the model trained at {1} although it is {2}, so the model is given the answer. Remove '{0}' from the inputs.",
        Category,
        DefaultSeverity.Warning,
        "A model that is shown what it is to predict scores well and is of no use: in use, the label is what is not known yet "
        + "(Kaufman et al., ACM TKDD 6:15, 2012; Kapoor & Narayanan, Patterns 4(9), 2023, L2).");

    /// <summary>LEAK402.</summary>
    public static RuleDescription IdentifierAmongFeatures { get; } = new(
        "LEAK402",
        "Identifier among the features",
        "'{0}' is among the features of the model trained at {1} although it {2}. Remove '{0}' from the inputs.",
        Category,
        DefaultSeverity.Warning,
        "From an identifier a model learns to \"recognize the individual patient\", or in which order the rows were collected, instead of what it is to predict "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Kapoor & Narayanan, Patterns 4(9), 2023, L2).");
}
