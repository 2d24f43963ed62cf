using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>No subgroup evaluation.</summary>
public sealed class LEAK508Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_rows_that_show_an_age() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK508:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_young_are_evaluated_by_themselves() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var young = ml.Data.FilterRowsByColumn(split.TestSet, "Age", upperBound: 40);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(young)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_rows_that_show_a_sex() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Flower>("flowers.csv"));
        var model = ml.Transforms.Concatenate("Features", "Sepal").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK508:Evaluate(model.Transform(split.TestSet))|}.Accuracy);

        class Flower
        {
            [LoadColumn(0)] public float Sepal { get; set; }
            [LoadColumn(1)] public bool Label { get; set; }
            [LoadColumn(2)] public string PatientSex { get; set; }
        }
        """);

    [Fact]
    public Task Is_silent_where_rows_show_no_subgroup() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Flower>("flowers.csv"));
        var model = ml.Transforms.Concatenate("Features", "Sepal").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);

        class Flower
        {
            [LoadColumn(0)] public float Sepal { get; set; }
            [LoadColumn(1)] public bool Label { get; set; }
        }
        """);

    [Fact]
    public Task Reports_rows_that_show_a_hospital() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Flower>("flowers.csv"));
        var model = ml.Transforms.Concatenate("Features", "Sepal").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK508:Evaluate(model.Transform(split.TestSet))|}.Accuracy);

        class Flower
        {
            [LoadColumn(0)] public float Sepal { get; set; }
            [LoadColumn(1)] public bool Label { get; set; }
            [LoadColumn(2)] public string hospital_code { get; set; }
        }
        """);

    [Fact]
    public Task Is_silent_where_a_word_merely_holds_one() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Flower>("flowers.csv"));
        var model = ml.Transforms.Concatenate("Features", "Sepal").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);

        class Flower
        {
            [LoadColumn(0)] public float Sepal { get; set; }
            [LoadColumn(1)] public bool Label { get; set; }
            [LoadColumn(2)] public float Voltage { get; set; }
        }
        """);

    [Fact]
    public Task Reports_a_regression() => VerifyAsync(Start + """
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.{|LEAK508:Evaluate(model.Transform(split.TestSet), "Pressure")|}.RSquared);
        """);

    [Fact]
    public Task Is_silent_where_each_site_of_a_loop_is_evaluated() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        foreach (var limit in new[] { 40, 60, 80 })
        {
            var part = ml.Data.FilterRowsByColumn(split.TestSet, "Age", limit, limit + 20);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(part)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_fields_of_another_file() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.{|LEAK508:Evaluate(_model.Transform(_split.TestSet))|};",
        "Log($\"{metrics.F1Score}\");"));

    [Fact]
    public Task Is_silent_where_the_other_file_logs_no_score() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));",
        "Log(\"done\");"));

    [Fact]
    public Task Reports_what_a_helper_prints() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Print(ml.BinaryClassification.{|LEAK508:Evaluate(model.Transform(split.TestSet))|});

        static void Print(BinaryClassificationMetrics metrics) => Console.WriteLine(metrics.F1Score);
        """);

    [Fact]
    public Task Is_silent_where_the_helper_prints_a_part_too() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var young = ml.Data.FilterRowsByColumn(split.TestSet, "Age", upperBound: 40);
        Print(ml.BinaryClassification.Evaluate(model.Transform(young)));
        Print(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)));

        static void Print(BinaryClassificationMetrics metrics) => Console.WriteLine(metrics.F1Score);
        """);

    [Fact]
    public Task Reports_several_classes() => VerifyAsync(Start + """
        var model = ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.{|LEAK508:Evaluate(model.Transform(split.TestSet))|}.MicroAccuracy);
        """);

    [Fact]
    public Task Is_silent_where_nothing_is_printed() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_a_part_of_the_train_rows_which_is_no_part_of_the_test_rows() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var young = ml.Data.FilterRowsByColumn(split.TrainSet, "Age", upperBound: 40);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(young)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.{|LEAK508:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_rows_are_cross_validated() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree()));
        Console.WriteLine(folds.Average(fold => fold.Metrics.Accuracy));
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_evaluates_subgroups() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var scored = model.Transform(split.TestSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(scored).Accuracy);
        Console.WriteLine(ml.BinaryClassification.EvaluateSubgroups(scored, "Ward"));
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK508", program, otherFiles);
}
