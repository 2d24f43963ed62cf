using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows of one group can land in both partitions.</summary>
public sealed class LEAK202Tests
{
    [Fact]
    public Task Reports_a_row_wise_split_of_visits() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(visits, testFraction: 0.2)|};
        """);

    [Fact]
    public Task Is_silent_where_the_patient_is_the_sampling_key() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, testFraction: 0.2, samplingKeyColumnName: nameof(Visit.PatientId));
        """);

    [Fact]
    public Task Is_silent_on_rows_without_a_group() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(readings, testFraction: 0.2);
        """);

    [Fact]
    public Task Reports_a_split_by_another_column() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(visits, testFraction: 0.2, samplingKeyColumnName: nameof(Visit.Age))|};
        """);

    [Fact]
    public Task Is_silent_where_the_key_is_computed_from_the_patient() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var keyed = ml.Transforms.CopyColumns("Key", "PatientId").Append(ml.Transforms.Conversion.Hash("Key")).Fit(visits).Transform(visits);
        var split = ml.Data.TrainTestSplit(keyed, samplingKeyColumnName: "Key");
        """);

    [Fact]
    public Task Reports_row_wise_cross_validation_of_objects() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var scans = new List<Scan>();
        var data = ml.Data.LoadFromEnumerable(scans);
        var results = ml.Regression.{|LEAK202:CrossValidate(data, ml.Regression.Trainers.LightGbm())|};

        class Scan { public string Person { get; set; } = ""; [ColumnName("subject#")] public int Subject; public float Label; [VectorType(3)] public float[] Features = []; }
        """);

    [Fact]
    public Task Reports_a_split_into_folds_of_loader_columns() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var loader = ml.Data.CreateTextLoader(new[]
        {
            new TextLoader.Column("patient_id", DataKind.String, 0),
            new TextLoader.Column("Features", DataKind.Single, 1, 9),
        });
        var folds = ml.Data.{|LEAK202:CrossValidationSplit(loader.Load("scans.csv"), numberOfFolds: 5)|};
        """);

    [Fact]
    public Task Is_silent_on_the_keys_of_a_recommender() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var ratings = ml.Data.LoadFromTextFile<Rating>("ratings.csv");
        var split = ml.Data.TrainTestSplit(ratings, 0.1);
        var pipeline = ml.Transforms.Conversion.MapValueToKey("User", "UserId")
            .Append(ml.Transforms.Conversion.MapValueToKey("Item", "ItemId"))
            .Append(ml.Recommendation().Trainers.MatrixFactorization("Score", "User", "Item"));
        var model = pipeline.Fit(split.TrainSet);

        class Rating { [LoadColumn(0)] public string UserId; [LoadColumn(1)] public string ItemId; [LoadColumn(2)] public float Score; }
        """);

    [Fact]
    public Task Is_silent_on_names_that_merely_contain_the_word() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.TrainTestSplit(rows);

        class Row { [LoadColumn(0)] public float UserRating; [LoadColumn(1)] public int CaseCount; [LoadColumn(2)] public string Subject; [LoadColumn(3)] public float PatientAge; }
        """);

    [Fact]
    public Task Is_silent_where_the_key_is_not_known() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: args.FirstOrDefault());
        """);

    [Fact]
    public Task Is_silent_on_a_split_by_the_household_of_the_patient() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Row.HouseholdId));

        class Row { [LoadColumn(0)] public string PersonId; [LoadColumn(1)] public string HouseholdId; [LoadColumn(2)] public float Age; }
        """);

    [Fact]
    public Task Is_silent_where_one_row_per_patient_is_left() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = new List<Visit>();
        var first = ml.Data.LoadFromEnumerable(visits.DistinctBy(visit => visit.PatientId));
        var split = ml.Data.TrainTestSplit(first);
        """);

    [Fact]
    public Task Is_silent_on_the_runtime_librarys_group_split() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var byName = ml.Data.GroupTrainTestSplit(visits, nameof(Visit.PatientId));
        var byAttribute = ml.Data.GroupTrainTestSplit<Visit>(visits);
        """);

    [Fact]
    public Task Reports_a_column_that_is_declared_to_be_the_group() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(rows)|};

        class Row { [LoadColumn(0), GroupKey] public string Code; [LoadColumn(1)] public float Age; }
        """);

    [Fact]
    public Task Reports_visits_cut_by_their_position() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = new List<Visit>();
        var train = ml.Data.LoadFromEnumerable(visits.Take(800));
        var test = ml.Data.LoadFromEnumerable(visits.{|LEAK202:Skip(800)|});
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Theory]
    [InlineData("Visit", "{|LEAK202:Of(rows)|}")]
    [InlineData("Reading", "Of(rows)")]
    public Task Reports_visits_cut_by_a_helper_that_calls_nothing_of_MLNet_and_not_readings(string row, string cut) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var rows = new List<{{row}}>();
        var (train, test) = Parts.{{cut}};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));

        static class Parts
        {
            public static (List<T> Train, List<T> Test) Of<T>(List<T> rows) => (rows.Take(800).ToList(), rows.Skip(800).ToList());
        }
        """);

    [Fact]
    public Task Reports_visits_cut_by_a_shuffled_index() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = new List<Visit>();
        var random = new Random(1);
        var order = Enumerable.Range(0, visits.Count).OrderBy(_ => random.Next()).ToList();
        var train = ml.Data.LoadFromEnumerable(order.Take(800).Select(i => visits[i]).ToList());
        var test = ml.Data.LoadFromEnumerable(order.{|LEAK202:Skip(800)|}.Select(i => visits[i]).ToList());
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Is_silent_on_readings_cut_by_their_position() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var train = ml.Data.LoadFromEnumerable(readings.Take(800));
        var test = ml.Data.LoadFromEnumerable(readings.Skip(800));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Is_silent_where_a_few_visits_are_taken_to_look_at() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: "PatientId");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.TakeRows(split.TrainSet, 100));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.TakeRows(split.TestSet, 50)));
        """);

    [Fact]
    public Task Reports_ranked_rows_split_without_their_query() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Result>("results.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(rows)|};
        var model = ml.Transforms.Conversion.Hash("GroupId").Append(ml.Ranking.Trainers.FastTree()).Fit(split.TrainSet);

        class Result { [LoadColumn(0)] public string GroupId; [LoadColumn(1)] public float Label; [LoadColumn(2, 9), VectorType(8)] public float[] Features; }
        """);

    [Fact]
    public Task Is_silent_where_rankers_are_cross_validated_or_split_by_their_query() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Result>("results.csv");
        var split = ml.Data.TrainTestSplit(rows, samplingKeyColumnName: "GroupId");
        var pipeline = ml.Transforms.Conversion.Hash("GroupId").Append(ml.Ranking.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        var results = ml.Ranking.CrossValidate(rows, pipeline);

        class Result { [LoadColumn(0)] public string GroupId; [LoadColumn(1)] public float Label; [LoadColumn(2, 9), VectorType(8)] public float[] Features; }
        """);

    [Fact]
    public Task Reports_a_search_that_does_not_heed_its_key() => VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var found = new BinaryClassificationExperiment().{|LEAK202:Execute(visits, samplingKeyColumn: "PatientId")|};
        """);

    [Fact]
    public Task Is_silent_on_a_search_that_is_given_validation_rows_or_heeds_its_key() => VerifyAsync("""
        using Microsoft.ML.AutoML;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: "PatientId");
        var found = new BinaryClassificationExperiment().Execute(split.TrainSet, split.TestSet);
        var ranked = new RankingExperiment().Execute(visits, samplingKeyColumn: "PatientId");
        """);

    [Theory]
    [InlineData("visits.GroupBy(visit => visit.PatientId).SelectMany(ofOne => ofOne.OrderBy(visit => visit.Age).Select(visit => new Visit { PatientId = visit.PatientId, Age = visit.Age }))", false)]
    [InlineData("visits.GroupBy(visit => visit.PatientId).SelectMany(ofOne => ofOne.OrderBy(visit => visit.Age).Take(1))", true)]
    [InlineData("visits.GroupBy(visit => visit.PatientId).SelectMany(ofOne => ofOne.OrderBy(visit => visit.Age).Take(2))", false)]
    [InlineData("visits.GroupBy(visit => visit.PatientId).Select(ofOne => ofOne.OrderBy(visit => visit.Age).First())", true)]
    public Task Groups_that_are_taken_apart_again_are_several_rows_of_each(string rows, bool isHonest) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.CreateEnumerable<Visit>(ml.Data.LoadFromTextFile<Visit>("visits.csv"), reuseRowObject: false).ToList();
        var data = ml.Data.LoadFromEnumerable({{rows}}.ToList());
        var split = ml.Data.{{(isHonest ? "TrainTestSplit(data)" : "{|LEAK202:TrainTestSplit(data)|}")}};
        """);
}
