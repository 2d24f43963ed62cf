using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows that programs cut, make and score by hand, one by one, and statistics in the text of an expression.</summary>
public sealed class RowsByHandTests
{
    private const string Rows = """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)))|};
        """;

    private const string Grown = """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        var train = rows.Take(600).ToList();
        var test = rows.Skip(600).ToList();
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));
        """;

    [Theory]
    [InlineData("var train = rows.GetRange(0, 700); var test = rows.GetRange(§, 200);", "600", "700")]
    [InlineData("var train = rows.GetRange(0, §); var test = rows.GetRange(600, rows.Count - 600);", "rows.Count", "600")]
    [InlineData("var cut = (int)(rows.Count * 0.8); var train = rows.GetRange(0, §); var test = rows.GetRange(cut, rows.Count - cut);", "rows.Count", "cut")]
    [InlineData("var cut = (int)(rows.Count * 0.8); var train = rows.GetRange(0, §); var test = rows.Skip(cut).ToList();", "rows.Count", "cut")]
    [InlineData("var all = rows.ToArray(); var train = all.AsSpan(0, §).ToArray(); var test = all.AsSpan(600).ToArray();", "700", "600")]
    [InlineData("var all = rows.ToArray(); var cut = all.Length * 4 / 5; var train = all.AsSpan(0, §).ToArray(); var test = all.AsSpan(cut, all.Length - cut).ToArray();", "all.Length", "cut")]
    public Task LEAK201_reports_ranges_that_overlap_and_not_those_that_end_where_the_other_begins(string cut, string leaking, string honest) =>
        VerifyAsync(Rows.Replace("§", cut, StringComparison.Ordinal), leaking, honest);

    [Theory]
    [InlineData("var grown = new List<Reading>(§); foreach (var row in §) { if (row.Label) { grown.{|LEAK105:Add(new Reading { Age = row.Age + 0.1f, Pressure = row.Pressure, Label = true })|}; } } train = grown.Take(600).ToList();", " test = grown.Skip(600).ToList();")]
    [InlineData("var grown = new List<Reading>(); foreach (var row in §) { grown.Add(row); if (row.Label) { grown.{|LEAK105:Add(new Reading { Age = row.Age + 0.1f, Label = true })|}; } } train = grown.Take(600).ToList();", " test = grown.Skip(600).ToList();")]
    [InlineData("""
        var ill = §.Where(row => row.Label).ToList();
        var random = new Random(1);
        var grown = §.ToList();
        for (var i = 0; i < 100; i++)
        {
            var (one, other, part) = (ill[random.Next(ill.Count)], ill[random.Next(ill.Count)], random.NextSingle());
            grown.{|LEAK105:Add(new Reading { Age = one.Age + (part * (other.Age - one.Age)), Pressure = one.Pressure, Label = true })|};
        }

        train = grown.Take(700).ToList();
        """, " test = grown.Skip(700).ToList();")]
    public Task LEAK105_reports_rows_that_are_made_of_others_before_the_cut_and_not_of_train_rows(string growth, string cut) =>
        VerifyAsync(Grown, growth.Replace("§", "rows", StringComparison.Ordinal) + cut, growth.Replace("§", "train", StringComparison.Ordinal));

    [Theory]
    [InlineData("var eyes = new List<Reading>(); foreach (var row in rows) { eyes.Add(new Reading { Age = row.Age, Label = row.Label }); eyes.Add(new Reading { Age = row.Pressure, Label = row.Label }); } train = eyes.Take(600).ToList(); test = eyes.Skip(600).ToList();")]
    [InlineData("var all = new List<Reading>(); foreach (var row in rows) { if (row.Label) { all.Add(row); } else { all.Add(new Reading { Age = row.Age }); } } train = all.Take(600).ToList(); test = all.Skip(600).ToList();")]
    [InlineData("var windows = new List<Reading>(); for (var i = 1; i < rows.Count; i++) { windows.Add(new Reading { Age = rows[i].Age - rows[i - 1].Age, Label = rows[i].Label }); } train = windows.Take(600).ToList(); test = windows.Skip(600).ToList();")]
    public Task One_row_for_each_or_for_each_part_of_one_is_no_copy(string honest) => VerifyAsync(
        Grown,
        "var grown = new List<Reading>(); foreach (var row in rows) { grown.Add(row); grown.{|LEAK105:Add(new Reading { Age = row.Age, Label = row.Label })|}; } train = grown.Take(600).ToList(); test = grown.Skip(600).ToList();",
        honest);

    [Theory]
    [InlineData("$\"x => x / {max}f\"")]
    [InlineData("$\"x => x / {max:F3}f\"")]
    [InlineData("\"x => x / \" + max.ToString(System.Globalization.CultureInfo.InvariantCulture) + \"f\"")]
    [InlineData("string.Format(\"x => x / {0}f\", max)")]
    public Task LEAK102_reports_a_statistic_of_all_rows_in_the_text_of_an_expression_and_not_one_of_the_train_rows(string text) => VerifyAsync(
        $$$"""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var max = §.GetColumn<float>("Age").{|LEAK102:Max()|};
        var pipeline = ml.Transforms.Expression("Age", {{{text}}}, "Age").Append(ml.Transforms.Concatenate("Features", "Age", "Pressure"));
        var model = pipeline.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        "data",
        "split.TrainSet");

    [Theory]
    [InlineData("var scored = rows.Select(row => new Scored { Label = row.Label, Score = engine.Predict(row).Score }).ToList();")]
    [InlineData("var scored = rows.Select(row => { var prediction = engine.Predict(row); prediction.Label = row.Label; return prediction; }).ToList();")]
    [InlineData("var scored = new List<Scored>(); foreach (var row in rows) { var prediction = engine.Predict(row); scored.Add(new Scored { Label = row.Label, Score = prediction.Score }); }")]
    [InlineData("var scored = new List<Scored>(); foreach (var row in rows) { var prediction = engine.Predict(row); prediction.Label = row.Label; scored.Add(prediction); }")]
    public Task LEAK201_reports_train_rows_that_an_engine_scores_one_by_one_and_not_test_rows(string scoring) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var engine = ml.Model.CreatePredictionEngine<Reading, Scored>(model);
        var rows = ml.Data.CreateEnumerable<Reading>(split.§, reuseRowObject: false).ToList();

        """ + scoring + """

        var metrics = ml.BinaryClassification.{|LEAK201:EvaluateNonCalibrated(ml.Data.LoadFromEnumerable(scored))|};

        class Scored { public bool Label { get; set; } public float Score { get; set; } }
        """,
        "TrainSet",
        "TestSet");
}
