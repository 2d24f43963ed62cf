using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>What programs compute, copy and choose by hand, without a call of ML.NET that an execution could be watched at.</summary>
public sealed class HandMadeTests
{
    private const string Rows = """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        §
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """;

    private const string Frame = """
        var ml = new MLContext(seed: 1);
        var frame = Microsoft.Data.Analysis.DataFrame.LoadCsv("readings.csv");
        §
        var split = ml.Data.TrainTestSplit(frame);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """;

    private const string Importance = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var names = new[] { "Age", "Pressure" };
        var first = ml.Transforms.Concatenate("Features", names).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(inner.TrainSet);
        var importance = ml.BinaryClassification.PermutationFeatureImportance(first.LastTransformer, first.Transform(§.TestSet));
        var byName = ml.BinaryClassification.PermutationFeatureImportanceNonCalibrated((ITransformer)first, first.Transform(§.TestSet));

        """;

    [Theory]
    [InlineData(
        "var sorted = rows.Select(row => row.Age).OrderBy(age => age).ToList(); var median = {|LEAK102:sorted[sorted.Count / 2]|}; foreach (var row in rows) { row.Age -= median; }",
        "var sorted = rows.Select(row => row.Age).OrderBy(age => age).ToList(); Console.WriteLine(sorted[sorted.Count / 2]);")]
    [InlineData(
        "var median = rows.Select(row => row.Age).OrderBy(age => age).ToArray(); var middle = {|LEAK102:median[median.Length / 2]|}; rows = rows.Select(row => new Reading { Age = row.Age - middle, Label = row.Label }).ToList();",
        "var ages = rows.Select(row => row.Age).ToArray(); var first = ages[0]; rows = rows.Select(row => new Reading { Age = row.Age - first, Label = row.Label }).ToList();")]
    [InlineData(
        "var median = rows.Select(row => row.Age).OrderBy(age => age).{|LEAK102:ElementAt(rows.Count / 2)|}; foreach (var row in rows) { row.Age -= median; }",
        "var third = rows.Select(row => row.Age).ElementAt(2); foreach (var row in rows) { row.Age -= third; }")]
    [InlineData(
        "var median = rows.Select(row => row.Age).OrderBy(age => age).Skip(rows.Count / 2).{|LEAK102:First()|}; rows = rows.Select(row => new Reading { Age = row.Age / median, Label = row.Label }).ToList();",
        "var oldest = rows.OrderBy(row => row.Age).Skip(rows.Count / 2).First(); Console.WriteLine(oldest.Age); rows = rows.Select(row => new Reading { Age = row.Age / 100, Label = row.Label }).ToList();")]
    [InlineData(
        "var ages = rows.Select(row => row.Age).ToList(); ages.Sort(); var median = {|LEAK102:ages[ages.Count / 2]|}; foreach (var row in rows) { row.Age -= median; }",
        "var ages = rows.Select(row => row.Age).ToList(); var middle = ages[ages.Count / 2]; ages.Sort(); foreach (var row in rows) { row.Age -= middle; }")]
    [InlineData(
        "var ages = rows.Select(row => row.Age).ToArray(); Array.Sort(ages); var median = {|LEAK102:ages[ages.Length / 2]|}; foreach (var row in rows) { row.Age -= median; }",
        "var ages = rows.Select(row => row.Age).ToArray(); Array.Sort(ages, 0, 10); var middle = ages[ages.Length / 2]; foreach (var row in rows) { row.Age -= middle; }")]
    public Task LEAK102_reports_a_median_that_is_written_into_rows_and_not_one_that_is_printed(string leaking, string honest) => VerifyAsync(Rows, leaking, honest);

    [Theory]
    [InlineData("{|LEAK102:Min(one => one.Age)|}", "one.Age - bound", "Min(one => one.On)", "(float)(one.On - bound).TotalDays")]
    [InlineData("{|LEAK102:Max(one => one.Stay.TotalHours)|}", "(float)(one.Stay.TotalHours / bound)", "Max(one => one.On.Year)", "bound - one.On.Year")]
    [InlineData("{|LEAK102:Average(one => one.On.Year)|}", "(float)(one.On.Year - bound)", "Select(one => one.On).Max()", "(float)(bound - one.On).TotalDays")]
    [InlineData("{|LEAK102:Sum(one => one.On.Year)|}", "(float)one.On.Year / bound", "Max(one => one.Left)", "bound is { } last && one.Left is { } left ? (float)(last - left).TotalDays : 0")]
    public Task LEAK102_reports_the_bound_of_a_number_and_not_where_an_axis_of_time_starts(string learned, string scaled, string origin, string moved)
    {
        static string Study(string bound, string age) => $"var bound = seen.{bound}; var rows = seen.Select(one => new Reading {{ Age = {age}, Pressure = one.Age, Label = one.Age > 5 }}).ToList();";
        return VerifyAsync(
            """
            var ml = new MLContext(seed: 1);
            var seen = File.ReadLines("seen.csv").Select(line => new Seen { On = DateTime.Parse(line), Age = line.Length }).ToList();
            §
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

