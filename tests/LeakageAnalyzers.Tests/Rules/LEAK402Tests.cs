using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Identifier among the features.</summary>
public sealed class LEAK402Tests
{
    private const string Scan = """

        class Scan
        {
            [LoadColumn(0)] public float PatientId { get; set; }
            [LoadColumn(1)] public float Id { get; set; }
            [LoadColumn(2)] public string Mrn { get; set; }
            [LoadColumn(3)] public float Dose { get; set; }
            [LoadColumn(4)] public float VendorId { get; set; }
            [LoadColumn(5)] public string Ward { get; set; }
            [LoadColumn(6), LeakageAnalyzers.Runtime.Identifier] public float Serial { get; set; }
            [LoadColumn(7), LeakageAnalyzers.Runtime.Label] public float RecordId { get; set; }
            [LoadColumn(8)] public float Label { get; set; }
        }
        """;

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", {|LEAK402:\"PatientId\"|}, \"Dose\")")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Dose\", {|LEAK402:nameof(Scan.Id)|})")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Dose\", {|LEAK402:\"Serial\"|})")]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"Who\", \"Mrn\").Append(ml.Transforms.Concatenate(\"Features\", \"Dose\", {|LEAK402:\"Who\"|}))")]
    [InlineData("ml.Transforms.Categorical.OneHotHashEncoding(new[] { new InputOutputColumnPair(\"Mrn\") }).Append(ml.Transforms.Concatenate(\"Features\", \"Dose\", {|LEAK402:\"Mrn\"|}))")]
    [InlineData("ml.Transforms.CopyColumns(\"Number\", \"Id\").Append(ml.Transforms.NormalizeMinMax(\"Number\")).Append(ml.Transforms.Concatenate(\"Features\", \"Dose\", {|LEAK402:\"Number\"|}))")]
    [InlineData("ml.Transforms.Conversion.MapValueToKey(\"Key\", \"Mrn\").Append(ml.Transforms.Conversion.MapKeyToVector(\"Key\")).Append(ml.Transforms.Concatenate(\"Features\", {|LEAK402:\"Key\"|}, \"Dose\"))")]
    [InlineData("ml.Transforms.Text.FeaturizeText(\"Features\", {|LEAK402:\"Mrn\"|})")]
    [InlineData("ml.Transforms.Concatenate(\"Numbers\", {|LEAK402:\"Id\"|}, \"Dose\").Append(ml.Transforms.Concatenate(\"Features\", \"Numbers\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", [\"Dose\", {|LEAK402:\"Id\"|}])")]
    public Task Reports_columns_that_name_the_row_or_its_patient(string features) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var model = {{features}}.Append(ml.Regression.Trainers.FastTree()).Fit(scans);
        {{Scan}}
        """);

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Dose\")")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Dose\", \"VendorId\")")]
    [InlineData("ml.Transforms.Categorical.OneHotEncoding(\"Who\", \"Mrn\").Append(ml.Transforms.Concatenate(\"Features\", \"Dose\"))")]
    [InlineData("ml.Transforms.Conversion.MapValue(\"Age\", new Dictionary<string, float>(), \"Mrn\").Append(ml.Transforms.Concatenate(\"Features\", \"Dose\", \"Age\"))")]
    [InlineData("ml.Transforms.Text.FeaturizeText(\"Features\", \"Ward\")")]
    [InlineData("ml.Transforms.CopyColumns(\"Id\", \"Dose\").Append(ml.Transforms.Concatenate(\"Features\", \"Id\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Dose\").Append(ml.Transforms.Concatenate(\"Shown\", \"Id\", \"Dose\"))")]
    [InlineData("ml.Transforms.DropColumns(\"Id\").Append(ml.Transforms.Concatenate(\"Features\", \"Dose\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Id\", \"Dose\").Append(ml.Transforms.Concatenate(\"Features\", \"Dose\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", args)")]
    public Task Is_silent_on_columns_that_say_something_of_the_row(string features) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var model = {{features}}.Append(ml.Regression.Trainers.FastTree()).Fit(scans);
        {{Scan}}
        """);

    [Theory]
    [InlineData("{|LEAK402:\"VisitNumber\"|}", "public float VisitNumber { get; set; }", "string Site")]
    [InlineData("\"VisitNumber\"", "public float VisitNumber { get; set; }", "string PatientId")]
    [InlineData("\"OrderNumber\"", "public float OrderNumber { get; set; }", "float UserId")]
    [InlineData("{|LEAK402:\"RecordNumber\"|}", "public float RecordNumber { get; set; }", "string PatientId")]
    [InlineData("{|LEAK402:\"VisitId\"|}", "public float VisitId { get; set; }", "string PatientId")]
    [InlineData("{|LEAK402:\"VisitNumber\"|}", "[LeakageAnalyzers.Runtime.Identifier] public float VisitNumber { get; set; }", "string PatientId")]
    [InlineData("\"SessionNumber\"", "public float SessionNumber { get; set; }", "string Animal")]
    public Task Reports_a_number_of_a_visit_and_not_where_it_counts_the_visits_of_a_person(string input, string member, string other) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var model = ml.Transforms.Concatenate("Features", {{input}}, "Dose").Append(ml.Regression.Trainers.FastTree()).Fit(rows);

        class Row { [LoadColumn(0)] {{member}} [LoadColumn(1)] public {{other}} { get; set; } [LoadColumn(2)] public float Dose { get; set; } [LoadColumn(3)] public float Label { get; set; } }
        """);

    [Fact]
    public Task Reports_all_columns_of_the_row_type() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var names = typeof(Row).GetProperties().Select(property => property.Name).Where(name => name != nameof(Row.Label)).ToArray();
        var model = ml.Transforms.Concatenate("Features", {|LEAK402:names|}).Append(ml.Regression.Trainers.FastTree()).Fit(rows);

        class Row { [LoadColumn(0)] public float Id { get; set; } [LoadColumn(1)] public float Dose { get; set; } [LoadColumn(2)] public float Label { get; set; } }
        """);

    [Fact]
    public Task Is_silent_on_all_columns_but_the_identifier() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var names = typeof(Row).GetProperties().Select(property => property.Name).Where(name => name != nameof(Row.Label) && name != nameof(Row.Id)).ToArray();
        var model = ml.Transforms.Concatenate("Features", names).Append(ml.Regression.Trainers.FastTree()).Fit(rows);

        class Row { [LoadColumn(0)] public float Id { get; set; } [LoadColumn(1)] public float Dose { get; set; } [LoadColumn(2)] public float Label { get; set; } }
        """);

    [Fact]
    public Task Reports_a_step_that_a_helper_of_another_file_makes() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: "PatientId");
        var model = Steps.Features(ml, withPatient: true).Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        """,
        """
        public static class Steps
        {
            public static IEstimator<ITransformer> Features(MLContext ml, bool withPatient)
            {
                var hashed = ml.Transforms.Categorical.OneHotHashEncoding("Patient", "PatientId");
                return withPatient
                    ? hashed.Append(ml.Transforms.Concatenate("Features", {|LEAK402:"Patient"|}, "Age"))
                    : hashed.Append(ml.Transforms.Concatenate("Features", "Pressure", "Age"));
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_is_asked_for_other_columns() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: "PatientId");
        var model = Steps.Features(ml, "Age", "Pressure").Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        """,
        """
        public static class Steps
        {
            public static IEstimator<ITransformer> Features(MLContext ml, params string[] names) => ml.Transforms.Concatenate("Features", names);
        }
        """);

    [Fact]
    public Task Is_silent_on_a_declared_label_and_on_a_person_that_is_to_be_told() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var voices = ml.Data.LoadFromTextFile<Voice>("voices.csv");
        var model = ml.Transforms.Conversion.MapValueToKey("Label", "PersonId")
            .Append(ml.Transforms.Concatenate("Features", "Pitch", "Speed"))
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy()).Fit(voices);

        class Voice { [LoadColumn(0)] public string PersonId { get; set; } [LoadColumn(1)] public float Pitch { get; set; } [LoadColumn(2)] public float Speed { get; set; } }
        """);

    [Fact]
    public Task Is_silent_on_the_keys_of_factorization_machines() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var ratings = ml.Data.LoadFromTextFile<Rating>("ratings.csv");
        var model = ml.Transforms.Categorical.OneHotEncoding("User", "UserId").Append(ml.Transforms.Categorical.OneHotEncoding("Item", "ItemId"))
            .Append(ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(new[] { "User", "Item" })).Fit(ratings);

        class Rating { [LoadColumn(0)] public string UserId { get; set; } [LoadColumn(1)] public string ItemId { get; set; } [LoadColumn(2)] public bool Label { get; set; } }
        """);

    [Fact]
    public Task Is_silent_on_the_keys_of_a_recommender() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var ratings = ml.Data.LoadFromTextFile<Rating>("ratings.csv");
        var model = ml.Transforms.Conversion.MapValueToKey("User", "UserId").Append(ml.Transforms.Conversion.MapValueToKey("Item", "ItemId"))
            .Append(ml.Recommendation().Trainers.MatrixFactorization("Score", "User", "Item")).Fit(ratings);

        class Rating { [LoadColumn(0)] public string UserId { get; set; } [LoadColumn(1)] public string ItemId { get; set; } [LoadColumn(2)] public float Score { get; set; } }
        """);

    [Fact]
    public Task Heeds_the_names_that_the_user_adds_and_takes_away() => VerifyWithOptionsAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var model = ml.Transforms.Concatenate("Features", "Id", {|LEAK402:"Barcode"|}, "Dose").Append(ml.Regression.Trainers.FastTree()).Fit(rows);

        class Row { [LoadColumn(0)] public float Id; [LoadColumn(1)] public float Barcode; [LoadColumn(2)] public float Dose; [LoadColumn(3)] public float Label; }
        """,
        "leakage_analyzers.identifier_columns = bar*, !Id");
}
