using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Score that chose the model is reported as its performance.</summary>
public sealed class LEAK304Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_the_better_of_two_cross_validations() => VerifyAsync(Start + """
        var tree = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree())).Average(fold => fold.Metrics.Accuracy);
        var gam = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.Gam())).Average(fold => fold.Metrics.Accuracy);
        Console.WriteLine($"tree {tree:0.000}, gam {gam:0.000}");
        IEstimator<ITransformer> trainer = {|LEAK304:tree > gam|} ? ml.BinaryClassification.Trainers.FastTree() : ml.BinaryClassification.Trainers.Gam();
        ml.Model.Save(features.Append(trainer).Fit(data), data.Schema, "model.zip");
        """);

    [Fact]
    public Task Is_silent_where_the_better_of_two_is_tested_on_rows_outside() => VerifyAsync(Start + """
        var split = ml.Data.TrainTestSplit(data);
        var tree = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree())).Average(fold => fold.Metrics.Accuracy);
        var gam = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.Gam())).Average(fold => fold.Metrics.Accuracy);
        Console.WriteLine($"tree {tree:0.000}, gam {gam:0.000}");
        IEstimator<ITransformer> trainer = tree > gam ? ml.BinaryClassification.Trainers.FastTree() : ml.BinaryClassification.Trainers.Gam();
        Console.WriteLine(ml.BinaryClassification.Evaluate(features.Append(trainer).Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
        """);

    [Theory]
    [InlineData("{|LEAK304:Of(tree, gam)|}", "a > b ? a : b")]
    [InlineData("Of(tree, gam)", "(a + b) / 2")]
    public Task Reports_a_helper_that_takes_the_better_of_two_means_and_not_one_that_takes_their_mean(string called, string returned) => VerifyAsync(Start + $$"""
        var tree = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree())).Average(fold => fold.Metrics.Accuracy);
        var gam = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.Gam())).Average(fold => fold.Metrics.Accuracy);
        Console.WriteLine(Score.{{called}});

        static class Score
        {
            public static double Of(double a, double b) => {{returned}};
        }
        """);

    [Fact]
    public Task Reports_the_best_mean_of_a_loop() => VerifyAsync(Start + """
        var (best, bestLeaves) = (0.0, 0);
        for (var leaves = 4; leaves <= 256; leaves *= 2)
        {
            var folds = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)));
            var mean = folds.Select(fold => fold.Metrics.AreaUnderRocCurve).Average();
            if ({|LEAK304:mean > best|})
            {
                best = mean;
                bestLeaves = leaves;
            }
        }

        Console.WriteLine($"{bestLeaves} leaves: {best}");
        """);

    [Fact]
    public Task Is_silent_where_the_best_mean_is_not_told() => VerifyAsync(Start + """
        var (best, bestLeaves) = (0.0, 0);
        for (var leaves = 4; leaves <= 256; leaves *= 2)
        {
            var folds = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)));
            var mean = folds.Select(fold => fold.Metrics.AreaUnderRocCurve).Average();
            if (mean > best)
            {
                best = mean;
                bestLeaves = leaves;
            }
        }

        ml.Model.Save(features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: bestLeaves)).Fit(data), data.Schema, "model.zip");
        Console.WriteLine($"{bestLeaves} leaves");
        """);

    [Fact]
    public Task Reports_the_best_fold_with_its_own_score() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree()));
        var best = folds.{|LEAK304:OrderByDescending(fold => fold.Metrics.Accuracy)|}.First();
        Console.WriteLine($"Accuracy: {best.Metrics.Accuracy}");
        ml.Model.Save(best.Model, data.Schema, "model.zip");
        """);

    [Fact]
    public Task Is_silent_where_the_best_fold_goes_on_and_the_mean_is_told() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree()));
        var best = folds.OrderByDescending(fold => fold.Metrics.Accuracy).First();
        Console.WriteLine($"Accuracy: {folds.Average(fold => fold.Metrics.Accuracy)}");
        ml.Model.Save(best.Model, data.Schema, "model.zip");
        """);

    [Fact]
    public Task Reports_a_table_of_means_of_which_the_first_is_returned() => VerifyAsync("""
        Console.WriteLine(Search.Best(new MLContext(seed: 1), "readings.csv"));
        """, """
        static class Search
        {
            public static string Best(MLContext ml, string path)
            {
                var data = ml.Data.LoadFromTextFile<Reading>(path);
                var table = new List<(string Name, double Auc)>();
                foreach (var (name, trainer) in Trainers(ml))
                {
                    table.Add((name, Mean(ml, data, trainer)));
                }

                var winner = table.{|LEAK304:MaxBy(row => row.Auc)|};
                return $"{winner.Name} with {winner.Auc}";
            }

            private static IEnumerable<(string, IEstimator<ITransformer>)> Trainers(MLContext ml) =>
                [("tree", ml.BinaryClassification.Trainers.FastTree()), ("boost", ml.BinaryClassification.Trainers.LightGbm())];

            private static double Mean(MLContext ml, IDataView data, IEstimator<ITransformer> trainer)
            {
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer);
                return ml.BinaryClassification.CrossValidate(data, pipeline).Average(fold => fold.Metrics.AreaUnderRocCurve);
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_the_table_is_of_nested_cross_validation() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        Console.WriteLine(Search.Best(new MLContext(seed: 1), "readings.csv"));
        """, """
        using LeakageAnalyzers.Runtime;
        static class Search
        {
            public static string Best(MLContext ml, string path)
            {
                var data = ml.Data.LoadFromTextFile<Reading>(path);
                var pipelines = Trainers(ml).Select(trainer => ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer)).ToList<IEstimator<ITransformer>>();
                var means = pipelines.ToDictionary(pipeline => pipeline, pipeline => ml.BinaryClassification.CrossValidate(data, pipeline).Average(fold => fold.Metrics.AreaUnderRocCurve));
                var winner = means.MaxBy(mean => mean.Value);
                var nested = ml.BinaryClassification.NestedCrossValidate(data, pipelines, metrics => metrics.AreaUnderRocCurve);
                return $"{winner.Value} for {nested.Count} outer folds";
            }

            private static IEnumerable<IEstimator<ITransformer>> Trainers(MLContext ml) => [ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LightGbm()];
        }
        """);

    [Fact]
    public Task Reports_the_greatest_of_several_means() => VerifyAsync(Start + """
        var means = new[] { 20, 200, 2000 }.Select(trees => ml.Regression.CrossValidate(data, features.Append(ml.Regression.Trainers.FastForest(numberOfTrees: trees))).Average(fold => fold.Metrics.RSquared)).ToList();
        Console.WriteLine($"Best: {means.{|LEAK304:Max()|}:0.00}");
        """);

    [Fact]
    public Task Is_silent_where_all_means_are_told() => VerifyAsync(Start + """
        var means = new[] { 20, 200, 2000 }.Select(trees => ml.Regression.CrossValidate(data, features.Append(ml.Regression.Trainers.FastForest(numberOfTrees: trees))).Average(fold => fold.Metrics.RSquared)).ToList();
        Console.WriteLine(string.Join(", ", means));
        """);

    [Fact]
    public Task Reports_validation_rows_whose_score_is_all_that_is_told() => VerifyAsync(Start + """
        var parts = ml.Data.TrainTestSplit(data);
        var (train, validation) = (parts.TrainSet, parts.TestSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var trees in new[] { 20, 200 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(train);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(validation));
            if ({|LEAK304:metrics.Accuracy > bestAccuracy|})
            {
                (best, bestAccuracy) = (model, metrics.Accuracy);
            }
        }

        Console.WriteLine(bestAccuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_winner_on_validation_rows_is_tested() => VerifyAsync(Start + """
        var outer = ml.Data.TrainTestSplit(data);
        var parts = ml.Data.TrainTestSplit(outer.TrainSet);
        var (train, validation) = (parts.TrainSet, parts.TestSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var trees in new[] { 20, 200 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(train);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(validation));
            if (metrics.Accuracy > bestAccuracy)
            {
                (best, bestAccuracy) = (model, metrics.Accuracy);
            }
        }

        Console.WriteLine($"{bestAccuracy}, and on test rows {ml.BinaryClassification.Evaluate(best.Transform(outer.TestSet)).Accuracy}");
        """);

    [Fact]
    public Task Reports_a_comparison_that_another_method_makes() => VerifyAsync(Start + """
        var tree = Mean(ml.BinaryClassification.Trainers.FastTree());
        var linear = Mean(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var winner = IsBetter(tree, linear) ? "tree" : args[0];
        Console.WriteLine($"{tree} or {linear}");

        static bool IsBetter(double a, double b) => {|LEAK304:a > b|};
        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(data, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Is_silent_where_a_mean_has_to_pass_a_gate() => VerifyAsync(Start + """
        var tree = Mean(ml.BinaryClassification.Trainers.FastTree());
        if (tree > 0.8)
        {
            ml.Model.Save(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data), data.Schema, "model.zip");
        }

        Console.WriteLine(tree);

        double Mean(IEstimator<ITransformer> trainer) => ml.BinaryClassification.CrossValidate(data, features.Append(trainer)).Average(fold => fold.Metrics.F1Score);
        """);

    [Fact]
    public Task Reports_what_a_record_keeps_of_the_best() => VerifyAsync(Start + """
        var runs = new[] { 5, 50 }.Select(leaves => new Run(leaves, ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves))).Average(fold => fold.Metrics.Accuracy))).ToArray();
        Array.ForEach(runs, run => Console.WriteLine(run));
        var best = runs.{|LEAK304:OrderBy(run => run.Accuracy)|}.Last();
        File.WriteAllText("best.txt", $"{best.Leaves} {best.Accuracy}");

        record Run(int Leaves, double Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_record_is_ordered_by_its_setting() => VerifyAsync(Start + """
        var runs = new[] { 5, 50 }.Select(leaves => new Run(leaves, ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves))).Average(fold => fold.Metrics.Accuracy))).ToArray();
        var smallest = runs.OrderBy(run => run.Leaves).First();
        File.WriteAllText("smallest.txt", $"{smallest.Leaves} {smallest.Accuracy}");

        record Run(int Leaves, double Accuracy);
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK304", program, otherFiles);

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { Console.WriteLine($\"{i}: {top.ElementAt(i).Metrics.Accuracy}\"); }", true)]
    [InlineData("for (var i = 0; i < 3; i++) { Console.WriteLine($\"{i}: {top[i].Metrics.Accuracy}\"); }", true)]
    [InlineData("Console.WriteLine(top.ElementAt(0).Metrics.Accuracy);", false)]
    [InlineData("Console.WriteLine(top[0].Metrics.Accuracy);", false)]
    [InlineData("Console.WriteLine(top.First().Metrics.Accuracy);", false)]
    public Task Reports_the_first_of_a_ranking_and_not_a_table_of_it(string shown, bool isHonest) => VerifyAsync(Start + $$"""
        var folds = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree()));
        var top = {{(isHonest ? "folds.OrderByDescending(fold => fold.Metrics.Accuracy)" : "folds.{|LEAK304:OrderByDescending(fold => fold.Metrics.Accuracy)|}")}}.Take(3).ToList();
        {{shown}}
        """);
}
