using LeakageAnalyzers.Tests.Verification;
using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Vocabulary built before the split.</summary>
public sealed class LEAK103Tests
{
    [Fact]
    public Task Reports_categories_collected_before_the_split() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var encoded = ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward")).{|LEAK103:Fit(data)|}.Transform(data);
        var split = ml.Data.TrainTestSplit(encoded);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_where_categories_are_collected_by_the_trained_pipeline() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var encoding = ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));
        var split = ml.Data.TrainTestSplit(data);
        var model = encoding.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_on_categories_that_are_hashed() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var encoded = ml.Transforms.Categorical.OneHotHashEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward")).Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(encoded);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_words_counted_before_cross_validation() => VerifyAsync("""
        var ml = new MLContext();
        var notes = ml.Data.LoadFromTextFile<Note>("notes.csv", hasHeader: true);
        var words = ml.Transforms.Text.FeaturizeText("Features", nameof(Note.Text)).{|LEAK103:Fit(notes)|}.Transform(notes);
        var results = ml.BinaryClassification.CrossValidate(words, ml.BinaryClassification.Trainers.SdcaLogisticRegression());

        class Note { [LoadColumn(0)] public string Text { get; set; } = ""; [LoadColumn(1)] public bool Label { get; set; } }
        """);

    [Fact]
    public Task Is_silent_where_words_are_counted_in_each_fold() => VerifyAsync("""
        var ml = new MLContext();
        var notes = ml.Data.LoadFromTextFile<Note>("notes.csv", hasHeader: true);
        var words = ml.Transforms.Text.FeaturizeText("Features", nameof(Note.Text));
        var results = ml.BinaryClassification.CrossValidate(notes, words.Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression()));

        class Note { [LoadColumn(0)] public string Text { get; set; } = ""; [LoadColumn(1)] public bool Label { get; set; } }
        """);

    [Fact]
    public Task Is_silent_on_hashed_words() => VerifyAsync("""
        var ml = new MLContext();
        var notes = ml.Data.LoadFromTextFile<Note>("notes.csv", hasHeader: true);
        var words = ml.Transforms.Text.ProduceHashedWordBags("Features", nameof(Note.Text)).Fit(notes).Transform(notes);
        var results = ml.BinaryClassification.CrossValidate(words, ml.BinaryClassification.Trainers.SdcaLogisticRegression());

        class Note { [LoadColumn(0)] public string Text { get; set; } = ""; [LoadColumn(1)] public bool Label { get; set; } }
        """);

    [Fact]
    public Task Reports_a_key_map_of_an_input() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var keys = ml.Transforms.Conversion.MapValueToKey("WardKey", "Ward").{|LEAK103:Fit(data)|};
        var split = ml.Data.TrainTestSplit(data);
        var pipeline = ml.Transforms.Conversion.MapKeyToVector("WardVector", "WardKey").Append(ml.Transforms.Concatenate("Features", "Age", "WardVector")).Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(keys.Transform(split.TrainSet));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(keys.Transform(split.TestSet)));
        """);

    [Fact]
    public Task Is_silent_on_a_key_map_of_the_label() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var keys = ml.Transforms.Conversion.MapValueToKey("Label", "Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Pressure"));
        var split = ml.Data.TrainTestSplit(keys.Fit(data).Transform(data));
        var model = ml.MulticlassClassification.Trainers.SdcaMaximumEntropy().Fit(split.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_silent_on_a_key_map_of_a_label_of_another_name() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var keyed = ml.Transforms.Conversion.MapValueToKey("WardKey", "Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Pressure")).Fit(data).Transform(data);
        var results = ml.MulticlassClassification.CrossValidate(keyed, ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("WardKey"), labelColumnName: "WardKey");
        """);

    [Fact]
    public Task Is_silent_on_a_key_map_of_the_label_that_nobody_reads_and_not_on_one_of_an_input() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var keyed = ml.Transforms.Conversion.MapValueToKey("Key", "§").{|LEAK103:Fit(data)|}.Transform(data);
        var split = ml.Data.TrainTestSplit(keyed);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        leaking: "Ward",
        honest: "Label");

    [Fact]
    public Task Reports_a_dictionary_of_inputs_beside_the_key_map_of_the_label() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Issue>("issues.tsv");
        var prepared = ml.Transforms.Conversion.MapValueToKey("Label", "Area")
            .Append(ml.Transforms.Text.FeaturizeText("Features", "Title"))
            .{|LEAK103:Fit(data)|}.Transform(data);
        var split = ml.Data.TrainTestSplit(prepared, 0.2);
        var model = ml.MulticlassClassification.Trainers.SdcaMaximumEntropy().Fit(split.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));

        class Issue { [LoadColumn(0)] public string Area; [LoadColumn(1)] public string Title; }
        """);

    [Fact]
    public Task Is_silent_where_the_categories_are_given() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var wards = ml.Data.LoadFromEnumerable(new[] { new Reading { Ward = "North" }, new Reading { Ward = "South" } });
        var encoded = ml.Transforms.Conversion.MapValueToKey("Ward", keyData: wards).Append(ml.Transforms.Conversion.MapKeyToVector("Ward")).Append(ml.Transforms.Concatenate("Features", "Age", "Ward")).Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(encoded);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_several_columns_encoded_at_once() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var columns = new[] { new InputOutputColumnPair("WardCode", "Ward"), new InputOutputColumnPair("AgeCode", "Age") };
        ITransformer encoder = ml.Transforms.Categorical.OneHotEncoding(columns).{|LEAK103:Fit(data)|};
        data = encoder.Transform(data);
        var folds = ml.Data.CrossValidationSplit(data);
        for (var i = 0; i < folds.Count; i++)
        {
            var model = ml.Transforms.Concatenate("Features", "WardCode", "AgeCode").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(folds[i].TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(folds[i].TestSet)).F1Score);
        }
        """);

    [Fact]
    public Task Is_silent_on_categories_collected_for_the_final_model() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward")).Append(ml.BinaryClassification.Trainers.FastTree());
        var results = ml.BinaryClassification.CrossValidate(data, pipeline);
        var encoded = ml.Transforms.Categorical.OneHotEncoding("Ward").Fit(data).Transform(data);
        ml.Model.Save(pipeline.Fit(data), data.Schema, "model.zip");
        """);

    [Fact]
    public Task Reports_the_dictionary_of_a_field() => VerifyAsync("""
        new Study(new MLContext(3)).Run();

        class Study(MLContext ml)
        {
            public void Run()
            {
                var all = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var dictionary = Encoding().{|LEAK103:Fit(all)|};
                var split = ml.Data.TrainTestSplit(dictionary.Transform(all), testFraction: 0.3);
                var model = ml.BinaryClassification.Trainers.FastForest().Fit(split.TrainSet);
                Show(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet)));
            }

            private IEstimator<ITransformer> Encoding() => ml.Transforms.Categorical.OneHotEncoding("Ward").Append(ml.Transforms.Concatenate("Features", "Age", "Ward"));

            private static void Show(BinaryClassificationMetrics metrics) => Console.WriteLine(metrics.Accuracy);
        }
        """);

    [Fact]
    public Task Reports_word_bags_that_are_counted_without_document_frequencies() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var bags = ml.Transforms.Text.ProduceWordBags("Features", "Ward", weighting: Microsoft.ML.Transforms.Text.NgramExtractingEstimator.WeightingCriteria.Tf).{|LEAK103:Fit(data)|}.Transform(data);
        var results = ml.BinaryClassification.CrossValidate(bags, ml.BinaryClassification.Trainers.FastTree());
        """);

    [Fact]
    public Task Leaves_document_frequencies_to_LEAK102() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var bags = ml.Transforms.Text.ProduceWordBags("Features", "Ward", weighting: Microsoft.ML.Transforms.Text.NgramExtractingEstimator.WeightingCriteria.TfIdf).{|LEAK102:Fit(data)|}.Transform(data);
        var results = ml.BinaryClassification.CrossValidate(bags, ml.BinaryClassification.Trainers.FastTree());
        """);

    [Fact]
    public Task Reports_words_counted_before_rows_are_cut_by_position() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var shuffled = ml.Data.ShuffleRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var words = ml.Transforms.Text.FeaturizeText("Features", "Ward").{|LEAK103:Fit(shuffled)|}.Transform(shuffled);
        var (train, test) = (ml.Data.SkipRows(words, 100), ml.Data.TakeRows(words, 100));
        var metrics = ml.BinaryClassification.Evaluate(ml.BinaryClassification.Trainers.FastTree().Fit(train).Transform(test));
        """);

    [Theory]
    [InlineData("ml.Ranking.Trainers.FastTree(rowGroupColumnName: \"Query\")")]
    [InlineData("ml.Ranking.Trainers.FastTree(new FastTreeRankingTrainer.Options { RowGroupColumnName = \"Query\", NumberOfTrees = 4 })")]
    public Task Is_silent_on_the_query_that_a_ranker_is_told_of_and_not_on_what_else_is_numbered(string trainer) => Twins.VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Result>("results.csv");
        var keyed = ml.Transforms.Conversion.MapValueToKey("Query", "GroupId")§.{|LEAK103:Fit(rows)|}.Transform(rows);
        var split = ml.Data.TrainTestSplit(keyed, samplingKeyColumnName: "GroupId");
        var model = {{trainer}}.Fit(split.TrainSet);
        Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet), rowGroupColumnName: "Query").NormalizedDiscountedCumulativeGains[0]);

        class Result { [LoadColumn(0)] public string GroupId; [LoadColumn(1)] public string Site; [LoadColumn(2)] public float Label; [LoadColumn(3, 10), VectorType(8)] public float[] Features; }
        """,
        leaking: ".Append(ml.Transforms.Conversion.MapValueToKey(\"SiteKey\", \"Site\"))",
        honest: "");
}
