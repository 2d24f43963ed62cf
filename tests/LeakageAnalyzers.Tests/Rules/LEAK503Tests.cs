using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Models compared by raw difference.</summary>
public sealed class LEAK503Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    private const string Models = Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        """;

    private const string Helpers = """
        static class Scoring
        {
            public static double Of(MLContext ml, ITransformer model, IDataView rows)
            {
                var metrics = ml.BinaryClassification.Evaluate(model.Transform(rows));
                return metrics.AreaUnderRocCurve;
            }
        }

        sealed class Judge(MLContext ml, IDataView rows)
        {
            public double Score(ITransformer model) => Scoring.Of(ml, model, rows);
        }
        """;

    [Fact]
    public Task Reports_a_claim_that_one_is_better() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(split.TestSet));
        Console.WriteLine({|LEAK503:a.Accuracy > b.Accuracy|} ? "The tree wins." : "The tree does not win.");
        """);

    [Fact]
    public Task Is_silent_where_both_are_printed() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(split.TestSet));
        Console.WriteLine($"{a.Accuracy} {b.Accuracy} {a.Accuracy - b.Accuracy}");
        """);

    [Fact]
    public Task Reports_a_choice_on_validation_rows() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(inner.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(inner.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(inner.TestSet));
        ITransformer best = {|LEAK503:a.F1Score >= b.F1Score|} ? tree : gam;
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).F1Score);
        """);

    [Fact]
    public Task Is_silent_where_each_has_to_pass_a_gate() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(inner.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(inner.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(inner.TestSet));
        ITransformer best = a.F1Score >= 0.8 ? tree : gam;
        Console.WriteLine($"{b.F1Score} {ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).F1Score}");
        """);

    [Fact]
    public Task Reports_means_over_folds() => VerifyAsync(Start + """
        var (tree, gam) = (Mean(ml.BinaryClassification.Trainers.FastTree()), Mean(ml.BinaryClassification.Trainers.Gam()));
        IEstimator<ITransformer> best = {|LEAK503:tree > gam|} ? ml.BinaryClassification.Trainers.FastTree() : ml.BinaryClassification.Trainers.Gam();
        ml.Model.Save(best.Fit(split.TrainSet), null, "model.zip");

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Is_silent_where_means_over_folds_are_a_table() => VerifyAsync(Start + """
        foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.Gam() })
        {
            Console.WriteLine(Mean(trainer));
        }

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Reports_the_best_mean_of_a_loop() => VerifyAsync(Start + """
        var best = 0.0;
        for (var leaves = 2; leaves < 100; leaves++)
        {
            var mean = Mean(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves));
            if ({|LEAK503:mean > best|})
            {
                best = mean;
                ml.Model.Save(features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet), null, "model.zip");
            }
        }

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Is_silent_where_the_loop_ends_at_a_mean_that_is_good_enough() => VerifyAsync(Start + """
        for (var leaves = 2; leaves < 100; leaves++)
        {
            var mean = Mean(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves));
            if (mean > 0.8)
            {
                ml.Model.Save(features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet), null, "model.zip");
                break;
            }
        }

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Reports_a_margin_in_a_helper() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(split.TestSet));
        Console.WriteLine(Verdict(a, b));

        static string Verdict(BinaryClassificationMetrics old, BinaryClassificationMetrics fresh)
        {
            if ({|LEAK503:fresh.Accuracy - old.Accuracy|} > 0.01)
            {
                return "better";
            }

            return "not better";
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_compares_two_metrics_of_one_model() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(split.TestSet));
        Console.WriteLine(Verdict(a));
        Console.WriteLine(Verdict(b));

        static string Verdict(BinaryClassificationMetrics metrics)
        {
            if (metrics.PositiveRecall - metrics.NegativeRecall > 0.01)
            {
                return "finds the ill";
            }

            return "finds the healthy";
        }
        """);

    [Fact]
    public Task Reports_a_list_in_the_order_of_means() => VerifyAsync(Start + """
        var means = new[] { 5, 50 }.Select(leaves => (leaves, mean: Mean(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)))).ToList();
        Console.WriteLine(means.{|LEAK503:OrderByDescending(run => run.mean)|}.First().leaves);

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Is_silent_where_the_list_is_printed_in_that_order() => VerifyAsync(Start + """
        var means = new[] { 5, 50 }.Select(leaves => (leaves, mean: Mean(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)))).ToList();
        foreach (var run in means.OrderByDescending(run => run.mean))
        {
            Console.WriteLine($"{run.leaves} {run.mean}");
        }

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Reports_a_comparison_in_another_file() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(inner.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(inner.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(inner.TestSet));
        Deployment.Decide(ml, tree, a, gam, b);
        Console.WriteLine(ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet)).F1Score);
        """, """
        static class Deployment
        {
            public static void Decide(MLContext ml, ITransformer old, BinaryClassificationMetrics oldMetrics, ITransformer fresh, BinaryClassificationMetrics freshMetrics)
            {
                if ({|LEAK503:freshMetrics.F1Score > oldMetrics.F1Score|})
                {
                    ml.Model.Save(fresh, null, "model.zip");
                }
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_the_other_file_compares_train_and_test_rows() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Alarm.Check(ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet)), ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)));
        """, """
        static class Alarm
        {
            public static void Check(BinaryClassificationMetrics train, BinaryClassificationMetrics test)
            {
                if (train.F1Score - test.F1Score > 0.1)
                {
                    Console.WriteLine("Overfitted.");
                }
            }
        }
        """);

    [Fact]
    public Task Reports_the_greatest_mean() => VerifyAsync(Start + """
        var means = new[] { 5, 50 }.Select(leaves => Mean(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves))).ToArray();
        var index = Array.IndexOf(means, means.{|LEAK503:Max()|});
        Console.WriteLine(index);

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_compares_them() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(inner.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(inner.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(inner.TestSet));
        var comparison = ml.BinaryClassification.CompareModels(tree.Transform(inner.TestSet), gam.Transform(inner.TestSet), margin: 0.01);
        ITransformer best = a.F1Score >= b.F1Score ? tree : gam;
        Console.WriteLine($"{comparison} {ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).F1Score}");
        """);

    [Fact]
    public Task Reports_each_of_two_studies() => VerifyAsync(Start + """
        Compare("spam.csv");
        var a = ml.Regression.Evaluate(features.Append(ml.Regression.Trainers.FastTree("Age")).Fit(split.TrainSet).Transform(split.TestSet), "Age");
        var b = ml.Regression.Evaluate(features.Append(ml.Regression.Trainers.Gam("Age")).Fit(split.TrainSet).Transform(split.TestSet), "Age");
        Console.WriteLine({|LEAK503:a.RSquared > b.RSquared|} ? "The tree wins." : "The tree does not win.");

        void Compare(string path)
        {
            var own = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(path));
            var a = ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(own.TrainSet).Transform(own.TestSet));
            var b = ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(own.TrainSet).Transform(own.TestSet));
            Console.WriteLine({|LEAK503:a.Accuracy > b.Accuracy|} ? "The tree wins." : "The tree does not win.");
        }
        """);

    [Theory]
    [InlineData("var (a, b) = (Score(tree), Score(gam)); double Score(ITransformer model) => ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;")]
    [InlineData("Func<ITransformer, double> score = model => ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve; var (a, b) = (score(tree), score(gam));")]
    [InlineData("var (a, b) = (Scoring.Of(ml, tree, split.TestSet), Scoring.Of(ml, gam, split.TestSet));")]
    [InlineData("var judge = new Judge(ml, split.TestSet); var (a, b) = (judge.Score(tree), judge.Score(gam));")]
    [InlineData("var (a, b) = (Score(ml.BinaryClassification.Trainers.FastTree()), Score(ml.BinaryClassification.Trainers.Gam())); double Score(IEstimator<ITransformer> trainer) => ml.BinaryClassification.Evaluate(features.Append(trainer).Fit(split.TrainSet).Transform(split.TestSet)).AreaUnderRocCurve;")]
    public Task Reports_scores_of_one_helper(string scores) => VerifyAsync($$"""
        {{Models}}
        {{scores}}
        if ({|LEAK503:a > b|})
        {
            Console.WriteLine("The tree is better.");
        }
        """, Helpers);

    [Theory]
    [InlineData("var (a, b) = (Score(tree, split.TrainSet), Score(tree, split.TestSet)); double Score(ITransformer model, IDataView rows) => ml.BinaryClassification.Evaluate(model.Transform(rows)).AreaUnderRocCurve;")]
    [InlineData("var (a, b) = (Score(tree), 0.8); Console.WriteLine(Score(gam)); double Score(ITransformer model) => ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;")]
    [InlineData("var (a, b) = (Scoring.Of(ml, tree, split.TrainSet), Scoring.Of(ml, tree, split.TestSet));")]
    [InlineData("var judge = new Judge(ml, split.TestSet); var (a, b) = (judge.Score(tree), judge.Score(tree));")]
    [InlineData("var (a, b) = (Score(tree, \"north.csv\"), Score(gam, \"south.csv\")); double Score(ITransformer model, string path) => ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromTextFile<Reading>(path))).AreaUnderRocCurve;")]
    [InlineData("var (a, b) = (Score(1), Score(2)); double Score(int seed) { var drawn = ml.Data.TrainTestSplit(split.TrainSet, seed: seed); return ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(drawn.TrainSet).Transform(drawn.TestSet)).AreaUnderRocCurve; }")]
    [InlineData("var (a, b) = (Math.Max(Score(1), Score(2)), Math.Min(Score(1), Score(2))); double Score(int seed) => Scoring.Of(ml, features.Append(ml.BinaryClassification.Trainers.FastForest(new FastForestBinaryTrainer.Options { Seed = seed })).Fit(split.TrainSet), split.TestSet);")]
    [InlineData("var (a, b) = (ml.BinaryClassification.CompareModels(tree.Transform(split.TestSet), gam.Transform(split.TestSet), margin: 0).Verdict, SuperiorityVerdict.Superior); Console.WriteLine(Scoring.Of(ml, tree, split.TestSet) > Scoring.Of(ml, gam, split.TestSet));")]
    public Task Is_silent_where_a_helper_scores_one_model_or_the_comparison_is_beyond_chance(string scores) => VerifyAsync($$"""
        using LeakageAnalyzers.Runtime;
        using LeakageAnalyzers.Runtime.Statistics;
        using Microsoft.ML.Trainers.FastTree;
        {{Models}}
        {{scores}}
        if (a.CompareTo(b) > 0)
        {
            Console.WriteLine("It is above.");
        }
        """, Helpers);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK503", program, otherFiles);
}
