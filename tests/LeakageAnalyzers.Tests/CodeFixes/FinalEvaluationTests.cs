using LeakageAnalyzers.CodeFixes.Selection;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>What becomes of the test rows where validation rows are chosen by.</summary>
public sealed class FinalEvaluationTests
{
    [Fact]
    public Task The_test_rows_reach_the_chosen_model_by_the_same_steps_and_what_it_comes_to_is_printed() => VerifyAsync<SplitValidationRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(split.TrainSet);
        var train = prepared.Transform(split.TrainSet);
        var test = prepared.Transform(split.TestSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(train);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        Console.WriteLine($"AUC {bestAccuracy}");
        ml.Model.Save(best, train.Schema, "model.zip");
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var validation = ml.Data.TrainTestSplit(split.TrainSet);
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(validation.TrainSet);
        var train = prepared.Transform(validation.TrainSet);
        var test = prepared.Transform(validation.TestSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(train);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        var testMetrics = ml.BinaryClassification.Evaluate(best.Transform(prepared.Transform(split.TestSet)));
        Console.WriteLine($"Accuracy on the test rows: {testMetrics.Accuracy:0.000}");

        Console.WriteLine($"AUC {bestAccuracy}");
        ml.Model.Save(best, train.Schema, "model.zip");
        """);

    [Fact]
    public Task Is_not_offered_where_each_candidate_is_prepared_by_steps_of_its_own() => VerifyNotOfferedAsync<SplitValidationRowsFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(split.TrainSet);
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(prepared.Transform(split.TrainSet));
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(split.TestSet)));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }
        """);

    [Fact]
    public Task An_evaluation_of_the_chosen_model_stays_and_so_does_what_the_choice_does_not_hang_on() => VerifyAsync<SplitValidationRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        using (var file = File.Create("test.tsv"))
            ml.Data.SaveAsText(split.TestSet, file);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        ml.Model.Save(best, split.TrainSet.Schema, "model.zip");
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var validation = ml.Data.TrainTestSplit(split.TrainSet);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        using (var file = File.Create("test.tsv"))
            ml.Data.SaveAsText(split.TestSet, file);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(validation.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(validation.TestSet));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        ml.Model.Save(best, split.TrainSet.Schema, "model.zip");
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task An_evaluation_of_the_chosen_model_goes_on_reading_the_test_rows_that_a_variable_held() => VerifyAsync<SplitValidationRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(split.TrainSet);
        var train = prepared.Transform(split.TrainSet);
        var test = prepared.Transform(split.TestSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(train);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        var scored = best.Transform(test);
        var final = ml.BinaryClassification.Evaluate(scored);
        Console.WriteLine(final.Accuracy);
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var validation = ml.Data.TrainTestSplit(split.TrainSet);
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(validation.TrainSet);
        var train = prepared.Transform(validation.TrainSet);
        var test = prepared.Transform(validation.TestSet);
        ITransformer best = null;
        var bestAccuracy = 0.0;
        foreach (var leaves in new[] { 4, 16 })
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(train);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
            if (metrics.Accuracy > bestAccuracy)
            {
                bestAccuracy = metrics.Accuracy;
                best = model;
            }
        }

        var scored = best.Transform(prepared.Transform(split.TestSet));
        var final = ml.BinaryClassification.Evaluate(scored);
        Console.WriteLine(final.Accuracy);
        """);

    [Fact]
    public Task A_query_may_choose() => VerifyAsync<SplitValidationRowsFix>(
        """
        class Study
        {
            static void Main() => Console.WriteLine(Accuracy(new MLContext(seed: 1)));

            static double Accuracy(MLContext ml)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
                var best = new[] { 4, 8 }
                    .Select(leaves => features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet))
                    .OrderByDescending(model => ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy) // best first
                    .First();
                return ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy;
            }
        }
        """,
        """
        class Study
        {
            static void Main() => Console.WriteLine(Accuracy(new MLContext(seed: 1)));

            static double Accuracy(MLContext ml)
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var validation = ml.Data.TrainTestSplit(split.TrainSet);
                var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
                var best = new[] { 4, 8 }
                    .Select(leaves => features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(validation.TrainSet))
                    .OrderByDescending(model => ml.BinaryClassification.Evaluate(model.Transform(validation.TestSet)).Accuracy) // best first
                    .First();
                return ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy;
            }
        }
        """);

    [Fact]
    public Task The_chosen_model_is_evaluated_like_the_candidates() => VerifyAsync<SplitValidationRowsFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        ITransformer best = null;
        var least = double.MaxValue;
        foreach (var trees in new[] { 5, 50 })
        {
            var model = ml.Transforms.Concatenate("Features", "Age")
                .Append(ml.Regression.Trainers.FastTree("Pressure", numberOfTrees: trees))
                .Append(ml.Transforms.CopyColumns("Predicted", "Score")).Fit(split.TrainSet);
            var error = ml.Regression.Evaluate(model.Transform(split.TestSet), "Pressure", scoreColumnName: "Predicted").RootMeanSquaredError;
            if (error < least) { best = model; least = error; }
        }

        Console.WriteLine(least);
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var validation = ml.Data.TrainTestSplit(split.TrainSet);
        ITransformer best = null;
        var least = double.MaxValue;
        foreach (var trees in new[] { 5, 50 })
        {
            var model = ml.Transforms.Concatenate("Features", "Age")
                .Append(ml.Regression.Trainers.FastTree("Pressure", numberOfTrees: trees))
                .Append(ml.Transforms.CopyColumns("Predicted", "Score")).Fit(validation.TrainSet);
            var error = ml.Regression.Evaluate(model.Transform(validation.TestSet), "Pressure", scoreColumnName: "Predicted").RootMeanSquaredError;
            if (error < least) { best = model; least = error; }
        }

        var testMetrics = ml.Regression.Evaluate(best.Transform(split.TestSet), "Pressure", scoreColumnName: "Predicted");
        Console.WriteLine($"RootMeanSquaredError on the test rows: {testMetrics.RootMeanSquaredError:0.000}");

        Console.WriteLine(least);
        """);
}
