using LeakageAnalyzers.CodeFixes.Evaluation;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

public sealed class EvaluationFixTests
{
    [Fact]
    public Task Evaluates_with_intervals() => VerifyAsync<ReportIntervalsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)); // held out
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve}");
        """,
        """
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)); // held out
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve}");
        """);

    [Fact]
    public Task Evaluates_scores_and_regressions_with_intervals() => VerifyAsync<ReportIntervalsFix>(
        """
        using LeakageAnalyzers.Runtime;

        class Study
        {
            static void Main() => Run(new MLContext(seed: 1));

            static void Run(MLContext ml)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
                Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), labelColumnName: "Pressure").RSquared);
            }
        }
        """,
        """
        using LeakageAnalyzers.Runtime;

        class Study
        {
            static void Main() => Run(new MLContext(seed: 1));

            static void Run(MLContext ml)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
                Console.WriteLine(ml.Regression.EvaluateWithIntervals(model.Transform(split.TestSet), labelColumnName: "Pressure").RSquared);
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_the_number_is_computed_with() => VerifyNotOfferedAsync<ReportIntervalsFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(Math.Round(metrics.AreaUnderRocCurve, 2));
        """);

    [Fact]
    public Task Prints_what_the_model_gains_over_baselines() => VerifyAsync<EvaluateBaselinesFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var scored = model.Transform(split.TestSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(scored).Accuracy);
        """,
        """
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var scored = model.Transform(split.TestSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(scored).Accuracy);
        Console.WriteLine(Baselines.Evaluate(ml.BinaryClassification, model, split.TrainSet, split.TestSet));
        """);

    [Fact]
    public Task Baselines_are_not_offered_where_the_model_has_no_name() => VerifyNotOfferedAsync<EvaluateBaselinesFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
        """);
}
