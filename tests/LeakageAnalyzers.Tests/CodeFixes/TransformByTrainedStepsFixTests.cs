using LeakageAnalyzers.CodeFixes.Preprocessing;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

public sealed class TransformByTrainedStepsFixTests
{
    [Fact]
    public Task Names_the_steps_fitted_on_the_train_rows_and_uses_them_twice() => VerifyAsync<TransformByTrainedStepsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        // Both parts alike.
        var train = scaling.Fit(split.TrainSet).Transform(split.TrainSet);
        var test = scaling.Fit(split.TestSet).Transform(split.TestSet); // scaled
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        // Both parts alike.
        var preparation = scaling.Fit(split.TrainSet);
        var train = preparation.Transform(split.TrainSet);
        var test = preparation.Transform(split.TestSet); // scaled
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Takes_the_local_that_holds_them() => VerifyAsync<TransformByTrainedStepsFix>(
        """
        static class Study
        {
            static void Main()
            {
                var ml = new MLContext(seed: 1);
                var train = ml.Data.LoadFromTextFile<Reading>("train.csv");
                var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
                var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
                ITransformer trainScaler = scaling.Fit(train);
                ITransformer testScaler = scaling.Fit(test);
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(trainScaler.Transform(train));
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(testScaler.Transform(test))).Accuracy);
            }
        }
        """,
        """
        static class Study
        {
            static void Main()
            {
                var ml = new MLContext(seed: 1);
                var train = ml.Data.LoadFromTextFile<Reading>("train.csv");
                var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
                var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
                ITransformer trainScaler = scaling.Fit(train);
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(trainScaler.Transform(train));
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(trainScaler.Transform(test))).Accuracy);
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_the_train_rows_were_prepared_by_other_steps() => VerifyNotOfferedAsync<TransformByTrainedStepsFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var train = features.Fit(split.TrainSet).Transform(split.TrainSet);
        var test = features.Append(ml.Transforms.NormalizeMinMax("Features")).Fit(split.TestSet).Transform(split.TestSet);
        var metrics = ml.BinaryClassification.Evaluate(ml.BinaryClassification.Trainers.FastTree().Fit(train).Transform(test));
        """);

    [Fact]
    public Task Is_not_offered_where_one_method_prepares_both_parts() => VerifyNotOfferedAsync<TransformByTrainedStepsFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var (train, test) = (Prepare(split.TrainSet), Prepare(split.TestSet));
        var metrics = ml.BinaryClassification.Evaluate(ml.BinaryClassification.Trainers.FastTree().Fit(train).Transform(test));

        IDataView Prepare(IDataView rows) => ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features")).Fit(rows).Transform(rows);
        """);

    [Fact]
    public Task Keeps_the_directives_before_the_second_fit() => VerifyAsync<TransformByTrainedStepsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var trained = scaling.Fit(split.TrainSet);
        var train = trained.Transform(split.TrainSet);
        #if VERBOSE
        Console.WriteLine("Now the test rows.");
        #endif
        #pragma warning disable CS0618
        var tested = scaling.Fit(split.TestSet);
        var test = tested.Transform(split.TestSet);
        #pragma warning restore CS0618
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var trained = scaling.Fit(split.TrainSet);
        var train = trained.Transform(split.TrainSet);
        #if VERBOSE
        Console.WriteLine("Now the test rows.");
        #endif
        #pragma warning disable CS0618
        var test = trained.Transform(split.TestSet);
        #pragma warning restore CS0618
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Gives_the_steps_a_line_of_their_own_where_two_statements_share_one() => VerifyAsync<TransformByTrainedStepsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var train = scaling.Fit(split.TrainSet).Transform(split.TrainSet); var test = scaling.Fit(split.TestSet).Transform(split.TestSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var preparation = scaling.Fit(split.TrainSet);
        var train = preparation.Transform(split.TrainSet); var test = preparation.Transform(split.TestSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);
}
