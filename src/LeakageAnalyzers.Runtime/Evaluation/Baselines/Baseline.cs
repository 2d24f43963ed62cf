namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The simple models that a model has to beat before its score means anything.</summary>
public enum Baseline
{
    /// <summary>The shares of the classes in the train rows, for every row alike; the mean of the label in regression; a random order in ranking.</summary>
    Prior,

    /// <summary>The most frequent class of the train rows, with certainty; the median of the label in regression; not in ranking.</summary>
    Majority,

    /// <summary>A linear model of the one feature that predicts the train rows best.</summary>
    SingleFeature,

    /// <summary>A linear model of all features: logistic regression, or linear regression (of the relevance, in ranking).</summary>
    Linear,
}
