using LeakageAnalyzers.CodeFixes.Partition;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>Splitting rows along time.</summary>
public sealed class SplitAlongTimeFixTests
{
    private const string Day = """

        class Day { [LoadColumn(0)] public DateTime Date { get; set; } [LoadColumn(1)] public float Rain { get; set; } [LoadColumn(2)] public float RainLag1 { get; set; } }
        """;

    [Fact]
    public Task Replaces_the_split_and_names_the_time() => VerifyAsync<SplitAlongTimeFix>(
        """
        var ml = new MLContext(seed: 1);
        var days = ml.Data.LoadFromTextFile<Day>("days.csv");
        var split = ml.Data.TrainTestSplit(days, testFraction: 0.2, seed: 3); // A fifth.
        """ + Day,
        """
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var days = ml.Data.LoadFromTextFile<Day>("days.csv");
        var split = ml.Data.TemporalTrainTestSplit(days, nameof(Day.Date), testFraction: 0.2); // A fifth.
        """ + Day);

    // Letters are in the order of time in some formats only ("2026-03-01", not "3/1/2026"), and the source does not say which it is: the run-time library refuses text.
    [Fact]
    public Task Leaves_times_alone_that_are_text_since_their_letters_need_not_be_in_the_order_of_time() => VerifyNotOfferedAsync<SplitAlongTimeFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Day>("days.csv"));

        class Day { [LoadColumn(0)] public string Date { get; set; } [LoadColumn(1)] public float RainLag1 { get; set; } }
        """);

    [Fact]
    public Task Replaces_folds_at_random_by_folds_along_time() => VerifyAsync<SplitAlongTimeFix>(
        """
        var ml = new MLContext(seed: 1);
        var folds = ml.Data.CrossValidationSplit(ml.Data.LoadFromTextFile<Day>("days.csv"), 4);
        """ + Day,
        """
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var folds = ml.Data.TimeSeriesSplit(ml.Data.LoadFromTextFile<Day>("days.csv"), nameof(Day.Date), numberOfFolds: 4);
        """ + Day);

    [Theory]
    [InlineData("ml.Regression", "CrossValidate", "ml.Regression.Trainers.FastTree(\"Rain\")")]
    [InlineData("ml.BinaryClassification", "CrossValidateNonCalibrated", "ml.BinaryClassification.Trainers.LinearSvm(\"Rain\")")]
    public Task Cross_validates_along_time_what_was_cross_validated_at_random(string catalog, string method, string trainer) => VerifyAsync<SplitAlongTimeFix>(
        $$"""
        var ml = new MLContext(seed: 1);
        var pipeline = ml.Transforms.Concatenate("Features", "RainLag1").Append({{trainer}});
        var results = {{catalog}}.{{method}}(ml.Data.LoadFromTextFile<Day>("days.csv"), pipeline, 4, "Rain", seed: 3); // Four.
        Console.WriteLine(results[0].Model);
        """ + Day,
        $$"""
        using LeakageAnalyzers.Runtime;

        var ml = new MLContext(seed: 1);
        var pipeline = ml.Transforms.Concatenate("Features", "RainLag1").Append({{trainer}});
        var results = {{catalog}}.TimeSeries{{method}}(ml.Data.LoadFromTextFile<Day>("days.csv"), pipeline, nameof(Day.Date), numberOfFolds: 4, labelColumnName: "Rain"); // Four.
        Console.WriteLine(results[0].Model);
        """ + Day);

    [Fact]
    public async Task Neither_this_nor_the_split_by_groups_is_offered_where_it_would_hide_the_other_leak()
    {
        const string program = """
            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Stay>("stays.csv"));

            class Stay { [LoadColumn(0)] public DateTime Date { get; set; } [LoadColumn(1)] public float Rain { get; set; } [LoadColumn(2)] public float RainLag1 { get; set; } [LoadColumn(3)] public string PatientId { get; set; } }
            """;

        await VerifyNotOfferedAsync<SplitAlongTimeFix>(program);
        await VerifyNotOfferedAsync<PassSamplingKeyFix>(program);
    }
}
