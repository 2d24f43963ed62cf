using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Statistics that a loop gathers row by row, without a call that an execution could be watched at: of all rows they are learned, of the train rows or so far they are not.</summary>
public sealed class AccumulationsTests
{
    private const string Rows = """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length, Ward = line.Substring(0, 1) }).ToList();
        var train = rows.Take(600).ToList();
        var test = rows.Skip(600).ToList();
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));
        """;

    private const string Centre = " foreach (var row in train) { row.Age -= mean; } foreach (var row in test) { row.Age -= mean; }";
    private const string Scale = " foreach (var row in train) { row.Age = (row.Age - least) / (most - least); } test = test.ConvertAll(row => new Reading { Age = (row.Age - least) / (most - least), Label = row.Label });";
    private const string Encode = " foreach (var row in train) { row.Pressure = table[row.Ward]; } foreach (var row in test) { row.Pressure = table[row.Ward]; }";

    [Theory]
    [InlineData("float sum = 0; foreach (var row in §) { {|LEAK102:sum += row.Age|}; } var mean = sum / rows.Count;" + Centre)]
    [InlineData("var sum = 0.0; for (var i = 0; i < §.Count; i++) { {|LEAK102:sum = sum + §[i].Age|}; } var mean = (float)(sum / rows.Count);" + Centre)]
    [InlineData("float sum = 0; §.ForEach(row => {|LEAK102:sum += row.Age|}); var mean = sum / rows.Count;" + Centre)]
    [InlineData("var sums = new float[2]; foreach (var row in §) { {|LEAK102:sums[0] += row.Age|}; } var mean = sums[0] / rows.Count;" + Centre)]
    [InlineData("float sum = 0; var count = 0; foreach (var row in §) { if (float.IsNaN(row.Age)) { continue; } {|LEAK102:sum += row.Age|}; count++; } var mean = sum / count;" + Centre)]
    [InlineData("float mean = 0, spread = 0; var count = 0; foreach (var row in §) { count++; var difference = row.Age - mean; {|LEAK102:mean += difference / count|}; spread += difference * (row.Age - mean); }" + Centre)]
    [InlineData("float least = float.MaxValue, most = float.MinValue; foreach (var row in §) { {|LEAK102:least = Math.Min(least, row.Age)|}; {|LEAK102:most = Math.Max(row.Age, most)|}; }" + Scale)]
    [InlineData("float least = float.MaxValue, most = float.MinValue; foreach (var row in §) { if (row.Age < least) { {|LEAK102:least = row.Age|}; } if (most < row.Age) { {|LEAK102:most = row.Age|}; } }" + Scale)]
    [InlineData("float least = 0, most = float.MinValue; foreach (var row in §) { {|LEAK102:most = row.Age > most ? row.Age : most|}; }" + Scale)]
    public Task LEAK102_reports_what_a_loop_gathers_of_all_rows_and_not_of_the_train_rows(string program) =>
        VerifyAsync(Rows.Replace("§", program, StringComparison.Ordinal), "rows", "train");

    [Theory]
    [InlineData("var table = new Dictionary<string, float>(); foreach (var row in §) { if (!table.ContainsKey(row.Ward)) { table[row.Ward] = 0; } {|LEAK102:table[row.Ward]++|}; }" + Encode)]
    [InlineData("var table = new Dictionary<string, int>(); foreach (var row in §) { {|LEAK102:table[row.Ward] = table.GetValueOrDefault(row.Ward) + 1|}; }" + Encode)]
    [InlineData("var table = new Dictionary<string, int>(); foreach (var row in §) { table.TryGetValue(row.Ward, out var count); {|LEAK102:table[row.Ward] = count + 1|}; }" + Encode)]
    [InlineData("var table = new Dictionary<string, int>(); foreach (var row in §) { {|LEAK102:table[row.Ward] = table.ContainsKey(row.Ward) ? table[row.Ward] + 1 : 1|}; }" + Encode)]
    [InlineData("var table = new Dictionary<string, float>(); foreach (var row in §) { table.TryGetValue(row.Ward, out var sum); {|LEAK102:table[row.Ward] = sum + row.Age|}; }" + Encode)]
    [InlineData("var table = new Dictionary<string, float>(); foreach (var row in §) { if (!table.ContainsKey(row.Ward)) { table[row.Ward] = 0; } {|LEAK101:table[row.Ward] += row.Label ? 1 : 0|}; }" + Encode)]
    [InlineData("var table = new Dictionary<string, float>(); foreach (var row in §) { if (row.Label) { table.TryGetValue(row.Ward, out var ill); {|LEAK101:table[row.Ward] = ill + 1|}; } }" + Encode)]
    public Task Tables_that_a_loop_fills_by_a_value_of_each_row_are_learned_and_with_the_label_in_them_supervised(string program) =>
        VerifyAsync(Rows.Replace("§", program, StringComparison.Ordinal), "rows", "train");

