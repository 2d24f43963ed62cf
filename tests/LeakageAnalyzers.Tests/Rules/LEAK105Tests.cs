using LeakageAnalyzers.Tests.Verification;
using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows duplicated before the split.</summary>
public sealed class LEAK105Tests
{
    private const string Study = """
        var ml = new MLContext(seed: 1);
        var readings = Measure.Load();
        §
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

        public sealed class Measure
        {
            public float Age { get; set; }
            public float Pressure { get; set; }
            public bool Label { get; set; }

            public static List<Measure> Balanced(List<Measure> all) => all.Concat(all.Where(reading => reading.Label)).ToList();
            public static List<Measure> Sorted(List<Measure> all) => all.Where(reading => reading.Label).Concat(all.Where(reading => !reading.Label)).ToList();
            public static List<Measure> Load() => File.ReadLines("measures.csv").Select(Parse).ToList();
            public static Measure Parse(string line) => new Measure { Age = line.Length };
            public Measure Shifted(float by) => new Measure { Age = Age, Pressure = Pressure + by, Label = Label };
            public static IEnumerable<Measure> Augment(Measure reading) { yield return reading; yield return reading.Shifted(1); }
            public static IEnumerable<Measure> Cleaned(Measure reading) { if (reading.Age > 0) yield return reading; }
        }
        """;

    [Theory]
    [InlineData(
        "var all = readings.{|LEAK105:Concat(readings.Where(reading => reading.Label))|}.ToList();",
        "var all = readings.Where(reading => reading.Label).Concat(readings.Where(reading => !reading.Label)).ToList();")]
    [InlineData("var all = Measure.{|LEAK105:Balanced(readings)|};", "var all = Measure.Sorted(readings);")]
    [InlineData(
        "var all = new List<Measure>(readings); all.{|LEAK105:AddRange(readings.Where(reading => reading.Label))|};",
        "var all = new List<Measure>(readings); all.AddRange(Measure.Load());")]
    [InlineData(
        "var rare = readings.Where(reading => reading.Label).ToList(); var all = readings.Where(reading => !reading.Label).Concat(Enumerable.{|LEAK105:Repeat(rare, 5)|}.SelectMany(copy => copy));",
        "var rare = readings.Where(reading => reading.Label).ToList(); var all = readings.Where(reading => !reading.Label).Concat(rare);")]
    [InlineData(
        "var all = readings.{|LEAK105:SelectMany(reading => new[] { reading, reading.Shifted(1) })|};",
        "var all = readings.SelectMany(reading => new[] { reading.Shifted(1) });")]
    [InlineData(
        "var all = readings.{|LEAK105:SelectMany(reading => Enumerable.Repeat(reading, reading.Label ? 5 : 1))|};",
        "var all = Enumerable.Range(0, readings.Count).Select(i => readings[i]);")]
    [InlineData(
        "var all = readings.{|LEAK105:SelectMany(reading => Measure.Augment(reading))|};",
        "var all = readings.SelectMany(reading => Measure.Cleaned(reading));")]
    [InlineData(
        "var all = from reading in readings {|LEAK105:from shift in Enumerable.Range(0, 3)|} select reading.Shifted(shift);",
        "var all = from reading in readings from number in Enumerable.Range(0, 3).Take(1) where reading.Age > number select reading;")]
    [InlineData(
        "var rare = readings.Where(reading => reading.Label).ToList(); foreach (var reading in rare) readings.{|LEAK105:Add(reading)|}; var all = readings;",
        "var rare = new List<Measure>(); foreach (var reading in readings) if (reading.Label) rare.Add(reading); var all = rare;")]
    [InlineData(
        "var rare = readings.Where(reading => reading.Label).ToList(); var random = new Random(1); while (readings.Count < 900) { readings.{|LEAK105:Add(rare[random.Next(rare.Count)])|}; } var all = readings;",
        "var random = new Random(1); while (readings.Count < 900) { readings.Add(new Measure { Age = random.Next(90) }); } var all = readings;")]
    [InlineData(
        "var all = new List<Measure>(readings); var rare = readings.Where(reading => reading.Label); for (var copy = 0; copy < 4; copy++) { all.{|LEAK105:AddRange(rare)|}; }",
        "var all = new List<Measure>(); var rare = readings.Where(reading => reading.Label); for (var copy = 0; copy < 1; copy++) { all.AddRange(Measure.Load()); }")]
    [InlineData(
        "var rare = readings.Where(reading => reading.Label).ToList(); for (var i = 0; i < rare.Count; i++) { readings.{|LEAK105:Add(rare[i])|}; } var all = readings;",
        "var rare = new List<Measure>(); for (var i = 0; i < readings.Count; i++) { if (readings[i].Label) { rare.Add(readings[i]); } } var all = rare;")]
    [InlineData(
        "var rare = readings.Where(reading => reading.Label).ToList(); var all = readings.Where(reading => !reading.Label).ToList(); for (var copy = 0; copy < 3; copy++) { all.{|LEAK105:AddRange(rare)|}; }",
        "var rare = readings.Where(reading => reading.Label).ToList(); var all = readings.Where(reading => !reading.Label).ToList(); all.AddRange(rare);")]
    [InlineData(
        "var all = readings.{|LEAK105:Concat(readings.Take(100))|};",
        "var all = readings.Skip(100).Concat(readings.Take(100));")]
    [InlineData(
        "var all = readings.{|LEAK105:Concat(readings.Where(reading => reading.Label))|}.OrderBy(reading => reading.Age).ToList();",
        "var all = readings.Concat(readings.Where(reading => reading.Label)).Distinct().ToList();")]
    [InlineData(
        "var all = Balance(readings); static List<Measure> Balance(List<Measure> rows) { var rare = rows.Where(row => row.Label); return rows.{|LEAK105:Concat(rare)|}.{|LEAK105:Concat(rare)|}.ToList(); }",
        "var all = Balance(readings); static List<Measure> Balance(List<Measure> rows) { var rare = rows.Where(row => row.Label); return rows.Union(rare).ToList(); }")]
    public Task Reports_copies_that_are_split_and_not_their_twin(string leaking, string honest) => VerifyAsync(Study, leaking, honest);

