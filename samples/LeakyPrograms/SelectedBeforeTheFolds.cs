// Which of 1,000 measures of pure noise go with the diagnosis is learned from all people, then tested on them.
using Microsoft.ML;

var mlContext = new MLContext(seed: 1);
var data = mlContext.Data.LoadFromEnumerable(People.Measured(people: 80, seed: 1));

var selection = mlContext.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", slotsInOutput: 20, numberOfBins: 4);
var selected = selection.Fit(data).Transform(data);
var trainer = mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression(l1Regularization: 0);
var folds = mlContext.BinaryClassification.CrossValidate(selected, trainer, numberOfFolds: 4);
Console.WriteLine($"Accuracy {folds.Average(fold => fold.Metrics.Accuracy):0.000}");
