using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows of patients that a program cuts one by one, by their position or by chance, and patients that it keeps together.</summary>
public sealed class RowWiseSplitsTests
{
    private const string Rows = """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.CreateEnumerable<Visit>(ml.Data.LoadFromTextFile<Visit>("visits.csv"), reuseRowObject: false).ToList();
        var random = new Random(1);
        """;

    private const string Lists = "var train = new List<Visit>(); var test = new List<Visit>(); ";

    private const string Study = """
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));
        """;

    private const string Scored = """
        §
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)))|};
        """;

    [Theory]
    [InlineData(
        "var test = visits.{|LEAK202:Where((visit, i) => i % 5 == 0)|}.ToList(); var train = visits.Where((visit, i) => i % 5 != 0).ToList();",
        "var all = visits.GroupBy(visit => visit.PatientId).ToList(); var test = all.Where((ofOne, i) => i % 5 == 0).SelectMany(ofOne => ofOne).ToList(); var train = all.Where((ofOne, i) => i % 5 != 0).SelectMany(ofOne => ofOne).ToList();")]
    [InlineData(
        "var all = visits.OrderBy(_ => random.Next()).ToList(); var test = all.{|LEAK202:Where((_, i) => i % 5 >= 4)|}.ToList(); var train = all.Where((_, i) => i % 5 < 4).ToList();",
        "var all = visits.DistinctBy(visit => visit.PatientId).ToList(); var test = all.Where((_, i) => i % 5 >= 4).ToList(); var train = all.Where((_, i) => i % 5 < 4).ToList();")]
    [InlineData(
        "var test = visits.{|LEAK202:Where((_, i) => i % 5 == 0)|}.ToList(); var train = visits.Where((_, i) => i % 5 > 0).ToList();",
        "var test = visits.Where((_, i) => i / 6 % 5 == 0).ToList(); var train = visits.Where((_, i) => i / 6 % 5 > 0).ToList();")]
    [InlineData(
        "var train = visits.{|LEAK202:Where(_ => random.NextDouble() < 0.8)|}.ToList(); var test = visits.Except(train).ToList();",
        "var drawn = new Dictionary<string, double>(); double Of(string id) { if (!drawn.ContainsKey(id)) { drawn[id] = random.NextDouble(); } return drawn[id]; } var train = visits.Where(visit => Of(visit.PatientId) < 0.8).ToList(); var test = visits.Except(train).ToList();")]
    [InlineData(
        "var train = visits.OrderBy(_ => random.Next()).{|LEAK202:Take(800)|}.ToList(); var test = visits.Except(train).ToList();",
        "var train = visits.GroupBy(visit => visit.PatientId).OrderBy(_ => random.Next()).Take(80).SelectMany(ofOne => ofOne).ToList(); var test = visits.Except(train).ToList();")]
    [InlineData(
        "var train = visits.{|LEAK202:Where(_ => random.NextDouble() < 0.8)|}.ToList(); var test = visits.Except(train).ToList();",
        "var train = visits.Where(_ => random.NextDouble() < 0.8).ToList(); var ids = train.Select(visit => visit.PatientId).ToHashSet(); var test = visits.Except(train).Where(visit => !ids.Contains(visit.PatientId)).ToList();")]
    [InlineData(
        "var train = visits.{|LEAK202:Where(_ => random.NextDouble() < 0.8)|}.ToList(); var test = visits.Where(visit => !train.Contains(visit)).ToList();",
        "var ids = visits.Select(visit => visit.PatientId).Distinct().Where(_ => random.NextDouble() < 0.8).ToList(); var train = visits.Where(visit => ids.Contains(visit.PatientId)).ToList(); var test = visits.Where(visit => !ids.Contains(visit.PatientId)).ToList();")]
    public Task LEAK202_reports_filters_by_position_or_chance_and_not_those_that_keep_patients_together(string leaking, string honest) => VerifyAsync(Rows + Study, leaking, honest);

