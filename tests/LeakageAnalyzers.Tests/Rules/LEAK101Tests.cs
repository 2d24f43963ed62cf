using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Supervised preprocessing before the split.</summary>
public sealed class LEAK101Tests
{
    [Fact]
    public Task Reports_features_selected_before_the_split() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv", separatorChar: ',');
        var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", slotsInOutput: 1));
        var selected = selection.{|LEAK101:Fit(data)|}.Transform(data);
        var split = ml.Data.TrainTestSplit(selected, testFraction: 0.2);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
        """);

    [Fact]
    public Task Is_silent_where_features_are_selected_inside_the_trained_pipeline() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv", separatorChar: ',');
        var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", slotsInOutput: 1));
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
        var model = selection.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
        """);

    [Fact]
    public Task Reports_features_selected_before_cross_validation_and_names_the_strongest_class_alone() => VerifyAsync("""
        var ml = new MLContext();
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var preparation = ml.Transforms.Categorical.OneHotEncoding("Ward")
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure", "Ward"))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features"));
        var prepared = preparation.{|LEAK101:Fit(data)|}.Transform(data);
        var results = ml.BinaryClassification.CrossValidate(prepared, ml.BinaryClassification.Trainers.LbfgsLogisticRegression());
        """);

    [Fact]
    public Task Is_silent_where_features_are_selected_anew_in_each_fold() => VerifyAsync("""
        var ml = new MLContext();
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var preparation = ml.Transforms.Categorical.OneHotEncoding("Ward")
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure", "Ward"))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features"));
        var results = ml.BinaryClassification.CrossValidate(data, preparation.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()));
        """);

    [Fact]
    public Task Reports_bins_that_were_cut_by_the_label() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        ITransformer binning = ml.Transforms.NormalizeSupervisedBinning("Age", labelColumnName: "Label").Append(ml.Transforms.Concatenate("Features", "Age", "Pressure")).{|LEAK101:Fit(data)|};
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.BinaryClassification.Trainers.LdSvm().Fit(binning.Transform(split.TrainSet));
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(binning.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Is_silent_where_bins_are_cut_on_the_train_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        ITransformer binning = ml.Transforms.NormalizeSupervisedBinning("Age", labelColumnName: "Label").Append(ml.Transforms.Concatenate("Features", "Age", "Pressure")).Fit(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.LdSvm().Fit(binning.Transform(split.TrainSet));
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(binning.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Reports_leaves_of_trees_that_were_grown_on_all_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var options = new FastTreeBinaryFeaturizationEstimator.Options { InputColumnName = "Features", TreesColumnName = "Trees", LeavesColumnName = "Leaves", PathsColumnName = "Paths", TrainerOptions = new FastTreeBinaryTrainer.Options { FeatureColumnName = "Features", LabelColumnName = "Label" } };
        var trees = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeaturizeByFastTreeBinary(options));
        var leaves = trees.{|LEAK101:Fit(data)|}.Transform(data);
        foreach (var fold in ml.Data.CrossValidationSplit(leaves, numberOfFolds: 4))
        {
            var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(featureColumnName: "Leaves").Fit(fold.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(fold.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_trees_are_grown_in_each_fold() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var options = new FastTreeBinaryFeaturizationEstimator.Options { InputColumnName = "Features", TreesColumnName = "Trees", LeavesColumnName = "Leaves", PathsColumnName = "Paths", TrainerOptions = new FastTreeBinaryTrainer.Options { FeatureColumnName = "Features", LabelColumnName = "Label" } };
        var trees = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeaturizeByFastTreeBinary(options));
        foreach (var fold in ml.Data.CrossValidationSplit(data, numberOfFolds: 4))
        {
            var grown = trees.Fit(fold.TrainSet);
            var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(featureColumnName: "Leaves").Fit(grown.Transform(fold.TrainSet));
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(grown.Transform(fold.TestSet))).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_a_model_whose_scores_feed_a_second_model() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var first = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Regression.Trainers.FastTree("Target")).{|LEAK101:Fit(data)|};
        var scored = ml.Transforms.Concatenate("Stacked", "Age", "Score").Fit(first.Transform(data)).Transform(first.Transform(data));
        var split = ml.Data.TrainTestSplit(scored);
        var second = ml.BinaryClassification.Trainers.FastForest(featureColumnName: "Stacked").Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(second.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_where_the_first_model_of_a_stack_knows_the_train_rows_alone() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var parts = ml.Data.TrainTestSplit(split.TrainSet, 0.5, seed: 2);
        var first = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Regression.Trainers.FastTree("Target")).Fit(parts.TrainSet);
        var stack = ml.Transforms.Concatenate("Stacked", "Age", "Score").Append(ml.BinaryClassification.Trainers.FastForest(featureColumnName: "Stacked"));
        var second = stack.Fit(first.Transform(parts.TestSet));
        var metrics = ml.BinaryClassification.EvaluateNonCalibrated(second.Transform(first.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Reports_selection_in_a_helper_method() => VerifyAsync("""
        var ml = new MLContext(1);
        Study.Run(ml, Study.Features(ml, ml.Data.LoadFromTextFile<Reading>("readings.csv")));

        static class Study
        {
            public static void Run(MLContext ml, IDataView rows)
            {
                var selected = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", labelColumnName: "Label").{|LEAK101:Fit(rows)|}.Transform(rows);
                var (train, test) = Cut(ml, selected);
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
                Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy);
            }

            private static (IDataView, IDataView) Cut(MLContext ml, IDataView rows)
            {
                var split = ml.Data.TrainTestSplit(rows, 0.3);
                return (split.TrainSet, split.TestSet);
            }

            public static IDataView Features(MLContext ml, IDataView rows) => ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(rows).Transform(rows);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_method_selects_after_the_cut() => VerifyAsync("""
        var ml = new MLContext(1);
        var (train, test) = Preparation.Cut(ml, ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy);

        static class Preparation
        {
            public static (IDataView, IDataView) Cut(MLContext ml, IDataView rows)
            {
                var split = ml.Data.TrainTestSplit(rows, 0.3);
                var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", labelColumnName: "Label")).Fit(split.TrainSet);
                return (selection.Transform(split.TrainSet), selection.Transform(split.TestSet));
            }
        }
        """);

    [Fact]
    public Task Reports_selection_before_rows_are_cut_by_position() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var selected = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features")).{|LEAK101:Fit(data)|}.Transform(data);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(ml.Data.TakeRows(selected, 800));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.SkipRows(selected, 800)));
        """);

    [Fact]
    public Task Is_silent_where_selection_saw_only_the_rows_before_the_cut() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var first = ml.Data.TakeRows(data, 800);
        var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features")).Fit(first);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(selection.Transform(first));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(selection.Transform(ml.Data.SkipRows(data, 800))));
        """);

    [Fact]
    public Task Reports_selection_on_a_sample_that_holds_test_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var sample = ml.Data.TakeRows(data, 500);
        var selection = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features")).{|LEAK101:Fit(sample)|};
        var split = ml.Data.TrainTestSplit(selection.Transform(data));
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_on_selection_that_is_looked_at_and_not_used() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var selected = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features")).Fit(data).Transform(data);
        Console.WriteLine(selected.Schema["Features"].Type);
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_on_a_calibrator_of_rows_held_out_for_it() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var parts = ml.Data.TrainTestSplit(split.TrainSet, seed: 2);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.AveragedPerceptron()).Fit(parts.TrainSet);
        var calibrator = ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(parts.TestSet));
        var metrics = ml.BinaryClassification.Evaluate(calibrator.Transform(model.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Is_silent_on_the_first_of_two_models_that_are_tested_side_by_side() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var train = features.Fit(split.TrainSet).Transform(split.TrainSet);
        var test = features.Fit(split.TrainSet).Transform(split.TestSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(train);
        var scored = model.Transform(train);
        var second = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(featureColumnName: "Score").Fit(scored);
        var metrics = ml.BinaryClassification.Evaluate(second.Transform(model.Transform(test)));
        """);
}
