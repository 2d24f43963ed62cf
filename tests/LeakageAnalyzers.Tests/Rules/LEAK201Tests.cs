using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Evaluated on rows the model was trained on.</summary>
public sealed class LEAK201Tests
{
    private const string Pipeline = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

        """;

    [Fact]
    public Task Reports_the_training_rows_themselves() => VerifyAsync(Pipeline + """
        var model = pipeline.Fit(data);
        var scored = model.Transform(data);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(scored)|};
        """);

    [Fact]
    public Task Is_silent_on_the_held_out_rows() => VerifyAsync(Pipeline + """
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_the_training_rows_under_an_evaluation_with_intervals() => VerifyAsync("using LeakageAnalyzers.Runtime;\n" + Pipeline + """
        var model = pipeline.Fit(data);
        var metrics = ml.BinaryClassification.{|LEAK201:EvaluateWithIntervals(model.Transform(data))|};
        """);

    [Fact]
    public Task Is_silent_on_held_out_rows_under_an_evaluation_with_intervals() => VerifyAsync("using LeakageAnalyzers.Runtime;\n" + Pipeline + """
        var split = ml.Data.TrainTestSplit(data);
        var metrics = ml.BinaryClassification.EvaluateWithIntervals(pipeline.Fit(split.TrainSet).Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_a_test_part_of_rows_that_were_all_trained_on() => VerifyAsync(Pipeline + """
        var model = pipeline.Fit(data);
        var split = ml.Data.TrainTestSplit(data);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(split.TestSet))|};
        """);

    [Fact]
    public Task Reports_the_parent_of_the_split() => VerifyAsync(Pipeline + """
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(data))|};
        """);

    [Fact]
    public Task Reports_parts_of_two_different_splits() => VerifyAsync(Pipeline + """
        var train = ml.Data.TrainTestSplit(data, testFraction: 0.2, seed: 1).TrainSet;
        var test = ml.Data.TrainTestSplit(data, testFraction: 0.2, seed: 2).TestSet;
        var model = pipeline.Fit(train);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};
        """);

    [Fact]
    public Task Is_silent_on_two_splits_that_cut_a_number_by_its_values_whatever_the_seed() => VerifyAsync(Pipeline + """
        var train = ml.Data.TrainTestSplit(data, 0.2, {|LEAK203:samplingKeyColumnName: "Age"|}, seed: 1).TrainSet;
        var test = ml.Data.TrainTestSplit(data, 0.2, {|LEAK203:samplingKeyColumnName: "Age"|}, seed: 2).TestSet;
        var model = pipeline.Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Reports_two_splits_that_hash_a_key_with_two_seeds() => VerifyAsync(Pipeline + """
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var train = ml.Data.TrainTestSplit(visits, 0.2, samplingKeyColumnName: "PatientId", seed: 1).TrainSet;
        var test = ml.Data.TrainTestSplit(visits, 0.2, samplingKeyColumnName: "PatientId", seed: 2).TestSet;
        var model = pipeline.Fit(train);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};
        """);

    [Fact]
    public Task Is_silent_on_parts_of_the_same_split_made_twice() => VerifyAsync(Pipeline + """
        var train = ml.Data.TrainTestSplit(data, testFraction: 0.2).TrainSet;
        var test = ml.Data.TrainTestSplit(data, testFraction: 0.2).TestSet;
        var model = pipeline.Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Reports_ranges_that_overlap() => VerifyAsync(Pipeline + """
        var shuffled = ml.Data.ShuffleRows(data);
        var model = pipeline.Fit(ml.Data.TakeRows(shuffled, 800));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.SkipRows(shuffled, 700)))|};
        """);

    [Fact]
    public Task Is_silent_on_ranges_that_do_not_overlap() => VerifyAsync(Pipeline + """
        var shuffled = ml.Data.ShuffleRows(data);
        const int trainRows = 800;
        var model = pipeline.Fit(ml.Data.TakeRows(shuffled, trainRows));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.SkipRows(shuffled, trainRows)));
        """);

    [Fact]
    public Task Reports_ranges_of_two_separate_shuffles() => VerifyAsync(Pipeline + """
        var model = pipeline.Fit(ml.Data.TakeRows(ml.Data.ShuffleRows(data), 800));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.SkipRows(ml.Data.ShuffleRows(data), 800)))|};
        """);

    [Fact]
    public Task Reports_one_file_loaded_twice() => VerifyAsync(Pipeline + """
        const string folder = "data/";
        var test = ml.Data.LoadFromTextFile<Reading>(folder + "readings.csv");
        var train = ml.Data.LoadFromTextFile<Reading>($"{folder}readings.csv");
        var model = pipeline.Fit(train);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};
        """);

    [Fact]
    public Task Is_silent_on_two_files() => VerifyAsync(Pipeline + """
        const string folder = "data/";
        var test = ml.Data.LoadFromTextFile<Reading>(folder + "test.csv");
        var model = pipeline.Fit(data);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """);

    [Fact]
    public Task Is_silent_on_two_parameters_that_may_be_anything() => VerifyAsync("""
        static class Study
        {
            static void Main() { }

            public static double Score(MLContext ml, IEstimator<ITransformer> pipeline, IDataView train, IDataView test) =>
                ml.BinaryClassification.Evaluate(pipeline.Fit(train).Transform(test)).Accuracy;
        }
        """);

    [Fact]
    public Task Reports_one_parameter_used_for_both() => VerifyAsync("""
        static class Study
        {
            static void Main() { }

            public static double Score(MLContext ml, IDataView rows)
            {
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Regression.Trainers.Sdca());
                return ml.Regression.{|LEAK201:Evaluate(pipeline.Fit(rows).Transform(rows))|}.RSquared;
            }
        }
        """);

    [Fact]
    public Task Is_silent_where_the_train_score_stands_beside_the_test_score() => VerifyAsync(Pipeline + """
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet)).Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_on_the_internal_measures_of_clusters() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Clustering.Trainers.KMeans()).Fit(data);
        Console.WriteLine(ml.Clustering.Evaluate(model.Transform(data)).DaviesBouldinIndex);
        """);

    [Fact]
    public Task Reports_a_fold_model_scored_on_all_rows() => VerifyAsync(Pipeline + """
        var results = ml.BinaryClassification.CrossValidate(data, pipeline);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(results[0].Model.Transform(data))|};
        """);

    [Fact]
    public Task Is_silent_on_the_held_out_rows_of_a_fold() => VerifyAsync(Pipeline + """
        foreach (var result in ml.BinaryClassification.CrossValidate(data, pipeline))
        {
            Console.WriteLine(ml.BinaryClassification.Evaluate(result.ScoredHoldOutSet).Accuracy);
        }
        """);

    [Fact]
    public Task Is_silent_where_each_seed_of_a_loop_has_its_own_split() => VerifyAsync(Pipeline + """
        ITransformer best = null;
        for (var seed = 0; seed < 20; seed++)
        {
            var split = ml.Data.TrainTestSplit(data, 0.2, seed: seed);
            if (best is not null)
            {
                Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
            }

            best = pipeline.Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_train_and_test_swapped_in_a_tuple() => VerifyAsync(Pipeline + """
        var split = ml.Data.TrainTestSplit(data);
        var (train, test) = (split.TrainSet, split.TrainSet);
        var model = pipeline.Fit(train);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};
        """);

    [Fact]
    public Task Is_silent_where_a_branch_decides_the_same_for_both_parts() => VerifyAsync(Pipeline + """
        var split = ml.Data.TrainTestSplit(data);
        IDataView train, test;
        if (args.Length > 0)
        {
            train = split.TrainSet;
            test = split.TestSet;
        }
        else
        {
            train = split.TestSet;
            test = split.TrainSet;
        }

        Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(train).Transform(test)).Accuracy);
        """);
}
