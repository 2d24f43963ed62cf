using Microsoft.ML;
using ValidCode.Rows;

namespace ValidCode.Preprocessing;

/// <summary>Looks like LEAK102: normalization and imputation stand before the cross-validation, but they are fitted within each fold, for nothing was fitted yet.</summary>
internal sealed class PreparedWithinTheFolds : IValidProgram
{
    public double Score()
    {
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromEnumerable(Clinic.Measurements());
        var preparation = mlContext.Transforms.Categorical.OneHotEncoding("Site")
            .Append(mlContext.Transforms.Concatenate("Features", "Age", "Pressure", "Site"))
            .Append(mlContext.Transforms.ReplaceMissingValues("Features"))
            .Append(mlContext.Transforms.NormalizeMeanVariance("Features"));
        var folds = mlContext.BinaryClassification.CrossValidate(data, preparation.Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression()), numberOfFolds: 3);
        return folds.Average(fold => fold.Metrics.AreaUnderRocCurve);
    }
}
