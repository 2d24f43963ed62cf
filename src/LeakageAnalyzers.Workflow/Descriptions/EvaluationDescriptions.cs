namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK5xx: the number does not support the claim.</summary>
public static class EvaluationDescriptions
{
    private const string Category = "Evaluation";

    /// <summary>LEAK501.</summary>
    public static RuleDescription NoCalibrationMetric { get; } = new(
        "LEAK501",
        "No calibration metric",
        "The model gives probabilities for '{0}', and no metric that is read says whether they come true as often as they claim. Report LogLoss too, or the calibration that EvaluateWithIntervals of LeakageAnalyzers.Runtime adds.",
        Category,
        DefaultSeverity.Info,
        "Accuracy and areas under curves are blind to probabilities that are all too high or too low, on which decisions rest: \"several authors argue for a calibration metric\" "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK502.</summary>
    public static RuleDescription NoInterval { get; } = new(
        "LEAK502",
        "Point estimate without confidence interval",
        "The score on '{0}' is reported ({1}) as if it were exact, and on other rows of the same kind it would be another. Report {2}.",
        Category,
        DefaultSeverity.Info,
        "A reader can tell a gain from luck only by \"confidence intervals on the reported performance metric\" (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK503.</summary>
    public static RuleDescription RawDifference { get; } = new(
        "LEAK503",
        "Models compared by raw difference",
        "The raw difference of two scores decides here which model is better, and chance alone can turn it round. Test the difference on the same rows, as CompareModels of LeakageAnalyzers.Runtime does.",
        Category,
        DefaultSeverity.Info,
        "A model is better where the difference is larger than what chance and the choice of rows explain "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Bouthillier et al., MLSys 2021).");

    /// <summary>LEAK504.</summary>
    public static RuleDescription NoBaseline { get; } = new(
        "LEAK504",
        "No baseline",
        "The score on '{0}' stands alone, and a model that knows next to nothing may score as well. {1}.",
        Category,
        DefaultSeverity.Info,
        "An accuracy of 90 % is poor where 95 % of the rows are of one class: \"incorrectly chosen baselines\" make a model look good "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK505.</summary>
    public static RuleDescription TooFewTestRows { get; } = new(
        "LEAK505",
        "Test set too small for the claim",
        "{0} rows are tested here: {1}. Test on {2} rows or more, or cross-validate and give an interval.",
        Category,
        DefaultSeverity.Info,
        "A score needs \"at least several hundreds\" of test samples before its digits mean anything (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK506.</summary>
    public static RuleDescription OneSplit { get; } = new(
        "LEAK506",
        "Result rests on one split and one seed",
        "The score at {0} rests on this one random split{1}; another would give another score. Cross-validate, or repeat split and training over several seeds, as SeedStudy of LeakageAnalyzers.Runtime does.",
        Category,
        DefaultSeverity.Info,
        "\"Arbitrary choices (random seeds)\" move scores by as much as the gains that are claimed, so a result has to be shown over several of them "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK507.</summary>
    public static RuleDescription OneMetric { get; } = new(
        "LEAK507",
        "One metric only",
        "{0} is the only metric that is read of the evaluation of '{1}', and every metric is blind to something. Report {2} beside it, as EvaluateWithIntervals of LeakageAnalyzers.Runtime does.",
        Category,
        DefaultSeverity.Info,
        "\"Different quantitative metrics\" have to agree before a model can be called good (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");

    /// <summary>LEAK508.</summary>
    public static RuleDescription NoSubgroups { get; } = new(
        "LEAK508",
        "No subgroup evaluation",
        "The score on '{0}' is one over all rows, in which the rows of a group that the model fails can drown. Evaluate the rows of each value of '{1}' by themselves too, as EvaluateSubgroups of LeakageAnalyzers.Runtime does.",
        Category,
        DefaultSeverity.Info,
        "A good mean hides bad performance on subgroups: dataset and spectrum bias (Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).")
    {
        IsEnabledByDefault = false,
    };
}
