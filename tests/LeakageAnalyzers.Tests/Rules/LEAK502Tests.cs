using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Point estimate without confidence interval.</summary>
public sealed class LEAK502Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_a_printed_accuracy() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_nothing_is_printed() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_the_mean_over_folds() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.{|LEAK502:CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree()))|};
        Console.WriteLine($"AUC {folds.Average(fold => fold.Metrics.AreaUnderRocCurve):0.00}");
        """);

    [Fact]
    public Task Is_silent_where_the_spread_over_folds_is_printed_with_it() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree()));
        var areas = folds.Select(fold => fold.Metrics.AreaUnderRocCurve).ToList();
        Console.WriteLine($"AUC {areas.Average():0.00} ± {Deviation(areas):0.00}");

        static double Deviation(IReadOnlyCollection<double> values)
        {
            var mean = values.Average();
            return Math.Sqrt(values.Select(value => (value - mean) * (value - mean)).Sum() / (values.Count - 1));
        }
        """);

    [Fact]
    public Task Reports_a_regression_in_a_file() => VerifyAsync(Start + """
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        var metrics = ml.Regression.{|LEAK502:Evaluate(model.Transform(split.TestSet), "Pressure")|};
        using var report = File.CreateText("report.txt");
        report.WriteLine("R² {0:0.00}, error {1:0.0}", metrics.RSquared, Math.Sqrt(metrics.MeanSquaredError));
        """);

    [Fact]
    public Task Is_silent_where_a_normal_interval_is_computed_by_hand() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var accuracy = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
        var half = 1.96 * Math.Sqrt(accuracy * (1 - accuracy) / 2000);
        Console.WriteLine($"{accuracy:0.000} ({accuracy - half:0.000} to {accuracy + half:0.000})");
        """);

    [Fact]
    public Task Reports_fields_of_another_file() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.{|LEAK502:Evaluate(_model.Transform(_split.TestSet))|};",
        "Log($\"{metrics.F1Score}\");"));

    [Fact]
    public Task Is_silent_where_the_other_file_logs_that_a_run_is_done() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));",
        "Log(\"done\");"));

    [Fact]
    public Task Reports_a_text_that_is_built_bit_by_bit() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|};
        var text = new System.Text.StringBuilder();
        text.AppendLine("Accuracy: " + Math.Round(metrics.Accuracy, 2)).AppendLine("F1: " + metrics.F1Score.ToString("P"));
        Console.Write(text);
        """);

    [Fact]
    public Task Is_silent_where_the_text_only_says_that_a_gate_was_passed() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        var text = new System.Text.StringBuilder();
        text.AppendLine("Good enough: " + (metrics.Accuracy > 0.8));
        Console.Write(text);
        """);

    [Fact]
    public Task Reports_a_loop_over_files() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        foreach (var file in new[] { "north.csv", "south.csv" })
        {
            var metrics = ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(ml.Data.LoadFromTextFile<Reading>(file)))|};
            Console.WriteLine($"{file}: {metrics.Accuracy}, {metrics.F1Score}");
        }
        """);

    [Fact]
    public Task Is_silent_where_files_pass_a_gate() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        foreach (var file in new[] { "north.csv", "south.csv" })
        {
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromTextFile<Reading>(file)));
            Console.WriteLine(metrics.Accuracy >= 0.9 ? $"{file} is fine" : $"{file} is not");
        }
        """);

    [Fact]
    public Task Reports_awaited_writing() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|};
        await File.WriteAllTextAsync("score.txt", metrics.AreaUnderRocCurve.ToString());
        """);

    [Fact]
    public Task Is_silent_where_the_model_is_saved_and_no_number_is_written() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        if (metrics.AreaUnderRocCurve > 0.75)
        {
            ml.Model.Save(model, split.TrainSet.Schema, "model.zip");
        }

        await File.WriteAllTextAsync("done.txt", "done");
        """);

    [Fact]
    public Task Reports_a_dictionary_of_metrics_that_is_handed_to_a_serializer() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|};
        var numbers = new Dictionary<string, double> { ["accuracy"] = metrics.Accuracy, ["f1"] = metrics.F1Score };
        File.WriteAllText("metrics.json", System.Text.Json.JsonSerializer.Serialize(numbers));
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_gives_intervals() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).AreaUnderRocCurve);
        """);

    [Fact]
    public Task Reports_each_of_several_studies() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        Classify("spam.csv");
        Predict("prices.csv");

        void Classify(string path)
        {
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(path));
            var first = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(first.Transform(split.TestSet)).Accuracy);
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        }

        void Predict(string path)
        {
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(path));
            var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
            Console.WriteLine(ml.Regression.{|LEAK502:Evaluate(model.Transform(split.TestSet), "Pressure")|}.RSquared);
        }
        """);

    [Fact]
    public Task Reports_two_labels_of_the_same_rows() => VerifyAsync(Start + """
        var age = ml.Transforms.Concatenate("Features", "Pressure").Append(ml.Regression.Trainers.FastForest("Age")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.{|LEAK502:Evaluate(age.Transform(split.TestSet), "Age")|}.RSquared);
        var pressure = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.{|LEAK502:Evaluate(pressure.Transform(split.TestSet), "Pressure")|}.RSquared);
        """);

    [Fact]
    public Task Reports_two_models_of_one_study_once_also_where_each_has_test_rows_of_its_own() => VerifyAsync(Start + """
        var again = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"), seed: 2);
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet)).Accuracy);
        var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(again.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK502:Evaluate(gam.Transform(again.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Reports_a_geometric_mean_which_is_no_spread() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|};
        Console.WriteLine(Math.Sqrt(metrics.PositiveRecall * metrics.NegativeRecall));
        """);

    [Fact]
    public Task Reports_the_root_of_a_loss_in_percent_of_a_mean() => VerifyAsync(Start + """
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        var metrics = ml.Regression.{|LEAK502:Evaluate(model.Transform(split.TestSet), "Pressure")|};
        Console.WriteLine($"{100 * Math.Sqrt(metrics.LossFunction) / 120.0:0.0} %, {1 - Math.Sqrt(1 - metrics.RSquared):0.00}");
        """);

    [Fact]
    public Task Is_silent_where_a_loop_adds_up_how_far_folds_are_from_their_mean() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree()));
        var mean = folds.Average(fold => fold.Metrics.Accuracy);
        var sum = 0.0;
        foreach (var fold in folds)
        {
            sum += Math.Pow(fold.Metrics.Accuracy - mean, 2);
        }

        Console.WriteLine($"{mean:0.00} ± {Math.Sqrt(sum / folds.Count):0.00}");
        """);

    [Fact]
    public Task Reports_a_score_beside_the_spread_of_another_study() => VerifyAsync(Start + """
        var others = ml.Data.LoadFromTextFile<Reading>("others.csv");
        var scores = ml.BinaryClassification.CrossValidate(others, features.Append(ml.BinaryClassification.Trainers.FastTree())).Select(fold => fold.Metrics.Accuracy).ToList();
        var mean = scores.Average();
        Console.WriteLine($"{mean:0.00} ± {Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))):0.00}");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Reports_a_number_that_a_notebook_shows() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK502:Evaluate(model.Transform(split.TestSet))|};
        _ = metrics.Accuracy;
        """);

    [Fact]
    public Task Is_silent_where_the_score_of_each_fold_is_printed() => VerifyAsync(Start + """
        Print(ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree())));

        static void Print(IReadOnlyList<TrainCatalogBase.CrossValidationResult<CalibratedBinaryClassificationMetrics>> folds)
        {
            foreach (var fold in folds)
            {
                Console.WriteLine($"* AUC {fold.Metrics.AreaUnderRocCurve:0.00}");
            }
        }
        """);

    [Fact]
    public Task Reports_the_score_of_the_best_fold() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.{|LEAK502:CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree()))|};
        Console.WriteLine(folds.OrderByDescending(fold => fold.Metrics.AreaUnderRocCurve).First().Metrics.AreaUnderRocCurve);
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK502", program, otherFiles);

    [Theory]
    [InlineData("foreach (var fold in folds) { Console.WriteLine(fold.Metrics.Accuracy); }", true)]
    [InlineData("Console.WriteLine(folds);", true)]
    [InlineData("Console.WriteLine(folds.Average(fold => fold.Metrics.Accuracy));", false)]
    [InlineData("Console.WriteLine(folds.OrderByDescending(fold => fold.Metrics.Accuracy).First());", false)]
    public Task Is_silent_where_the_study_shows_the_spread_over_folds_or_hands_all_of_them_out(string shown, bool isShown) => VerifyAsync(Start + $$"""
        var pipeline = features.Append(ml.BinaryClassification.Trainers.FastTree());
        var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, pipeline);
        {{shown}}
        Console.WriteLine(ml.BinaryClassification.{{(isShown ? "Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet))" : "{|LEAK502:Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet))|}")}}.Accuracy);
        """);

    [Theory]
    [InlineData("_ = new Dictionary<string, double> { [\"accuracy\"] = metrics.Accuracy };", true)]
    [InlineData("_ = $\"{metrics.Accuracy:P1}\";", true)]
    [InlineData("_ = metrics.Accuracy * 100;", true)]
    [InlineData("_ = Math.Round(metrics.Accuracy);", false)]
    [InlineData("_ = new Exception(metrics.Accuracy.ToString());", false)]
    public Task Reports_what_a_notebook_shows_and_not_the_result_of_a_call_that_is_thrown_away(string shown, bool isShown) => VerifyAsync(Start + $$"""
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{{(isShown ? "{|LEAK502:Evaluate(model.Transform(split.TestSet))|}" : "Evaluate(model.Transform(split.TestSet))")}};
        {{shown}}
        """);

    [Theory]
    [InlineData("out", "metrics")]
    [InlineData("ref", "metrics")]
    [InlineData("in", "other")]
    public Task Reports_metrics_that_are_handed_out_by_a_parameter(string kind, string given) => VerifyAsync($$"""
        public class Study
        {
            public ITransformer Train(MLContext ml, DataOperationsCatalog.TrainTestData split, {{kind}} BinaryClassificationMetrics {{given}})
            {
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                {{(kind == "in" ? "var " : "")}}metrics = ml.BinaryClassification.{{(kind == "in" ? "Evaluate(model.Transform(split.TestSet))" : "{|LEAK502:Evaluate(model.Transform(split.TestSet))|}")}};
                return model;
            }

            static void Main()
            {
            }
        }
        """);
}
