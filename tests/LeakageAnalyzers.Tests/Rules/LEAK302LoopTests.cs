using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Model chosen by its test score: the best so far of a loop.</summary>
public sealed class LEAK302LoopTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_the_best_so_far_of_a_loop_over_settings() => VerifyAsync(Start + """
        ITransformer best = null;
        var bestAccuracy = 0.0;
        for (var leaves = 5; leaves <= 100; leaves += 5)
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(split.TestSet))|};
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        Console.WriteLine(bestAccuracy);
        """);

    // The inner loop comes to its head once more for each candidate, with the counter at its start again.
    [Fact]
    public Task Reports_the_best_so_far_whose_score_a_loop_within_computes() => VerifyAsync(ScoredWithin("{|LEAK302:Evaluate(model.Transform(split.TestSet))|}") + """
        Console.WriteLine(bestScore);
        ml.Model.Save(best.Fit(split.TrainSet), null, "model.zip");
        """);

    [Fact]
    public Task Is_silent_where_a_loop_within_computes_it_on_validation_rows() => VerifyAsync(ScoredWithin("Evaluate(model.Transform(inner.TestSet))") + """
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Fit(split.TrainSet).Transform(split.TestSet)).AreaUnderRocCurve);
        """);

    private static string ScoredWithin(string evaluation) => Start + $$"""
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        IEstimator<ITransformer> best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LbfgsLogisticRegression() })
        {
            var pipeline = features.Append(trainer);
            var model = pipeline.Fit(inner.TrainSet);
            var score = 0.0;
            for (var i = 0; i < 1; i++)
            {
                score = ml.BinaryClassification.{{evaluation}}.AreaUnderRocCurve;
            }

            if (score > bestScore)
            {
                (best, bestScore) = (pipeline, score);
            }
        }


        """;

    [Fact]
    public Task Is_silent_where_the_loop_chooses_by_validation_rows() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        for (var leaves = 5; leaves <= 100; leaves += 5)
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(inner.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(inner.TestSet));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        """);
}
