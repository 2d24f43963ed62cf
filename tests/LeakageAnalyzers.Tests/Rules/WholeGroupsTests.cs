using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows of patients that programs keep together, or of which they keep one each, by other means than a sampling key.</summary>
public sealed class WholeGroupsTests
{
    private const string Cut = """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.CreateEnumerable<Visit>(ml.Data.LoadFromTextFile<Visit>("visits.csv"), reuseRowObject: false).ToList();
        var random = new Random(1);
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));
        """;

    private const string Split = """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.CreateEnumerable<Visit>(ml.Data.LoadFromTextFile<Visit>("visits.csv"), reuseRowObject: false).ToList();
        §
        var split = ml.Data.{|LEAK202:TrainTestSplit(ml.Data.LoadFromEnumerable(one))|};
        """;

    [Theory]
    [InlineData(
        "var all = visits.GroupBy(visit => visit.Age).Select(ofOne => ofOne.ToList()).OrderBy(_ => random.Next()).ToList(); var n = all.Count / 5; var test = all.{|LEAK202:Take(n)|}.SelectMany(ofOne => ofOne).ToList(); var train = all.Skip(n).SelectMany(ofOne => ofOne).ToList();",
        "var all = visits.GroupBy(visit => visit.PatientId).Select(ofOne => ofOne.ToList()).OrderBy(_ => random.Next()).ToList(); var n = all.Count / 5; var test = all.Take(n).SelectMany(ofOne => ofOne).ToList(); var train = all.Skip(n).SelectMany(ofOne => ofOne).ToList();")]
    [InlineData(
        "var all = visits.OrderBy(_ => random.Next()).ToArray(); var n = all.Length / 5; var test = {|LEAK202:all[..n]|}.ToList(); var train = all[n..].ToList();",
        "var all = visits.GroupBy(visit => visit.PatientId).OrderBy(_ => random.Next()).ToArray(); var n = all.Length / 5; var test = all[..n].SelectMany(ofOne => ofOne).ToList(); var train = all[n..].SelectMany(ofOne => ofOne).ToList();")]
    [InlineData(
        "var train = new List<Visit>(); var test = new List<Visit>(); var all = visits.GroupBy(visit => visit.Label).First().ToList(); test.AddRange(all.{|LEAK202:Take(80)|}); train.AddRange(all.Skip(80));",
        "var train = new List<Visit>(); var test = new List<Visit>(); foreach (var stratum in visits.GroupBy(visit => visit.PatientId).GroupBy(ofOne => ofOne.Any(visit => visit.Label))) { var all = stratum.ToList(); var n = all.Count / 5; test.AddRange(all.Take(n).SelectMany(ofOne => ofOne)); train.AddRange(all.Skip(n).SelectMany(ofOne => ofOne)); }")]
    [InlineData(
        "var all = visits.OrderBy(visit => visit.PatientId).ToList(); var test = all.{|LEAK202:Take(80)|}.ToList(); var train = all.Skip(80).ToList();",
        "var table = visits.GroupBy(visit => visit.PatientId).ToDictionary(ofOne => ofOne.Key, ofOne => ofOne.ToList()); var ids = table.Keys.OrderBy(_ => random.Next()).ToList(); var n = ids.Count / 5; var test = ids.Take(n).SelectMany(id => table[id]).ToList(); var train = ids.Skip(n).SelectMany(id => table[id]).ToList();")]
    [InlineData(
        "var all = visits.ToLookup(visit => visit.PatientId).SelectMany(ofOne => ofOne).ToList(); var test = all.{|LEAK202:Take(80)|}.ToList(); var train = all.Skip(80).ToList();",
        "var table = visits.ToLookup(visit => visit.PatientId); var ids = table.Select(ofOne => ofOne.Key).OrderBy(_ => random.Next()).ToArray(); var test = ids[..20].SelectMany(id => table[id]).ToList(); var train = ids[20..].SelectMany(id => table[id]).ToList();")]
    [InlineData(
        "var ages = visits.Select(visit => visit.Age).Distinct().ToList(); var test = ages.{|LEAK202:Take(20)|}.SelectMany(age => visits.Where(visit => visit.Age == age)).ToList(); var train = ages.Skip(20).SelectMany(age => visits.Where(visit => visit.Age == age)).ToList();",
        "var ids = visits.Select(visit => visit.PatientId).Distinct().OrderBy(_ => random.Next()).ToList(); var test = ids.Take(20).SelectMany(id => visits.Where(visit => visit.PatientId == id)).ToList(); var train = ids.Skip(20).SelectMany(id => visits.Where(visit => visit.PatientId == id)).ToList();")]
    [InlineData(
        "var first = visits.{|LEAK202:Take(800)|}.ToList(); var test = first.GroupBy(visit => visit.PatientId).SelectMany(ofOne => ofOne).ToList(); var train = visits.Skip(800).ToList();",
        "var files = Directory.GetFiles(\"patients\"); var test = files.Take(20).SelectMany(Read).ToList(); var train = files.Skip(20).SelectMany(Read).ToList(); static IEnumerable<Visit> Read(string file) => File.ReadLines(file).Select(line => new Visit { PatientId = file, Age = line.Length });")]
    public Task LEAK202_reports_rows_and_groups_of_other_columns_that_are_cut_by_their_position_and_not_whole_patients(string leaking, string honest) => VerifyAsync(Cut, leaking, honest);

