using LeakageAnalyzers.CodeFixes.Selection;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

public sealed class SplitValidationRowsFixTests
{
    [Fact]
    public Task Chooses_by_validation_rows_and_tests_the_chosen_model_once() => VerifyAsync<SplitValidationRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.Accuracy > bestAccuracy)
            {
                // The best so far.
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        ml.Model.Save(best, null, "model.zip");
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var validation = ml.Data.TrainTestSplit(split.TrainSet);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(validation.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(validation.TestSet));
            if (metrics.Accuracy > bestAccuracy)
            {
                // The best so far.
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        var testMetrics = ml.BinaryClassification.Evaluate(best.Transform(split.TestSet));

        ml.Model.Save(best, null, "model.zip");
        """);

    [Fact]
    public Task Chooses_between_two_and_keeps_patients_together() => VerifyAsync<SplitValidationRowsFix>(
        """
        class Study
        {
            static void Main() => new Study().Run(new MLContext(seed: 1));

            void Run(MLContext ml)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"), samplingKeyColumnName: "PatientId");
                var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
                var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet);
                var a = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet));
                var b = ml.BinaryClassification.Evaluate(gam.Transform(split.TestSet));
                ITransformer best = a.F1Score > b.F1Score ? tree : gam;
                ml.Model.Save(best, null, "model.zip");
            }
        }
        """,
        """
        class Study
        {
            static void Main() => new Study().Run(new MLContext(seed: 1));

            void Run(MLContext ml)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"), samplingKeyColumnName: "PatientId");
                var validation = ml.Data.TrainTestSplit(split.TrainSet, samplingKeyColumnName: "PatientId", seed: 2);
                var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
                var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(validation.TrainSet);
                var gam = features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(validation.TrainSet);
                var a = ml.BinaryClassification.Evaluate(tree.Transform(validation.TestSet));
                var b = ml.BinaryClassification.Evaluate(gam.Transform(validation.TestSet));
                ITransformer best = a.F1Score > b.F1Score ? tree : gam;
                var testMetrics = ml.BinaryClassification.Evaluate(best.Transform(split.TestSet));
                ml.Model.Save(best, null, "model.zip");
            }
        }
        """);

    [Fact]
    public Task Keeps_patients_together_where_the_outer_split_does_not_yet() => VerifyAsync<SplitValidationRowsFix>(
        """
        #nullable enable
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        ITransformer? best = null;
        var most = 0.0;
        for (var leaves = 2; leaves < 20; leaves++)
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.Accuracy > most)
            {
                (best, most) = (model, metrics.Accuracy);
            }
        }
        """,
        """
        #nullable enable
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"));
        var validation = ml.Data.TrainTestSplit(split.TrainSet, samplingKeyColumnName: nameof(Visit.PatientId), seed: 3);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        ITransformer? best = null;
        var most = 0.0;
        for (var leaves = 2; leaves < 20; leaves++)
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(validation.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(validation.TestSet));
            if (metrics.Accuracy > most)
            {
                (best, most) = (model, metrics.Accuracy);
            }
        }

        var testMetrics = ml.BinaryClassification.Evaluate(best!.Transform(split.TestSet));
        """,
        "LEAK202");

    [Fact]
    public Task Tests_the_chosen_model_before_it_is_returned() => VerifyAsync<SplitValidationRowsFix>(
        """
        #nullable enable
        static class Study
        {
            static void Main() => Console.WriteLine(Best(new MLContext(seed: 1), new List<Visit>()));

            static ITransformer Best(MLContext ml, List<Visit> visits)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(visits), testFraction: 0.3, samplingKeyColumnName: nameof(Visit.PatientId));
                var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
                var linear = features.Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()).Fit(split.TrainSet);
                var lbfgs = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
                var first = ml.BinaryClassification.Evaluate(linear.Transform(split.TestSet));
                var second = ml.BinaryClassification.Evaluate(lbfgs.Transform(split.TestSet));
                ITransformer chosen = first.F1Score > second.F1Score ? linear : lbfgs; // the better one
                return chosen;
            }
        }
        """,
        """
        #nullable enable
        static class Study
        {
            static void Main() => Console.WriteLine(Best(new MLContext(seed: 1), new List<Visit>()));

            static ITransformer Best(MLContext ml, List<Visit> visits)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(visits), testFraction: 0.3, samplingKeyColumnName: nameof(Visit.PatientId));
                var validation = ml.Data.TrainTestSplit(split.TrainSet, samplingKeyColumnName: nameof(Visit.PatientId), seed: 2);
                var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
                var linear = features.Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()).Fit(validation.TrainSet);
                var lbfgs = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(validation.TrainSet);
                var first = ml.BinaryClassification.Evaluate(linear.Transform(validation.TestSet));
                var second = ml.BinaryClassification.Evaluate(lbfgs.Transform(validation.TestSet));
                ITransformer chosen = first.F1Score > second.F1Score ? linear : lbfgs; // the better one
                var testMetrics = ml.BinaryClassification.Evaluate(chosen.Transform(split.TestSet));
                return chosen;
            }
        }
        """);

    [Fact]
    public Task Validates_training_by_rows_that_are_split_off_the_train_rows() => VerifyAsync<SplitValidationRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv")); // a tenth is kept
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(prepared.Transform(split.TrainSet), prepared.Transform(split.TestSet));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(split.TestSet)));
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv")); // a tenth is kept
        var validation = ml.Data.TrainTestSplit(split.TrainSet);
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(validation.TrainSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(prepared.Transform(validation.TrainSet), prepared.Transform(validation.TestSet));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(split.TestSet)));
        """);

    [Theory]
    [InlineData("var options = new ImageClassificationTrainer.Options { FeatureColumnName = \"Image\", ValidationSet = §, LabelColumnName = \"Label\" };", "options")]
    [InlineData("var epochs = 5;", "new ImageClassificationTrainer.Options { FeatureColumnName = \"Image\", ValidationSet = §, Epoch = epochs }")]
    [InlineData("var image = \"Image\";", "featureColumnName: image, validationSet: §")]
    public Task Gives_validation_rows_to_a_trainer_whose_options_or_arguments_held_the_test_rows(string before, string given) => VerifyAsync<SplitValidationRowsFix>(
        $$"""
        using Microsoft.ML.Vision;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var trainRows = split.TrainSet;
        var testRows = split.TestSet;

        // Stops early.
        {{With(before, "testRows")}}
        var model = ml.MulticlassClassification.Trainers.ImageClassification({{With(given, "testRows")}}).Fit(trainRows);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(testRows));
        """,
        $$"""
        using Microsoft.ML.Vision;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var validation = ml.Data.TrainTestSplit(split.TrainSet);
        var trainRows = validation.TrainSet;
        var testRows = split.TestSet;

        // Stops early.
        {{With(before, "validation.TestSet")}}
        var model = ml.MulticlassClassification.Trainers.ImageClassification({{With(given, "validation.TestSet")}}).Fit(trainRows);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(testRows));
        """);

    private static string With(string code, string rows) => code.Replace("§", rows, StringComparison.Ordinal);

    [Fact]
    public Task Is_not_offered_where_options_that_others_fill_hold_the_test_rows() => VerifyNotOfferedAsync<SplitValidationRowsFix>("""
        using Microsoft.ML.Vision;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var options = new ImageClassificationTrainer.Options { FeatureColumnName = "Image" };
        options.ValidationSet = split.TestSet;
        var model = ml.MulticlassClassification.Trainers.ImageClassification(options).Fit(split.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_not_offered_where_no_variable_holds_the_chosen_model() => VerifyNotOfferedAsync<SplitValidationRowsFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var best = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
            best = Math.Max(best, ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Is_not_offered_where_the_split_is_handed_on() => VerifyNotOfferedAsync<SplitValidationRowsFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var parts = split;
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(prepared.Transform(split.TrainSet), prepared.Transform(split.TestSet));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(split.TestSet)));
        """);
}
