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
    public Task Makes_the_split_before_the_fit_where_it_came_too_late() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        class Study
        {
            private ITransformer _model;

            static void Main() => new Study().Run(new MLContext(seed: 1));

            void Run(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

                // Train.
                _model = pipeline.Fit(data);

                #region Evaluation
                // A fifth.
                var split = ml.Data.TrainTestSplit(ml.Data.ShuffleRows(data), testFraction: 0.2);
                var testData = split.TestSet;
                var scored = _model.Transform(testData);
                Console.WriteLine(ml.BinaryClassification.Evaluate(scored).Accuracy);
                #endregion
            }
        }
        """,
        """
        class Study
        {
            private ITransformer _model;

            static void Main() => new Study().Run(new MLContext(seed: 1));

            void Run(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

                // Train.
                var split = ml.Data.TrainTestSplit(ml.Data.ShuffleRows(data), testFraction: 0.2);
                _model = pipeline.Fit(split.TrainSet);

                #region Evaluation
                // A fifth.
                var testData = split.TestSet;
                var scored = _model.Transform(testData);
                Console.WriteLine(ml.BinaryClassification.Evaluate(scored).Accuracy);
                #endregion
            }
        }
        """);

    [Fact]
    public Task Leaves_the_scores_alone_that_others_read() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(data);
        var scored = model.Transform(data);
        Console.WriteLine(scored.GetColumn<float>("Score").First());
        var metrics = ml.BinaryClassification.Evaluate(scored, labelColumnName: "Label");
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(split.TrainSet);
        var scored = model.Transform(data);
        Console.WriteLine(scored.GetColumn<float>("Score").First());
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), labelColumnName: "Label");
        """);

    [Fact]
    public Task Is_not_offered_where_the_late_split_hangs_on_what_comes_after_the_fit() => VerifyNotOfferedAsync<EvaluateOnTestPartitionFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
        var share = data.GetColumn<float>("Age").Count() > 1000 ? 0.1 : 0.3;
        var split = ml.Data.TrainTestSplit(data, share);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_not_offered_where_the_scores_that_others_read_are_those_of_a_model_that_changes() => VerifyNotOfferedAsync<EvaluateOnTestPartitionFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        ITransformer model = pipeline.Fit(data);
        var scored = model.Transform(data);
        model = ml.Transforms.Concatenate("Features", "Age").Fit(data);
        Console.WriteLine(scored.GetColumn<float>("Score").First());
        var metrics = ml.BinaryClassification.Evaluate(scored);
        """);

    [Fact]
    public Task Is_not_offered_where_it_would_only_hide_the_leak() => VerifyNotOfferedAsync<EvaluateOnTestPartitionFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var shuffled = ml.Data.ShuffleRows(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.TakeRows(shuffled, 800));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.SkipRows(shuffled, 700)));
        """);

    [Fact]
    public Task Fits_on_the_train_rows_of_the_split_that_is_evaluated() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(data); // all there is
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(split.TrainSet); // all there is
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Fits_on_the_train_rows_where_fit_and_evaluation_are_one_expression() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(data);
        var metrics = ml.BinaryClassification.Evaluate(pipeline.Fit(data).Transform(split.TestSet));
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(data);
        var metrics = ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));
        """);

    [Fact]
    public Task Makes_the_split_before_the_fit_where_the_train_rows_are_evaluated() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(data);
        #if VERBOSE
        Console.WriteLine("Fitted.");
        #endif
        var split = ml.Data.TrainTestSplit(data);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TrainSet));
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(data);
        var model = pipeline.Fit(split.TrainSet);
        #if VERBOSE
        Console.WriteLine("Fitted.");
        #endif
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Is_not_offered_where_the_evaluated_rows_are_of_a_split_of_others() => VerifyNotOfferedAsync<EvaluateOnTestPartitionFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var others = ml.Data.ShuffleRows(data);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(others);
        var model = pipeline.Fit(data);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Splits_in_a_block_where_a_statement_stands_without_braces() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        if (data.GetRowCount() > 100)
            Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastForest(numberOfTrees: 5)).Fit(data).Transform(data)).Accuracy); // of a forest
        Console.WriteLine("Done.");
        """,
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        if (data.GetRowCount() > 100)
        {
            var split = ml.Data.TrainTestSplit(data);
            Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastForest(numberOfTrees: 5)).Fit(split.TrainSet).Transform(split.TestSet)).Accuracy); // of a forest
        }
        Console.WriteLine("Done.");
        """);

    [Fact]
    public Task Splits_in_a_block_where_a_statement_stands_beside_its_condition() => VerifyAsync<EvaluateOnTestPartitionFix>(
        """
        class Study
        {
            static void Main(string[] args)
            {
                var ml = new MLContext(seed: 1);
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
                if (args.Length > 0) Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(data).Transform(data)).Accuracy); else Console.WriteLine("Nothing.");
            }
        }
        """,
        """
        class Study
        {
            static void Main(string[] args)
            {
                var ml = new MLContext(seed: 1);
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
                if (args.Length > 0)
                {
                    var split = ml.Data.TrainTestSplit(data);
                    Console.WriteLine(ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
                }
                else Console.WriteLine("Nothing.");
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_only_a_branch_without_braces_would_see_the_split() => VerifyNotOfferedAsync<EvaluateOnTestPartitionFix>("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        ITransformer model;
        if (args.Length == 0) model = pipeline.Fit(data);
        else model = ml.Model.Load("model.zip", out _);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
        """);
}