    [Theory]
    [InlineData("var seen = new HashSet<string>(); var one = new List<Visit>(); foreach (var visit in visits) { if (!seen.Add(visit.PatientId)) { one.Add(visit); } }", "var seen = new HashSet<string>(); var one = new List<Visit>(); foreach (var visit in visits) { if (seen.Add(visit.PatientId)) { one.Add(visit); } }")]
    [InlineData("var seen = new HashSet<float>(); var one = new List<Visit>(); foreach (var visit in visits) { if (!seen.Add(visit.Age)) { continue; } one.Add(visit); }", "var seen = new HashSet<string>(); var one = new List<Visit>(); foreach (var visit in visits) { var id = visit.PatientId; if (!seen.Add(id)) { continue; } one.Add(visit); }")]
    [InlineData("var one = new List<Visit>(); foreach (var visit in visits) { var seen = new HashSet<string>(); if (seen.Add(visit.PatientId)) { one.Add(visit); } }", "var one = new List<Visit>(); var seen = new HashSet<string>(); foreach (var visit in visits) { if (!seen.Contains(visit.PatientId)) { seen.Add(visit.PatientId); one.Add(visit); } }")]
    [InlineData("var seen = new HashSet<string>(); var one = visits.Where(visit => !seen.Add(visit.PatientId)).ToList();", "var seen = new HashSet<string>(); var one = visits.Where(visit => seen.Add(visit.PatientId)).ToList();")]
    [InlineData("var one = visits.ToDictionary(visit => visit.Age).Values.ToList();", "var one = visits.ToDictionary(visit => visit.PatientId).Values.ToList();")]
    [InlineData("var latest = new List<Visit>(); foreach (var visit in visits) { latest.Add(visit); } var one = latest;", "var latest = new Dictionary<string, Visit>(); foreach (var visit in visits) { if (!latest.TryGetValue(visit.PatientId, out var before) || visit.Age > before.Age) { latest[visit.PatientId] = visit; } } var one = latest.Values.ToList();")]
    [InlineData("var one = new List<Visit>(); foreach (var ofOne in visits.GroupBy(visit => visit.Age)) { one.Add(ofOne.First()); }", "var one = new List<Visit>(); foreach (var ofOne in visits.GroupBy(visit => visit.PatientId)) { one.Add(ofOne.First()); }")]
    [InlineData("var one = visits.ToLookup(visit => visit.Age).Select(ofOne => ofOne.Last()).ToArray();", "var one = visits.ToLookup(visit => visit.PatientId).Select(ofOne => ofOne.Last()).ToArray();")]
    [InlineData("var one = visits.GroupBy(visit => visit.PatientId + visit.Age).Select(ofOne => ofOne.First()).ToList();", "var one = visits.GroupBy(visit => visit.PatientId.Trim()).Select(ofOne => ofOne.First()).ToList();")]
    public Task LEAK202_reports_several_rows_of_a_patient_and_not_one_of_each(string leaking, string honest) => VerifyAsync(Split, leaking, honest);