            class Seen { public DateTime On; public DateTimeOffset? Left; public TimeSpan Stay; public float Age; }
            """,
            Study(learned, scaled),
            Study(origin, moved));
    }

    [Theory]
    [InlineData("var mean = frame[\"Age\"].{|LEAK102:Mean()|}; frame[\"Age\"] = frame[\"Age\"] - mean;", "Console.WriteLine(frame[\"Age\"].Mean());")]
    [InlineData("frame[\"Age\"].FillNulls(frame[\"Age\"].{|LEAK102:Median()|}, true);", "frame[\"Age\"].FillNulls(0f, true);")]
    [InlineData("frame[\"Age\"] = frame[\"Age\"].FillNulls(frame[\"Age\"].{|LEAK102:Mean()|});", "var filled = frame[\"Age\"].FillNulls(frame[\"Age\"].Mean());")]
    [InlineData("var top = (float)frame[\"Age\"].{|LEAK102:Max()|}; frame[\"Age\"] = frame[\"Age\"] / top;", "frame[\"Age\"] = frame[\"Age\"] / 100f;")]
    [InlineData("frame = frame.{|LEAK105:Append(frame.Filter(frame[\"Label\"].ElementwiseEquals(true)).Rows)|};", "frame = frame.Append(Microsoft.Data.Analysis.DataFrame.LoadCsv(\"more.csv\").Rows);")]
    [InlineData("frame.{|LEAK105:Append(frame.Rows, inPlace: true)|};", "var twice = frame.Append(frame.Rows);")]
    public Task Data_frames_are_rows_and_their_statistics_are_learned(string leaking, string honest) => VerifyAsync(Frame, leaking, honest);

    [Theory]
    [InlineData(
        "var all = new List<Reading>(); foreach (var row in rows) { for (var i = 0; i < 3; i++) { all.{|LEAK105:Add(row)|}; } } rows = all;",
        "var all = new List<Reading>(); foreach (var row in rows) { for (var i = 0; i < 3; i++) { Console.WriteLine(i); } all.Add(row); } rows = all;")]
    [InlineData(
        "var all = new List<Reading>(); foreach (var row in rows) { all.Add(row); if (row.Label) { all.{|LEAK105:Add(row)|}; } } rows = all;",
        "var all = new List<Reading>(); foreach (var row in rows) { if (row.Label) { all.Add(row); } else { all.Add(row); } } rows = all;")]
    [InlineData(
        "var all = new List<Reading>(rows); for (var i = 0; i < 3; i++) { foreach (var row in rows.Where(row => row.Label)) { all.{|LEAK105:Add(row)|}; } } rows = all;",
        "var ill = new List<Reading>(); var all = new List<Reading>(); foreach (var row in rows) { all.Add(row); if (row.Label) { ill.Add(row); } } rows = all;")]
    public Task LEAK105_reports_a_row_that_is_added_twice_and_not_once_on_either_way(string leaking, string honest) => VerifyAsync(Rows, leaking, honest);

    [Theory]
    [InlineData("rows = [.. rows, {|LEAK105:.. rows.Where(row => row.Label)|}];", "rows = [.. rows, .. File.ReadLines(\"more.csv\").Select(line => new Reading { Age = line.Length })];")]
    public Task LEAK105_reports_a_collection_expression_that_spreads_rows_twice(string leaking, string honest) => VerifyAsync(Rows, leaking, honest);

    [Theory]
    [InlineData("var mean = Statistics.{|LEAK102:Mean(rows)|}; foreach (var row in rows) { row.Age -= mean; }", "Console.WriteLine(Statistics.Mean(rows));")]
    [InlineData("var median = Statistics.{|LEAK102:Median(rows.Select(row => row.Age))|}; foreach (var row in rows) { row.Age -= median; }", "Console.WriteLine(Statistics.Median(rows.Select(row => row.Age)));")]
    [InlineData("var (mean, spread) = Statistics.{|LEAK102:Both(rows)|}; rows = rows.Select(row => new Reading { Age = (row.Age - mean) / spread, Label = row.Label }).ToList();", "var (mean, spread) = Statistics.Both(rows); Console.WriteLine(mean / spread);")]
    [InlineData("rows = Scaler.{|LEAK102:Of(rows)|}.Apply(rows).ToList();", "rows = new Scaler(40, 12).Apply(rows).ToList();")]
    [InlineData("var scaler = new Settings(); scaler.Mean = rows.{|LEAK102:Average(row => row.Age)|}; rows = rows.ConvertAll(row => new Reading { Age = row.Age - scaler.Mean, Label = row.Label });", "var scaler = new Settings(); scaler.Mean = rows.Average(row => row.Age); rows = rows.ConvertAll(row => new Reading { Age = row.Age - 40, Label = row.Label });")]
    public Task LEAK102_reports_statistics_of_a_helper_where_they_are_asked_for(string leaking, string honest) => VerifyAsync(Rows, leaking, honest, """
        static class Statistics
        {
            public static float Mean(IEnumerable<Reading> rows) => rows.Average(row => row.Age);

