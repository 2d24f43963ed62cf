using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Rows of patients that programs keep together, or of which they keep one each, by other means than a sampling key.</summary>
public sealed class WholeGroupsTests
{
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
