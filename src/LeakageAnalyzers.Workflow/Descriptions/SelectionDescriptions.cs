namespace LeakageAnalyzers.Workflow.Descriptions;

/// <summary>LEAK3xx: the test set takes part in choosing.</summary>
public static class SelectionDescriptions
{
    private const string Category = "Leakage.Selection";

    /// <summary>LEAK301.</summary>
    public static RuleDescription TestRowsUsedInFitting { get; } = new(
        "LEAK301",
        "Test set used while fitting",
        "'{0}' is used here to {1} and is tested at {2}, so the model is made to do well on the very rows that judge it. Split rows for this off the train partition, and keep '{0}' for one evaluation at the end.",
        Category,
        DefaultSeverity.Warning,
        "Whatever is fitted, stopped, calibrated or chosen by the test rows knows them: a model has to be built \"without ever using data from the test set\" "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Yang et al., ASE 2022).")
    {
        IsShownByRows = true,
    };

    /// <summary>LEAK302.</summary>
    public static RuleDescription ChosenByTestScore { get; } = new(
        "LEAK302",
        "Model chosen by its test score",
        "The score on '{0}' decides which model goes on ({1}), so the winner's score is too good: it won partly by luck on these rows. Choose by rows that are split off the train partition, and evaluate '{0}' once, at the end.",
        Category,
        DefaultSeverity.Warning,
        "The best of several models on one test set fits that test set best, be it by chance: \"overfitting by observer\" "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Skocik et al. 2016).");

    /// <summary>LEAK303.</summary>
    public static RuleDescription TestRowsEvaluatedRepeatedly { get; } = new(
        "LEAK303",
        "Test set evaluated repeatedly",
        "'{0}' is evaluated for more than one model ({1}), so the best of the scores is too good. Compare models on rows that are split off the train partition, and evaluate '{0}' once, for the model that was chosen.",
        Category,
        DefaultSeverity.Info,
        "Each look at a test set is a chance to follow its noise, and whoever sees several scores picks the best: the test folds into the validation set "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022; Yang et al., ASE 2022).");

    /// <summary>LEAK304.</summary>
    public static RuleDescription ChoosingScoreReported { get; } = new(
        "LEAK304",
        "Score that chose the model is reported as its performance",
        "The scores that are compared here to choose a model are also what is reported of it ({0}), and the best of several scores is too good. Evaluate the chosen model on rows that were held out of the choice, or use NestedCrossValidate of the runtime library.",
        Category,
        DefaultSeverity.Info,
        "A score that was the best of several is biased by the choice, however carefully each was cross-validated: performance has to come from rows outside of it "
        + "(Varoquaux & Cheplygina, npj Digital Medicine 5:48, 2022).");
}
