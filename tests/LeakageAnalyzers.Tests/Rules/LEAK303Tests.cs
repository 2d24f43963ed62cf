using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Test set evaluated repeatedly.</summary>
public sealed class LEAK303Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_the_second_model_on_one_test_set() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var boost = features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(boost.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_one_model_is_evaluated_twice() => VerifyAsync(Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var scored = tree.Transform(split.TestSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(scored).Accuracy);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(tree.Transform(split.TestSet)).F1Score);
        """);

    [Fact]
    public Task Reports_a_loop_over_trainers() => VerifyAsync(Start + """
        foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LightGbm() })
        {
            var metrics = ml.BinaryClassification.{|LEAK303:Evaluate(features.Append(trainer).Fit(split.TrainSet).Transform(split.TestSet))|};
            Console.WriteLine(metrics.Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_one_of_the_stages_of_a_loop_evaluates() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        foreach (var stage in new Stage[] { new Greeting(), new Training() })
        {
            stage.Run(ml);
        }

        abstract class Stage { public abstract void Run(MLContext ml); }

        class Greeting : Stage { public override void Run(MLContext ml) => Console.WriteLine("begins"); }

        class Training : Stage
        {
            public override void Run(MLContext ml)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
            }
        }
        """);

    [Fact]
    public Task Reports_stages_of_a_loop_that_evaluate_models_of_their_own() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        foreach (var stage in new Stage[] { new Greeting(), new Training(ml.BinaryClassification.Trainers.FastTree()), new Training(ml.BinaryClassification.Trainers.Gam()) })
        {
            stage.Run(ml, split.TrainSet, split.TestSet);
        }

        abstract class Stage { public abstract void Run(MLContext ml, IDataView train, IDataView test); }

        class Greeting : Stage { public override void Run(MLContext ml, IDataView train, IDataView test) => Console.WriteLine("begins"); }

        class Training(IEstimator<ITransformer> trainer) : Stage
        {
            public override void Run(MLContext ml, IDataView train, IDataView test)
            {
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer).Fit(train);
                Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(model.Transform(test))|}.F1Score);
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_one_of_the_actions_of_a_loop_evaluates() => VerifyAsync(Start + """
        ITransformer model = null;
        foreach (var step in new Action[] { () => Console.WriteLine("begins"), Train, Test })
        {
            step();
        }

        void Train() => model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);

        void Test() => Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
        """);

    [Fact]
    public Task Is_silent_where_one_name_of_a_loop_is_that_of_the_evaluation() => VerifyAsync(Start + """
        foreach (var step in new[] { "describe", "evaluate" })
        {
            if (step == "evaluate")
            {
                var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_each_iteration_has_a_split_of_its_own() => VerifyAsync(Start + """
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var part = ml.Data.TrainTestSplit(split.TrainSet, seed: seed);
            var metrics = ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(part.TrainSet).Transform(part.TestSet));
            Console.WriteLine(metrics.Accuracy);
        }
        """);

    [Fact]
    public Task Reports_a_loop_over_settings_that_are_not_known() => VerifyAsync(Start + """
        foreach (var line in File.ReadLines("settings.txt"))
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: int.Parse(line))).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_each_line_names_a_test_file() => VerifyAsync(Start + """
        foreach (var line in File.ReadLines("hospitals.txt"))
        {
            var parts = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(line));
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(parts.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_a_helper_that_is_called_for_each_model() => VerifyAsync(Start + """
        Score("tree", ml.BinaryClassification.Trainers.FastTree());
        Score("gam", ml.BinaryClassification.Trainers.Gam());

        void Score(string name, IEstimator<ITransformer> trainer)
        {
            var model = features.Append(trainer).Fit(split.TrainSet);
            Console.WriteLine($"{name}: {ml.BinaryClassification.{|LEAK303:Evaluate(model.Transform(split.TestSet))|}.Accuracy}");
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_is_called_for_the_prior_and_for_a_model() => VerifyAsync(Start + """
        Score("prior", ml.BinaryClassification.Trainers.Prior());
        Score("gam", ml.BinaryClassification.Trainers.Gam());

        void Score(string name, IEstimator<ITransformer> trainer)
        {
            var model = features.Append(trainer).Fit(split.TrainSet);
            Console.WriteLine($"{name}: {ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy}");
        }
        """);

    [Fact]
    public Task Reports_the_model_of_another_method_and_a_field() => VerifyAsync("""
        var study = new Study(new MLContext(seed: 1));
        study.Tree();
        study.Boost();
        """, """
        class Study(MLContext ml)
        {
            private readonly DataOperationsCatalog.TrainTestData _split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));

            public void Tree() => Report(ml.BinaryClassification.Evaluate(Fit(ml.BinaryClassification.Trainers.FastTree()).Transform(_split.TestSet)));

            public void Boost() => Report(ml.BinaryClassification.{|LEAK303:Evaluate(Fit(ml.BinaryClassification.Trainers.LightGbm()).Transform(_split.TestSet))|});

            private ITransformer Fit(IEstimator<ITransformer> trainer) => ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer).Fit(_split.TrainSet);

            private static void Report(BinaryClassificationMetrics metrics) => Console.WriteLine(metrics.F1Score);
        }
        """);

    [Fact]
    public Task Is_silent_where_each_method_predicts_another_column() => VerifyAsync(Start + """
        Console.WriteLine(ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet).Transform(split.TestSet)).F1Score);
        var pressure = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastTree("Pressure")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(pressure.Transform(split.TestSet), "Pressure").RSquared);
        """);

    [Fact]
    public Task Reports_a_query_over_settings() => VerifyAsync(Start + """
        var accuracies =
            from leaves in new[] { 4, 8, 16 }
            select ml.BinaryClassification.{|LEAK303:Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet).Transform(split.TestSet))|}.Accuracy;
        Console.WriteLine(string.Join(", ", accuracies));
        """);

    [Fact]
    public Task Is_silent_where_the_query_evaluates_one_model_on_several_files() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var accuracies =
            from site in new[] { "north.csv", "south.csv", "west.csv" }
            select ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromTextFile<Reading>(site))).Accuracy;
        Console.WriteLine(string.Join(", ", accuracies));
        """);

    [Fact]
    public Task Reports_test_rows_from_a_file_of_their_own() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Reading>("train.csv");
        var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var simple = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 10)).Fit(train);
        var complex = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 1000)).Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(simple.Transform(test)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(complex.Transform(test))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_two_are_compared_on_validation_rows_and_one_is_tested() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var simple = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 10)).Fit(train.TrainSet);
        var complex = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 1000)).Fit(train.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(simple.Transform(train.TestSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(complex.Transform(train.TestSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(simple.Transform(test)).Accuracy);
        """);

    [Fact]
    public Task Reports_a_model_that_is_retrained_until_it_is_good_enough() => VerifyAsync(Start + """
        var trees = 10;
        var accuracy = 0.0;
        while (accuracy < 0.9)
        {
            trees *= 2;
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(split.TrainSet);
            accuracy = ml.BinaryClassification.{|LEAK303:Evaluate(model.Transform(split.TestSet))|}.Accuracy;
        }
        """);

    [Fact]
    public Task Is_silent_where_one_of_two_models_is_trained_by_a_switch() => VerifyAsync(Start + """
        IEstimator<ITransformer> trainer;
        switch (args[0])
        {
            case "tree":
                trainer = ml.BinaryClassification.Trainers.FastTree();
                break;
            default:
                trainer = ml.BinaryClassification.Trainers.LightGbm();
                break;
        }

        var model = features.Append(trainer).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_best_model_of_a_loop_is_evaluated_after_it() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(inner.TrainSet);
            var accuracy = ml.BinaryClassification.Evaluate(model.Transform(inner.TestSet)).Accuracy;
            if (accuracy > bestAccuracy)
            {
                (best, bestAccuracy) = (model, accuracy);
            }
        }

        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_another_pipeline_that_is_fitted_on_more_rows() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var first = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(first.Transform(split.TestSet)).Accuracy);
        var second = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(second.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_chosen_pipeline_is_fitted_on_the_validation_rows_too() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var pipeline = features.Append(ml.BinaryClassification.Trainers.FastTree());
        var first = pipeline.Fit(inner.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(first.Transform(split.TestSet)).Accuracy);
        var second = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(second.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_best_of_many_is_not_known_and_evaluated_on_other_rows() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var models = new[] { 5, 20, 50 }.Select(trees => features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet)).ToList();
        var best = models.MaxBy(model => ml.BinaryClassification.Evaluate(model.Transform(inner.TestSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        """);

    // Three lists that may be empty are more ways than are kept apart through a loop, were those not left on which nothing can be loaded.
    [Fact]
    public Task Reports_rows_of_a_list_that_is_filled_on_one_of_many_ways() => VerifyAsync(FilledLists("{|LEAK303:Evaluate(model.Transform(first))|}"));

    [Fact]
    public Task Is_silent_where_each_model_has_such_a_list_of_its_own() => VerifyAsync(FilledLists("Evaluate(model.Transform(trees == 10 ? first : second))"));

    private static string FilledLists(string evaluation) => $$"""
        var ml = new MLContext(seed: 1);
        List<Reading> rows = args.Length > 0 ? Read("readings.csv") : default;
        List<Reading> tested = null;
        if (args.Length > 1)
        {
            tested = Read("tested.csv");
        }

        List<Reading> others = args.Length > 2 ? Read("others.csv") : default;
        var train = ml.Data.LoadFromEnumerable(rows);
        var first = ml.Data.LoadFromEnumerable(tested);
        var second = ml.Data.LoadFromEnumerable(others);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        foreach (var trees in new[] { 10, 100 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(train);
            Console.WriteLine(ml.BinaryClassification.{{evaluation}}.Accuracy);
        }

        List<Reading> Read(string path) => ml.Data.CreateEnumerable<Reading>(ml.Data.LoadFromTextFile<Reading>(path), reuseRowObject: false).ToList();
        """;

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK303", program, otherFiles);
}
