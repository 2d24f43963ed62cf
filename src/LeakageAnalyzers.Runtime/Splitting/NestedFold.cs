using Microsoft.ML;

namespace LeakageAnalyzers.Runtime;

/// <summary>One outer fold of a nested cross-validation: the candidate was chosen without its test rows.</summary>
/// <typeparam name="TMetrics">ML.NET's metrics of the task.</typeparam>
/// <param name="Fold">The number of the outer fold, from 0.</param>
/// <param name="Chosen">The candidate with the best mean inner score, by its position; the first one of equally good ones.</param>
/// <param name="InnerScores">The mean score of each candidate over the inner folds. They chose: none of them is an estimate of performance.</param>
/// <param name="Metrics">What the chosen candidate, fitted on all train rows of the outer fold, reaches on its test rows.</param>
/// <param name="Model">That fitted candidate.</param>
/// <param name="ScoredHoldOutSet">The test rows of the outer fold, scored by it.</param>
public sealed record NestedFold<TMetrics>(
    int Fold, int Chosen, IReadOnlyList<double> InnerScores, TMetrics Metrics, ITransformer Model, IDataView ScoredHoldOutSet)
    where TMetrics : class
{
    /// <summary>For example <c>outer fold 0: candidate 1 was chosen by the inner scores 0.71, 0.78</c>, in the invariant culture.</summary>
    public override string ToString()
    {
        var scores = string.Join(", ", InnerScores.Select(score => FormattableString.Invariant($"{score:0.####}")));
        return FormattableString.Invariant($"outer fold {Fold}: candidate {Chosen} was chosen by the inner {(InnerScores.Count == 1 ? "score" : "scores")} {scores}");
    }
}