    [Fact]
    public Task Reports_a_bootstrap_sample_that_is_split_and_not_one_of_the_train_rows() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        "var sample = ml.Data.Cache(ml.Data.{|LEAK105:BootstrapSample(data, seed: 3)|}); var split = ml.Data.TrainTestSplit(sample); var train = split.TrainSet;",
        "var split = ml.Data.TrainTestSplit(data); var train = ml.Data.Cache(ml.Data.BootstrapSample(split.TrainSet, seed: 3));");

    [Fact]
    public Task Reports_a_bootstrap_sample_that_is_cross_validated_and_not_the_rows_it_left_out() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var results = ml.BinaryClassification.CrossValidate(§, pipeline);
        """,
        "ml.Data.{|LEAK105:BootstrapSample(data)|}",
        "ml.Data.BootstrapSample(data, complement: true)");

    [Fact]
    public Task Is_silent_where_the_rows_that_a_sample_left_out_are_tested() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.BootstrapSample(data, seed: 3));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.BootstrapSample(data, seed: 3, complement: true)));
        """);

    [Fact]
    public Task Two_samples_of_different_seeds_share_rows() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.BootstrapSample(data, seed: 3));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.BootstrapSample(data, seed: 4, complement: true)))|};
        """);

    [Fact]
    public Task Is_silent_where_a_sampling_key_keeps_the_copies_together() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(ml.Data.Cache(ml.Data.BootstrapSample(data)), samplingKeyColumnName: nameof(Visit.PatientId));
        """);

    [Fact]
    public Task Reports_copies_that_a_helper_of_another_file_makes_and_not_those_of_the_train_rows() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        §

        public static class Study
        {
            public static void Run(MLContext ml, IDataView train, IDataView test)
            {
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
                var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
            }
        }
        """,
        """
        var split = ml.Data.TrainTestSplit(Sampling.Leaky(ml, ml.Data.LoadFromTextFile<Reading>("readings.csv")));
        Study.Run(ml, split.TrainSet, split.TestSet);
        """,
        """
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        Study.Run(ml, Sampling.Honest(ml, split.TrainSet), split.TestSet);
        """,
        """
        public static class Sampling
        {
            public static IDataView Leaky(MLContext ml, IDataView rows)
            {
                var list = ml.Data.CreateEnumerable<Reading>(rows, reuseRowObject: false).ToList();
                return ml.Data.LoadFromEnumerable(list.{|LEAK105:Concat(list.Where(row => row.Label))|}.ToList());
            }

            public static IDataView Honest(MLContext ml, IDataView rows)
            {
                var list = ml.Data.CreateEnumerable<Reading>(rows, reuseRowObject: false).ToList();
                return ml.Data.LoadFromEnumerable(list.Concat(list.Where(row => row.Label)).ToList());
            }
        }
        """);

    [Fact]
    public Task Reports_oversampled_rows_that_are_cut_by_position_and_not_the_train_part_of_them() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = new List<Reading>();
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));
        """,
        "var more = rows.{|LEAK105:Concat(rows.Where(row => row.Label))|}.ToList(); var train = more.Take(800); var test = more.Skip(800);",
        "var first = rows.Take(800); var train = first.Concat(first.Where(row => row.Label)).ToList(); var test = rows.Skip(800);");

    [Fact]
    public Task Reports_copies_before_the_cut_beside_those_of_the_train_rows_alone() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        §
        var test = rows.Take(rows.Count / 4).ToList();
        var train = rows.Skip(rows.Count / 4).ToList();
        var balanced = train.Concat(train.Where(row => row.Label)).ToList();
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(balanced));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));
        """,
        "rows = rows.{|LEAK105:Concat(rows.Where(row => row.Label))|}.ToList();",
        "rows = rows.Where(row => row.Label).Concat(rows.Where(row => !row.Label)).ToList();");

    [Fact]
    public Task Reports_copies_that_stand_on_both_sides_of_a_range() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToArray();
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(rows[..300]));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(rows[300..])));
        """,
        "rows = rows.{|LEAK105:Concat(rows.Where(row => row.Label))|}.ToArray();",
        "rows = rows.Where(row => row.Age > 0).ToArray();");

    [Theory]
    [InlineData("{|LEAK105:new Oversampled(readings).Rows|}", "public class Oversampled(List<Reading> readings) { public List<Reading> Rows { get; } = readings.Concat(readings.Where(reading => reading.Label)).ToList(); }")]
    [InlineData("{|LEAK105:new Oversampled(readings).Rows|}", "public class Oversampled(List<Reading> readings) { public List<Reading> Rows => readings.Concat(readings.Where(reading => reading.Label)).ToList(); }")]
    [InlineData("{|LEAK105:new Oversampled(readings)|}.Rows", "public class Oversampled { public Oversampled(List<Reading> readings) { Rows = readings.Concat(readings.Where(reading => reading.Label)).ToList(); } public List<Reading> Rows { get; } }")]
    [InlineData("{|LEAK105:new Oversampled(readings)|}.Rows", "public class Copied { public Copied(List<Reading> readings) { Rows = readings.Concat(readings.Where(reading => reading.Label)).ToList(); } public List<Reading> Rows { get; } } public class Oversampled : Copied { public Oversampled(List<Reading> readings) : base(readings) { } }")]
    public Task Reports_copies_that_a_type_makes_where_it_is_used(string rows, string type) => AnalyzerVerifier.VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var readings = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable({{rows}}));

        {{type}}
        """);
}
