using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>No baseline.</summary>
public sealed class LEAK504Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_one_model_alone() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK504:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_beside_the_prior() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var prior = ml.BinaryClassification.Trainers.Prior().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(prior.Transform(split.TestSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_two_complex_models() => VerifyAsync(Start + """
        var boost = features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(boost.Transform(split.TestSet)).Accuracy);
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK504:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_beside_a_linear_model() => VerifyAsync(Start + """
        var linear = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(linear.Transform(split.TestSet)).Accuracy);
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_an_error_in_the_unit_of_the_label() => VerifyAsync(Start + """
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.{|LEAK504:Evaluate(model.Transform(split.TestSet), "Pressure")|}.MeanAbsoluteError);
        """);

    [Fact]
    public Task Is_silent_where_the_variance_that_is_explained_is_printed() => VerifyAsync(Start + """
        var model = features.Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Pressure");
        Console.WriteLine($"{metrics.MeanAbsoluteError} {metrics.RSquared}");
        """);

    [Fact]
    public Task Reports_a_cross_validation() => VerifyAsync(Start + """
        var folds = ml.BinaryClassification.{|LEAK504:CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.Gam()))|};
        Console.WriteLine(folds.Average(fold => fold.Metrics.Accuracy));
        """);

    [Fact]
    public Task Is_silent_where_the_prior_is_cross_validated_too() => VerifyAsync(Start + """
        var prior = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.Prior()));
        var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.Gam()));
        Console.WriteLine($"{prior.Average(fold => fold.Metrics.Accuracy)} {folds.Average(fold => fold.Metrics.Accuracy)}");
        """);

    [Fact]
    public Task Reports_a_baseline_on_other_rows() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var prior = ml.BinaryClassification.Trainers.Prior().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(prior.Transform(ml.Data.LoadFromTextFile<Reading>("other.csv"))).Accuracy);
        Console.WriteLine(ml.BinaryClassification.{|LEAK504:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_a_loop_tries_simple_and_complex_models() => VerifyAsync(Start + """
        foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.SdcaLogisticRegression(), ml.BinaryClassification.Trainers.FastTree() })
        {
            var model = features.Append(trainer).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_several_classes_in_a_helper() => VerifyAsync(Start + """
        Score(ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.LightGbm()));

        void Score(IEstimator<ITransformer> pipeline)
        {
            var metrics = ml.MulticlassClassification.{|LEAK504:Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet))|};
            Console.WriteLine(metrics.MacroAccuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_scores_a_simple_one_too() => VerifyAsync(Start + """
        Score(ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.LightGbm()));
        Score(ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(features).Append(ml.MulticlassClassification.Trainers.NaiveBayes()));

        void Score(IEstimator<ITransformer> pipeline)
        {
            var metrics = ml.MulticlassClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));
            Console.WriteLine(metrics.MacroAccuracy);
        }
        """);

    [Fact]
    public Task Reports_fields_of_another_file() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.{|LEAK504:Evaluate(_model.Transform(_split.TestSet))|};",
        "Log($\"{metrics.F1Score}\");"));

    [Fact]
    public Task Is_silent_where_the_other_file_logs_a_reduction_against_the_prior() => VerifyAsync(StudyInTwoFiles.Program, StudyInTwoFiles.Reporting(
        "var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));",
        "Log($\"{metrics.F1Score} {metrics.LogLossReduction}\");"));

    [Fact]
    public Task Reports_a_linear_model_alone() => VerifyAsync(Start + """
        var model = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.{|LEAK504:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_runtime_library_evaluates_baselines() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        Console.WriteLine(Baselines.Evaluate(ml.BinaryClassification, model, split.TrainSet, split.TestSet));
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK504", program, otherFiles);

    [Theory]
    [InlineData("ITransformer model", "model", false)]
    [InlineData("DataOperationsCatalog.TrainTestData split", "ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet)", true)]
    public Task Is_silent_on_a_helper_that_may_be_handed_the_baseline(string given, string model, bool isKnown) => VerifyAsync($$"""
        public static class Output
        {
            public static void Print({{given}}, IDataView rows, MLContext ml)
            {
                var scores = {{model}}.Transform(rows);
                Console.WriteLine(ml.BinaryClassification.{{(isKnown ? "{|LEAK504:Evaluate(scores)|}" : "Evaluate(scores)")}}.Accuracy);
            }

            static void Main()
            {
            }
        }
        """);
}
