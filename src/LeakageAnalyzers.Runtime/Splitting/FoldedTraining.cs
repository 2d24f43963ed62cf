using System.Reflection;
using Microsoft.ML;
using static Microsoft.ML.DataOperationsCatalog;
using static Microsoft.ML.TrainCatalogBase;

namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>Trains and scores fold by fold, with ML.NET's own result, whose constructor is internal: the one place that reaches for it.</summary>
internal static class FoldedTraining
{
    /// <summary>The whole <paramref name="estimator"/> is fitted anew on the train rows of each fold and measured on its test rows.</summary>
    public static IReadOnlyList<CrossValidationResult<TMetrics>> Run<TMetrics>(
        IReadOnlyList<TrainTestData> folds, IEstimator<ITransformer> estimator, Func<IDataView, TMetrics> evaluate)
        where TMetrics : class => [.. folds.Select((fold, number) =>
        {
            var model = estimator.Fit(fold.TrainSet);
            var scored = model.Transform(fold.TestSet);
            return Result(model, evaluate(scored), scored, number);
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
