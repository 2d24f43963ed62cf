using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Result rests on one split and one seed.</summary>
public sealed class LEAK506Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_a_split_of_which_the_score_is_printed() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.{|LEAK506:TrainTestSplit(data)|};
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_folds_are_printed_too() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        var folds = ml.BinaryClassification.CrossValidate(data, features.Append(ml.BinaryClassification.Trainers.FastTree()));
        Console.WriteLine(folds.Average(fold => fold.Metrics.Accuracy));
        """);

    [Fact]
    public Task Reports_a_split_without_a_seed_which_is_the_same_in_every_run() => VerifyAsync("""
        var ml = new MLContext();
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.{|LEAK506:TrainTestSplit(data, 0.3)|};
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_test_rows_come_from_a_file() => VerifyAsync("""
        var ml = new MLContext();
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromTextFile<Reading>("test.csv"))).Accuracy);
        """);

    [Fact]
    public Task Reports_a_split_by_a_sampling_key() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.{|LEAK506:TrainTestSplit(data, samplingKeyColumnName: "Ward")|};
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_seeds_are_tried_in_a_loop() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        for (var seed = 0; seed < 20; seed++)
        {
            var split = ml.Data.TrainTestSplit(data, seed: seed);
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_a_nested_split_whose_test_rows_are_the_outer_ones() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.{|LEAK506:TrainTestSplit(data)|};
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        """);

    [Fact]
    public Task Is_silent_where_each_of_three_seeds_is_known() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var split = ml.Data.TrainTestSplit(data, seed: seed);
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_a_split_in_another_file() => VerifyAsync("""
        var study = new Study();
        study.Train();
        study.Report();
        """, """
        class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public void Train()
            {
                _split = _ml.Data.{|LEAK506:TrainTestSplit(_ml.Data.LoadFromTextFile<Reading>("readings.csv"))|};
                _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
            }

            public void Report()
            {
                var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));
                Log($"{metrics.F1Score}");
            }

            private static void Log(string text) => File.AppendAllText("log.txt", text);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_other_file_logs_no_score() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));",
        "Log(\"done\");"));

    [Fact]
    public Task Reports_a_split_that_a_helper_makes() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var (train, test) = Cut(ml, "readings.csv");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy);

        static (IDataView, IDataView) Cut(MLContext ml, string path)
        {
            var split = ml.Data.{|LEAK506:TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(path))|};
            return (split.TrainSet, split.TestSet);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_is_called_for_each_seed() => VerifyAsync("""
        Console.WriteLine(string.Join(", ", Enumerable.Range(0, 10).Select(Score)));

        static double Score(int seed)
        {
            var ml = new MLContext(seed);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
        }
        """);

    [Fact]
    public Task Reports_a_regression() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.{|LEAK506:TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"), seed: 7)|};
        var features = ml.Transforms.Concatenate("Features", "Age");
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), "Pressure").RSquared);
        """);

    [Fact]
    public Task Is_silent_where_rows_are_cut_along_time() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TemporalTrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"), "Age");
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_a_group_split_of_the_runtime_library() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.{|LEAK506:GroupTrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"), "Ward")|};
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_folds_are_walked_by_hand() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        foreach (var split in ml.Data.CrossValidationSplit(data))
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_studies_seeds() => VerifyAsync("""
        using LeakageAnalyzers.Runtime.Evaluation;
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(data);
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
        Console.WriteLine(SeedStudy.Run(seeds: 3, splits: 5, (seed, fold) =>
        {
            var again = new MLContext(seed).Data.TrainTestSplit(data, seed: fold);
            return ml.BinaryClassification.Evaluate(pipeline.Fit(again.TrainSet).Transform(again.TestSet)).Accuracy;
        }).RunDeviation);
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_judges_runs_that_were_made_before() => VerifyAsync("""
        using LeakageAnalyzers.Runtime.Evaluation;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        Console.WriteLine(SeedStudy.Of(File.ReadLines("runs.txt").Select(line => new[] { double.Parse(line) }).ToList()));
        """);

    [Fact]
    public Task Reports_a_study_beside_one_that_is_cross_validated() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        Console.WriteLine(ml.BinaryClassification.CrossValidate(ml.Data.LoadFromTextFile<Reading>("others.csv"), pipeline).Average(fold => fold.Metrics.Accuracy));
        var split = ml.Data.{|LEAK506:TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"))|};
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_rows_of_a_file_that_may_be_the_same_are_cross_validated() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        Console.WriteLine(ml.BinaryClassification.CrossValidate(ml.Data.LoadFromTextFile<Reading>(args[0]), pipeline).Average(fold => fold.Metrics.Accuracy));
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK506", program, otherFiles);
}
