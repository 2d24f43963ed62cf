using LeakageAnalyzers.Tests.Verification;
using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Means and other numbers of each group of rows, kept in a table and written back into the rows: target encoding by hand, without a call of ML.NET that an execution could be watched at.</summary>
public sealed class StatisticsOfGroupsTests
{
    private const string Rows = """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length, Ward = line.Substring(0, 1) }).ToList();
        §
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """;

    private const string Means = "var means = rows.GroupBy(row => row.Ward).ToDictionary(ward => ward.Key, ward => ward.{|LEAK102:Average(row => row.Age)|}); ";

    [Theory]
    [InlineData(
        Means + "foreach (var row in rows) { row.Pressure = means[row.Ward]; }",
        Means + "foreach (var (ward, mean) in means) { Console.WriteLine($\"{ward}: {mean}\"); }")]
    [InlineData(
        Means + "rows = rows.Select(row => new Reading { Age = row.Age, Pressure = means[row.Ward], Label = row.Label }).ToList();",
        Means + "rows = rows.Select(row => new Reading { Age = row.Age, Pressure = row.Age, Label = row.Label }).ToList();")]
    [InlineData(
        Means + "foreach (var row in rows) { if (means.TryGetValue(row.Ward, out var mean)) { row.Pressure = mean; } }",
        Means + "foreach (var row in rows) { if (means.TryGetValue(row.Ward, out var mean)) { Console.WriteLine(mean); } }")]
    [InlineData(
        Means + "foreach (var row in rows) { row.Pressure = row.Age - means.GetValueOrDefault(row.Ward); }",
        "var counts = rows.GroupBy(row => row.Ward).ToDictionary(ward => ward.Key, ward => ward.Count()); rows = rows.Where(row => counts[row.Ward] > 10).ToList();")]
    [InlineData(
        "var means = rows.GroupBy(row => row.Ward).Select(ward => new { ward.Key, Highest = ward.{|LEAK102:Max(row => row.Age)|} }).ToDictionary(ward => ward.Key, ward => ward.Highest); foreach (var row in rows) { row.Pressure = means[row.Ward]; }",
        "var names = rows.GroupBy(row => row.Ward).Select(ward => new { ward.Key, Highest = ward.Max(row => row.Age) }).ToDictionary(ward => ward.Key, ward => ward.Key.Length); foreach (var row in rows) { row.Pressure = names[row.Ward]; }")]
    [InlineData(
        "var means = (from row in rows group row by row.Ward into ward select new { ward.Key, Mean = ward.{|LEAK102:Average(row => row.Age)|} }).ToDictionary(ward => ward.Key, ward => ward.Mean); foreach (var row in rows) { row.Pressure = means[row.Ward]; }",
        "var first = rows.GroupBy(row => row.Ward).ToDictionary(ward => ward.Key, ward => ward.First()); foreach (var row in rows) { row.Pressure = first[row.Ward].Age; }")]
    [InlineData(
        "var means = new Dictionary<string, float>(); foreach (var ward in rows.GroupBy(row => row.Ward)) { means[ward.Key] = ward.{|LEAK102:Average(row => row.Age)|}; } foreach (var row in rows) { row.Pressure = means[row.Ward]; }",
        "var means = new Dictionary<string, float>(); foreach (var ward in rows.GroupBy(row => row.Ward)) { means[ward.Key] = ward.Average(row => row.Age); } foreach (var row in rows) { row.Pressure = row.Age; }")]
    public Task LEAK102_reports_statistics_of_groups_that_are_written_into_rows_and_not_those_that_are_shown(string leaking, string honest) => VerifyAsync(Rows, leaking, honest);

    [Theory]
    [InlineData("ward.{|LEAK101:Average(row => row.Label ? 1f : 0f)|}")]
    [InlineData("ward.{|LEAK101:Count(row => row.Label)|} / (float)ward.Count()")]
    [InlineData("ward.Where(row => row.Age > 0).{|LEAK101:Sum(row => Convert.ToSingle(row.Label))|}")]
    public Task LEAK101_reports_the_share_of_a_label_in_each_group_that_is_written_into_rows_and_not_one_that_is_shown(string share) => VerifyAsync(
        Rows,
        $"var shares = rows.GroupBy(row => row.Ward).ToDictionary(ward => ward.Key, ward => {share}); foreach (var row in rows) {{ row.Pressure = shares[row.Ward]; }}",
        $"var shares = rows.GroupBy(row => row.Ward).ToDictionary(ward => ward.Key, ward => {share}); foreach (var row in rows) {{ Console.WriteLine(shares[row.Ward]); }}");

