using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>What a remark on an evaluation asks for can be done, and is not done already.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("BinaryClassification.Trainers.FastTree()", "BinaryClassification", "Evaluate", "Accuracy", "Report discrimination (area under the ROC curve), errors of both kinds (recall, precision) and calibration (log-loss) beside it")]
    [InlineData("BinaryClassification.Trainers.FastTree()", "BinaryClassification", "Evaluate", "AreaUnderRocCurve", "Report errors of both kinds (recall, precision) and calibration (log-loss) beside it")]
    [InlineData("BinaryClassification.Trainers.FastForest()", "BinaryClassification", "EvaluateNonCalibrated", "PositiveRecall", "Report discrimination (area under the ROC curve) beside it")]
    [InlineData("MulticlassClassification.Trainers.SdcaMaximumEntropy(\"Ward\")", "MulticlassClassification", "Evaluate", "MacroAccuracy", "Report calibration (log-loss) and the share of rows that are right (micro-accuracy) beside it")]
    [InlineData("MulticlassClassification.Trainers.SdcaNonCalibrated(\"Ward\")", "MulticlassClassification", "Evaluate", "MicroAccuracy", "Report the accuracy of each class (macro-accuracy, confusion matrix) beside it")]
    [InlineData("Regression.Trainers.FastForest(\"Pressure\")", "Regression", "Evaluate", "RSquared", "Report an error in the unit of the label (mean absolute error) beside it")]
    [InlineData("Regression.Trainers.FastForest(\"Pressure\")", "Regression", "Evaluate", "RootMeanSquaredError", "Report the share of the variance that is explained (R²) beside it")]
    public async Task One_metric_is_not_asked_for_again(string trainer, string catalog, string evaluate, string metric, string advice) => await VerifyAsync("LEAK507", advice, $$"""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.{{trainer}}).Fit(split.TrainSet);
        Console.WriteLine(ml.{{catalog}}.{{evaluate}}(model.Transform(split.TestSet)).{{metric}});
        """);

    [Theory]
    [InlineData("BinaryClassification.Trainers.FastTree()", "BinaryClassification", "Accuracy", "Evaluate the Prior trainer on the same rows, or call Baselines.Evaluate of LeakageAnalyzers.Runtime.")]
    [InlineData("MulticlassClassification.Trainers.SdcaMaximumEntropy(\"Ward\")", "MulticlassClassification", "MicroAccuracy", "Say what the most frequent class of the train rows scores, or call Baselines.Evaluate of LeakageAnalyzers.Runtime.")]
    [InlineData("Regression.Trainers.FastForest(\"Pressure\")", "Regression", "MeanAbsoluteError", "Say what the mean of the label in the train rows scores, or call Baselines.Evaluate of LeakageAnalyzers.Runtime.")]
    public async Task A_baseline_is_no_second_model_to_choose_from(string trainer, string catalog, string metric, string advice)
    {
        await VerifyAsync("LEAK504", advice, $$"""
            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.{{trainer}}).Fit(split.TrainSet);
            Console.WriteLine(ml.{{catalog}}.Evaluate(model.Transform(split.TestSet)).{{metric}});
            """);
        await VerifyAsync("LEAK504", catalog[0] == 'B' ? "Cross-validate the Prior trainer on the same rows." : "scores in each fold.", $$"""
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            var folds = ml.{{catalog}}.CrossValidate(data, ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.{{trainer}}));
            Console.WriteLine(folds.Average(fold => fold.Metrics.{{metric}}));
            """);
    }

    [Theory]
    [InlineData("", "testFraction: 0.2f", "BinaryClassification", "Accuracy", "About 6 rows are tested here: a model that is right in 80 % of cases may show anything from 41 % to 96 % on them.")]
    [InlineData("", "testFraction: 0.2", "Regression", "RSquared", "About 6 rows are tested here: an error may show anything from 45 % to 155 % of what it is on them.")]
    [InlineData("4", "testFraction: 0.5", "BinaryClassification", "Accuracy", "At most 4 rows are tested here: a model that is right in 80 % of cases may show anything from 34 % to 97 % on them.")]
    public async Task Rows_that_chance_draws_are_counted_about(string taken, string fraction, string catalog, string metric, string text) => await VerifyAsync("LEAK505", text, $$"""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 30), {{fraction}});
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.{{catalog}}.Trainers.FastForest({{(catalog[0] == 'R' ? "\"Pressure\"" : "")}})).Fit(split.TrainSet);
        var test = {{(taken.Length > 0 ? $"ml.Data.TakeRows(split.TestSet, {taken})" : "split.TestSet")}};
        Console.WriteLine(ml.{{catalog}}.Evaluate{{(catalog[0] == 'R' ? "" : "NonCalibrated")}}(model.Transform(test)).{{metric}});
        """);

    [Theory]
    [InlineData("new MLContext()", "data", "rests on this one random split, the same in every run though no seed is given;")]
    [InlineData("new MLContext()", "ml.Data.ShuffleRows(data)", "rests on this one random split;")]
    [InlineData("new MLContext(seed: 1)", "data", "rests on this one random split;")]
    public async Task A_split_of_shuffled_rows_is_another_in_each_run(string context, string rows, string text) => await VerifyAsync("LEAK506", text, $$"""
        var ml = {{context}};
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit({{rows}});
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public async Task A_score_that_is_returned_is_not_said_to_be_reported_where_it_is_made() => await VerifyAsync("LEAK502", "is reported (returned to the caller) as if it were exact", """
        public class Study
        {
            public double Run(MLContext ml, DataOperationsCatalog.TrainTestData split)
            {
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
            }
        }
        """);

    [Theory]
    [InlineData("var tested = ml.BinaryClassification.CrossValidate(scaled, trainer);", "Cross-validate the raw rows, with the step at the front of the pipeline that is trained.")]
    [InlineData("var split = ml.Data.TrainTestSplit(scaled); var tested = ml.BinaryClassification.Evaluate(trainer.Fit(split.TrainSet).Transform(split.TestSet));", "Split the raw rows first and put the step at the front of the pipeline that is trained.")]
    public async Task Preparation_is_put_where_the_rows_are_tested(string tests, string advice) => await VerifyAsync("LEAK102", advice, $$"""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var scaled = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features")).Fit(data).Transform(data);
        var trainer = ml.BinaryClassification.Trainers.FastTree();
        {{tests}}
        """);

    [Theory]
    [InlineData("string", "Name 'PatientId' as its sampling key.")]
    [InlineData("int", "Name 'PatientId' as its sampling key.")]
    [InlineData("float", "Split by whole groups of 'PatientId', as GroupTrainTestSplit of LeakageAnalyzers.Runtime does: as sampling key a column of its type would be cut by value.")]
    public async Task A_sampling_key_is_one_that_ml_net_does_not_cut_by_its_value(string type, string advice) => await VerifyAsync("LEAK202", advice, $$"""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Examination>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits);

        class Examination { [LoadColumn(0)] public {{type}} PatientId { get; set; } [LoadColumn(1)] public float Age { get; set; } }
        """);

    [Theory]
    [InlineData("Page.Write($\"{metrics.Accuracy:P1}\");", "is reported (line 6) as if it were exact")]
    [InlineData("Page.Table(metrics);", "is reported (line 6) as if it were exact")]
    [InlineData("Console.WriteLine(metrics.Accuracy);", "is reported (line 6) as if it were exact")]
    public async Task A_score_is_reported_where_it_is_handed_to_who_prints_it(string printed, string text) => await VerifyAsync("LEAK502", text, $$"""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

        {{printed}}

        static class Page
        {
            public static void Table(BinaryClassificationMetrics metrics)
            {
                Write($"accuracy {metrics.Accuracy}");
                Write($"area {metrics.AreaUnderRocCurve}");
            }

            public static void Write(string line) => Console.WriteLine("| " + line);
        }
        """);

    [Fact]
    public async Task A_score_is_not_reported_where_something_else_was_called_before() => await VerifyAsync("LEAK502", "is reported (line 6) as if it were exact", """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var accuracies = new List<double> { ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy };
        var page = new Page();
        accuracies.ForEach(accuracy => page.Write($"{accuracy:P1}"));

        class Page { public Page() { } public void Write(string line) => Console.WriteLine("| " + line); }
        """);

    [Fact]
    public async Task A_story_ends_with_the_test()
    {
        var findings = await Analysis.OfAsync("""
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features")).Fit(data);
            var scaled = scaling.Transform(data);
            var tested = ml.BinaryClassification.CrossValidate(scaled, ml.BinaryClassification.Trainers.FastTree());
            var sample = scaling.Transform(ml.Data.LoadFromTextFile<Reading>("sample.csv"));
            """);

        Assert.Equal(["Loaded", "Fitted", "Transformed", "CrossValidated"], RolesIn(Assert.Single(findings, finding => finding.Id == "LEAK102")));
    }

    [Fact]
    public async Task Rows_that_a_search_is_given_are_no_test()
    {
        var findings = await Analysis.OfAsync("""
            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var trainer = ml.BinaryClassification.Trainers.LightGbm();
            var features = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(split.TrainSet);
            var model = trainer.Fit(features.Transform(split.TrainSet), features.Transform(split.TestSet));
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(features.Transform(split.TestSet))).Accuracy);
            """);

        Assert.DoesNotContain("Tested", RolesIn(Assert.Single(findings, finding => finding.Id == "LEAK301")).SkipLast(1));
    }

    [Fact]
    public async Task A_random_split_of_time_tells_where_the_rows_were_sorted()
    {
        var findings = await Analysis.OfAsync("""
            var ml = new MLContext(seed: 1);
            var days = File.ReadLines("days.csv").Select(line => new Day { Date = DateTime.Parse(line) }).OrderBy(day => day.Date).ToList();
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(days));

            class Day { public DateTime Date { get; set; } public float Demand { get; set; } }
            """);

        Assert.Equal(["Sorted", "Loaded", "Split"], RolesIn(Assert.Single(findings, finding => finding.Id == "LEAK204")));
    }

    private static IEnumerable<string> RolesIn(Microsoft.CodeAnalysis.Diagnostic finding) => finding.Properties[DiagnosticProperties.Story]!.Split(',').Select(step => step.Split(':')[1]);

    private static async Task VerifyAsync(string rule, string text, string program)
    {
        var findings = await Analysis.OfAsync(program);
        Assert.Contains(text, Assert.Single(findings, finding => finding.Id == rule).GetMessage(), StringComparison.Ordinal);
    }
}