            public static float Median(IEnumerable<float> values)
            {
                var sorted = values.OrderBy(value => value).ToArray();
                var middle = sorted.Length / 2;
                return sorted.Length % 2 == 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
            }

            public static (float Mean, float Spread) Both(List<Reading> rows)
            {
                var ages = rows.Select(row => row.Age).ToArray();
                var mean = ages.Average();
                return (mean, (float)Math.Sqrt(ages.Sum(age => (age - mean) * (age - mean)) / ages.Length));
            }
        }

        class Settings { public float Mean { get; set; } }

        sealed record Scaler(float Mean, float Spread)
        {
            public static Scaler Of(IReadOnlyCollection<Reading> rows) { var (mean, spread) = Statistics.Both(rows.ToList()); return new Scaler(mean, spread); }

            public IEnumerable<Reading> Apply(IEnumerable<Reading> rows)
            {
                foreach (var row in rows)
                {
                    yield return new Reading { Age = (row.Age - Mean) / Spread, Label = row.Label };
                }
            }
        }
        """);

    /// <summary>A mapping reads what the methods read that it calls; those that read something else are none of it.</summary>
    [Theory]
    [InlineData("float Scaled(float age) => age - mean; rows = rows.Select(row => new Reading { Age = Scaled(row.Age), Label = row.Label }).ToList();")]
    [InlineData("Reading Scale(Reading row) => new Reading { Age = row.Age - mean, Label = row.Label }; rows = rows.Select(Scale).ToList();")]
    [InlineData("var scaler = new Scaler(mean); rows = rows.Select(row => scaler.Apply(row)).ToList();")]
    [InlineData("var scaler = new Scaler(mean); rows = rows.ConvertAll(scaler.Apply);")]
    [InlineData("Step step = new Scaler(mean); rows = rows.Select(row => step.Apply(row)).ToList();")]
    public async Task LEAK102_reports_statistics_that_a_method_reads_which_a_mapping_calls(string mapping)
    {
        const string Scaler = """
            abstract class Step { public abstract Reading Apply(Reading row); public Reading Same(Reading row) => row; }

            class Scaler(float mean) : Step
            {
                private readonly float _mean = mean;

                private float Mean => _mean;