    [Fact]
    public Task What_the_label_chooses_of_each_row_is_supervised() =>
        VerifyAsync(Rows, "float sum = 0; foreach (var row in rows) { {|LEAK101:sum += row.Label ? row.Age : 0|}; } var mean = sum / rows.Count;" + Centre, "float sum = 0; foreach (var row in train) { sum += row.Label ? row.Age : 0; } var mean = sum / train.Count;" + Centre);

    [Theory]
    [InlineData("var mean = Statistics.{|LEAK102:Mean(§)|};" + Centre)]
    [InlineData("var running = new Running(); foreach (var row in §) { running.{|LEAK102:Add(row.Age)|}; } var mean = (float)running.Mean;" + Centre)]
    [InlineData("var scaler = new Scaler(); scaler.{|LEAK102:Fit(§)|}; scaler.Apply(train); scaler.Apply(test);")]
    public Task LEAK102_reports_what_a_helper_gathers_of_all_rows_and_not_of_the_train_rows(string program) => VerifyAsync(
        Rows.Replace("§", program, StringComparison.Ordinal),
        "rows",
        "train",
        """
        static class Statistics
        {
            public static float Mean(IEnumerable<Reading> rows) { float sum = 0; var count = 0; foreach (var row in rows) { sum += row.Age; count++; } return sum / count; }
        }

        class Running
        {
            private int _count;
            private double _mean;

            public double Mean => _mean;

            public void Add(double value) { _count++; _mean += (value - _mean) / _count; }
        }

        class Scaler
        {
            private float _most = float.MinValue;

            public void Fit(IEnumerable<Reading> rows) { foreach (var row in rows) { if (row.Age > _most) { _most = row.Age; } } }

            public void Apply(IEnumerable<Reading> rows) { foreach (var row in rows) { row.Age /= _most; } }
        }
        """);

    [Theory]
    [InlineData("float last = 0; foreach (var row in rows) { row.Pressure = row.Age - last; last = row.Age; }")]
    [InlineData("float sum = 0; var count = 0; foreach (var row in rows) { row.Pressure = count > 0 ? sum / count : 0; sum += row.Age; count++; }")]
    [InlineData("float sum = 0; foreach (var row in rows) { sum += row.Age; row.Pressure = sum; }")]
    [InlineData("foreach (var row in rows) { var sum = 0f; sum += row.Age; sum += row.Pressure; row.Pressure = sum; }")]
    [InlineData("var last = new Dictionary<string, float>(); foreach (var row in rows) { last.TryGetValue(row.Ward, out var before); row.Pressure = row.Age - before; last[row.Ward] = row.Age; }")]
    [InlineData("var seen = new Dictionary<string, int>(); foreach (var row in rows) { seen.TryGetValue(row.Ward, out var before); row.Pressure = before; seen[row.Ward] = before + 1; }")]
    public Task What_was_gathered_so_far_is_of_the_rows_before(string honest) =>
        VerifyAsync(Rows, "float sum = 0; foreach (var row in rows) { {|LEAK102:sum += row.Age|}; } var mean = sum / rows.Count;" + Centre, honest);

