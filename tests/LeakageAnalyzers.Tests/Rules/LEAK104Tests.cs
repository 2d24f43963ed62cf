using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Preprocessing re-fitted on the test rows.</summary>
public sealed class LEAK104Tests
{
    [Fact]
    public Task Reports_scaling_fitted_once_for_each_part() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var train = scaling.Fit(split.TrainSet).Transform(split.TrainSet);
        var test = scaling.{|LEAK104:Fit(split.TestSet)|}.Transform(split.TestSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Is_silent_where_both_parts_are_scaled_by_the_train_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var train = scaling.Fit(split.TrainSet).Transform(split.TrainSet);
        var test = scaling.Fit(split.TrainSet).Transform(split.TestSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Theory]
    [InlineData("{|LEAK104:Fit(split.TestSet)|}")]
    [InlineData("Fit(inner.TrainSet)")]
    public Task Reports_scaling_of_the_test_rows_of_the_best_of_a_list(string fitted) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scaler = scaling.Fit(inner.TrainSet);
        var train = scaler.Transform(inner.TrainSet);
        var test = scaling.{{fitted}}.Transform(split.TestSet);
        var candidates = new List<(IEstimator<ITransformer> Trainer, double Score)>();
        foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LightGbm() })
        {
            candidates.Add((trainer, ml.BinaryClassification.Evaluate(trainer.Fit(train).Transform(scaler.Transform(inner.TestSet))).Accuracy));
        }

        var model = candidates.MaxBy(candidate => candidate.Score).Trainer.Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Reports_a_helper_that_fits_what_it_is_given() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = Prepare(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        var test = Prepare(ml.Data.LoadFromTextFile<Reading>("test.csv"));
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(train);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(test));

        IDataView Prepare(IDataView rows)
        {
            var steps = ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));
            return steps.{|LEAK104:Fit(rows)|}.Transform(rows);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_only_maps_each_row_by_itself() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = Prepare(ml.Data.LoadFromTextFile<Reading>("train.csv"));
        var test = Prepare(ml.Data.LoadFromTextFile<Reading>("test.csv"));
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(train);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(test));

        IDataView Prepare(IDataView rows)
        {
            var steps = ml.Transforms.Categorical.OneHotHashEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));
            return steps.Fit(rows).Transform(rows);
        }
        """);

    [Fact]
    public Task Reports_test_rows_of_another_file_that_are_scaled_by_themselves() => VerifyAsync("""
        var ml = new MLContext();
        var train = ml.Data.LoadFromTextFile<Reading>("train.csv");
        var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features"));
        var trainScaler = features.Fit(train);
        var testScaler = features.{|LEAK104:Fit(test)|};
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(trainScaler.Transform(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(testScaler.Transform(test)));
        """);

    [Fact]
    public Task Is_silent_where_the_scaler_of_the_test_file_is_not_what_transforms_it() => VerifyAsync("""
        var ml = new MLContext();
        var train = ml.Data.LoadFromTextFile<Reading>("train.csv");
        var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features"));
        var trainScaler = features.Fit(train);
        var testScaler = features.Fit(test);
        Console.WriteLine(testScaler.Transform(test).GetColumn<float[]>("Features").First()[0]);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(trainScaler.Transform(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(trainScaler.Transform(test)));
        """);

    [Fact]
    public Task Reports_scaling_of_each_held_out_fold_by_itself() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeRobustScaling("Features"));
        foreach (var fold in ml.Data.CrossValidationSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv")))
        {
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaling.Fit(fold.TrainSet).Transform(fold.TrainSet));
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaling.{|LEAK104:Fit(fold.TestSet)|}.Transform(fold.TestSet))).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_each_held_out_fold_is_scaled_by_its_train_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeRobustScaling("Features"));
        foreach (var fold in ml.Data.CrossValidationSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv")))
        {
            var scaler = scaling.Fit(fold.TrainSet);
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(fold.TrainSet));
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(fold.TestSet))).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_imputation_of_test_rows_by_their_own_mean() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.ShuffleRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), seed: 3);
        var train = ml.Data.TakeRows(data, 700);
        var test = ml.Data.SkipRows(data, 700);
        var imputation = ml.Transforms.ReplaceMissingValues("Age", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = features.Fit(imputation.Fit(train).Transform(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(imputation.{|LEAK104:Fit(test)|}.Transform(test)));
        """);

    [Fact]
    public Task Is_silent_where_missing_test_values_become_a_constant() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.ShuffleRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), seed: 3);
        var train = ml.Data.TakeRows(data, 700);
        var test = ml.Data.SkipRows(data, 700);
        var imputation = ml.Transforms.ReplaceMissingValues("Age", replacementMode: MissingValueReplacingEstimator.ReplacementMode.DefaultValue);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = features.Fit(imputation.Fit(train).Transform(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(imputation.Fit(test).Transform(test)));
        """);

    [Fact]
    public Task Reports_categories_numbered_anew_for_the_test_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var keys = ml.Transforms.Conversion.MapValueToKey("WardKey", "Ward").Append(ml.Transforms.Conversion.MapKeyToVector("WardKey")).Append(ml.Transforms.Concatenate("Features", "Age", "WardKey"));
        var (train, test) = (keys.Fit(split.TrainSet).Transform(split.TrainSet), keys.{|LEAK104:Fit(split.TestSet)|}.Transform(split.TestSet));
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Is_silent_where_the_test_rows_of_one_model_train_another() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 0.5);
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scaler = scaling.Fit(split.TestSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(split.TestSet));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(split.TrainSet)));
        """);

    [Fact]
    public Task Reports_components_found_in_the_test_rows_by_another_pipeline_than_the_train_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile("readings.csv", new[] { new TextLoader.Column("Label", DataKind.Boolean, 0), new TextLoader.Column("Features", DataKind.Single, 1, 20) }));
        var train = ml.Transforms.ProjectToPrincipalComponents("Features", rank: 5).Fit(split.TrainSet).Transform(split.TrainSet);
        var test = ml.Transforms.ProjectToPrincipalComponents("Features", rank: 5).{|LEAK104:Fit(split.TestSet)|}.Transform(split.TestSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Is_silent_where_the_rows_that_are_tested_may_be_others() => VerifyAsync("""
        Study.Score(new MLContext(), args[0], args[1]);

        static class Study
        {
            public static double Score(MLContext ml, string calibrationPath, string testPath)
            {
                var (train, test) = (ml.Data.LoadFromTextFile<Reading>("train.csv"), ml.Data.LoadFromTextFile<Reading>(testPath));
                var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaling.Fit(train).Transform(train));
                var ward = scaling.Fit(ml.Data.LoadFromTextFile<Reading>(calibrationPath));
                return ml.BinaryClassification.Evaluate(model.Transform(ward.Transform(test))).Accuracy;
            }
        }
        """);

    [Fact]
    public Task Reports_a_second_scaling_on_top_of_the_first() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(split.TrainSet);
        var train = scaler.Transform(split.TrainSet);
        var test = scaler.Transform(split.TestSet);
        test = ml.Transforms.NormalizeMinMax("Features").{|LEAK104:Fit(test)|}.Transform(test);
        var metrics = ml.BinaryClassification.Evaluate(ml.BinaryClassification.Trainers.FastTree().Fit(train).Transform(test));
        """);

    [Fact]
    public Task Is_silent_on_internal_measures_of_clusters_of_the_held_out_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var clusters = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Append(ml.Clustering.Trainers.KMeans(numberOfClusters: 3)).Fit(split.TestSet);
        var metrics = ml.Clustering.Evaluate(clusters.Transform(split.TestSet), scoreColumnName: "Score", featureColumnName: "Features");
        """);

    [Fact]
    public Task Reports_rows_given_by_a_caller_that_are_each_scaled_by_themselves() => VerifyAsync("""
        public class Study
        {
            public static void Run(MLContext ml, IDataView train, IDataView test)
            {
                var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features"));
                var scaledTrain = scaling.Fit(train).Transform(train);
                var scaledTest = scaling.{|LEAK104:Fit(test)|}.Transform(test);
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaledTrain);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaledTest)).Accuracy);
            }

            static void Main() { }
        }
        """);

    [Fact]
    public Task Is_silent_where_what_prepared_the_training_rows_is_not_known() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features")).{|LEAK102:Fit(data)|}.Transform(data);
        var train = Parts(ml, scaled).First();
        var test = ml.Data.TrainTestSplit(scaled, seed: 5).TestSet;
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy);

        static IEnumerable<DataOperationsCatalog.TrainTestData> Parts(MLContext ml, IDataView rows)
        {
            yield return ml.Data.TrainTestSplit(rows, seed: 5);
        }
        """);
}
