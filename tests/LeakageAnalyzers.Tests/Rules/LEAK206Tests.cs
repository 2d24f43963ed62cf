using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Label used as sampling key.</summary>
public sealed class LEAK206Tests
{
    [Theory]
    [InlineData("ml.Data.TrainTestSplit(readings, 0.2, {|LEAK206:\"Label\"|})")]
    [InlineData("ml.Data.TrainTestSplit(readings, {|LEAK206:samplingKeyColumnName: nameof(Reading.Label)|})")]
    [InlineData("ml.Data.CrossValidationSplit(readings, 5, {|LEAK206:\"Label\"|})")]
    [InlineData("ml.BinaryClassification.CrossValidate(readings, ml.BinaryClassification.Trainers.FastTree(), 5, \"Label\", {|LEAK206:\"Label\"|})")]
    [InlineData("ml.MulticlassClassification.CrossValidate(readings, ml.MulticlassClassification.Trainers.NaiveBayes(\"Ward\"), 5, \"Ward\", {|LEAK206:\"Ward\"|})")]
    [InlineData("ml.Regression.CrossValidate(readings, ml.Regression.Trainers.FastTree(labelColumnName: \"Pressure\"), {|LEAK206:samplingKeyColumnName: \"Pressure\"|})")]
    public Task Reports_a_key_that_is_the_label(string cut) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var parts = {{cut}};
        """);

    [Theory]
    [InlineData("ml.Data.TrainTestSplit(readings, 0.2)")]
    [InlineData("ml.Data.TrainTestSplit(readings, samplingKeyColumnName: nameof(Reading.Ward))")]
    [InlineData("ml.Data.TrainTestSplit(readings, samplingKeyColumnName: args[0])")]
    [InlineData("ml.BinaryClassification.CrossValidate(readings, ml.BinaryClassification.Trainers.FastTree(), 5, \"Label\", \"Ward\")")]
    [InlineData("ml.MulticlassClassification.CrossValidate(readings, ml.MulticlassClassification.Trainers.NaiveBayes(\"Ward\"), 5, \"Ward\", null, 3)")]
    [InlineData("ml.MulticlassClassification.CrossValidate(readings, ml.MulticlassClassification.Trainers.NaiveBayes(\"Ward\"), 5, \"Ward\", \"Label\")")]
    public Task Is_silent_on_a_key_that_is_not_the_label(string cut) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var parts = {{cut}};
        """);

    [Fact]
    public Task Reports_the_column_that_the_label_is_keyed_from() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(readings, 0.2, {|LEAK206:nameof(Reading.Ward)|});
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Ward")
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure"))
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy());
        var metrics = ml.MulticlassClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_where_the_label_is_keyed_from_another_column() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var stays = ml.Data.LoadFromTextFile<Stay>("stays.csv");
        var split = ml.Data.TrainTestSplit(stays, 0.2, nameof(Stay.Clinic));
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Ward")
            .Append(ml.Transforms.Concatenate("Features", "Age"))
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy());
        var metrics = ml.MulticlassClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));

        class Stay { [LoadColumn(0)] public string Ward { get; set; } [LoadColumn(1)] public string Clinic { get; set; } [LoadColumn(2)] public float Age { get; set; } }
        """);

    [Fact]
    public Task Reports_a_declared_label() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var stays = ml.Data.LoadFromTextFile<Stay>("stays.csv");
        var split = ml.Data.TrainTestSplit(stays, {|LEAK206:samplingKeyColumnName: "Died"|});

        class Stay { [LoadColumn(0), LeakageAnalyzers.Runtime.Label] public bool Died { get; set; } [LoadColumn(1)] public float Age { get; set; } }
        """);

    [Fact]
    public Task Is_silent_on_a_column_named_label_where_the_model_predicts_another() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var split = ml.Data.TrainTestSplit(scans, samplingKeyColumnName: "Label");
        var model = ml.Transforms.Concatenate("Features", "Dose").Append(ml.Regression.Trainers.FastTree(labelColumnName: "Growth")).Fit(split.TrainSet);
        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Growth");

        class Scan { [LoadColumn(0)] public string Label { get; set; } [LoadColumn(1)] public float Dose { get; set; } [LoadColumn(2)] public float Growth { get; set; } }
        """);

    [Fact]
    public Task Reports_the_label_of_rows_of_which_nothing_else_is_known() => VerifyAsync("""
        Console.WriteLine();

        public static class Study
        {
            public static void Run(MLContext ml, IDataView rows)
            {
                var split = ml.Data.TrainTestSplit(rows, testFraction: 0.3, {|LEAK206:samplingKeyColumnName: "IsIll"|});
                var trainer = ml.BinaryClassification.Trainers.LightGbm(labelColumnName: "IsIll");
                var metrics = ml.BinaryClassification.Evaluate(trainer.Fit(split.TrainSet).Transform(split.TestSet), "IsIll");
            }
        }
        """);

    [Fact]
    public Task Is_silent_on_the_label_of_a_model_of_other_rows() => VerifyAsync("""
        Console.WriteLine();

        public static class Study
        {
            public static void Run(MLContext ml, IDataView rows)
            {
                var split = ml.Data.TrainTestSplit(rows, testFraction: 0.3, samplingKeyColumnName: "Ward");
                var triage = ml.MulticlassClassification.Trainers.LightGbm(labelColumnName: "Ward").Fit(ml.Data.LoadFromTextFile<Reading>("triage.csv"));
                var trainer = ml.BinaryClassification.Trainers.LightGbm(labelColumnName: "IsIll");
                var metrics = ml.BinaryClassification.Evaluate(trainer.Fit(split.TrainSet).Transform(split.TestSet), "IsIll");
            }
        }
        """);
}
