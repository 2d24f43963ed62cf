using Microsoft.ML;
using Microsoft.ML.Data;

/// <summary>The wards are listed before cross-validation, in an expression body.</summary>
internal static class Study03
{
    public static void Run() => Console.WriteLine(Accuracy(new MLContext(seed: 1), Reading.Take(seed: 3)));

    private static double Accuracy(MLContext ml, List<Reading> readings) =>
        Validate(ml, ml.Data.LoadFromEnumerable(readings), Encoding(ml)).Average(fold => fold.Metrics.Accuracy);

    private static IEstimator<ITransformer> Encoding(MLContext ml) =>
        ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));

    private static IReadOnlyList<TrainCatalogBase.CrossValidationResult<CalibratedBinaryClassificationMetrics>> Validate(MLContext ml, IDataView rows, IEstimator<ITransformer> encoding) =>
        ml.BinaryClassification.CrossValidate(encoding.Fit(rows).Transform(rows), /* as usual */ ml.BinaryClassification.Trainers.LbfgsLogisticRegression(), numberOfFolds: 3);
}