                public override Reading Apply(Reading row) => new() { Age = row.Age - Mean, Label = row.Label };
            }
            """;
        var program = Rows.Replace("§", "var mean = §; " + mapping, StringComparison.Ordinal);
        await VerifyAsync(program, "rows.{|LEAK102:Average(row => row.Age)|}", "40f", Scaler);
        await VerifyAsync(program.Replace("Scale).", "row => { Console.WriteLine(row.Age); return row; }).", StringComparison.Ordinal).Replace("scaler.Apply", "scaler.Same", StringComparison.Ordinal)
            .Replace("step.Apply", "step.Same", StringComparison.Ordinal).Replace("age - mean", "age - 40", StringComparison.Ordinal), "rows.Average(row => row.Age)", "40f", Scaler);
    }

    [Theory]
    [InlineData("rows.Sort((one, other) => one.Date.CompareTo(other.Date));", "rows.Sort((one, other) => one.Age.CompareTo(other.Age));")]
    public Task LEAK204_reports_a_list_that_is_sorted_by_time_in_place(string leaking, string honest) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Scan { Age = line.Length }).ToList();
        §
        var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromEnumerable(rows))|};
        var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

        class Scan { public DateTime Date { get; set; } public float Age { get; set; } public bool Label { get; set; } }
        """,
        leaking,
        honest);

    /// <summary>A list reads an iterator once.</summary>
    [Theory]
    [InlineData("var data = ml.Data.{|LEAK207:LoadFromEnumerable(Draw())|};", "rows.AddRange(Draw()); var data = ml.Data.LoadFromEnumerable(rows);")]
    [InlineData("var data = ml.Data.{|LEAK207:LoadFromEnumerable(Draw())|};", "var all = new List<Reading>(); all.AddRange(Draw()); var data = ml.Data.LoadFromEnumerable(all);")]
    public Task LEAK207_is_not_said_of_what_was_added_to_a_list(string leaking, string honest) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        §
        IEnumerable<Reading> Draw() { for (var i = 0; i < 500; i++) { yield return new Reading { Age = random.Next(90) }; } }
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        leaking,
        honest);

    [Theory]
    [InlineData("var best = Enumerable.Range(1, 99).Select(i => i / 100f).OrderByDescending(cut => scores.Count(row => row.Probability > cut == row.Label)).First();")]
    [InlineData("var best = new[] { 0.3f, 0.5f, 0.7f }.MaxBy(cut => scores.Average(row => row.Probability > cut == row.Label ? 1.0 : 0.0));")]
    public Task LEAK301_reports_the_threshold_that_is_best_for_the_test_rows_and_not_for_the_train_rows(string choice) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var scores = ml.Data.CreateEnumerable<Scored>(model.Transform(split.§), reuseRowObject: false).ToList();

        """ + choice + """

        var changed = ml.BinaryClassification.ChangeModelThreshold(model.LastTransformer, {|LEAK301:best|});
        var metrics = ml.BinaryClassification.Evaluate(changed.Transform(model.Transform(split.TestSet)));

        class Scored { public bool Label { get; set; } public float Probability { get; set; } }
        """,
        "TestSet",
        "TrainSet");

    [Theory]
    [InlineData("var kept = importance.Select((metrics, i) => (metrics.AreaUnderRocCurve.Mean, i)).Where(pair => pair.Mean < -0.01).Select(pair => names[pair.i]).ToArray();")]
    [InlineData("var kept = names.Where((name, i) => importance[i].AreaUnderRocCurve.Mean < -0.01).ToArray();")]
    [InlineData("var kept = new List<string>(); for (var i = 0; i < names.Length; i++) { if (importance[i].AreaUnderRocCurve.Mean < -0.01) { kept.Add(names[i]); } }")]
    [InlineData("var kept = new List<string>(); for (var i = 0; i < names.Length; i++) { if (Math.Abs(importance[i].AreaUnderRocCurve.Mean) < 0.01) { continue; } kept.Add(names[i]); }")]
    [InlineData("var kept = names.ToList(); foreach (var (weight, i) in importance.Select((weight, i) => (weight, i))) { if (weight.AreaUnderRocCurve.Mean > -0.01 && kept.Count > 1) { kept.Remove(names[i]); } }")]
    [InlineData("var kept = new List<string>(); foreach (var feature in byName) { if (feature.Value.AreaUnderRocCurve.Mean < -0.01) { kept.Add(feature.Key); } }")]
    [InlineData("var kept = new List<string>(); foreach (var (name, weight) in byName) { var isUsed = weight.AreaUnderRocCurve.Mean < -0.01; if (isUsed) { kept.Add(name); } }")]
    [InlineData("var drop = new List<string>(); foreach (var (name, weight) in byName) { if (weight.AreaUnderRocCurve.Mean > -0.01) { drop.Add(name); } } var kept = names.Except(drop).ToList();")]
    public Task LEAK301_reports_features_chosen_by_their_importance_for_the_test_rows_and_not_for_validation_rows(string choice) => VerifyAsync(
        Importance + choice + """

        var second = ml.Transforms.Concatenate("Features", kept.{|LEAK301:ToArray()|}).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(inner.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(second.Transform(split.TestSet));
        """,
        "split",
        "inner");

    [Theory]
    [InlineData("kept", "names")]
    public Task LEAK301_is_silent_where_the_importance_is_only_shown(string chosen, string all) => VerifyAsync(
        Importance.Replace("§", "split", StringComparison.Ordinal) + """
        var kept = names.Where((name, i) => importance[i].AreaUnderRocCurve.Mean < -0.01).ToArray();
        Console.WriteLine(string.Join(", ", kept));
        var second = ml.Transforms.Concatenate("Features", {|LEAK301:§|}).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(inner.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(second.Transform(split.TestSet));
        """,
        chosen,
        all);

    [Theory]
    [InlineData("if (importance[0].AreaUnderRocCurve.Mean > 0) { throw new InvalidOperationException(); } kept.Add(\"Pressure\");")]
    [InlineData("if (importance[0].AreaUnderRocCurve.Mean > 0) { return; } kept.Add(\"Pressure\");")]
    [InlineData("if (importance[0].AreaUnderRocCurve.Mean > 0) { Console.WriteLine(names[0]); } kept.Add(\"Pressure\");")]
    [InlineData("var test = ml.Data.CreateEnumerable<Reading>(split.TestSet, false).ToList(); if (test.Max(row => row.Pressure) > 0) { kept.Add(\"Pressure\"); }")]
    [InlineData("var weak = new List<string>(); for (var i = 0; i < names.Length; i++) { kept.Add(names[i]); if (importance[i].AreaUnderRocCurve.Mean > 0) { weak.Add(names[i]); } } Console.WriteLine(string.Join(\", \", weak));")]
    public Task LEAK301_is_silent_where_the_importance_is_a_condition_of_something_else(string honest) => VerifyAsync(
        Importance.Replace("§", "split", StringComparison.Ordinal) + """
        var kept = new List<string>();
        §
        var second = ml.Transforms.Concatenate("Features", kept.{|LEAK301:ToArray()|}).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(inner.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(second.Transform(split.TestSet));
        """,
        "if (importance[0].AreaUnderRocCurve.Mean < 0) { kept.Add(\"Age\"); }",
        honest);

    [Theory]
    [InlineData("System.Diagnostics.Debug.Assert(first.Accuracy > second.Accuracy);")]
    [InlineData("if (first.Accuracy < second.Accuracy) { throw new InvalidOperationException(); }")]
    [InlineData("System.Diagnostics.Trace.WriteLineIf(first.Accuracy > second.Accuracy, \"the tree is better\");")]
    [InlineData("if (first.Accuracy > second.Accuracy) { Console.WriteLine(first.Accuracy); } else { Console.WriteLine(second.Accuracy); }")]
    public Task LEAK302_is_silent_where_which_is_better_is_asserted_or_logged(string honest) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        ITransformer tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        ITransformer linear = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(split.TrainSet);
        var first = ml.BinaryClassification.{|LEAK302:Evaluate(tree.Transform(split.TestSet))|};
        var second = ml.BinaryClassification.{|LEAK302:Evaluate(linear.Transform(split.TestSet))|};
        §
        ml.Model.Save(tree, split.TrainSet.Schema, "model.zip");
        """,
        "tree = first.Accuracy > second.Accuracy ? tree : linear;",
        honest);

    [Fact]
    public Task LEAK401_follows_a_map_of_values() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var model = ml.Transforms.Conversion.MapValue("Code", new Dictionary<bool, float>(), "Label").Append(ml.Transforms.Concatenate("Features", "Age", §)).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
        """,
        "{|LEAK401:\"Code\"|}",
        "\"Pressure\"");

    [Fact]
    public Task LEAK201_reports_two_splits_of_one_origin_that_two_methods_make() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        Test(Train());

        ITransformer Train()
        {
            var split = ml.Data.TrainTestSplit(data, 0.2, seed: 4);
            return ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        }

        void Test(ITransformer model)
        {
            var split = ml.Data.TrainTestSplit(data, 0.2, seed: §);
            Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(split.TestSet))|}.Accuracy);
        }
        """,
        "5",
        "4");

    [Fact]
    public Task LEAK103_is_silent_on_word_vectors_that_were_trained_elsewhere() => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var words = ml.Transforms.Text.TokenizeIntoWords("Tokens", "Ward").Append(§);
        var split = ml.Data.TrainTestSplit(words.{|LEAK103:Fit(data)|}.Transform(data));
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        "ml.Transforms.Text.FeaturizeText(\"Features\", \"Ward\")",
        "ml.Transforms.Text.ApplyWordEmbedding(\"Features\", \"Tokens\", Microsoft.ML.Transforms.Text.WordEmbeddingEstimator.PretrainedModelKind.GloVe50D)");
}