    [Theory]
    [InlineData(
        "for (var i = 0; i < visits.Count; i++) { if ({|LEAK202:i % 5 == 0|}) { test.Add(visits[i]); } else { train.Add(visits[i]); } }",
        "var all = visits.GroupBy(visit => visit.PatientId).ToList(); for (var i = 0; i < all.Count; i++) { if (i % 5 == 0) { test.AddRange(all[i]); } else { train.AddRange(all[i]); } }")]
    [InlineData(
        "for (var i = 0; i < visits.Count; i++) { var visit = visits[i]; if ({|LEAK202:i % 5 == 0|}) { test.Add(visit); continue; } train.Add(visit); }",
        "var all = visits.GroupBy(visit => visit.PatientId).ToList(); for (var i = 0; i < all.Count; i++) { foreach (var visit in all[i]) { if (i % 5 == 0) { test.Add(visit); } else { train.Add(visit); } } }")]
    [InlineData(
        "var i = 0; foreach (var visit in visits) { if ({|LEAK202:i++ % 5 == 0|}) { test.Add(visit); } else { train.Add(visit); } }",
        "var (i, before) = (0, \"\"); foreach (var visit in visits) { if (visit.PatientId != before) { i++; before = visit.PatientId; } if (i % 5 == 0) { test.Add(visit); } else { train.Add(visit); } }")]
    [InlineData(
        "foreach (var visit in visits) { if ({|LEAK202:random.NextDouble() < 0.2|}) { test.Add(visit); } else { train.Add(visit); } }",
        "var ids = visits.Select(visit => visit.PatientId).Distinct().Where(_ => random.NextDouble() < 0.2).ToHashSet(); foreach (var visit in visits) { if (ids.Contains(visit.PatientId)) { test.Add(visit); } else { train.Add(visit); } }")]
    [InlineData(
        "foreach (var visit in visits) { if ({|LEAK202:random.Next(100) < 20|}) { test.Add(visit); } else { train.Add(visit); } }",
        "foreach (var ofOne in visits.GroupBy(visit => visit.PatientId)) { var isTest = random.Next(100) < 20; foreach (var visit in ofOne) { if (isTest) { test.Add(visit); } else { train.Add(visit); } } }")]
    [InlineData(
        "foreach (var visit in visits) { var drawn = random.NextDouble(); if ({|LEAK202:drawn < 0.2|}) { test.Add(visit); } else { train.Add(visit); } }",
        "foreach (var visit in visits) { var own = new Random(visit.PatientId.Length); var drawn = own.NextDouble(); if (drawn < 0.2) { test.Add(visit); } else { train.Add(visit); } }")]
    [InlineData(
        "foreach (var visit in visits) { if ({|LEAK202:random.NextDouble() < 0.2|}) { test.Add(visit); } else { train.Add(visit); } }",
        "var sides = new Dictionary<string, bool>(); foreach (var visit in visits) { if (!sides.TryGetValue(visit.PatientId, out var isTest)) { isTest = random.NextDouble() < 0.2; sides[visit.PatientId] = isTest; } if (isTest) { test.Add(visit); } else { train.Add(visit); } }")]
    [InlineData(
        "foreach (var visit in visits) { if ({|LEAK202:random.NextDouble() < 0.2|}) { test.Add(visit); } else { train.Add(visit); } }",
        "var (ofTest, ofTrain) = (new HashSet<string>(), new HashSet<string>()); foreach (var visit in visits) { if (ofTest.Contains(visit.PatientId)) { test.Add(visit); } else if (ofTrain.Contains(visit.PatientId)) { train.Add(visit); } else if (random.NextDouble() < 0.2) { ofTest.Add(visit.PatientId); test.Add(visit); } else { ofTrain.Add(visit.PatientId); train.Add(visit); } }")]
    [InlineData(
        "foreach (var visit in visits) { if ({|LEAK202:random.NextDouble() < 0.2|}) { test.Add(visit); } else { train.Add(visit); } }",
        "var seen = new HashSet<string>(); foreach (var visit in visits) { if (!seen.Add(visit.PatientId)) { continue; } if (random.NextDouble() < 0.2) { test.Add(visit); } else { train.Add(visit); } }")]
    [InlineData(
        "for (var i = 0; i < visits.Count; i++) { if ({|LEAK202:random.NextDouble() < 0.2|}) { test.Add(visits[i]); } else { train.Add(visits[i]); } }",
        "for (var i = 0; i < visits.Count; i += 2) { if (random.NextDouble() < 0.2) { test.Add(visits[i]); test.Add(visits[i + 1]); } else { train.Add(visits[i]); train.Add(visits[i + 1]); } }")]
    [InlineData(
        "var rest = new List<Visit>(); foreach (var visit in visits) { var drawn = random.NextDouble(); if ({|LEAK202:drawn < 0.6|}) { train.Add(visit); } else if (drawn < 0.8) { rest.Add(visit); } else { test.Add(visit); } }",
        "var latest = new Dictionary<string, Visit>(); foreach (var visit in visits) { latest[visit.PatientId] = visit; } foreach (var (id, visit) in latest) { if (random.NextDouble() < 0.2) { test.Add(visit); } else { train.Add(visit); } }")]
    [InlineData(
        "foreach (var visit in visits) { ({|LEAK202:random.NextDouble() < 0.2|} ? test : train).Add(visit); }",
        "foreach (var ofOne in visits.GroupBy(visit => visit.PatientId)) { var side = random.NextDouble() < 0.2 ? test : train; foreach (var visit in ofOne) { side.Add(visit); } }")]
    [InlineData(
        "var i = 0; foreach (var visit in visits) { if ({|LEAK202:i % 5 == 0|}) { test.Add(visit); } else { train.Add(visit); } i++; }",
        "var i = 0; foreach (var ofOne in visits.GroupBy(visit => visit.PatientId)) { foreach (var visit in ofOne) { if (i % 5 == 0) { test.Add(visit); } else { train.Add(visit); } } i++; }")]
    public Task LEAK202_reports_loops_that_decide_row_by_row_and_not_those_that_decide_patient_by_patient(string leaking, string honest) => VerifyAsync(Rows + Lists + Study, leaking, honest);

