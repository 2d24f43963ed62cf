using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>The splits of the run-time library, as the analyzer sees them.</summary>
public sealed class RuntimeSplitsTests
{
    [Fact]
    public Task Splits_by_patient_are_silent() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var folds = ml.Data.GroupKFold(visits, nameof(Visit.PatientId));
        var stratified = ml.Data.StratifiedGroupKFold(visits, "Label", nameof(Visit.PatientId));
        var half = ml.Data.StratifiedTrainTestSplit(visits, "Label", 0.5, groupColumnName: nameof(Visit.PatientId));
        """);

    [Fact]
    public Task Splits_by_another_column_or_none_are_reported() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var folds = ml.Data.{|LEAK202:GroupKFold(visits, nameof(Visit.Age))|};
        var half = ml.Data.{|LEAK202:StratifiedTrainTestSplit(visits, "Label", 0.5)|};
        """);

    [Fact]
    public Task Sites_and_times_say_nothing_of_patients() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var sites = ml.Data.LeaveOneGroupOut(visits, "Site");
        var later = ml.Data.TemporalTrainTestSplit(visits, "Time");
        var along = ml.Data.TimeSeriesSplit(visits, "Time", gap: 7);
        """);

    [Fact]
    public Task Cross_validation_by_patient_is_silent() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var results = ml.BinaryClassification.GroupCrossValidate(visits, pipeline, nameof(Visit.PatientId));
        var nested = ml.BinaryClassification.NestedCrossValidate(visits, [pipeline], metrics => metrics.AreaUnderRocCurve, nameof(Visit.PatientId));
        """);

    [Fact]
    public Task Cross_validation_by_rows_of_patients_is_reported() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var nested = ml.BinaryClassification.{|LEAK202:NestedCrossValidate(visits, [pipeline], metrics => metrics.AreaUnderRocCurve)|};
        """);

    [Fact]
    public Task Preprocessing_before_our_splits_is_reported() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv", separatorChar: ',');
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scaled = scaling.{|LEAK102:Fit(readings)|}.Transform(readings);
        var split = ml.Data.TemporalTrainTestSplit(scaled, "Age");
        """);

    [Fact]
    public Task A_model_tested_on_the_later_rows_is_silent_and_on_the_earlier_ones_reported() => VerifyAsync("""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv", separatorChar: ',');
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TemporalTrainTestSplit(readings, "Age", 0.2);
        var honest = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(honest.Transform(split.TestSet)).AreaUnderRocCurve);
        var leaking = pipeline.Fit(readings);
        Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(leaking.Transform(split.TestSet))|}.AreaUnderRocCurve);
        """);
}
