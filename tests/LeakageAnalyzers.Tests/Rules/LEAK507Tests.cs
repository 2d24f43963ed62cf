using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>One metric only.</summary>
public sealed class LEAK507Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_accuracy_alone() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK507:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_two_are_printed() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"{metrics.Accuracy} {metrics.AreaUnderRocCurve}");
        """);

    [Fact]
    public Task Reports_one_metric_that_is_read_twice() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK507:Evaluate(model.Transform(split.TestSet))|};
        Console.WriteLine(metrics.Accuracy);
        File.WriteAllText("score.txt", $"{metrics.Accuracy:P1}");
        """);

    [Fact]
    public Task Is_silent_where_the_second_is_only_checked() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.Accuracy);
        if (metrics.PositiveRecall < 0.5)
        {
            Console.WriteLine("Too many are missed.");
        }
        """);

    [Fact]
    public Task Reports_a_regression_by_its_root_error() => VerifyAsync(Start + """
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        Console.WriteLine($"{ml.Regression.{|LEAK507:Evaluate(model.Transform(split.TestSet), "Pressure")|}.RootMeanSquaredError:0.0} mmHg");
        """);

    [Fact]
    public Task Is_silent_where_each_error_is_printed() => VerifyAsync(Start + """
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Pressure");
        Console.WriteLine($"{metrics.RootMeanSquaredError:0.0} mmHg");
        Console.WriteLine($"{metrics.MeanAbsoluteError:0.0} mmHg");
        """);

    [Fact]
    public Task Reports_several_classes_by_micro_accuracy() => VerifyAsync(Start + """
        var model = ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.{|LEAK507:Evaluate(model.Transform(split.TestSet))|}.MicroAccuracy);
        """);

    [Fact]
    public Task Is_silent_for_a_confusion_table() => VerifyAsync(Start + """
        var model = ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).ConfusionMatrix.GetFormattedConfusionTable());
        """);

    [Fact]
    public Task Reports_what_a_helper_picks() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(Pick(ml.BinaryClassification.{|LEAK507:Evaluate(model.Transform(split.TestSet))|}));

        static double Pick(BinaryClassificationMetrics metrics) => metrics.F1Score;
        """);

    [Fact]
    public Task Is_silent_where_all_are_handed_to_a_serializer() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.F1Score);
        Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(metrics));
        """);

    [Fact]
    public Task Reports_fields_of_another_file() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.{|LEAK507:Evaluate(_model.Transform(_split.TestSet))|};",
        "Log($\"{metrics.F1Score}\");"));

    [Fact]
    public Task Is_silent_where_the_other_file_logs_three() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));",
        "Log($\"{metrics.F1Score} {metrics.Accuracy} {metrics.LogLoss}\");"));

    [Fact]
    public Task Reports_a_tuple_of_a_name_and_a_metric() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var (name, score) = ("tree", ml.BinaryClassification.{|LEAK507:Evaluate(model.Transform(split.TestSet))|}.AreaUnderRocCurve);
        Console.WriteLine($"{name} {score}");
        """);

    [Fact]
    public Task Is_silent_for_a_tuple_of_two() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        var (area, recall) = (metrics.AreaUnderRocCurve, metrics.PositiveRecall);
        Console.WriteLine($"{area} {recall}");
        """);

    [Fact]
    public Task Reports_the_test_score_beside_a_train_score() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet)).F1Score);
        Console.WriteLine(ml.BinaryClassification.{|LEAK507:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_gives_all_of_them() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).Accuracy);
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK507", program, otherFiles);
}