    [Theory]
    [InlineData("var ill = rows.Count(row => row.Label); foreach (var row in rows) { row.Pressure = (row.Label ? rows.Count - ill : ill) / (float)rows.Count; }")]
    [InlineData("var sizes = rows.GroupBy(row => row.Label).ToDictionary(label => label.Key, label => label.Count()); foreach (var row in rows) { row.Pressure = 1f / sizes[row.Label]; }")]
    public Task Weights_of_the_classes_are_no_statistic(string weights) => VerifyAsync(Rows, Means + "foreach (var row in rows) { row.Pressure = means[row.Ward]; }", weights);

    [Theory]
    [InlineData("rows", "rows.Take(800)")]
    [InlineData("rows.Where(row => row.Age > 0)", "rows.Take(800).Where(row => row.Age > 0)")]
    [InlineData("rows", "others")]
    public Task LEAK102_is_silent_where_the_table_is_of_train_rows_or_of_others(string leaking, string honest) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length, Ward = line.Substring(0, 1) }).ToList();
        var others = File.ReadLines("others.csv").Select(line => new Reading { Age = line.Length, Ward = line.Substring(0, 1) }).ToList();
        var means = §.GroupBy(row => row.Ward).ToDictionary(ward => ward.Key, ward => ward.{|LEAK102:Average(row => row.Age)|});
        var encoded = rows.Select(row => new Reading { Age = row.Age, Pressure = means[row.Ward], Label = row.Label }).ToList();
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(ml.Data.LoadFromEnumerable(encoded.Take(800)));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(encoded.Skip(800))));
        """,
        leaking,
        honest);

    [Theory]
    [InlineData("Age", "PatientId")]
    [InlineData("Label", "PatientId")]
    public Task LEAK102_is_silent_where_each_patient_is_centred_by_rows_of_the_patient_who_stays_on_one_side(string leaking, string honest) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var visits = File.ReadLines("visits.csv").Select(line => new Visit { PatientId = line.Substring(0, 4), Age = line.Length }).ToList();
        var means = visits.GroupBy(visit => visit.§).ToDictionary(group => group.Key, group => group.{|LEAK102:Average(visit => visit.Pressure)|});
        foreach (var visit in visits)
        {
            visit.Pressure -= means[visit.§];
        }

        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(visits), samplingKeyColumnName: "PatientId");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """,
        leaking,
        honest);

    [Theory]
    [InlineData("var mean = patient.Average(visit => visit.Pressure); foreach (var visit in patient) { visit.Pressure -= mean; }", "")]
    [InlineData("means[patient.Key] = patient.Average(visit => visit.Pressure);", "foreach (var visit in visits) { visit.Pressure -= means[visit.PatientId]; }")]
    [InlineData("means.Add(patient.Key, patient.Average(visit => visit.Pressure));", "visits.ForEach(visit => visit.Pressure -= means[visit.PatientId]);")]
    public Task LEAK102_is_silent_where_each_patient_is_centred_in_turn(string each, string then) => AnalyzerVerifier.VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var visits = File.ReadLines("visits.csv").Select(line => new Visit { PatientId = line.Substring(0, 4), Age = line.Length }).ToList();
        var means = new Dictionary<string, float>();
        foreach (var patient in visits.GroupBy(visit => visit.PatientId))
        {
            {{each}}
        }

        {{then}}
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(visits), samplingKeyColumnName: "PatientId");
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """);

    [Theory]
    [InlineData("rows.Select(row => new Reading { Age = row.Age, Pressure = means[row.Ward] })", "rows.Select(row => row.Ward).Distinct().Select(ward => new Reading { Ward = ward, Pressure = means[ward] })")]
    [InlineData("rows.Select(row => new Reading { Age = row.Age, Pressure = means[row.Ward] })", "rows.GroupBy(row => row.Ward).Select(ward => new Reading { Ward = ward.Key, Pressure = means[ward.Key] })")]
    [InlineData("rows.Select(row => new Reading { Age = row.Age, Pressure = means[row.Ward] })", "rows.GroupBy(row => row.Ward).Select(ward => new Reading { Ward = ward.Key, Pressure = ward.Average(row => row.Age) })")]
    [InlineData("rows.Select(row => new Reading { Age = row.Age, Pressure = means[row.Ward] })", "means.Select(ward => new Reading { Ward = ward.Key, Pressure = ward.Value })")]
    public Task LEAK102_is_silent_where_each_group_is_a_row(string leaking, string honest) => VerifyAsync(Rows, Means + "rows = (" + leaking + ").ToList();", Means + "rows = (" + honest + ").ToList();");
}