    [Theory]
    [InlineData("LesionSite", "HospitalId")]
    [InlineData("Ward", "Centre")]
    [InlineData("body_site", "study_site")]
    public Task LEAK202_reports_a_split_by_a_part_of_the_body_and_not_one_by_the_hospital_that_numbers_its_patients(string part, string site) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.{|LEAK202:TrainTestSplit(rows, samplingKeyColumnName: "§")|};

        class Row { [LoadColumn(0)] public string PatientId; [LoadColumn(1)] public string §; [LoadColumn(2)] public float Age; }
        """,
        part,
        site);

    private const string Sorted = """
        var ml = new MLContext(seed: 1);
        var visits = File.ReadLines("visits.csv").Select(line => new Seen { Person = line, Date = DateTime.Parse(line), Age = line.Length }).ToList();
        §
        var split = ml.Data.{|LEAK204:TrainTestSplit(ml.Data.LoadFromEnumerable(one))|};

        public class Seen { public string Person { get; set; } public DateTime Date { get; set; } public float Age { get; set; } }
        """;

    [Theory]
    [InlineData("var one = visits.OrderByDescending(visit => visit.Date).DistinctBy(visit => visit.Date).ToList();", "var one = visits.OrderByDescending(visit => visit.Date).DistinctBy(visit => visit.Person).ToList();")]
    [InlineData("var one = visits.OrderBy(visit => visit.Date).GroupBy(visit => visit.Date.Year).Select(year => new Seen { Age = year.Count() }).ToList();", "var one = visits.OrderBy(visit => visit.Date).GroupBy(visit => visit.Person).Select(ofOne => new Seen { Age = ofOne.Count() }).ToList();")]
    [InlineData("var one = visits.OrderBy(visit => visit.Date).GroupBy(visit => new { visit.Person, visit.Date }).Select(day => day.First()).ToList();", "var one = (from visit in visits orderby visit.Date group visit by visit.Person into ofOne select ofOne.First()).ToList();")]
    [InlineData("var one = visits.GroupBy(visit => visit.Person).Select(ofOne => ofOne.First()).OrderBy(visit => visit.Date).ToList();", "var one = visits.OrderByDescending(visit => visit.Date).GroupBy(visit => visit.Person).Select(ofOne => ofOne.First()).ToList();")]
    public Task LEAK204_reports_rows_in_the_order_of_their_time_and_not_those_that_are_picked_by_it_for_each_person(string leaking, string honest) => VerifyAsync(Sorted, leaking, honest);

    [Theory]
    [InlineData("Run(\"Speaker\", byKey);", "Run(\"Emotion\", byKey); Run(\"Speaker\", ml.Data.TrainTestSplit(data, 0.2));")]
    [InlineData("Run(\"Emotion\", ml.Data.TrainTestSplit(data, 0.2)); Run(\"Speaker\", byKey);", "Run(\"Speaker\", ml.Data.TrainTestSplit(data, 0.2)); Run(\"Emotion\", byKey);")]
    public Task LEAK206_reports_the_label_of_what_is_trained_on_the_part_and_not_that_of_another_split(string leaking, string honest) => VerifyAsync(
        """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Clip>("clips.tsv");
        var byKey = ml.Data.TrainTestSplit(data, 0.2, {|LEAK206:samplingKeyColumnName: "Speaker"|});
        §

        void Run(string label, DataOperationsCatalog.TrainTestData parts) =>
            ml.MulticlassClassification.Evaluate(ml.Transforms.Conversion.MapValueToKey("Label", label).Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy()).Fit(parts.TrainSet).Transform(parts.TestSet));

        public class Clip { [LoadColumn(0)] public string Speaker { get; set; } [LoadColumn(1)] public string Emotion { get; set; } [LoadColumn(2, 9), VectorType(8)] public float[] Features { get; set; } }
        """,
        leaking,
        honest);
}
