using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Test set too small for the claim.</summary>
public sealed class LEAK505Tests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Reports_a_tenth_of_five_hundred_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 500);
        var split = ml.Data.{|LEAK505:TrainTestSplit(data)|};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_for_a_tenth_of_five_thousand_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 5000);
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_a_fifth_of_a_thousand_rows_by_a_constant() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), Rows);
        var split = ml.Data.{|LEAK505:TrainTestSplit(data, testFraction: Share)|};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);

        partial class Program
        {
            private const int Rows = 1000;
            private const double Share = 0.2;
        }
        """);

    [Fact]
    public Task Is_silent_for_a_half_of_a_thousand_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), Rows);
        var split = ml.Data.TrainTestSplit(data, testFraction: Share);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);

        partial class Program
        {
            private const int Rows = 1000;
            private const double Share = 0.5;
        }
        """);

    [Fact]
    public Task Reports_a_hundred_of_the_test_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(ml.Data.{|LEAK505:TakeRows(split.TestSet, 100)|})).Accuracy);
        """);

    [Fact]
    public Task Is_silent_for_a_thousand_of_the_test_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(ml.Data.TakeRows(split.TestSet, 1000))).Accuracy);
        """);

    [Fact]
    public Task Reports_objects_that_are_made_for_numbers() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 400).Select(i => new Reading { Age = i, Label = i % 2 == 0 }));
        var split = ml.Data.{|LEAK505:TrainTestSplit(data, 0.3)|};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_nobody_knows_how_many_numbers_there_are() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, args.Length).Select(i => new Reading { Age = i, Label = i % 2 == 0 }));
        var split = ml.Data.TrainTestSplit(data, 0.3);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_rows_that_are_written_down() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromEnumerable(new[] { new Reading { Age = 50 }, new Reading { Age = 60, Label = true }, new Reading { Age = 70, Label = true } });
        var split = ml.Data.{|LEAK505:TrainTestSplit(data, 0.5)|};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_each_of_them_stands_for_many() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromEnumerable(new[] { "a", "b" }.SelectMany(ward => File.ReadLines(ward)).Select(line => new Reading { Age = line.Length }));
        var split = ml.Data.TrainTestSplit(data, 0.5);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Reports_a_split_in_another_file() => VerifyAsync("""
        var study = new Study();
        study.Train();
        study.Report();
        """, """
        class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public void Train()
            {
                _split = _ml.Data.{|LEAK505:TrainTestSplit(_ml.Data.TakeRows(_ml.Data.LoadFromTextFile<Reading>("readings.csv"), 800), 0.25)|};
                _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
            }

            public void Report()
            {
                var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));
                Log($"{metrics.F1Score}");
            }

            private static void Log(string text) => File.AppendAllText("log.txt", text);
        }
        """);

    [Fact]
    public Task Is_silent_where_the_other_file_takes_more() => VerifyAsync("""
        var study = new Study();
        study.Train();
        study.Report();
        """, """
        class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public void Train()
            {
                _split = _ml.Data.TrainTestSplit(_ml.Data.TakeRows(_ml.Data.LoadFromTextFile<Reading>("readings.csv"), 8000), 0.25);
                _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
            }

            public void Report()
            {
                var metrics = _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet));
                Log($"{metrics.F1Score}");
            }

            private static void Log(string text) => File.AppendAllText("log.txt", text);
        }
        """);

    [Fact]
    public Task Reports_rows_between_two_positions() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(ml.Data.{|LEAK505:TakeRows(ml.Data.SkipRows(split.TestSet, 50), 150)|})).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_all_rows_are_tested_fold_by_fold() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 400);
        var folds = ml.BinaryClassification.CrossValidate(data, ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()));
        Console.WriteLine(folds.Average(fold => fold.Metrics.Accuracy));
        """);

    [Fact]
    public Task Reports_a_part_of_a_part() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 4000);
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(ml.Data.{|LEAK505:TrainTestSplit(split.TestSet, 0.3)|}.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_the_score_is_not_reported() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.TakeRows(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 100));
        var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_a_list_that_is_filled_row_by_row() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = new List<Reading>();
        rows.Add(new Reading { Age = 50 });
        rows.Add(new Reading { Age = 60, Label = true });
        rows.Add(new Reading { Age = 70, Label = true });
        rows.Add(new Reading { Age = 80, Label = true });
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        Console.WriteLine(ml.BinaryClassification.{|LEAK505:Evaluate(model.Transform(ml.Data.LoadFromEnumerable(rows)))|}.Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_a_loop_fills_the_list() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = new List<Reading>();
        rows.Add(new Reading { Age = 50 });
        foreach (var line in File.ReadLines("test.csv"))
        {
            rows.Add(new Reading { Age = line.Length });
        }

        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(rows))).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_a_loop_adds_one_row_again_and_again() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var row = new Reading { Age = 50 };
        var rows = new List<Reading>();
        for (var i = 0; i < args.Length; i++)
        {
            rows.Add(row);
        }

        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(rows))).Accuracy);
        """);

    [Fact]
    public Task Is_silent_where_one_path_tests_many_rows() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var test = args.Length > 0 ? ml.Data.TakeRows(split.TestSet, 100) : split.TestSet;
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy);
        """);

    [Fact]
    public Task Reports_rows_that_are_taken_of_a_collection() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        var test = ml.Data.LoadFromEnumerable(rows.{|LEAK505:Take(120)|});
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(rows.Skip(120)));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy);
        """);

    private static Task VerifyAsync(string program, params string[] otherFiles) => AnalyzerVerifier.VerifyOnlyAsync("LEAK505", program, otherFiles);
}
