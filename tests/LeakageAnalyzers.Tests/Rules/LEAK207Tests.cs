using LeakageAnalyzers.Tests.Verification;
using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows are drawn anew at every pass.</summary>
public sealed class LEAK207Tests
{
    private const string Study = """
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var random = new Random(1);
        §
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """;

    [Theory]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(readings.OrderBy(_ => random.Next()))|};",
        "var data = ml.Data.LoadFromEnumerable(readings.OrderBy(_ => random.Next()).ToList());")]
    [InlineData(
        "var shuffled = readings.OrderBy(_ => Guid.NewGuid()); var data = ml.Data.{|LEAK207:LoadFromEnumerable(shuffled)|};",
        "var shuffled = readings.OrderBy(_ => Guid.NewGuid()).ToArray(); var data = ml.Data.LoadFromEnumerable(shuffled);")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(readings.Shuffle())|};",
        "var data = ml.Data.ShuffleRows(ml.Data.LoadFromEnumerable(readings));")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(readings.Where(_ => random.NextDouble() < 0.5))|};",
        "var data = ml.Data.LoadFromEnumerable(readings.Where(reading => reading.Age < 0.5));")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(Enumerable.Range(0, 500).Select(_ => readings[random.Next(readings.Count)]))|};",
        "var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 500).Select(_ => readings[random.Next(readings.Count)]).ToList());")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(Enumerable.Range(0, 500).Select(i => new Reading { Age = random.Next(90), Label = i % 2 == 0 }))|};",
        "var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 500).Select(i => new Reading { Age = i * 7 % 90, Label = i % 2 == 0 }));")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(from reading in readings orderby random.Next() select reading)|};",
        "var data = ml.Data.LoadFromEnumerable((from reading in readings orderby random.Next() select reading).ToList());")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(readings.OrderBy(_ => random.Next()).Where(reading => reading.Age > 18).Take(400))|};",
        "var data = ml.Data.LoadFromEnumerable(readings.OrderBy(reading => reading.Age).Where(reading => reading.Age > 18).Take(400));")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(Draw())|}; IEnumerable<Reading> Draw() { for (var i = 0; i < 500; i++) { yield return new Reading { Age = random.Next(90) }; } }",
        "var data = ml.Data.LoadFromEnumerable(Draw()); IEnumerable<Reading> Draw() { var own = new Random(7); for (var i = 0; i < 500; i++) { yield return new Reading { Age = own.Next(90) }; } }")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(Draw())|}; static IEnumerable<Reading> Draw() { var own = new Random(); for (var i = 0; i < 500; i++) { yield return new Reading { Age = own.Next(90) }; } }",
        "var data = ml.Data.LoadFromEnumerable(Draw()); static List<Reading> Draw() { var own = new Random(); var drawn = new List<Reading>(); for (var i = 0; i < 500; i++) { drawn.Add(new Reading { Age = own.Next(90) }); } return drawn; }")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(readings.OrderBy(_ => random.Next()))|};",
        "var data = ml.Data.LoadFromEnumerable(readings.Select(reading => new Reading { Age = reading.Age + random.Next(2), Label = reading.Label }));")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(Read())|}; static IEnumerable<Reading> Read() { foreach (var file in Directory.GetFiles(\"scans\").OrderBy(_ => Random.Shared.Next())) { yield return new Reading { Age = file.Length }; } }",
        "var data = ml.Data.LoadFromEnumerable(Read()); static IEnumerable<Reading> Read() { foreach (var file in Directory.GetFiles(\"scans\").OrderBy(file => file.Length)) { yield return new Reading { Age = file.Length }; } }")]
    [InlineData(
        "var data = ml.Data.{|LEAK207:LoadFromEnumerable(readings.OrderBy(_ => random.Next()))|};",
        "var data = ml.Data.LoadFromEnumerable(new List<Reading>(readings.OrderBy(_ => random.Next())));")]
    public Task Reports_rows_that_are_drawn_as_they_are_read_and_not_their_twin(string leaking, string honest) => VerifyAsync(Study, leaking, honest);

    [Fact]
    public Task Reports_both_views_of_a_lazily_shuffled_collection_and_not_those_of_a_list() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var random = new Random(1);
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        """,
        """
        var shuffled = readings.OrderBy(_ => random.Next());
        var train = ml.Data.{|LEAK207:LoadFromEnumerable(shuffled.Take(800))|};
        var test = ml.Data.{|LEAK207:LoadFromEnumerable(shuffled.Skip(800))|};
        """,
        """
        var shuffled = readings.OrderBy(_ => random.Next()).ToList();
        var train = ml.Data.LoadFromEnumerable(shuffled.Take(800));
        var test = ml.Data.LoadFromEnumerable(shuffled.Skip(800));
        """);

    [Fact]
    public Task Two_lists_of_one_lazy_shuffle_share_rows() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var shuffled = readings.OrderBy(_ => Guid.NewGuid());
        var train = ml.Data.LoadFromEnumerable(shuffled.Take(800).ToList());
        var test = ml.Data.LoadFromEnumerable(shuffled.Skip(800).ToList());
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};
        """);

    [Fact]
    public Task Reports_a_list_that_is_shuffled_between_training_and_testing_and_not_before_both() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var readings = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToArray();
        §
        """,
        """
        var split = ml.Data.TrainTestSplit(ml.Data.{|LEAK207:LoadFromEnumerable(readings)|});
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        new Random(1).Shuffle(readings);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        """
        new Random(1).Shuffle(readings);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(readings));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Fact]
    public Task Reports_a_list_that_grows_between_training_and_testing_and_not_a_copy_of_it() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var readings = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        var data = §;
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        readings.Insert(0, new Reading());
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        "ml.Data.{|LEAK207:LoadFromEnumerable(readings)|}",
        "ml.Data.LoadFromEnumerable(readings.ToList())");

    [Fact]
    public Task Is_silent_on_a_drawn_view_that_nothing_is_held_out_of() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var random = new Random(1);
        var data = ml.Data.LoadFromEnumerable(readings.OrderBy(_ => random.Next()));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
        """);

    [Theory]
    [InlineData("{|LEAK207:LoadFromEnumerable(visits.Where(_ => random.Next(2) == 0))|}")]
    [InlineData("LoadFromEnumerable(visits.OrderBy(_ => random.Next()))")]
    public Task Is_silent_where_a_key_splits_rows_of_which_the_order_alone_is_drawn(string loaded) => AnalyzerVerifier.VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var visits = new List<Visit>();
        var random = new Random(1);
        var split = ml.Data.TrainTestSplit(ml.Data.{{loaded}}, samplingKeyColumnName: nameof(Visit.PatientId));
        """);

    [Theory]
    [InlineData("{|LEAK207:LoadFromEnumerable(readings.OrderBy(_ => random.Next()))|}", "TrainTestSplit(data)")]
    [InlineData("LoadFromEnumerable(readings.OrderBy(_ => random.Next()))", "TemporalTrainTestSplit(data, \"Age\")")]
    public Task Is_silent_where_rows_of_which_the_order_alone_is_drawn_are_split_by_their_time(string loaded, string split) => AnalyzerVerifier.VerifyAsync($$"""
        using LeakageAnalyzers.Runtime;
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var random = new Random(1);
        var data = ml.Data.{{loaded}};
        var split = ml.Data.{{split}};
        """);

    [Fact]
    public Task Is_silent_where_a_cache_keeps_what_was_drawn() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = new List<Reading>();
        var random = new Random(1);
        var split = ml.Data.TrainTestSplit(ml.Data.Cache(ml.Data.LoadFromEnumerable(readings.OrderBy(_ => random.Next()))));
        """);

    [Fact]
    public Task Is_silent_where_the_array_is_shuffled_anew_for_each_run() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var readings = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToArray();
        var random = new Random(1);
        for (var run = 0; run < 10; run++)
        {
            random.Shuffle(readings);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(readings));
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        }
        """);

    [Fact]
    public Task Reports_a_cross_validated_generator_of_another_file_and_not_a_seeded_one() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var study = new Study();
        var data = ml.Data.§;
        var results = ml.BinaryClassification.CrossValidate(data, ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.LightGbm()));
        """,
        "{|LEAK207:LoadFromEnumerable(study.Drawn())|}",
        "LoadFromEnumerable(Study.Seeded(500))",
        """
        public sealed class Study
        {
            private readonly Random _random = new Random(1);

            public IEnumerable<Reading> Drawn()
            {
                while (_random.NextDouble() < 0.99)
                {
                    yield return new Reading { Age = _random.Next(90) };
                }
            }

            public static IEnumerable<Reading> Seeded(int count, int seed = 0)
            {
                var random = new Random(seed);
                for (var i = 0; i < count; i++)
                {
                    yield return new Reading { Age = random.Next(90) };
                }
            }
        }
        """);
}