    [Theory]
    [InlineData("for (var i = 0; i < 600; i++) { sum += rows[i].Age; }")]
    [InlineData("for (var i = 0; i < train.Count; i++) { sum += rows[i].Age; }")]
    [InlineData("for (var i = 0; i < rows.Count; i++) { if (i < 600) { sum += rows[i].Age; } }")]
    [InlineData("var count = 0; foreach (var row in rows) { sum += row.Age; if (++count == 600) { break; } }")]
    [InlineData("foreach (var row in rows) { if (!train.Contains(row)) { continue; } if (row.Age < 0) { row.Age = 0; } sum += row.Age; }")]
    [InlineData("foreach (var row in rows) { sum += row.Pressure > 120 ? row.Age : 0; }")]
    [InlineData("void Add(float age) { sum += age; } foreach (var row in rows) { if (train.Contains(row)) { Add(row.Age); } }")]
    [InlineData("rows.ForEach(row => { if (train.Contains(row)) { sum += row.Age; } });")]
    public Task What_is_gathered_of_the_rows_that_a_condition_picks_is_not_of_all_rows(string honest) => VerifyAsync(
        Rows,
        "float sum = 0; if (args.Length > 0) { foreach (var row in rows) { if (!float.IsNaN(row.Age)) { {|LEAK102:sum += row.Age|}; } } } var mean = sum / 600;" + Centre,
        "float sum = 0; " + honest + " var mean = sum / 600;" + Centre);

    [Theory]
    [InlineData("float sum = 0; foreach (var row in rows) { sum += row.Age; } Console.WriteLine(sum / rows.Count);")]
    [InlineData("var number = 0; foreach (var row in rows) { row.Pressure = number; number++; }")]
    [InlineData("var ill = 0; foreach (var row in rows) { if (row.Label) { ill++; } } foreach (var row in train) { row.Pressure = row.Label ? 1f / ill : 1f / (rows.Count - ill); }")]
    [InlineData("var sizes = new Dictionary<bool, int>(); foreach (var row in rows) { sizes.TryGetValue(row.Label, out var size); sizes[row.Label] = size + 1; } foreach (var row in train) { row.Pressure = 1f / sizes[row.Label]; }")]
    [InlineData("var numbers = new Dictionary<string, int>(); foreach (var row in rows) { if (!numbers.TryGetValue(row.Ward, out var number)) { number = numbers.Count; numbers[row.Ward] = number; } row.Pressure = number; }")]
    [InlineData("var seen = new Dictionary<string, int>(); train = new(); test = new(); foreach (var row in rows) { seen.TryGetValue(row.Ward, out var count); seen[row.Ward] = count + 1; if (count % 5 == 0) { test.Add(row); } else { train.Add(row); } }")]
    [InlineData("var broken = 0; foreach (var row in rows) { if (row.Age < 0) { broken++; } } if (broken > 0) { throw new InvalidDataException(); }")]
    public Task Counts_numbers_and_weights_of_the_classes_are_no_statistic(string honest) =>
        VerifyAsync(Rows, "float sum = 0; foreach (var row in rows) { {|LEAK102:sum += row.Age|}; } var mean = sum / rows.Count;" + Centre, honest);

    [Theory]
    [InlineData("float sum = 0; foreach (var row in §) { {|LEAK102:sum += row.Age|}; } foreach (var row in rows) { row.Age -= sum / rows.Count; }")]
    [InlineData("var mean = §.{|LEAK102:Average(row => row.Age)|}; foreach (var row in rows) { row.Age -= mean; }")]
    public Task LEAK102_reports_statistics_of_rows_that_a_loop_reads_from_a_file_and_not_of_another_file(string scaling) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = Read("readings.csv");
        var others = Read("others.csv");
        """ + "\n" + scaling + """

