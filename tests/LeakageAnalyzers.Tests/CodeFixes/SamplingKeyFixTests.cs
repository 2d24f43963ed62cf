using LeakageAnalyzers.CodeFixes.Partition;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>Repairs of sampling keys that are there and wrong.</summary>
public sealed class SamplingKeyFixTests
{
    [Fact]
    public Task Drops_the_label_and_names_the_arguments_behind_it() => VerifyAsync<DropSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        // Stratified.
        var split = ml.Data.TrainTestSplit(readings, 0.2, "Label", 7);
        var folds = ml.Data.CrossValidationSplit(readings, samplingKeyColumnName: nameof(Reading.Label));
        """,
        """
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        // Stratified.
        var split = ml.Data.TrainTestSplit(readings, 0.2, seed: 7);
        var folds = ml.Data.CrossValidationSplit(readings);
        """);

    [Fact]
    public Task Keeps_the_comments_around_the_dropped_label() => VerifyAsync<DropSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(
            ml.Data.LoadFromTextFile<Reading>("readings.csv"),
            testFraction: 0.2,
            // Both classes in both parts.
            samplingKeyColumnName: "Label",
            seed: 7);
        var folds = ml.Data.CrossValidationSplit(
            ml.Data.LoadFromTextFile<Reading>("readings.csv"),
            4, // folds
            "Label"); // classes
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(
            ml.Data.LoadFromTextFile<Reading>("readings.csv"),
            testFraction: 0.2,
            // Both classes in both parts.
            seed: 7);
        var folds = ml.Data.CrossValidationSplit(
            ml.Data.LoadFromTextFile<Reading>("readings.csv"),
            4 // folds
        ); // classes
        """);

    [Fact]
    public Task Gives_the_inner_split_a_seed_that_nothing_else_has() => VerifyAsync<GiveSplitAnotherSeedFix>(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"), 0.2, "PatientId");
        var parts = ml.Data.TrainTestSplit(split.TrainSet, 0.25, "PatientId");
        var halves = ml.Data.TrainTestSplit(split.TestSet, 0.5, "PatientId", 1);
        """,
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"), 0.2, "PatientId");
        var parts = ml.Data.TrainTestSplit(split.TrainSet, 0.25, "PatientId", seed: 2);
        var halves = ml.Data.TrainTestSplit(split.TestSet, 0.5, "PatientId", 3);
        """);

    [Fact]
    public Task Splits_by_whole_groups_where_ML_NET_would_cut_by_value() => VerifyAsync<SplitByGroupsFix>(
        """
        // A study.
        using Microsoft.ML.Data;
        using Microsoft.ML.Trainers;

        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var split = ml.Data.TrainTestSplit(scans, samplingKeyColumnName: nameof(Scan.Owner), testFraction: 0.2);

        class Scan { [LoadColumn(0)] public float Owner { get; set; } [LoadColumn(1)] public bool Label { get; set; } }
        """,
        """
        // A study.
        using LeakageAnalyzers.Runtime;
        using Microsoft.ML.Data;
        using Microsoft.ML.Trainers;

        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var split = ml.Data.GroupTrainTestSplit(scans, nameof(Scan.Owner), testFraction: 0.2);

        class Scan { [LoadColumn(0)] public float Owner { get; set; } [LoadColumn(1)] public bool Label { get; set; } }
        """);

    [Fact]
    public Task Makes_folds_of_whole_groups_where_ML_NET_would_cut_by_value() => VerifyAsync<SplitByGroupsFix>(
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var folds = ml.Data.CrossValidationSplit(scans, samplingKeyColumnName: "Owner"); // five
        var pipeline = ml.Transforms.Concatenate("Features", "Width").Append(ml.BinaryClassification.Trainers.FastTree("Ill"));
        var results = ml.BinaryClassification.CrossValidate(scans, pipeline, 4, "Ill", samplingKeyColumnName: nameof(Scan.Owner));

        class Scan { [LoadColumn(0)] public float Owner { get; set; } [LoadColumn(1)] public bool Ill { get; set; } [LoadColumn(2)] public float Width { get; set; } }
        """,
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var folds = ml.Data.GroupKFold(scans, "Owner"); // five
        var pipeline = ml.Transforms.Concatenate("Features", "Width").Append(ml.BinaryClassification.Trainers.FastTree("Ill"));
        var results = ml.BinaryClassification.GroupCrossValidate(scans, pipeline, nameof(Scan.Owner), numberOfFolds: 4, labelColumnName: "Ill");

        class Scan { [LoadColumn(0)] public float Owner { get; set; } [LoadColumn(1)] public bool Ill { get; set; } [LoadColumn(2)] public float Width { get; set; } }
        """);

    [Fact]
    public Task Splits_by_whole_groups_whose_column_is_a_number() => VerifyAsync<SplitByGroupsFix>(
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var split = ml.Data.TrainTestSplit(scans, testFraction: 0.2); // a fifth
        var folds = ml.Data.CrossValidationSplit(scans, 4);

        class Scan { [LoadColumn(0)] public float PatientId { get; set; } [LoadColumn(1)] public bool Label { get; set; } }
        """,
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var split = ml.Data.GroupTrainTestSplit(scans, nameof(Scan.PatientId), testFraction: 0.2); // a fifth
        var folds = ml.Data.GroupKFold(scans, nameof(Scan.PatientId), numberOfFolds: 4);

        class Scan { [LoadColumn(0)] public float PatientId { get; set; } [LoadColumn(1)] public bool Label { get; set; } }
        """);

    [Fact]
    public Task Leaves_text_to_the_sampling_key() => VerifyNotOfferedAsync<SplitByGroupsFix>("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"));
        """);

    [Fact]
    public Task Gives_the_inner_split_a_seed_that_varies_with_that_of_the_outer_one() => VerifyAsync<GiveSplitAnotherSeedFix>(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        for (var seed = 0; seed < 10; seed++)
        {
            var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: "PatientId", seed: seed);
            var parts = ml.Data.TrainTestSplit(split.TrainSet, samplingKeyColumnName: "PatientId", seed: seed);
        }
        """,
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        for (var seed = 0; seed < 10; seed++)
        {
            var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: "PatientId", seed: seed);
            var parts = ml.Data.TrainTestSplit(split.TrainSet, samplingKeyColumnName: "PatientId", seed: seed + 2);
        }
        """);

    [Fact]
    public Task Keeps_the_lines_and_the_comments_beside_the_dropped_label() => VerifyAsync<DropSamplingKeyFix>(
        """
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var one = ml.Data.TrainTestSplit(readings, 0.2, // a fifth
            /* stratified */ "Label", 7);
        var two = ml.Data.TrainTestSplit(readings, 0.3, // three tenths
            "Label", 7);
        var three = ml.Data.TrainTestSplit(readings, 0.3, samplingKeyColumnName: "Label" // classes
            , seed: 3);
        var four = ml.Data.TrainTestSplit(readings, 0.3, "Label",
            seed: 4);
        """,
        """
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var one = ml.Data.TrainTestSplit(readings, 0.2, // a fifth
            /* stratified */ seed: 7);
        var two = ml.Data.TrainTestSplit(readings, 0.3, // three tenths
            seed: 7);
        var three = ml.Data.TrainTestSplit(readings, 0.3 // classes
            , seed: 3);
        var four = ml.Data.TrainTestSplit(readings, 0.3,
            seed: 4);
        """);

    [Fact]
    public Task Splits_by_whole_groups_where_the_arguments_stand_on_lines_of_their_own() => VerifyAsync<SplitByGroupsFix>(
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var split = ml.Data.TrainTestSplit(
            scans, // all of them
            0.25,
            samplingKeyColumnName: nameof(Scan.Owner), // whole persons
            seed: 3);

        class Scan { [LoadColumn(0)] public float Owner { get; set; } [LoadColumn(1)] public bool Label { get; set; } }
        """,
        """
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var scans = ml.Data.LoadFromTextFile<Scan>("scans.csv");
        var split = ml.Data.GroupTrainTestSplit(
            scans, // all of them
            testFraction: 0.25,
            groupColumnName: nameof(Scan.Owner), // whole persons
            seed: 3);

        class Scan { [LoadColumn(0)] public float Owner { get; set; } [LoadColumn(1)] public bool Label { get; set; } }
        """);
}
