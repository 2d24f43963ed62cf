using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Model chosen by its test score.</summary>
public sealed class LEAK302Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_the_better_of_two_models() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var linear = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        var treeMetrics = ml.BinaryClassification.{|LEAK302:Evaluate(tree.Transform(split.TestSet))|};
        var linearMetrics = ml.BinaryClassification.{|LEAK302:Evaluate(linear.Transform(split.TestSet))|};
        ITransformer best = treeMetrics.AreaUnderRocCurve > linearMetrics.AreaUnderRocCurve ? tree : linear;
        ml.Model.Save(best, split.TrainSet.Schema, "model.zip");
        """);

    [Fact]
    public Task Is_silent_where_both_are_only_printed() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var linear = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        var treeMetrics = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var linearMetrics = ml.BinaryClassification.Evaluate(linear.Transform(split.TestSet));
        Console.WriteLine($"{treeMetrics.AreaUnderRocCurve} {linearMetrics.AreaUnderRocCurve} {treeMetrics.AreaUnderRocCurve - linearMetrics.AreaUnderRocCurve}");
        """);

    [Fact]
    public Task Reports_the_first_of_a_list_in_the_order_of_its_scores() => VerifyAsync(Start + """
        var results = new List<(string Name, ITransformer Model, BinaryClassificationMetrics Metrics)>();
        foreach (var (name, trainer) in new (string, IEstimator<ITransformer>)[] { ("tree", ml.BinaryClassification.Trainers.FastTree()), ("boost", ml.BinaryClassification.Trainers.LightGbm()) })
        {
            var model = features.Append(trainer).Fit(split.TrainSet);
            results.Add((name, model, ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(split.TestSet))|}));
        }

        var winner = results.OrderByDescending(result => result.Metrics.F1Score).First();
        Console.WriteLine($"{winner.Name}: {winner.Metrics.F1Score}");
        """);

    [Fact]
    public Task Is_silent_where_the_list_is_printed_in_the_order_of_names() => VerifyAsync(Start + """
        var results = new List<(string Name, ITransformer Model, BinaryClassificationMetrics Metrics)>();
        foreach (var (name, trainer) in new (string, IEstimator<ITransformer>)[] { ("tree", ml.BinaryClassification.Trainers.FastTree()), ("boost", ml.BinaryClassification.Trainers.LightGbm()) })
        {
            var model = features.Append(trainer).Fit(split.TrainSet);
            results.Add((name, model, ml.BinaryClassification.Evaluate(model.Transform(split.TestSet))));
        }

        var first = results.OrderBy(result => result.Name).First();
        Console.WriteLine($"{first.Name}: {first.Metrics.F1Score}");
        """);

    [Fact]
    public Task Reports_a_record_that_is_the_greatest_by_its_score_in_another_method() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var candidates = new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LightGbm(), ml.BinaryClassification.Trainers.Gam() }
            .Select(trainer => Trial.Run(ml, trainer, split.TrainSet, split.TestSet));
        var winner = candidates.MaxBy(trial => trial.Auc);
        winner.Deploy(ml);

        record Trial(ITransformer Model, double Auc)
        {
            public static Trial Run(MLContext ml, IEstimator<ITransformer> trainer, IDataView train, IDataView test)
            {
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer).Fit(train);
                var metrics = ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(test))|};
                return new Trial(model, metrics.AreaUnderRocCurve);
            }

            public void Deploy(MLContext ml) => ml.Model.Save(Model, null, "model.zip");
        }
        """);

    [Fact]
    public Task Is_silent_where_each_trial_passes_a_gate() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var candidates = new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LightGbm(), ml.BinaryClassification.Trainers.Gam() }
            .Select(trainer => Trial.Run(ml, trainer, split.TrainSet, split.TestSet));
        foreach (var trial in candidates)
        {
            if (trial.Auc > 0.8)
            {
                trial.Deploy(ml);
            }
        }

        record Trial(ITransformer Model, double Auc)
        {
            public static Trial Run(MLContext ml, IEstimator<ITransformer> trainer, IDataView train, IDataView test)
            {
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer).Fit(train);
                var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
                return new Trial(model, metrics.AreaUnderRocCurve);
            }

            public void Deploy(MLContext ml) => ml.Model.Save(Model, null, "model.zip");
        }
        """);

    [Fact]
    public Task Reports_scores_in_a_dictionary_and_the_name_of_the_highest() => VerifyAsync(Start + """
        var scores = new Dictionary<string, double>();
        scores["tree"] = Score(ml.BinaryClassification.Trainers.FastTree());
        scores["gam"] = Score(ml.BinaryClassification.Trainers.Gam());
        var best = scores.OrderByDescending(score => score.Value).First().Key;
        IEstimator<ITransformer> trainer = best == "tree" ? ml.BinaryClassification.Trainers.FastTree() : ml.BinaryClassification.Trainers.Gam();
        ml.Model.Save(features.Append(trainer).Fit(split.TrainSet), split.TrainSet.Schema, "model.zip");

        double Score(IEstimator<ITransformer> trainer) =>
            ml.BinaryClassification.{|LEAK302:Evaluate(features.Append(trainer).Fit(split.TrainSet).Transform(split.TestSet))|}.Accuracy;
        """);

    [Fact]
    public Task Is_silent_where_the_scores_are_of_cross_validation_on_the_train_rows() => VerifyAsync(Start + """
        var scores = new Dictionary<string, double>();
        scores["tree"] = Score(ml.BinaryClassification.Trainers.FastTree());
        scores["gam"] = Score(ml.BinaryClassification.Trainers.Gam());
        var best = scores.OrderByDescending(score => score.Value).First().Key;
        IEstimator<ITransformer> trainer = best == "tree" ? ml.BinaryClassification.Trainers.FastTree() : ml.BinaryClassification.Trainers.Gam();
        var model = features.Append(trainer).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);

        double Score(IEstimator<ITransformer> trainer) =>
            ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(trainer)).Average(fold => fold.Metrics.Accuracy);
        """);

    [Fact]
    public Task Reports_the_greater_of_two_numbers() => VerifyAsync(Start + """
        var best = double.MinValue;
        foreach (var trees in new[] { 10, 50, 200 })
        {
            var model = features.Append(ml.Regression.Trainers.FastTree(numberOfTrees: trees)).Fit(split.TrainSet);
            best = Math.Max(best, ml.Regression.{|LEAK302:Evaluate(model.Transform(split.TestSet))|}.RSquared);
        }

        Console.WriteLine($"Best: {best}");
        """);

    [Fact]
    public Task Is_silent_where_the_greater_of_two_numbers_is_of_one_model() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(Math.Max(metrics.PositivePrecision, metrics.NegativePrecision));
        Console.WriteLine(metrics.PositiveRecall > metrics.NegativeRecall ? metrics.PositiveRecall : metrics.NegativeRecall);
        """);

    [Fact]
    public Task Reports_a_switch_over_which_is_better() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.{|LEAK302:Evaluate(tree.Transform(split.TestSet))|};
        var b = ml.BinaryClassification.{|LEAK302:Evaluate(gam.Transform(split.TestSet))|};
        ITransformer best;
        switch (a.Accuracy.CompareTo(b.Accuracy))
        {
            case > 0:
                best = tree;
                break;
            default:
                best = gam;
                break;
        }

        ml.Model.Save(best, split.TrainSet.Schema, "model.zip");
        """);

    [Fact]
    public Task Is_silent_where_the_switch_only_says_which_is_better() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
        var b = ml.BinaryClassification.Evaluate(gam.Transform(split.TestSet));
        switch (a.Accuracy.CompareTo(b.Accuracy))
        {
            case > 0:
                Console.WriteLine("The tree is better.");
                break;
            default:
                Console.WriteLine("The tree is no better.");
                break;
        }
        """);

    [Fact]
    public Task Reports_the_champion_in_a_field_of_another_file() => VerifyAsync("""
        var tuner = new Tuner(new MLContext(seed: 1));
        tuner.Try(5);
        tuner.Try(20);
        tuner.Try(80);
        tuner.Save();
        """, """
        class Tuner
        {
            private readonly MLContext _ml;
            private readonly DataOperationsCatalog.TrainTestData _split;
            private ITransformer _best;
            private double _bestScore = double.NegativeInfinity;

            public Tuner(MLContext ml)
            {
                _ml = ml;
                _split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            }

            public void Try(int leaves)
            {
                var model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(_split.TrainSet);
                var score = _ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(_split.TestSet))|}.AreaUnderRocCurve;
                if (score <= _bestScore)
                {
                    return;
                }

                (_best, _bestScore) = (model, score);
            }

            public void Save() => _ml.Model.Save(_best, _split.TrainSet.Schema, "model.zip");
        }
        """);

    [Fact]
    public Task Is_silent_where_the_champion_is_tested_on_another_file() => VerifyAsync("""
        var tuner = new Tuner(new MLContext(seed: 1));
        tuner.Try(5);
        tuner.Try(20);
        tuner.Try(80);
        tuner.Report();
        """, """
        class Tuner
        {
            private readonly MLContext _ml;
            private readonly DataOperationsCatalog.TrainTestData _split;
            private ITransformer _best;
            private double _bestScore = double.NegativeInfinity;

            public Tuner(MLContext ml)
            {
                _ml = ml;
                _split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            }

            public void Try(int leaves)
            {
                var model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(_split.TrainSet);
                var score = _ml.BinaryClassification.Evaluate(model.Transform(_split.TestSet)).AreaUnderRocCurve;
                if (score <= _bestScore)
                {
                    return;
                }

                (_best, _bestScore) = (model, score);
            }

            public void Report() => Console.WriteLine(_ml.BinaryClassification.Evaluate(_best.Transform(_ml.Data.LoadFromTextFile<Reading>("test.csv"))).AreaUnderRocCurve);
        }
        """);

    [Fact]
    public Task Reports_a_difference_with_a_margin_that_replaces_the_deployed_model() => VerifyAsync(Start + """
        var champion = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var challenger = features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        var old = ml.BinaryClassification.{|LEAK302:Evaluate(champion.Transform(split.TestSet))|};
        var fresh = ml.BinaryClassification.{|LEAK302:Evaluate(challenger.Transform(split.TestSet))|};
        if (fresh.Accuracy - old.Accuracy > 0.01)
        {
            ml.Model.Save(challenger, split.TrainSet.Schema, "model.zip");
        }
        """);

    [Fact]
    public Task Is_silent_where_the_train_and_the_test_score_of_one_model_are_compared() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var train = ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet));
        var test = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        if (train.Accuracy - test.Accuracy > 0.1)
        {
            ml.Model.Save(model, split.TrainSet.Schema, "overfitted.zip");
        }
        """);

    [Fact]
    public Task Reports_anonymous_objects_that_sort_in_place() => VerifyAsync(Start + """
        var runs = new[] { 4, 16, 64 }.Select(leaves =>
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
            return new { leaves, model, metrics = ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(split.TestSet))|} };
        }).ToList();
        runs.Sort((x, y) => y.metrics.F1Score.CompareTo(x.metrics.F1Score));
        ml.Model.Save(runs[0].model, split.TrainSet.Schema, "model.zip");
        """);

    [Fact]
    public Task Reports_a_choice_by_a_test_of_the_difference() => VerifyAsync("using LeakageAnalyzers.Runtime;\nusing LeakageAnalyzers.Runtime.Statistics;\n" + Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var comparison = ml.BinaryClassification.{|LEAK302:CompareModels(gam.Transform(split.TestSet), tree.Transform(split.TestSet), margin: 0.01)|};
        ITransformer best = comparison.Verdict == SuperiorityVerdict.Superior ? gam : tree;
        ml.Model.Save(best, split.TrainSet.Schema, "model.zip");
        """);

    [Fact]
    public Task Is_silent_where_a_test_of_the_difference_is_reported_and_decides_nothing() => VerifyAsync("using LeakageAnalyzers.Runtime;\nusing LeakageAnalyzers.Runtime.Statistics;\n" + Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        var comparison = ml.BinaryClassification.CompareModels(gam.Transform(split.TestSet), tree.Transform(split.TestSet), margin: 0.01);
        Console.WriteLine(comparison.Verdict == SuperiorityVerdict.Superior ? "The new model is better." : "The new model is not shown to be better.");
        """);

    [Theory]
    [InlineData("testData", "{|LEAK302:Evaluate(scored)|}")]
    [InlineData("validationData", "Evaluate(scored)")]
    public Task Reports_the_best_of_models_that_are_not_known_but_on_rows_named_for_validation(string rows, string evaluated) => VerifyAsync($$"""
        Console.WriteLine("A library.");

        public static class Leaderboard
        {
            public static ITransformer Best(MLContext ml, IEnumerable<ITransformer> models, IDataView {{rows}})
            {
                ITransformer best = null;
                var bestAccuracy = 0.0;
                foreach (var model in models)
                {
                    var scored = model.Transform({{rows}});
                    var accuracy = ml.BinaryClassification.{{evaluated}}.Accuracy;
                    if (accuracy > bestAccuracy)
                    {
                        (best, bestAccuracy) = (model, accuracy);
                    }
                }

                return best;
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_the_folds_of_each_seed_are_compared() => VerifyAsync(Start + """
        var worst = double.MaxValue;
        foreach (var fold in ml.Data.CrossValidationSplit(split.TrainSet))
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(fold.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(fold.TestSet));
            if (metrics.Accuracy < worst)
            {
                worst = metrics.Accuracy;
            }
        }

        Console.WriteLine(worst);
        """);
}
