using System.Reflection;
using LeakageAnalyzers.Runtime.Progress;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;
using static Microsoft.ML.TrainCatalogBase;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Trains and scores fold by fold, with ML.NET's own result, whose constructor is internal: the one place that reaches for it.</summary>
internal static class FoldedTraining
{
    /// <summary>The whole <paramref name="estimator"/> is fitted anew on the train rows of each fold and measured on its test rows.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<CrossValidationResult<TMetrics>> Run<TMetrics>(
        IReadOnlyList<TrainTestData> folds, IEstimator<ITransformer> estimator, Func<IDataView, TMetrics> evaluate, LongCall call)
        where TMetrics : class => [.. folds.Select((fold, number) =>
        {
            call.Part(FormattableString.Invariant($"fold {number}"), number, folds.Count).Report(0);
            var model = call.Fit(estimator, fold.TrainSet);
            var scored = model.Transform(fold.TestSet);
            return Result(model, call.Do(() => evaluate(call.Reading(scored))), scored, number);
        })];

    private static CrossValidationResult<TMetrics> Result<TMetrics>(ITransformer model, TMetrics metrics, IDataView scored, int fold)
        where TMetrics : class
    {
        var type = typeof(CrossValidationResult<TMetrics>);
        var constructor = type.GetConstructor(
            BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, null, [typeof(ITransformer), typeof(TMetrics), typeof(IDataView), typeof(int)], null)
            ?? throw new NotSupportedException($"{type} of this ML.NET version cannot be made from a model, metrics, rows and a fold.");
        return (CrossValidationResult<TMetrics>)constructor.Invoke([model, metrics, scored, fold]);
    }
}
