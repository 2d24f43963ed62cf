using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Sampling key is cut by value, not sampled.</summary>
public sealed class LEAK203Tests
{
    private const string Scan = """

        class Scan
        {
            [LoadColumn(0)] public float Owner { get; set; }
            [LoadColumn(1)] public long Series { get; set; }
            [LoadColumn(2)] public double Site { get; set; }
            [LoadColumn(3)] public bool Label { get; set; }
            [LoadColumn(4), KeyType(90)] public uint Scanner { get; set; }
            [LoadColumn(5), ColumnName("Clinic")] public float ClinicNumber { get; set; }
            [LoadColumn(6)] public string Room { get; set; }
        }
        """;

    [Theory]
    [InlineData("ml.Data.TrainTestSplit(scans, {|LEAK203:samplingKeyColumnName: \"Owner\"|})")]
    [InlineData("ml.Data.TrainTestSplit(scans, 0.2, {|LEAK203:nameof(Scan.Owner)|}, 7)")]
    [InlineData("ml.Data.TrainTestSplit(scans, 0.2, {|LEAK203:\"Site\"|})")]
    [InlineData("ml.Data.TrainTestSplit(scans, 0.2, {|LEAK203:\"Scanner\"|})")]
    [InlineData("ml.Data.TrainTestSplit(scans, 0.2, {|LEAK203:\"Clinic\"|})")]
    [InlineData("ml.Data.CrossValidationSplit(scans, {|LEAK203:samplingKeyColumnName: nameof(Scan.Owner)|})")]
    [InlineData("ml.BinaryClassification.CrossValidate(scans, ml.BinaryClassification.Trainers.FastTree(), {|LEAK203:samplingKeyColumnName: \"Owner\"|})")]
    [InlineData("ml.Data.TrainTestSplit(ml.Data.FilterRowsByMissingValues(ml.Data.ShuffleRows(scans), \"Owner\"), {|LEAK203:samplingKeyColumnName: \"Owner\"|})")]
    public Task Reports_keys_of_a_type_that_is_cut_by_value(string cut) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var parts = {{cut}};
        {{Scan}}
        """);

    [Theory]
    [InlineData("ml.Data.TrainTestSplit(scans, samplingKeyColumnName: \"Series\")")]
    [InlineData("ml.Data.TrainTestSplit(scans, 0.2, nameof(Scan.Room), 7)")]
    [InlineData("ml.Data.TrainTestSplit(scans, samplingKeyColumnName: null)")]
    [InlineData("ml.Data.CrossValidationSplit(scans, samplingKeyColumnName: \"Room\")")]
    [InlineData("LeakageAnalyzers.Runtime.SplittingExtensions.GroupTrainTestSplit(ml.Data, scans, \"Owner\")")]
    [InlineData("ml.Data.TrainTestSplit(scans, samplingKeyColumnName: args[0])")]
    [InlineData("ml.Data.TrainTestSplit(scans, samplingKeyColumnName: \"owner\")")]
    [InlineData("ml.BinaryClassification.CrossValidate(scans, ml.BinaryClassification.Trainers.FastTree(), samplingKeyColumnName: \"Series\")")]
    public Task Is_silent_on_keys_that_are_hashed_and_on_keys_it_does_not_know(string cut) => VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var parts = {{cut}};
        {{Scan}}
        """);

    [Fact]
    public Task Reports_a_column_that_the_loader_reads_as_a_number() => VerifyAsync("""
        var ml = new MLContext();
        var options = new TextLoader.Options { Columns = new[] { new TextLoader.Column("Owner", DataKind.Single, 0), new TextLoader.Column("Features", DataKind.Single, 1, 9) } };
        const string Key = "Owner";
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile("scans.csv", options), {|LEAK203:samplingKeyColumnName: Key|});
        """);

    [Fact]
    public Task Is_silent_on_a_column_that_the_loader_reads_as_text() => VerifyAsync("""
        var ml = new MLContext();
        var options = new TextLoader.Options { Columns = new[] { new TextLoader.Column("Owner", DataKind.String, 0), new TextLoader.Column("Features", DataKind.Single, 1, 9) } };
        const string Key = "Owner";
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile("scans.csv", options), samplingKeyColumnName: Key);
        """);

    [Fact]
    public Task Reports_text_that_was_mapped_to_keys_first() => VerifyAsync("""
        var ml = new MLContext();
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var keyed = ml.Transforms.Conversion.MapValueToKey("PatientKey", "PatientId").Fit(visits).Transform(visits);
        var split = ml.Data.TrainTestSplit(keyed, {|LEAK203:samplingKeyColumnName: "PatientKey"|});
        """);

    [Fact]
    public Task Is_silent_on_the_text_beside_its_key() => VerifyAsync("""
        var ml = new MLContext();
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var keyed = ml.Transforms.Conversion.MapValueToKey("PatientKey", "PatientId").{|LEAK103:Fit(visits)|}.Transform(visits);
        var split = ml.Data.TrainTestSplit(keyed, samplingKeyColumnName: "PatientId");
        """);

    [Fact]
    public Task Is_silent_on_a_column_of_which_only_the_name_is_known() => VerifyAsync("""
        Cut(new MLContext(), null);

        void Cut(MLContext ml, IDataView rows)
        {
            var split = ml.Data.TrainTestSplit(rows, samplingKeyColumnName: "Patient");
        }
        """);
}
