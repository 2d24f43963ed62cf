using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Label, or a column computed from it, among the features.</summary>
public sealed class LEAK401Tests
{
    private const string Stay = """

        class Stay
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public float Pressure { get; set; }
            [LoadColumn(2)] public string Ward { get; set; }
            [LoadColumn(3)] public float Days { get; set; }
            [LoadColumn(4)] public float Cost { get; set; }
            [LoadColumn(5), LeakageAnalyzers.Runtime.Label] public bool Died { get; set; }
        }

        class Risk
        {
            public float Known { get; set; }
        }
        """;

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Days\"|}).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", nameof(Stay.Age), {|LEAK401:nameof(Stay.Days)|}).Append(ml.Regression.Trainers.Sdca(labelColumnName: nameof(Stay.Days)))")]
    [InlineData("ml.Transforms.CopyColumns(\"Label\", \"Days\").Append(ml.Transforms.Concatenate(\"Features\", new[] { \"Age\", {|LEAK401:\"Days\"|} })).Append(ml.Regression.Trainers.LightGbm())")]
    [InlineData("ml.Transforms.Conversion.MapValueToKey(\"Label\", \"Ward\").Append(ml.Transforms.Categorical.OneHotEncoding(\"WardCode\", \"Ward\")).Append(ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"WardCode\"|})).Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy())")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Scaled\", \"Days\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Scaled\"|})).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.Expression(\"Weeks\", \"d => d / 7\", \"Days\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Weeks\"|})).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.CustomMapping<Stay, Risk>((stay, risk) => risk.Known = stay.Died ? 1 : 0, null).Append(ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Known\"|})).Append(ml.BinaryClassification.Trainers.FastTree(\"Died\"))")]
    [InlineData("ml.Transforms.Expression(\"Label\", \"d => d > 7\", \"Days\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Days\"|})).Append(ml.BinaryClassification.Trainers.FastTree())")]
    [InlineData("ml.Transforms.Concatenate(\"Counts\", {|LEAK401:\"Days\"|}, \"Pressure\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\", \"Counts\")).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.Conversion.ConvertType(new[] { new InputOutputColumnPair(\"Number\", \"Died\") }).Append(ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Number\"|})).Append(ml.BinaryClassification.Trainers.FastTree(\"Died\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Died\"|}).Append(ml.Clustering.Trainers.KMeans())")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Days\"|}).Append(ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { LabelColumnName = \"Days\" }))")]
    [InlineData("ml.Transforms.Conversion.MapValueToKey(\"Ward\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\", {|LEAK401:\"Ward\"|})).Append(ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.FastTree(), \"Ward\"))")]
    public Task Reports_the_label_and_what_is_computed_from_it(string pipeline) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var stays = ml.Data.LoadFromTextFile<Stay>("stays.csv");
        var model = {{pipeline}}.Fit(stays);
        {{Stay}}
        """);

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", \"Pressure\").Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", \"Days\").Append(ml.Regression.Trainers.FastTree(\"Cost\"))")]
    [InlineData("ml.Transforms.CopyColumns(\"Label\", \"Days\").Append(ml.Transforms.Concatenate(\"Features\", new[] { \"Age\", \"Cost\" })).Append(ml.Regression.Trainers.LightGbm())")]
    [InlineData("ml.Transforms.Conversion.MapValueToKey(\"Label\", \"Ward\").Append(ml.Transforms.Categorical.OneHotEncoding(\"WardCode\", \"Ward\")).Append(ml.Transforms.Concatenate(\"Features\", \"Age\")).Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy())")]
    [InlineData("ml.Transforms.NormalizeMinMax(\"Days\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\")).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.CustomMapping<Stay, Risk>((stay, risk) => risk.Known = stay.Cost / stay.Age, null).Append(ml.Transforms.Concatenate(\"Features\", \"Age\", \"Known\")).Append(ml.BinaryClassification.Trainers.FastTree(\"Died\"))")]
    [InlineData("ml.Transforms.Expression(\"Label\", \"(c, d) => c - d\", \"Cost\", \"Days\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\", \"Days\")).Append(ml.Regression.Trainers.FastTree())")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.FastTree(\"Days\")).Append(ml.Transforms.Concatenate(\"Shown\", \"Days\", \"Score\"))")]
    [InlineData("ml.Transforms.CopyColumns(\"Days\", \"Pressure\").Append(ml.Transforms.Concatenate(\"Features\", \"Days\")).Append(ml.Transforms.CopyColumns(\"Days\", \"Cost\")).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", \"Days\").Append(ml.Transforms.Concatenate(\"Features\", \"Age\")).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", \"Days\").Append(ml.Clustering.Trainers.KMeans())")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\", args[0]).Append(ml.Regression.Trainers.FastTree(\"Days\"))")]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.Regression.Trainers.FastTree(\"Days\", exampleWeightColumnName: \"Cost\"))")]
    public Task Is_silent_on_labels_that_stay_labels(string pipeline) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var stays = ml.Data.LoadFromTextFile<Stay>("stays.csv");
        var model = {{pipeline}}.Fit(stays);
        {{Stay}}
        """);

    [Fact]
    public Task Reports_columns_that_are_listed_from_the_schema() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var columns = readings.Schema.Select(column => column.Name).Where(name => name != "Ward").ToArray();
        var model = ml.Transforms.Concatenate("Features", {|LEAK401:columns|}).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(readings);
        """);

    [Fact]
    public Task Is_silent_where_the_label_is_left_out_of_the_list() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var columns = readings.Schema.Select(column => column.Name).Where(name => name != "Ward" && name != "Label").ToArray();
        var model = ml.Transforms.Concatenate("Features", columns).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(readings);
        """);

    [Fact]
    public Task Reports_features_that_were_made_before_the_split() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var made = ml.Transforms.Concatenate("Features", "Age", {|LEAK401:"Pressure"|}).Fit(readings).Transform(readings);
        var split = ml.Data.TrainTestSplit(made);
        var model = ml.Regression.Trainers.FastTree("Pressure").Fit(split.TrainSet);
        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet), "Pressure");
        """);

    [Fact]
    public Task Reports_a_list_in_a_field_of_another_file_where_it_is_handed_over() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        new Study(ml).Train(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        """,
        """
        public sealed class Study(MLContext ml)
        {
            private const string Target = nameof(Reading.Pressure);
            private static readonly string[] Inputs = { nameof(Reading.Age), nameof(Reading.Pressure) };

            public ITransformer Train(IDataView rows) => Pipeline().Append(Trainer()).Fit(rows);

            private IEstimator<ITransformer> Pipeline() => ml.Transforms.Concatenate("Features", {|LEAK401:Inputs|});

            private IEstimator<ITransformer> Trainer() => ml.Regression.Trainers.FastTree(Target);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_field_lists_another_column() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        new Study(ml).Train(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        """,
        """
        public sealed class Study(MLContext ml)
        {
            private const string Target = nameof(Reading.Pressure);
            private static readonly string[] Inputs = { nameof(Reading.Age) };

            public ITransformer Train(IDataView rows) => Pipeline().Append(Trainer()).Fit(rows);

            private IEstimator<ITransformer> Pipeline() => ml.Transforms.Concatenate("Features", Inputs);

            private IEstimator<ITransformer> Trainer() => ml.Regression.Trainers.FastTree(Target);
        }
        """);

    [Fact]
    public Task Reports_each_of_two_targets_that_share_a_list_with_the_other() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        foreach (var target in new[] { "Age", "Pressure" })
        {
            var model = ml.Transforms.Concatenate("Features", {|LEAK401:"Age"|}, {|LEAK401:"Pressure"|}).Append(ml.Regression.Trainers.FastTree(target)).Fit(readings);
        }
        """);

    [Fact]
    public Task Is_silent_on_two_targets_of_other_inputs() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        foreach (var (target, input) in new[] { ("Age", "Pressure"), ("Pressure", "Age") })
        {
            var model = ml.Transforms.Concatenate("Features", input).Append(ml.Regression.Trainers.FastTree(target)).Fit(readings);
        }
        """);

    [Fact]
    public Task Reports_cross_validated_pipelines_of_rows_of_which_nothing_is_known() => VerifyAsync("""
        Console.WriteLine();

        public static class Study
        {
            public static void Run(MLContext ml, IDataView rows)
            {
                var pipeline = ml.Transforms.Concatenate("Features", "Dose", {|LEAK401:"Label"|}).Append(ml.Regression.Trainers.FastTree());
                var results = ml.Regression.CrossValidate(rows, pipeline);
            }
        }
        """);

    [Theory]
    [InlineData("{|LEAK401:\"Pressure\"|}")]
    [InlineData("\"Age\"")]
    public Task Reports_candidates_of_a_nested_cross_validation(string feature) => VerifyAsync($$"""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var tree = ml.Transforms.Concatenate("Features", "Age").Append(ml.Regression.Trainers.FastTree("Pressure"));
        var boost = ml.Transforms.Concatenate("Features", {{feature}}).Append(ml.Regression.Trainers.LightGbm("Pressure"));
        var results = ml.Regression.NestedCrossValidate(readings, [tree, boost], metrics => metrics.RSquared, labelColumnName: "Pressure");
        """);

    [Fact]
    public Task Is_silent_on_rows_of_which_nothing_is_known() => VerifyAsync("""
        Console.WriteLine();

        public static class Study
        {
            public static void Run(MLContext ml, IDataView rows)
            {
                var pipeline = ml.Transforms.Concatenate("Features", "Dose", "Age").Append(ml.Regression.Trainers.FastTree());
                var results = ml.Regression.CrossValidate(rows, pipeline);
            }
        }
        """);
}
