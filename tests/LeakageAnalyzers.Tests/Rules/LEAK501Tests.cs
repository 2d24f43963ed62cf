using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>No calibration metric.</summary>
public sealed class LEAK501Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_accuracy_and_area_under_the_curve_of_probabilities() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK501:Evaluate(model.Transform(split.TestSet))|};
        Console.WriteLine($"{metrics.Accuracy} {metrics.AreaUnderRocCurve}");
        """);

    [Fact]
    public Task Is_silent_where_the_log_loss_is_printed_too() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"{metrics.Accuracy} {metrics.AreaUnderRocCurve} {metrics.LogLoss}");
        """);

    [Fact]
    public Task Reports_several_classes_without_log_loss() => VerifyAsync(Start + """
        var model = ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy()).Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.{|LEAK501:Evaluate(model.Transform(split.TestSet))|}.ConfusionMatrix.GetFormattedConfusionTable());
        """);

    [Fact]
    public Task Is_silent_where_the_scores_of_several_classes_are_no_probabilities() => VerifyAsync(Start + """
        var model = ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.SdcaNonCalibrated()).Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).ConfusionMatrix.GetFormattedConfusionTable());
        """);

    [Fact]
    public Task Reports_metrics_that_a_helper_prints() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Print(ml.BinaryClassification.{|LEAK501:Evaluate(model.Transform(split.TestSet))|});

        static void Print(CalibratedBinaryClassificationMetrics metrics)
        {
            Console.WriteLine($"Accuracy: {metrics.Accuracy:P2}");
            Console.WriteLine($"F1: {metrics.F1Score:P2}");
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_prints_the_log_loss_reduction() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Print(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)));

        static void Print(CalibratedBinaryClassificationMetrics metrics)
        {
            Console.WriteLine($"Accuracy: {metrics.Accuracy:P2}");
            Console.WriteLine($"Reduction: {metrics.LogLossReduction:P2}");
        }
        """);

    [Fact]
    public Task Reports_fields_of_another_file() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.{|LEAK501:Evaluate(_model.Transform(_split.TestSet))|};",
        "Log($\"{metrics.F1Score} {metrics.Accuracy}\");"));

    [Fact]
    public Task Is_silent_where_the_other_file_evaluates_scores_alone() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.EvaluateNonCalibrated(_model.Transform(_split.TestSet));",
        "Log($\"{metrics.F1Score} {metrics.Accuracy}\");"));

    [Fact]
    public Task Reports_what_a_method_of_a_library_returns() => VerifyAsync("""
        class Api
        {
            public static void Main() { }

            public static double Auc(MLContext ml, IDataView train, IDataView test)
            {
                var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(train);
                return ml.BinaryClassification.{|LEAK501:Evaluate(model.Transform(test))|}.AreaUnderRocCurve;
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_the_method_returns_all_metrics() => VerifyAsync("""
        class Api
        {
            public static void Main() { }

            public static BinaryClassificationMetrics Score(MLContext ml, IDataView train, IDataView test)
            {
                var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(train);
                return ml.BinaryClassification.Evaluate(model.Transform(test));
            }
        }
        """);

    [Fact]
    public Task Reports_a_record_that_is_logged() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK501:Evaluate(model.Transform(split.TestSet))|};
        var line = new Line(metrics.Accuracy, metrics.AreaUnderRocCurve);
        File.WriteAllText("scores.txt", line.ToString());

        record Line(double Accuracy, double Auc)
        {
            public override string ToString() => $"{Accuracy};{Auc}";
        }
        """);

    [Fact]
    public Task Is_silent_where_nothing_is_logged_but_a_gate_is_passed() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        if (metrics.Accuracy < 0.7)
        {
            throw new InvalidOperationException("The model is not good enough.");
        }
        """);

    [Fact]
    public Task Reports_a_loop_over_metrics() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK501:Evaluate(model.Transform(split.TestSet))|};
        foreach (var (name, value) in new (string, double)[] { ("Accuracy", metrics.Accuracy), ("Recall", metrics.PositiveRecall) })
        {
            Console.WriteLine($"{name}: {value}");
        }
        """);

    [Fact]
    public Task Is_silent_where_the_loop_has_the_log_loss() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        foreach (var (name, value) in new (string, double)[] { ("Accuracy", metrics.Accuracy), ("Log-loss", metrics.LogLoss) })
        {
            Console.WriteLine($"{name}: {value}");
        }
        """);

    [Fact]
    public Task Reports_the_test_rows_and_not_the_train_rows() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.{|LEAK501:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_shows_calibration() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Is_silent_where_the_log_loss_of_a_cross_validation_is_printed() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        Console.WriteLine(ml.BinaryClassification.CrossValidate(data, pipeline).Average(fold => fold.Metrics.LogLoss));
        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_a_study_beside_one_that_prints_its_log_loss() => VerifyAsync(Start + """
        var others = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("others.csv"));
        var calibrated = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(others.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(others.TestSet)).LogLoss);
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK501:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_a_notebook_shows_all_metrics() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.Accuracy);
        _ = metrics;
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK501", program, otherFiles);
}
