using LeakageAnalyzers.CodeFixes.Evaluation;
using LeakageAnalyzers.Tests.Verification;
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

    [Fact]
    public Task Compares_models_beyond_chance() => VerifyAsync<CompareModelsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var scored = gam.Transform(split.TestSet);
        var b = ml.BinaryClassification.Evaluate(scored);
        if (a.LogLoss < b.LogLoss) // lower is better
        {
            Console.WriteLine("The tree wins.");
        }
        """,
        """
        using LeakageAnalyzers.Runtime;
        using LeakageAnalyzers.Runtime.Evaluation;
        using LeakageAnalyzers.Runtime.Statistics;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var scored = gam.Transform(split.TestSet);
        var b = ml.BinaryClassification.Evaluate(scored);
        if (ml.BinaryClassification.CompareModels(tree.Transform(split.TestSet), scored, margin: 0, metric: BinaryClassificationMetric.LogLoss).Verdict == SuperiorityVerdict.Superior) // lower is better
        {
            Console.WriteLine("The tree wins.");
        }
        """);

    [Fact]
    public Task A_threshold_of_the_difference_becomes_the_margin() => VerifyAsync<CompareModelsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var old = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.Sdca("Pressure")).Fit(split.TrainSet);
        var fresh = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        var before = ml.Regression.Evaluate(old.Transform(split.TestSet), "Pressure").RSquared;
        var after = ml.Regression.Evaluate(fresh.Transform(split.TestSet), "Pressure").RSquared;
        Console.WriteLine((after - before) > 0.02 ? "better" : "not better");
        """,
        """
        using LeakageAnalyzers.Runtime;
        using LeakageAnalyzers.Runtime.Evaluation;
        using LeakageAnalyzers.Runtime.Statistics;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var old = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.Sdca("Pressure")).Fit(split.TrainSet);
        var fresh = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        var before = ml.Regression.Evaluate(old.Transform(split.TestSet), "Pressure").RSquared;
        var after = ml.Regression.Evaluate(fresh.Transform(split.TestSet), "Pressure").RSquared;
        Console.WriteLine(ml.Regression.CompareModels(fresh.Transform(split.TestSet), old.Transform(split.TestSet), margin: 0.02, metric: RegressionMetric.RSquared, labelColumnName: "Pressure").Verdict == SuperiorityVerdict.Superior ? "better" : "not better");
        """);

    [Fact]
    public Task A_comparison_is_not_offered_where_the_models_are_those_of_a_loop() => VerifyNotOfferedAsync<CompareModelsFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var best = 0.0;
        for (var leaves = 2; leaves < 100; leaves++)
        {
            var mean = ml.BinaryClassification.CrossValidate(data, ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves))).Average(fold => fold.Metrics.F1Score);
            if (mean > best)
            {
                best = mean;
                Console.WriteLine($"{leaves} leaves are better.");
            }
        }
        """);

    [Fact]
    public async Task Nothing_of_the_runtime_library_is_offered_where_it_is_not_referenced()
    {
        await VerifyNotOfferedWithoutRuntimeAsync<ReportIntervalsFix>(OneScore);
        await VerifyNotOfferedWithoutRuntimeAsync<EvaluateBaselinesFix>(OneScore);
        await VerifyNotOfferedWithoutRuntimeAsync<CompareModelsFix>(TwoScores);
    }

    [Theory]
    [InlineData(OneScore, "LEAK501", "LEAK502", "LEAK504", "LEAK506", "LEAK507")]
    [InlineData(TwoScores, "LEAK503")]
    public async Task A_message_names_the_runtime_library_once_where_it_is_not_referenced(string program, params string[] rules)
    {
        var findings = await Analysis.OfAsync(program, MlNetReferences.WithoutRuntime);

        Assert.All(rules, rule => Assert.Equal(2, Assert.Single(findings, finding => finding.Id == rule).GetMessage().Split("LeakageAnalyzers.Runtime").Length));
    }

    private const string OneScore = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """;

    private const string TwoScores = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var a = ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet).Transform(split.TestSet));
        var b = ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet).Transform(split.TestSet));
        Console.WriteLine(a.Accuracy > b.Accuracy ? "The tree wins." : "The tree does not win.");
        """;

}
