using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Chooses among candidates inside each fold, and measures the choice outside (Cawley and Talbot, JMLR 11:2079, 2010).</summary>
/// <typeparam name="TMetrics">ML.NET's metrics of the task.</typeparam>
internal sealed class NestedTraining<TMetrics>
    where TMetrics : class
{
    private readonly IReadOnlyList<IEstimator<ITransformer>> _candidates;
    private readonly Func<IDataView, TMetrics> _evaluate;
    private readonly Func<TMetrics, double> _score;

    /// <exception cref="ArgumentException">There is no candidate, or one is null.</exception>
    public NestedTraining(IReadOnlyList<IEstimator<ITransformer>> candidates, Func<IDataView, TMetrics> evaluate, Func<TMetrics, double> score)
    {
        (_candidates, _evaluate, _score) = (Check.NotNull(candidates), evaluate, Check.NotNull(score));
        if (candidates.Count == 0 || candidates.Any(candidate => candidate is null))
        {
            throw new ArgumentException(candidates.Count == 0 ? "There is no candidate to choose." : "A candidate is null.", nameof(candidates));
        }
    }

    /// <summary>Runs the outer folds one by one.</summary>
    /// <exception cref="InvalidOperationException">There are too few rows or groups, or a score is no number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<NestedFold<TMetrics>> Run(IDataView data, FoldKind kind, int folds, int innerFolds, int seed, LongCall call)
    {
        Check.AtLeast(2, innerFolds);
        NestedFold<TMetrics>[] results =
        [
            .. kind.Cut(Check.NotNull(data), folds, seed, call).Select((fold, number) =>
                Run(fold, number, kind, innerFolds, Seed.Inside(seed), call.Part(Invariant($"fold {number}"), number, folds))),
        ];
        call.Part("all folds", 0, 1).Report(1);
        return results;
    }

    private NestedFold<TMetrics> Run(TrainTestData fold, int number, FoldKind kind, int innerFolds, int seed, LongCall call)
    {
        var parts = _candidates.Count + 1;
        var inner = kind.Cut(fold.TrainSet, innerFolds, seed, call);
        var scores = _candidates.Select((candidate, i) => FoldedTraining.Run(inner, candidate, _evaluate, call.Part(Invariant($"candidate {i}"), i, parts)).Average(result => _score(result.Metrics))).ToList();
        var unusable = scores.FindIndex(double.IsNaN);
        if (unusable >= 0)
        {
            throw new InvalidOperationException(Invariant($"The score of candidate {unusable} in the inner folds of fold {number} is not a number, so it cannot be compared."));
        }

        var chosen = scores.IndexOf(scores.Max());
        var result = FoldedTraining.Run([fold], _candidates[chosen], _evaluate, call.Part(Invariant($"chosen candidate {chosen}"), parts - 1, parts))[0];
        return new NestedFold<TMetrics>(number, chosen, scores, result.Metrics, result.Model, result.ScoredHoldOutSet);
    }
}
