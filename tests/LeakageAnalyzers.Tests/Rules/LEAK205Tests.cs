using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Nested group split repeats its key and seed.</summary>
public sealed class LEAK205Tests
{
    [Theory]
    [InlineData("ml.Data.{|LEAK205:TrainTestSplit(split.TrainSet, 0.2, \"PatientId\")|}")]
    [InlineData("ml.Data.{|LEAK205:TrainTestSplit(split.TestSet, 0.5, \"PatientId\")|}")]
    [InlineData("ml.Data.{|LEAK205:TrainTestSplit(split.TrainSet, samplingKeyColumnName: nameof(Visit.PatientId), seed: 1)|}")]
    [InlineData("ml.Data.{|LEAK205:TrainTestSplit(ml.Data.ShuffleRows(split.TrainSet), 0.2, \"PatientId\")|}")]
    [InlineData("ml.Data.{|LEAK205:TrainTestSplit(ml.Data.FilterRowsByColumn(split.TrainSet, \"Age\", 18), 0.2, \"PatientId\")|}")]
    [InlineData("ml.Data.{|LEAK205:CrossValidationSplit(split.TrainSet, samplingKeyColumnName: \"PatientId\")|}")]
    [InlineData("ml.BinaryClassification.{|LEAK205:CrossValidate(split.TrainSet, ml.BinaryClassification.Trainers.FastTree(), samplingKeyColumnName: \"PatientId\")|}")]
    [InlineData("ml.Data.{|LEAK205:TrainTestSplit(ml.Data.Cache(split.TrainSet), 0.2, \"PatientId\")|}")]
    public Task Reports_a_part_that_is_cut_again_by_the_same_hash(string inner) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, 0.2, "PatientId");
        var parts = {{inner}};
        """);

    [Theory]
    [InlineData("ml.Data.TrainTestSplit(split.TrainSet, 0.2, \"PatientId\", seed: 2)")]
    [InlineData("ml.Data.TrainTestSplit(split.TestSet, 0.5, \"PatientId\", 17)")]
    [InlineData("ml.Data.TrainTestSplit(visits, 0.3, \"PatientId\")")]
    [InlineData("LeakageAnalyzers.Runtime.SplittingExtensions.GroupTrainTestSplit(ml.Data, split.TrainSet, \"PatientId\")")]
    [InlineData("ml.Data.CrossValidationSplit(split.TrainSet, samplingKeyColumnName: \"PatientId\", seed: args.Length)")]
    [InlineData("ml.BinaryClassification.CrossValidate(split.TrainSet, ml.BinaryClassification.Trainers.FastTree(), samplingKeyColumnName: \"PatientId\", seed: 3)")]
    [InlineData("new MLContext(seed: 2).Data.TrainTestSplit(split.TrainSet, 0.2, \"PatientId\")")]
    [InlineData("ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>(\"other.csv\"), 0.2, \"PatientId\")")]
    public Task Is_silent_where_the_seed_or_the_rows_are_others(string inner) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, 0.2, "PatientId");
        var parts = {{inner}};
        """);

    [Fact]
    public Task Is_silent_on_rows_that_are_cut_one_by_one_twice() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(readings, 0.2);
        var parts = ml.Data.TrainTestSplit(split.TrainSet, 0.2);
        """);

    [Fact]
    public Task Is_silent_where_the_inner_split_is_keyed_by_another_column() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Stay>("stays.csv");
        var split = ml.Data.TrainTestSplit(readings, 0.2, "Ward");
        var parts = ml.Data.TrainTestSplit(split.TrainSet, 0.2, "Clinic");

        class Stay { [LoadColumn(0)] public string Ward { get; set; } [LoadColumn(1)] public string Clinic { get; set; } }
        """);

    [Fact]
    public Task Reports_a_validation_part_that_a_helper_cuts() => VerifyAsync("""
        var ml = new MLContext();
        var all = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(all, 0.2, nameof(Visit.PatientId));
        var (train, validation) = Halve(split.TrainSet);

        (IDataView, IDataView) Halve(IDataView rows)
        {
            var parts = ml.Data.{|LEAK205:TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId))|};
            return (parts.TrainSet, parts.TestSet);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_helper_gives_the_inner_split_its_own_seed() => VerifyAsync("""
        var ml = new MLContext();
        var (train, test) = Halve(ml.Data.LoadFromTextFile<Visit>("visits.csv"), 1);
        var (fit, validation) = Halve(train, 2);

        (IDataView, IDataView) Halve(IDataView rows, int seed)
        {
            var parts = ml.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId), seed: seed);
            return (parts.TrainSet, parts.TestSet);
        }
        """);

    [Fact]
    public Task Reports_folds_that_are_cut_again() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        foreach (var fold in ml.Data.CrossValidationSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"), 5, "PatientId"))
        {
            var parts = ml.Data.{|LEAK205:TrainTestSplit(fold.TrainSet, 0.25, "PatientId")|};
        }
        """);

    [Fact]
    public Task Is_silent_on_a_key_of_which_the_type_is_not_known() => VerifyAsync("""
        Cut(new MLContext(), null);

        void Cut(MLContext ml, IDataView rows)
        {
            var split = ml.Data.TrainTestSplit(rows, samplingKeyColumnName: "Patient");
            var parts = ml.Data.TrainTestSplit(split.TrainSet, samplingKeyColumnName: "Patient");
        }
        """);
}
