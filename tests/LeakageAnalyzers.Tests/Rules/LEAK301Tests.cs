using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Test set used while fitting.</summary>
public sealed class LEAK301Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_test_rows_as_validation_rows() => VerifyAsync(Start + """
        var prepared = features.Fit(split.TrainSet);
        var trainer = ml.BinaryClassification.Trainers.FastTree();
        var model = trainer.Fit(prepared.Transform(split.TrainSet), prepared.{|LEAK301:Transform(split.TestSet)|});
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(split.TestSet))).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_validation_rows_are_split_off_the_train_rows() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var prepared = features.Fit(inner.TrainSet);
        var trainer = ml.BinaryClassification.Trainers.FastTree();
        var model = trainer.Fit(prepared.Transform(inner.TrainSet), prepared.Transform(inner.TestSet));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(split.TestSet))).Accuracy);
        """);

    [Fact]
    public Task Reports_a_calibrator_that_learns_from_test_rows() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.AveragedPerceptron()).Fit(split.TrainSet);
        var scored = model.Transform(split.TestSet);
        var calibrator = ml.BinaryClassification.Calibrators.Platt().Fit({|LEAK301:scored|});
        Console.WriteLine(ml.BinaryClassification.Evaluate(calibrator.Transform(scored)).LogLoss);
        """);

    [Fact]
    public Task Is_silent_where_the_calibrator_learns_from_rows_of_its_own() => VerifyAsync(Start + """
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var model = features.Append(ml.BinaryClassification.Trainers.AveragedPerceptron()).Fit(inner.TrainSet);
        var calibrator = ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(inner.TestSet));
        Console.WriteLine(ml.BinaryClassification.Evaluate(calibrator.Transform(model.Transform(split.TestSet))).LogLoss);
        """);

    [Fact]
    public Task Reports_a_threshold_that_is_computed_from_test_scores() => VerifyAsync(Start + """
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(features.Fit(split.TrainSet).Transform(split.TrainSet));
        var test = features.Fit(split.TrainSet).Transform(split.TestSet);
        var scores = ml.Data.CreateEnumerable<Scored>(model.Transform(test), reuseRowObject: false);
        var sharper = ml.BinaryClassification.ChangeModelThreshold(model, scores.{|LEAK301:Average(row => row.Score)|});
        Console.WriteLine(ml.BinaryClassification.Evaluate(sharper.Transform(test)).F1Score);

        class Scored
        {
            public float Score { get; set; }
        }
        """);

    [Fact]
    public Task Is_silent_where_the_threshold_is_computed_from_train_scores() => VerifyAsync(Start + """
        var train = features.Fit(split.TrainSet).Transform(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var test = features.Fit(split.TrainSet).Transform(split.TestSet);
        var scores = ml.Data.CreateEnumerable<Scored>(model.Transform(train), reuseRowObject: false);
        var sharper = ml.BinaryClassification.ChangeModelThreshold(model, scores.Average(row => row.Score));
        Console.WriteLine(ml.BinaryClassification.Evaluate(sharper.Transform(test)).F1Score);

        class Scored
        {
            public float Score { get; set; }
        }
        """);

    [Fact]
    public Task Reports_a_threshold_that_comes_from_a_metric_of_the_test_rows() => VerifyAsync(Start + """
        var prepared = features.Fit(split.TrainSet);
        var (train, test) = (prepared.Transform(split.TrainSet), prepared.Transform(split.TestSet));
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(train);
        var first = ml.BinaryClassification.Evaluate(model.Transform(test));
        var threshold = (float)(1 - first.PositivePrecision);
        var changed = ml.BinaryClassification.ChangeModelThreshold(model, {|LEAK301:threshold|});
        Console.WriteLine(ml.BinaryClassification.Evaluate(changed.Transform(test)).F1Score);
        """);

    [Fact]
    public Task Is_silent_where_the_threshold_is_a_constant() => VerifyAsync(Start + """
        var prepared = features.Fit(split.TrainSet);
        var (train, test) = (prepared.Transform(split.TrainSet), prepared.Transform(split.TestSet));
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(train);
        var first = ml.BinaryClassification.Evaluate(model.Transform(test));
        var threshold = 0.3f;
        var changed = ml.BinaryClassification.ChangeModelThreshold(model, threshold);
        Console.WriteLine($"{first.F1Score} {ml.BinaryClassification.Evaluate(changed.Transform(test)).F1Score}");
        """);

    [Fact]
    public Task Reports_validation_rows_that_a_helper_is_given() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        var train = prepared.Transform(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        var test = prepared.Transform(ml.Data.LoadFromTextFile<Reading>("test.csv"));
        Score.Print(ml, Training.Run(ml, train, test), test);
        """, """
        static class Training
        {
            public static ITransformer Run(MLContext ml, IDataView train, IDataView validation) =>
                ml.BinaryClassification.Trainers.LightGbm().Fit(train, {|LEAK301:validation|});
        }

        static class Score
        {
            public static void Print(MLContext ml, ITransformer model, IDataView rows) => Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(rows)).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_is_given_a_third_file() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        var train = prepared.Transform(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        var test = prepared.Transform(ml.Data.LoadFromTextFile<Reading>("test.csv"));
        Score.Print(ml, Training.Run(ml, train, prepared.Transform(ml.Data.LoadFromTextFile<Reading>("validation.csv"))), test);
        """, """
        static class Training
        {
            public static ITransformer Run(MLContext ml, IDataView train, IDataView validation) =>
                ml.BinaryClassification.Trainers.LightGbm().Fit(train, validation);
        }

        static class Score
        {
            public static void Print(MLContext ml, ITransformer model, IDataView rows) => Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(rows)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_validation_rows_in_each_fold() => VerifyAsync(Start + """
        foreach (var fold in ml.Data.CrossValidationSplit(split.TrainSet))
        {
            var prepared = features.Fit(fold.TrainSet);
            var test = prepared.Transform(fold.TestSet);
            var model = ml.Regression.Trainers.FastTree("Target").Fit(prepared.Transform(fold.TrainSet), {|LEAK301:test|});
            Console.WriteLine(ml.Regression.Evaluate(model.Transform(test), "Target").RSquared);
        }
        """);

    [Fact]
    public Task Is_silent_where_each_fold_has_validation_rows_of_its_own() => VerifyAsync(Start + """
        foreach (var fold in ml.Data.CrossValidationSplit(split.TrainSet))
        {
            var inner = ml.Data.TrainTestSplit(fold.TrainSet);
            var prepared = features.Fit(inner.TrainSet);
            var test = prepared.Transform(fold.TestSet);
            var model = ml.Regression.Trainers.FastTree("Target").Fit(prepared.Transform(inner.TrainSet), prepared.Transform(inner.TestSet));
            Console.WriteLine(ml.Regression.Evaluate(model.Transform(test), "Target").RSquared);
        }
        """);

    [Fact]
    public Task Reports_a_part_of_the_test_rows() => VerifyAsync(Start + """
        var prepared = features.Fit(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.Gam().Fit(prepared.Transform(split.TrainSet), prepared.{|LEAK301:Transform(ml.Data.TakeRows(split.TestSet, 200))|});
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(split.TestSet))).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_other_part_is_tested() => VerifyAsync(Start + """
        var prepared = features.Fit(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.Gam().Fit(prepared.Transform(split.TrainSet), prepared.Transform(ml.Data.TakeRows(split.TestSet, 200)));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(ml.Data.SkipRows(split.TestSet, 200)))).Accuracy);
        """);

    [Fact]
    public Task Reports_rows_in_a_field_that_stop_training_and_test_it() => VerifyAsync("""
        new Forest(new MLContext(seed: 1)).Run();

        class Forest
        {
            private readonly MLContext _ml;
            private readonly IDataView _train, _held;

            public Forest(MLContext ml)
            {
                _ml = ml;
                var split = ml.Data.TrainTestSplit(ml.Transforms.Concatenate("Features", "Age").Fit(ml.Data.LoadFromTextFile<Reading>("readings.csv")).Transform(ml.Data.LoadFromTextFile<Reading>("readings.csv")));
                (_train, _held) = (split.TrainSet, split.TestSet);
            }

            public void Run() => Test(_ml.BinaryClassification.Trainers.FastForest().Fit(_train, {|LEAK301:_held|}));

            private void Test(ITransformer model) => Console.WriteLine(_ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(_held)).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_their_score_stands_beside_that_of_test_rows() => VerifyAsync("""
        new Forest(new MLContext(seed: 1)).Run();

        class Forest
        {
            private readonly MLContext _ml;
            private readonly IDataView _train, _held, _test;

            public Forest(MLContext ml)
            {
                _ml = ml;
                var prepared = ml.Transforms.Concatenate("Features", "Age").Fit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var split = ml.Data.TrainTestSplit(prepared.Transform(ml.Data.LoadFromTextFile<Reading>("readings.csv")));
                (_train, _held, _test) = (split.TrainSet, split.TestSet, prepared.Transform(ml.Data.LoadFromTextFile<Reading>("test.csv")));
            }

            public void Run() => Test(_ml.BinaryClassification.Trainers.FastForest().Fit(_train, _held));

            private void Test(ITransformer model)
            {
                Console.WriteLine(_ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(_held)).Accuracy);
                Console.WriteLine(_ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(_test)).Accuracy);
            }
        }
        """);
}
