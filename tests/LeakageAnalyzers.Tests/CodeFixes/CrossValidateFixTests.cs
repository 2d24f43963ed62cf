using LeakageAnalyzers.CodeFixes.Evaluation;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>Cross-validating beside the evaluation of one split.</summary>
public sealed class CrossValidateFixTests
{
    [Fact]
    public Task Cross_validates_by_whole_groups_and_seeds_the_context() => VerifyAsync<CrossValidateFix>(
        """
        var ml = new MLContext();
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: nameof(Visit.PatientId));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.Accuracy);
        """,
        """
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: nameof(Visit.PatientId));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        var folds = ml.BinaryClassification.GroupCrossValidate(data, pipeline, nameof(Visit.PatientId));
        Console.WriteLine("Accuracy fold by fold: " + string.Join(", ", folds.Select(fold => $"{fold.Metrics.Accuracy:0.000}")));
        Console.WriteLine(metrics.Accuracy);
        """);

    [Fact]
    public Task Cross_validates_row_by_row_where_rows_show_no_group() => VerifyAsync<CrossValidateFix>(
        """
        class Study
        {
            private readonly MLContext _ml = new(seed: 7);

            static void Main() => new Study().Run();

            void Run()
            {
                var data = _ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = _ml.Data.TrainTestSplit(data);
                var pipeline = _ml.Transforms.Concatenate("Features", "Age").Append(_ml.Regression.Trainers.FastForest("Pressure"));
                var model = pipeline.Fit(split.TrainSet);
                Print(_ml.Regression.Evaluate(model.Transform(split.TestSet), "Pressure"));
            }

            void Print(RegressionMetrics metrics) => Console.WriteLine(metrics.MeanAbsoluteError);
        }
        """,
        """
        class Study
        {
            private readonly MLContext _ml = new(seed: 7);

            static void Main() => new Study().Run();

            void Run()
            {
                var data = _ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = _ml.Data.TrainTestSplit(data);
                var pipeline = _ml.Transforms.Concatenate("Features", "Age").Append(_ml.Regression.Trainers.FastForest("Pressure"));
                var model = pipeline.Fit(split.TrainSet);
                Print(_ml.Regression.Evaluate(model.Transform(split.TestSet), "Pressure"));
                var folds = _ml.Regression.CrossValidate(data, pipeline, labelColumnName: "Pressure");
                Console.WriteLine("RSquared fold by fold: " + string.Join(", ", folds.Select(fold => $"{fold.Metrics.RSquared:0.000}")));
            }

            void Print(RegressionMetrics metrics) => Console.WriteLine(metrics.MeanAbsoluteError);
        }
        """);

    [Fact]
    public Task Folds_stand_beside_intervals_too() => VerifyAsync<CrossValidateFix>(
        """
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).F1Score);
        """,
        """
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.EvaluateWithIntervals(model.Transform(split.TestSet)).F1Score);
        var folds = ml.BinaryClassification.CrossValidate(data, pipeline);
        Console.WriteLine("F1Score fold by fold: " + string.Join(", ", folds.Select(fold => $"{fold.Metrics.F1Score:0.000}")));
        """);

    [Fact]
    public Task Folds_are_not_offered_where_the_name_of_the_rows_is_given_to_others() => VerifyNotOfferedAsync<CrossValidateFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        data = ml.Data.LoadFromTextFile<Reading>("others.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Folds_are_those_of_MLNET_where_the_runtime_library_is_not_referenced() => VerifyWithoutRuntimeAsync<CrossValidateFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: "PatientId");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: "PatientId");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
        var folds = ml.BinaryClassification.CrossValidate(data, pipeline, samplingKeyColumnName: "PatientId");
        Console.WriteLine("F1Score fold by fold: " + string.Join(", ", folds.Select(fold => $"{fold.Metrics.F1Score:0.000}")));
        """);

    [Fact]
    public Task Cross_validates_in_a_block_where_the_evaluation_stands_without_braces() => VerifyAsync<CrossValidateFix>(
        """
        class Study
        {
            static void Main(string[] args)
            {
                var ml = new MLContext(seed: 1);
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = ml.Data.TrainTestSplit(data);
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
                var model = pipeline.Fit(split.TrainSet);
                if (args.Length > 0)
                    Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy); // held out
            }
        }
        """,
        """
        class Study
        {
            static void Main(string[] args)
            {
                var ml = new MLContext(seed: 1);
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = ml.Data.TrainTestSplit(data);
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
                var model = pipeline.Fit(split.TrainSet);
                if (args.Length > 0)
                {
                    Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy); // held out
                    var folds = ml.BinaryClassification.CrossValidate(data, pipeline);
                    Console.WriteLine("Accuracy fold by fold: " + string.Join(", ", folds.Select(fold => $"{fold.Metrics.Accuracy:0.000}")));
                }
            }
        }
        """);

    [Fact]
    public Task Folds_are_not_offered_where_the_rows_are_prepared_before_the_fit() => VerifyNotOfferedAsync<CrossValidateFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var preparation = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(split.TrainSet);
        var trainer = ml.BinaryClassification.Trainers.FastTree();
        var model = trainer.Fit(preparation.Transform(split.TrainSet));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(preparation.Transform(split.TestSet))).Accuracy);
        """);
}
