using Microsoft.ML;
using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;

namespace LeakageAnalyzers.Runtime.Tests.Audit;

/// <summary>LEAK601, 602, 604, 606, 609 and 610: what is counted over all rows.</summary>
public sealed class CountingRulesTests
{
    private readonly List<AuditRow> _train = Rows(300, seed: 1);
    private readonly List<AuditRow> _test = Rows(100, seed: 2, prefix: "Q");

    [Fact]
    public void Shared_patients_are_counted_and_named()
    {
        _test[3].PatientId = "P7";
        _test[4].PatientId = "P7";
        _test[5].PatientId = "P11";

        var finding = Assert.Single(Findings("LEAK601", _train, _test));

        Assert.Equal((2, "PatientId", FindingSeverity.Warning), (finding.Count, finding.Column, finding.Severity));
        Assert.Equal(["P11", "P7"], finding.Examples);
        Assert.StartsWith("2 of the 99 groups of 'PatientId' in the test rows are in the train rows too, with 3 of 100 test rows, such as P11, P7.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patients_on_one_side_are_silent_and_missing_ones_are_nobody()
    {
        _train[0].PatientId = _test[0].PatientId = "";

        Assert.Empty(Findings("LEAK601", _train, _test));
    }

    [Fact]
    public void A_row_that_stands_on_both_sides_under_two_ids_is_a_duplicate()
    {
        var copied = _train[17];
        _test[5] = new AuditRow { PatientId = "Q5", Site = copied.Site, Time = copied.Time, Age = copied.Age, Dose = copied.Dose };

        var finding = Assert.Single(Findings("LEAK602", _train, _test));

        Assert.Equal((1, FindingSeverity.Warning), (finding.Count, finding.Severity));
        Assert.Contains("1 of 100 test rows have the same values of 'Site', 'Time', 'Age' and 1 more as a train row.", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Findings("LEAK602", _train, Rows(100, seed: 2)));
    }

    [Fact]
    public void Rows_that_do_not_fit_in_memory_are_compared_all_the_same()
    {
        var (train, test) = (Rows(40_000, seed: 3), Rows(500, seed: 4));
        test.AddRange(train.Skip(100).Take(77));
        var options = new AuditOptions { MostMemory = 1 << 20, FeatureColumns = [nameof(AuditRow.Age), nameof(AuditRow.Dose)] };
        var before = Directory.GetDirectories(Path.GetTempPath(), "leakage-audit-*");

        Assert.Equal(77, Assert.Single(Findings("LEAK602", train, test, options)).Count);
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "leakage-audit-*"));
    }

    [Fact]
    public void An_audit_that_is_cancelled_amid_its_temporary_files_leaves_none()
    {
        using var cancellation = new CancellationTokenSource();
        var train = Context.Data.LoadFromEnumerable(Rows(40_000, seed: 3).Select((row, i) =>
        {
            if (i == 30_000)
            {
                cancellation.Cancel();
            }

            return row;
        }));
        var before = Directory.GetDirectories(Path.GetTempPath(), "leakage-audit-*");

        Assert.Throws<OperationCanceledException>(() => SplitAudit.Run(train, View(_test), new AuditOptions { MostMemory = 1 << 20 }, cancellation: cancellation.Token));
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "leakage-audit-*"));
    }

    [Fact]
    public void One_group_of_all_rows_and_missing_numbers_as_keys()
    {
        static IEnumerable<Keyed> Keys(params float[] keys) => keys.Select((key, i) => new Keyed { PatientId = key, Value = i });

        Assert.StartsWith("1 of the 1 groups of 'PatientId'", Assert.Single(Findings("LEAK601", Keys(7, 7, 7), Keys(7, 7))).Message, StringComparison.Ordinal);
        Assert.Empty(Findings("LEAK601", Keys(1, float.NaN, float.NaN), Keys(float.NaN, 2)));
    }

    [Fact]
    public void Categories_that_repeat_among_train_rows_are_a_remark_only() => Assert.Equal(
        FindingSeverity.Info, Assert.Single(Findings("LEAK602", _train, _test, new AuditOptions { DuplicateColumns = [nameof(AuditRow.Site)] })).Severity);

    [Fact]
    public void Test_rows_that_are_not_later_than_the_train_rows_are_counted()
    {
        var options = new AuditOptions { TimeColumn = nameof(AuditRow.Time) };
        var later = Rows(50, seed: 2);
        later.ForEach(row => row.Time = row.Time.AddYears(1));

        Assert.Equal(100, Assert.Single(Findings("LEAK604", _train, _test, options)).Count);
        Assert.Empty(Findings("LEAK604", _train, later, options));
    }

    [Fact]
    public void Names_of_rows_and_of_patients_are_identifiers_and_measures_are_not()
    {
        static IEnumerable<Admission> Admissions(int from) => Enumerable.Range(from, 60).Select(row => new Admission
        {
            SubjectId = row / 4, Record = $"R-{row}", Number = row + 1, Mrn = 7919 * (row / 4) % 1009, Age = 40.5f + (row * 0.37f), Note = $"Patient {row} felt well.",
        });

        Assert.Equal(["Record", "Number", "Mrn"], Findings("LEAK606", Admissions(0), Admissions(60)).Select(finding => finding.Column));
    }

    [Fact]
    public void Few_test_rows_cannot_carry_a_precise_claim()
    {
        var finding = Assert.Single(Findings("LEAK609", _train, _test));

        Assert.Equal("100 independent test rows give a proportion a confidence interval of up to ±0.10 at 95% confidence; ±0.05 needs 381.", finding.Message);
        Assert.Empty(Findings("LEAK609", _train, Rows(400, seed: 5)));
    }

    [Fact]
    public void Many_rows_of_few_patients_are_few()
    {
        var many = Rows(400, seed: 5);
        many.ForEach(row => row.PatientId = $"{row.PatientId[..2]}");

        Assert.StartsWith("10 independent test groups of 'PatientId'", Assert.Single(Findings("LEAK609", _train, many)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_is_hardly_tested_is_named()
    {
        var options = new AuditOptions { SubgroupColumns = [nameof(AuditRow.Site)] };
        _train[0].Site = _train[1].Site = _test[0].Site = "Riga";

        var finding = Assert.Single(Findings("LEAK610", _train, _test, options));

        Assert.Equal((1, "Site"), (finding.Count, finding.Column));
        Assert.Contains("'Site' is Riga in 1 test groups of 'PatientId' only: nothing can be said of that subgroup, which has 2 train", finding.Message, StringComparison.Ordinal);
    }

    public sealed class Keyed
    {
        public float PatientId { get; set; }

        public float Value { get; set; }
    }

    public sealed class Admission
    {
        public int SubjectId { get; set; }

        public string Record { get; set; } = "";

        public int Number { get; set; }

        public int Mrn { get; set; }

        public float Age { get; set; }

        public string Note { get; set; } = "";
    }
}
