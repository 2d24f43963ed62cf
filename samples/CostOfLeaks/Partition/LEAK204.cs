using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace CostOfLeaks.Partition;

/// <summary>A forecast tested on days between its training days, or on days after them.</summary>
internal sealed class LEAK204 : IStudy
{
    public string Rows => "600 days of a random walk, which nobody can forecast from the calendar";

    public string Measure => "R²";

    public double Leaky(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.RandomWalk(days: 600, seed).OrderBy(day => day.Date).ToList());
        var trainer = mlContext.Regression.Trainers.FastTree();

        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.Regression.Evaluate(model.Transform(split.TestSet)).RSquared;
    }

    public double Honest(int seed)
    {
        var mlContext = new MLContext(seed);
        var data = mlContext.Data.LoadFromEnumerable(Simulated.RandomWalk(days: 600, seed).OrderBy(day => day.Date).ToList());
        var trainer = mlContext.Regression.Trainers.FastTree();

        var split = mlContext.Data.TemporalTrainTestSplit(data, nameof(Day.Date), testFraction: 0.2);
        var model = trainer.Fit(split.TrainSet);
        return mlContext.Regression.Evaluate(model.Transform(split.TestSet)).RSquared;
    }
}
