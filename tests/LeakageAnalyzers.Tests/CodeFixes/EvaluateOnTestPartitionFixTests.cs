using LeakageAnalyzers.CodeFixes.Partition;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

public sealed class EvaluateOnTestPartitionFixTests
{
    [Fact]
    public Task Evaluates_the_test_rows_of_the_split_that_is_there() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var scored = model.Transform(split.TrainSet); // the rows to report on
        var metrics = ml.BinaryClassification.Evaluate(scored);
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var scored = model.Transform(split.TestSet); // the rows to report on
        var metrics = ml.BinaryClassification.Evaluate(scored);
        """);

    [Fact]
    public Task Inserts_a_split_where_there_is_none() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

        // Train.
        var model = pipeline.Fit(data);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

        // Train.
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Keeps_patients_together_in_the_split_it_inserts() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        class Study
        {
            static void Main() => new Study().Score(new MLContext(seed: 1));

            double Score(MLContext ml)
            {
                var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
                var model = pipeline.Fit(visits);
                return ml.BinaryClassification.Evaluate(model.Transform(visits)).Accuracy;
            }
        }
        """,
        """
        class Study
        {
            static void Main() => new Study().Score(new MLContext(seed: 1));

            double Score(MLContext ml)
            {
                var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
                var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: nameof(Visit.PatientId));
                var model = pipeline.Fit(split.TrainSet);
                return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_it_would_only_hide_the_leak() => VerifyNotOfferedAsync<EvaluateOnTestPartitionFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var shuffled = ml.Data.ShuffleRows(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.TakeRows(shuffled, 800));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.SkipRows(shuffled, 700)));
        """);
}
