using LeakageAnalyzers.Tests.Verification;
using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Learned preprocessing before the split.</summary>
public sealed class LEAK102Tests
{
    [Fact]
    public Task Reports_scaling_fitted_before_the_split() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv", separatorChar: ',');
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scaled = scaling.{|LEAK102:Fit(data)|}.Transform(data);
        var split = ml.Data.TrainTestSplit(scaled, testFraction: 0.2);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
        """);

    [Fact]
    public Task Is_silent_where_scaling_is_part_of_the_trained_pipeline() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv", separatorChar: ',');
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
        """);

    [Fact]
    public Task Reports_scaling_fitted_before_cross_validation() => VerifyAsync("""
        var ml = new MLContext();
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        IEstimator<ITransformer> scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features"));
        ITransformer scaler = scaling.{|LEAK102:Fit(data)|};
        IDataView scaled = scaler.Transform(data);
        var results = ml.BinaryClassification.CrossValidate(scaled, ml.BinaryClassification.Trainers.LbfgsLogisticRegression(), numberOfFolds: 5);
        """);

    [Fact]
    public Task Is_silent_where_scaling_is_refitted_in_each_fold() => VerifyAsync("""
        var ml = new MLContext();
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var results = ml.BinaryClassification.CrossValidate(data, pipeline, numberOfFolds: 5);
        """);

    [Fact]
    public Task Reports_imputation_fitted_on_all_rows_and_applied_to_both_parts() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var imputation = ml.Transforms.ReplaceMissingValues("Age", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean)
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure"));
        var split = ml.Data.TrainTestSplit(data);
        var imputer = imputation.{|LEAK102:Fit(data)|};
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(imputer.Transform(split.TrainSet));
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(imputer.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Is_silent_where_imputation_is_fitted_on_the_train_part() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var imputation = ml.Transforms.ReplaceMissingValues("Age", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean)
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure"));
        var split = ml.Data.TrainTestSplit(data);
        var imputer = imputation.Fit(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(imputer.Transform(split.TrainSet));
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(imputer.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Is_silent_where_missing_values_become_a_constant() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var filled = ml.Transforms.ReplaceMissingValues("Age").Append(ml.Transforms.Concatenate("Features", "Age", "Pressure")).Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(filled);
        var model = ml.BinaryClassification.Trainers.FastForest().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_on_steps_that_map_each_row_by_itself() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var steps = ml.Transforms.Categorical.OneHotHashEncoding("Ward")
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure", "Ward"))
            .Append(ml.Transforms.NormalizeLpNorm("Features"));
        var prepared = steps.Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(prepared);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_on_the_final_refit_for_deployment() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure")
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.BinaryClassification.Trainers.FastTree());
        var metrics = ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));
        var deployed = pipeline.Fit(data);
        ml.Model.Save(deployed, data.Schema, "model.zip");
        """);

    [Fact]
    public Task Is_silent_where_test_rows_come_from_another_file() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Reading>("train.csv");
        var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(train);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(test)));
        """);

    [Fact]
    public Task Reports_folds_of_rows_that_were_scaled_as_a_whole_also_where_an_honest_test_follows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).{|LEAK102:Fit(split.TrainSet)|};
        var scaled = scaler.Transform(split.TrainSet);
        var folds = ml.BinaryClassification.CrossValidate(scaled, ml.BinaryClassification.Trainers.FastTree());
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaled);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Is_silent_where_each_fold_scales_for_itself_and_an_honest_test_follows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Append(ml.BinaryClassification.Trainers.FastTree());
        var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, pipeline);
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_where_the_train_score_stands_beside_the_test_score() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(split.TrainSet);
        var trainRows = scaler.Transform(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(trainRows);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(trainRows)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(split.TestSet))).Accuracy);
        """);

    [Fact]
    public Task Reports_principal_components_in_a_method_with_branches() => VerifyAsync("""
        Study.Run(new MLContext(0), args.Length > 0);

        static class Study
        {
            public static double Run(MLContext ml, bool deep)
            {
                var data = ml.Data.LoadFromTextFile("readings.csv", new[] { new TextLoader.Column("Label", DataKind.Boolean, 0), new TextLoader.Column("Features", DataKind.Single, 1, 20) });
                var components = ml.Transforms.ProjectToPrincipalComponents("Features", rank: 5);
                var reduced = components.{|LEAK102:Fit(data)|}.Transform(data);
                var (train, test) = Cut(ml, reduced);
                ITransformer model;
                if (deep)
                {
                    model = ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 500).Fit(train);
                }
                else
                {
                    model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
                }

                return ml.BinaryClassification.Evaluate(model.Transform(test)).AreaUnderRocCurve;
            }

            private static (IDataView Train, IDataView Test) Cut(MLContext ml, IDataView rows)
            {
                var split = ml.Data.TrainTestSplit(rows, 0.25);
                return (split.TrainSet, split.TestSet);
            }
        }
        """);

    [Fact]
    public Task Reports_a_mean_of_all_rows_that_is_written_into_them() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var mean = readings.Where(reading => !float.IsNaN(reading.Age)).{|LEAK102:Average(reading => reading.Age)|};
        var filled = readings.Select(reading => new Reading { Age = float.IsNaN(reading.Age) ? mean : reading.Age, Pressure = reading.Pressure, Label = reading.Label }).ToList();
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(filled));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_on_a_mean_of_all_rows_that_is_only_printed() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var mean = readings.Average(reading => reading.Age);
        Console.WriteLine($"{readings.Count} readings of people aged {mean}");
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(readings));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_a_spread_of_all_rows_that_a_mapping_captures() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var range = readings.{|LEAK102:Max(reading => reading.Age)|} - 1;
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(readings));
        var pipeline = ml.Transforms.CustomMapping<Reading, Scaled>((reading, scaled) => scaled.Share = reading.Age / range, null)
            .Append(ml.Transforms.Concatenate("Features", "Share"))
            .Append(ml.BinaryClassification.Trainers.FastTree());
        var metrics = ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));

        class Scaled { public float Share { get; set; } }
        """);

    [Fact]
    public Task Is_silent_on_a_mean_of_the_training_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var (train, test) = (readings.Take(800), readings.Skip(800));
        var mean = train.Average(reading => reading.Age);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(ml.Data.LoadFromEnumerable(train.Select(reading => new Reading { Age = reading.Age - mean, Label = reading.Label })));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test.Select(reading => new Reading { Age = reading.Age - mean, Label = reading.Label }))));
        """);

    [Fact]
    public Task Reports_scaling_before_folds_that_are_walked_by_hand() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).{|LEAK102:Fit(data)|}.Transform(data);
        foreach (var fold in ml.Data.CrossValidationSplit(scaled, numberOfFolds: 5))
        {
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(fold.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(fold.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_each_fold_fits_its_own_scaling() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        foreach (var fold in ml.Data.CrossValidationSplit(data, numberOfFolds: 5))
        {
            var scaler = scaling.Fit(fold.TrainSet);
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(fold.TrainSet));
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(fold.TestSet))).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_train_score_stands_beside_that_of_rows_of_another_origin() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromEnumerable(System.Text.Json.JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText("train.json")));
        var test = ml.Data.LoadFromTextFile<Reading>("test.csv");
        var parts = ml.Data.TrainTestSplit(train);
        var scaler = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features")).{|LEAK102:Fit(train)|};
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(parts.TrainSet));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(parts.TestSet))).Accuracy);
        §
        """,
        leaking: "Console.WriteLine(scaler.Transform(test).Schema.Count);",
        honest: "Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(test))).Accuracy);");
}
