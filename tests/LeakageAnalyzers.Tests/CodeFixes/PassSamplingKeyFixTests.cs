using LeakageAnalyzers.CodeFixes.Partition;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

public sealed class PassSamplingKeyFixTests
{
    [Fact]
    public Task Names_the_member_of_the_row_class() => VerifyAsync<PassSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        // Every patient comes several times.
        var split = ml.Data.TrainTestSplit(visits, testFraction: 0.2);
        """,
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        // Every patient comes several times.
        var split = ml.Data.TrainTestSplit(visits, testFraction: 0.2, samplingKeyColumnName: nameof(Visit.PatientId));
        """);

    [Fact]
    public Task Replaces_another_key_and_repairs_every_split() => VerifyAsync<PassSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromEnumerable(new List<Visit>());
        var split = ml.Data.TrainTestSplit(visits, 0.2, "Age", 7);
        var results = ml.BinaryClassification.CrossValidate(visits, ml.BinaryClassification.Trainers.FastTree());
        """,
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromEnumerable(new List<Visit>());
        var split = ml.Data.TrainTestSplit(visits, 0.2, nameof(Visit.PatientId), 7);
        var results = ml.BinaryClassification.CrossValidate(visits, ml.BinaryClassification.Trainers.FastTree(), samplingKeyColumnName: nameof(Visit.PatientId));
        """);

    [Fact]
    public Task Writes_the_text_where_there_is_no_row_class() => VerifyAsync<PassSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var loader = ml.Data.CreateTextLoader(new[] { new TextLoader.Column("subject#", DataKind.String, 0), new TextLoader.Column("Features", DataKind.Single, 1, 9) });
        var folds = ml.Data.CrossValidationSplit(loader.Load("scans.csv"));
        """,
        """
        var ml = new MLContext(seed: 1);
        var loader = ml.Data.CreateTextLoader(new[] { new TextLoader.Column("subject#", DataKind.String, 0), new TextLoader.Column("Features", DataKind.Single, 1, 9) });
        var folds = ml.Data.CrossValidationSplit(loader.Load("scans.csv"), samplingKeyColumnName: "subject#");
        """);

    [Fact]
    public Task Is_not_offered_where_ML_NET_would_cut_the_key_by_value() => VerifyNotOfferedAsync<PassSamplingKeyFix>("""
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.TrainTestSplit(rows);

        class Row { [LoadColumn(0)] public float PatientId; [LoadColumn(1)] public float Age; }
        """);

    [Fact]
    public Task Names_the_group_on_a_line_of_its_own_where_the_others_have_one() => VerifyAsync<PassSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(
            ml.Data.LoadFromTextFile<Visit>("visits.csv"),
            testFraction: 0.2 // a fifth
        );
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(
            ml.Data.LoadFromTextFile<Visit>("visits.csv"),
            testFraction: 0.2, // a fifth
            samplingKeyColumnName: nameof(Visit.PatientId)
        );
        """);

    [Fact]
    public Task Names_the_column_of_the_rows_that_are_split() => VerifyAsync<PassSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var old = ml.Data.LoadFromTextFile<Scored>("old.csv");
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(ml.Data.ShuffleRows(visits));

        class Scored { [LoadColumn(0)] public string PatientId { get; set; } }
        """,
        """
        var ml = new MLContext(seed: 1);
        var old = ml.Data.LoadFromTextFile<Scored>("old.csv");
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(ml.Data.ShuffleRows(visits), samplingKeyColumnName: nameof(Visit.PatientId));

        class Scored { [LoadColumn(0)] public string PatientId { get; set; } }
        """);
}
