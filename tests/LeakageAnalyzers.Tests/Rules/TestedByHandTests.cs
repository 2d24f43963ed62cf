using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows that choose are validation rows where a model scores others, which it has not learned from, and the program judges or hands on the predictions by itself.</summary>
public sealed class TestedByHandTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var inner = ml.Data.TrainTestSplit(split.TrainSet, seed: 9);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    private const string End = """


        class Scored
        {
            public bool Label { get; set; }
            public bool PredictedLabel { get; set; }
            public float Probability { get; set; }
        }
        """;

    private const string Choice = Start + """
        ITransformer? winner = null;
        var best = 0.0;
        foreach (var trees in new[] { 10, 50 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet);
            var area = ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(inner.TestSet))|}.AreaUnderRocCurve;
            if (area > best)
            {
                (best, winner) = (area, model);
            }
        }

        §
        """ + End;

    [Theory]
    [InlineData("var hits = ml.Data.CreateEnumerable<Scored>(winner!.Transform(split.TestSet), false).Count(row => row.Label == row.PredictedLabel);")]
    [InlineData("foreach (var probability in winner!.Transform(ml.Data.LoadFromTextFile<Reading>(\"test.csv\")).GetColumn<float>(\"Probability\")) { Console.WriteLine(probability); }")]
    public Task Reports_the_choice_and_not_where_the_winner_is_judged_by_hand(string judged) => Twins.VerifyAsync(Choice, "ml.Model.Save(winner, data.Schema, \"model.zip\");", judged);

    [Theory]
    [InlineData("var fitted = ml.Data.CreateEnumerable<Scored>(winner!.Transform(inner.TrainSet), false).Count();")]
    [InlineData("var hits = ml.Data.CreateEnumerable<Scored>(winner!.Transform(inner.TestSet), false).Count(row => row.Label == row.PredictedLabel);")]
    [InlineData("var one = ml.Data.CreateEnumerable<Scored>(winner!.Transform(ml.Data.LoadFromEnumerable(new[] { new Reading { Age = 60 } })), false).Single();")]
    [InlineData("var calibrated = ml.BinaryClassification.Calibrators.Platt(scoreColumnName: \"Probability\").Fit(winner!.Transform(split.TestSet));")]
    public Task Reports_the_choice_where_other_rows_that_are_scored_test_nothing(string scored) => AnalyzerVerifier.VerifyOnlyAsync("LEAK302", Choice.Replace("§", scored, StringComparison.Ordinal));

    [Fact]
    public Task Reports_the_features_that_test_rows_choose_and_not_where_others_judge() => Twins.VerifyAsync(
        Start + """
        var first = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(inner.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(first.Transform(inner.TestSet), "Pressure").RSquared);
        var importance = ml.Regression.PermutationFeatureImportance(first, inner.TestSet, "Pressure");
        var kept = importance.Where(one => one.Value.RSquared.Mean < 0).Select(one => one.Key).ToArray();
        var last = ml.Transforms.Concatenate("Features", {|LEAK301:kept|}).Append(ml.Regression.Trainers.FastForest("Pressure")).Fit(split.TrainSet);
        §
        """ + End,
        "ml.Model.Save(last, data.Schema, \"model.zip\");",
        "foreach (var score in last.Transform(split.TestSet).GetColumn<float>(\"Score\")) { Console.WriteLine(score); }");

    [Theory]
    [InlineData("validation")]
    [InlineData("valid")]
    public Task Reports_rows_that_stop_the_training_and_not_where_their_name_says_so(string name) => Twins.VerifyAsync(
        Start + """
        var (train, §) = (split.TrainSet, split.TestSet);
        var prepared = features.Fit(train);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(prepared.Transform(train), prepared.{|LEAK301:Transform(§)|});
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(prepared.Transform(§))).LogLoss);
        """,
        "held",
        name);

    [Theory]
    [InlineData("ml.Model.Save(last, data.Schema, \"model.zip\");", false)]
    [InlineData("var hits = ml.Data.CreateEnumerable<Scored>(last.Transform(split.TestSet), false).Count(row => row.Label == row.PredictedLabel);", true)]
    public Task Reports_the_best_mean_over_folds_and_not_where_the_last_model_is_judged_by_hand(string judged, bool isJudged) => AnalyzerVerifier.VerifyOnlyAsync("LEAK304", Start + $$"""
        var (best, few) = (0.0, 0);
        foreach (var trees in new[] { 10, 50 })
        {
            var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)));
            var mean = folds.Average(fold => fold.Metrics.AreaUnderRocCurve);
            if ({{(isJudged ? "mean > best" : "{|LEAK304:mean > best|}")}})
            {
                (best, few) = (mean, trees);
            }
        }

        Console.WriteLine(best);
        var last = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: few)).Fit(split.TrainSet);
        {{judged}}
        """ + End);

    [Theory]
    [InlineData("{|LEAK303:Evaluate(boost.Transform(inner.TestSet))|}", "")]
    [InlineData("Evaluate(boost.Transform(inner.TestSet))", "var hits = ml.Data.CreateEnumerable<Scored>(boost.Transform(split.TestSet), false).Count(row => row.Label == row.PredictedLabel);")]
    public Task Reports_several_models_on_rows_and_not_where_others_judge(string second, string judged) => AnalyzerVerifier.VerifyOnlyAsync("LEAK303", Start + $$"""
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        var boost = features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(inner.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(tree.Transform(inner.TestSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.{{second}}.Accuracy);
        {{judged}}
        """ + End);

    [Theory]
    [InlineData("Sdca(\"Age\", l2Regularization: target.Length)", "{|LEAK303:Evaluate(model.Transform(split.TestSet), \"Age\")|}")]
    [InlineData("Sdca(target)", "Evaluate(model.Transform(split.TestSet), target)")]
    public Task Reports_a_loop_over_settings_and_not_over_the_columns_that_are_predicted(string trainer, string evaluated) => AnalyzerVerifier.VerifyOnlyAsync("LEAK303", Start + $$"""
        foreach (var target in new[] { "Age", "Pressure" })
        {
            var model = features.Append(ml.Regression.Trainers.{{trainer}}).Fit(split.TrainSet);
            Console.WriteLine(ml.Regression.{{evaluated}}.RSquared);
        }
        """);
}