    [Theory]
    [InlineData("Visit", "{|LEAK202:Of(rows, 0.2, random)|}")]
    [InlineData("Reading", "Of(rows, 0.2, random)")]
    public Task LEAK202_reports_a_helper_that_draws_for_each_visit_and_not_for_readings(string row, string cut) => Verification.AnalyzerVerifier.VerifyAsync($$"""
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var rows = ml.Data.CreateEnumerable<{{row}}>(ml.Data.LoadFromTextFile<{{row}}>("rows.csv"), reuseRowObject: false).ToList();
        var (train, test) = Parts.{{cut}};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)));

        static class Parts
        {
            public static (List<T> Train, List<T> Test) Of<T>(List<T> rows, double share, Random random)
            {
                var (train, test) = (new List<T>(), new List<T>());
                foreach (var row in rows)
                {
                    if (random.NextDouble() < share)
                    {
                        test.Add(row);
                    }
                    else
                    {
                        train.Add(row);
                    }
                }

                return (train, test);
            }
        }
        """);

    [Theory]
    [InlineData(
        "var test = readings.Where((_, i) => i % 5 == 0).ToList(); var train = readings.Where((_, i) => i % 5 == 0).ToList();",
        "var test = readings.Where((_, i) => i % 5 == 0).ToList(); var train = readings.Where((_, i) => i % 5 != 0).ToList();")]
    [InlineData(
        "var test = readings.Where((_, i) => i % 5 == 0).ToList(); var train = readings.ToList();",
        "var test = readings.Where((_, i) => i % 5 == 0).ToList(); var train = readings.Except(test).ToList();")]
    [InlineData(
        "var test = readings.Where((_, i) => i % 5 < 4).ToList(); var train = readings.Where((_, i) => i % 5 != 4).ToList();",
        "var test = readings.Where((_, i) => i % 5 < 4).ToList(); var train = readings.Where((_, i) => i % 5 == 4).ToList();")]
    [InlineData(
        "var train = new List<Reading>(); foreach (var reading in readings) { if (random.NextDouble() < 0.8) { train.Add(reading); } } var test = train.ToList();",
        "var train = new List<Reading>(); foreach (var reading in readings) { if (random.NextDouble() < 0.8) { train.Add(reading); } } var test = readings.Except(train).ToList();")]
    public Task LEAK201_reports_filters_that_overlap_and_not_those_that_exclude_each_other(string leaking, string honest) =>
        VerifyAsync(Rows.Replace("visits", "readings", StringComparison.Ordinal).Replace("Visit", "Reading", StringComparison.Ordinal) + Scored, leaking, honest);
}
