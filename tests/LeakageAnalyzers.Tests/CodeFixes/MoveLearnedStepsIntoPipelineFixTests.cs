using LeakageAnalyzers.CodeFixes.Preprocessing;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

public sealed class MoveLearnedStepsIntoPipelineFixTests
{
    [Fact]
    public Task Moves_named_steps_to_the_front_of_the_trained_pipeline() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scaled = scaling.Fit(data).Transform(data);

        // Hold a fifth out.
        var split = ml.Data.TrainTestSplit(scaled, testFraction: 0.2);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));

        // Hold a fifth out.
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
        var model = scaling.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Names_steps_that_had_no_name() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        // Scale.
        var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(data).Transform(data);
        var results = ml.BinaryClassification.CrossValidate(scaled, ml.BinaryClassification.Trainers.FastTree());
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        // Scale.
        var preparation = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var results = ml.BinaryClassification.CrossValidate(data, preparation.Append(ml.BinaryClassification.Trainers.FastTree()));
        """);

    [Fact]
    public Task Replaces_separate_transforms_of_train_and_test() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        static class Study
        {
            static void Main() => Score(new MLContext());

            static double Score(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = ml.Data.TrainTestSplit(data);
                var components = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.ProjectToPrincipalComponents("Features", rank: 1));
                ITransformer projection = components.Fit(data);
                IDataView train = projection.Transform(split.TrainSet);
                IDataView test = projection.Transform(split.TestSet);
                var model = ml.BinaryClassification.Trainers.FastForest().Fit(train);
                return ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(test)).Accuracy;
            }
        }
        """,
        """
        static class Study
        {
            static void Main() => Score(new MLContext());

            static double Score(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = ml.Data.TrainTestSplit(data);
                var components = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.ProjectToPrincipalComponents("Features", rank: 1));
                var model = components.Append(ml.BinaryClassification.Trainers.FastForest()).Fit(split.TrainSet);
                return ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet)).Accuracy;
            }
        }
        """);

    [Fact]
    public Task Fits_on_the_train_rows_where_the_transformed_parts_are_read_by_others() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var testRows = split.TestSet;
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(data /* all */);
        var train = scaler.Transform(split.TrainSet);
        var test = scaler.Transform(testRows);
        Console.WriteLine(train.GetColumn<float[]>("Features").First()[0]);
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(train);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(test)).Accuracy);
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var testRows = split.TestSet;
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(split.TrainSet /* all */);
        var train = scaler.Transform(split.TrainSet);
        var test = scaler.Transform(testRows);
        Console.WriteLine(train.GetColumn<float[]>("Features").First()[0]);
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(train);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(test)).Accuracy);
        """);

    [Fact]
    public Task Is_not_offered_where_the_split_comes_after_the_fit_and_the_transformed_parts_are_read() => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(data);
        var split = ml.Data.TrainTestSplit(data);
        var (train, test) = (scaler.Transform(split.TrainSet), scaler.Transform(split.TestSet));
        Console.WriteLine(train.GetColumn<float[]>("Features").First()[0]);
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(train);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(test)).Accuracy);
        """);

    [Fact]
    public Task Has_a_method_give_the_steps_instead_of_transformed_rows() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        static class Study
        {
            static void Main() => Score(new MLContext());

            static double Score(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var scaled = Scale(ml, data, 2);
                var split = ml.Data.TrainTestSplit(scaled);
                var model = ml.BinaryClassification.Trainers.FastForest().Fit(split.TrainSet);
                return ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet)).Accuracy;
            }

            // To zero mean.
            private static IDataView Scale(MLContext ml, IDataView rows, int rank)
            {
                var steps = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.ProjectToPrincipalComponents("Features", rank: rank));
                // All rows have the same components.
                var fitted = steps.Fit(rows);
                return fitted.Transform(rows); // done
            }
        }
        """,
        """
        static class Study
        {
            static void Main() => Score(new MLContext());

            static double Score(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = ml.Data.TrainTestSplit(data);
                var model = Scale(ml, 2).Append(ml.BinaryClassification.Trainers.FastForest()).Fit(split.TrainSet);
                return ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet)).Accuracy;
            }

            // To zero mean.
            private static IEstimator<ITransformer> Scale(MLContext ml, int rank)
            {
                var steps = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.ProjectToPrincipalComponents("Features", rank: rank));
                // All rows have the same components.
                return steps; // done
            }
        }
        """);

    [Fact]
    public Task Has_a_local_function_give_the_steps() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        var folds = ml.BinaryClassification.CrossValidate(Encode(ml.Data.LoadFromTextFile<Reading>("readings.csv")), ml.BinaryClassification.Trainers.FastTree());

        IDataView Encode(IDataView rows) => ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward")).Fit(rows).Transform(rows);
        """,
        """
        var ml = new MLContext(seed: 1);
        var folds = ml.BinaryClassification.CrossValidate(ml.Data.LoadFromTextFile<Reading>("readings.csv"), Encode().Append(ml.BinaryClassification.Trainers.FastTree()));

        IEstimator<ITransformer> Encode() => ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));
        """);

    [Theory]
    [InlineData("private", "Scale(ml, ml.Data.LoadFromTextFile<Reading>(\"other.csv\"));")] // called twice
    [InlineData("public", "")] // called by others
    public Task Is_not_offered_where_a_method_prepares_rows_for_others_too(string access, string call) => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>(
        $$"""
        static class Study
        {
            static void Main()
            {
                var ml = new MLContext();
                {{call}}
                var split = ml.Data.TrainTestSplit(Scale(ml, ml.Data.LoadFromTextFile<Reading>("readings.csv")));
                var model = ml.BinaryClassification.Trainers.FastForest().Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet)).Accuracy);
            }

            {{access}} static IDataView Scale(MLContext ml, IDataView rows) =>
                ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features")).Fit(rows).Transform(rows);
        }
        """);

    [Fact]
    public Task Is_not_offered_where_the_fitted_steps_are_used_elsewhere() => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(data);
        var scaled = scaler.Transform(data);
        ml.Model.Save(scaler, data.Schema, "scaler.zip");
        var split = ml.Data.TrainTestSplit(scaled);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_not_offered_where_the_transformed_rows_are_read() => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(data).Transform(data);
        Console.WriteLine(scaled.Schema["Features"].Type);
        var split = ml.Data.TrainTestSplit(scaled);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Moves_steps_that_read_the_label() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features"));
        var selected = selection.Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(selected);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features"));
        var split = ml.Data.TrainTestSplit(data);
        var model = selection.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Moves_steps_that_build_a_vocabulary() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var encoding = ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));
        var results = ml.BinaryClassification.CrossValidate(encoding.Fit(data).Transform(data), ml.BinaryClassification.Trainers.FastTree());
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var encoding = ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));
        var results = ml.BinaryClassification.CrossValidate(data, encoding.Append(ml.BinaryClassification.Trainers.FastTree()));
        """);
}