        var train = ml.Data.LoadFromEnumerable(rows.Take(600));
        var test = ml.Data.LoadFromEnumerable(rows.Skip(600));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));

        static List<Reading> Read(string path)
        {
            var read = new List<Reading>();
            foreach (var line in File.ReadAllLines(path))
            {
                var parts = line.Split(',');
                read.Add(new Reading { Age = float.Parse(parts[0]), Label = parts[1] == "1" });
            }

            return read;
        }
        """,
        "rows",
        "others");

    [Theory]
    [InlineData("foreach (var row in rows) { row.Age -= mean; }")]
    [InlineData("rows.ForEach(row => row.Age -= mean);")]
    [InlineData("for (var i = 0; i < rows.Count; i++) { rows[i].Age -= mean; }")]
    public Task LEAK102_reports_what_is_written_into_rows_that_a_caller_hands_over(string scaling) => VerifyAsync(
        "Console.WriteLine();",
        "rows",
        "others",
        $$"""
        public static class Study
        {
            public static double Score(MLContext ml, List<Reading> rows, List<Reading> others)
            {
                var mean = §.{|LEAK102:Average(row => row.Age)|};
                {{scaling}}
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
            }
        }
        """);

    [Theory]
    [InlineData("", ", samplingKeyColumnName: \"Ward\"")]
    public Task A_table_of_groups_that_the_split_keeps_whole_is_no_leak(string leaking, string honest) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length, Ward = line.Substring(0, 1) }).ToList();
        var table = new Dictionary<string, float>();
        foreach (var row in rows) { table.TryGetValue(row.Ward, out var sum); {|LEAK102:table[row.Ward] = sum + row.Age|}; }
        foreach (var row in rows) { row.Pressure = table[row.Ward]; }
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows)§);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        leaking,
        honest);

    private const string Cursor = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        §
        var pipeline = ml.Transforms.CustomMapping<Reading, Scaled>((reading, scaled) => scaled.Share = (reading.Age - mean) * weight, null)
            .Append(ml.Transforms.Concatenate("Features", "Share"))
            .Append(ml.BinaryClassification.Trainers.FastTree());
        var metrics = ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));

        class Scaled { public float Share { get; set; } }
        """;

    [Theory]
    [InlineData("float weight = 1, sum = 0, age = 0; var count = 0; var column = §.Schema[\"Age\"]; using var cursor = §.GetRowCursor(new[] { column }); var getter = cursor.GetGetter<float>(column); while (cursor.MoveNext()) { getter(ref age); {|LEAK102:sum += age|}; count++; } var mean = sum / count;")]
    [InlineData("float weight = 1, mean = float.MinValue; using (var cursor = §.GetRowCursor(§.Schema)) { var getter = cursor.GetGetter<float>(cursor.Schema[\"Age\"]); while (cursor.MoveNext()) { var age = 0f; getter.Invoke(ref age); {|LEAK102:mean = Math.Max(mean, age)|}; } }")]
    [InlineData("float mean = 1, weight = 0; var ill = false; using (var cursor = §.GetRowCursor(§.Schema)) { var label = cursor.GetGetter<bool>(§.Schema[\"Label\"]); while (cursor.MoveNext()) { label(ref ill); {|LEAK101:weight += ill ? 1 : 0|}; } }")]
    public Task What_a_cursor_reads_of_all_rows_is_learned_and_of_the_train_rows_not(string program) => VerifyAsync(Cursor.Replace("§", program, StringComparison.Ordinal), "data", "split.TrainSet");

    [Theory]
    [InlineData("float mean = 1, weight = 0; var ill = false; using (var cursor = data.GetRowCursor(data.Schema)) { var label = cursor.GetGetter<bool>(data.Schema[\"Label\"]); while (cursor.MoveNext()) { label(ref ill); if (ill) { weight++; } } }")]
    [InlineData("float weight = 1, mean = 0; var age = 0f; using (var cursor = data.GetRowCursor(data.Schema)) { var getter = cursor.GetGetter<float>(data.Schema[\"Age\"]); while (cursor.MoveNext() && cursor.Position < 600) { getter(ref age); mean += age; } }")]
    [InlineData("float weight = 1, mean = 0; var age = 0f; using (var cursor = data.GetRowCursor(data.Schema)) { var getter = cursor.GetGetter<float>(data.Schema[\"Age\"]); cursor.MoveNext(); getter(ref age); mean += age; }")]
    [InlineData("float weight = 1, mean = 0; var sum = 0f; var age = 0f; using (var cursor = data.GetRowCursor(data.Schema)) { var getter = cursor.GetGetter<float>(data.Schema[\"Age\"]); while (cursor.MoveNext()) { getter(ref age); sum += age; } } Console.WriteLine(sum);")]
    public Task What_a_cursor_reads_of_one_row_or_only_shows_is_not_learned(string honest) => VerifyAsync(
        Cursor, "float weight = 1, mean = 0; var age = 0f; using (var cursor = data.GetRowCursor(data.Schema)) { var getter = cursor.GetGetter<float>(data.Schema[\"Age\"]); while (cursor.MoveNext()) { getter(ref age); {|LEAK102:mean += age|}; } }", honest);
}
