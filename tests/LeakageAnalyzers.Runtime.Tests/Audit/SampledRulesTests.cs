using Microsoft.ML;
using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;

namespace LeakageAnalyzers.Runtime.Tests.Audit;

/// <summary>LEAK605, 607, 608 and 611 on generated rows, each leak beside its clean twin.</summary>
public sealed class SampledRulesTests
{
    private readonly List<AuditRow> _train = Rows(300, seed: 1);
    private readonly List<AuditRow> _test = Rows(200, seed: 2, prefix: "Q");

    [Fact]
    public void A_dose_that_follows_from_the_diagnosis_predicts_it_alone()
    {
        Assert.Empty(Findings("LEAK605", _train, _test));
        foreach (var row in _train.Concat(_test))
        {
            row.Dose += row.Label ? 0.97f : 0;
        }

        var finding = Assert.Single(Findings("LEAK605", _train, _test));

        Assert.Equal(("Dose", FindingSeverity.Warning), (finding.Column, finding.Severity));
        Assert.Contains("'Dose' alone predicts 'Label' with an AUC of ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_is_the_diagnosis_predicts_it_alone()
    {
        foreach (var row in _train.Concat(_test))
        {
            row.Site = row.Label ? "Surgery" : "Home";
        }

        Assert.Equal("Site", Assert.Single(Findings("LEAK605", _train, _test)).Column);
    }

    [Fact]
    public void A_continuous_label_and_classes_can_be_betrayed_too()
    {
        var options = new AuditOptions { LabelColumn = nameof(AuditRow.Age) };
        Assert.Empty(Findings("LEAK605", _train, _test, options));
        foreach (var row in _train.Concat(_test))
        {
            row.Dose = (-3 * row.Age) + (row.Dose / 10);
            row.Site = row.Age < 57 ? "A" : row.Age < 64 ? "B" : "C";
        }

        Assert.Contains("'Age > ", Assert.Single(Findings("LEAK605", _train, _test, options with { FeatureColumns = ["Dose"] })).Message, StringComparison.Ordinal);
        Assert.Contains("'Site = ", Assert.Single(Findings("LEAK605", _train, _test, options with { LabelColumn = "Site", FeatureColumns = ["Age"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_rows_that_agree_by_chance_prove_nothing()
    {
        var few = _test.Take(4).ToList();
        few.ForEach(row => row.Dose = row.Label ? 1 : 0);

        Assert.Empty(Findings("LEAK605", _train, few));
    }

    [Fact]
    public void An_older_test_population_is_a_shift_of_one_column()
    {
        _test.ForEach(row => row.Age += 8);

        var finding = Assert.Single(Findings("LEAK607", _train, _test), finding => finding.Column is not null);

        Assert.Equal(("Age", FindingSeverity.Info), (finding.Column, finding.Severity));
        Assert.StartsWith("'Age' in the test rows differs from the train rows: Kolmogorov-Smirnov D = 0.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_hang_together_otherwise_are_a_joint_shift()
    {
        _train.ForEach(row => row.Dose = (row.Age - 50) / 20);
        var test = Rows(300, seed: 2, prefix: "Q");

        Assert.Contains("The joint distribution", Assert.Single(Findings("LEAK607", _train, test)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shift_that_is_significant_and_tiny_is_not_worth_a_word()
    {
        var (train, test) = (Rows(6000, seed: 3), Rows(6000, seed: 4));
        test.ForEach(row => row.Age += 1);
        var options = new AuditOptions { GroupColumn = null, FeatureColumns = [nameof(AuditRow.Age)] };

        Assert.DoesNotContain(Findings("LEAK607", train, test, options), finding => finding.Column is not null);
    }

    [Fact]
    public void A_test_side_with_more_disease_has_a_shifted_label()
    {
        Assert.Empty(Findings("LEAK608", _train, _test));
        _test.ForEach(row => row.Label |= row.Dose > 0.5);

        Assert.Contains("'Label' is distributed otherwise in the test rows", Assert.Single(Findings("LEAK608", _train, _test)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_continuous_label_can_be_shifted_too()
    {
        var options = new AuditOptions { LabelColumn = nameof(AuditRow.Age) };
        Assert.Empty(Findings("LEAK608", _train, _test, options));
        _test.ForEach(row => row.Age -= 7);

        Assert.Contains("Kolmogorov-Smirnov", Assert.Single(Findings("LEAK608", _train, _test, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_values_and_constant_columns_do_no_harm()
    {
        _train.ForEach(row => (row.Age, row.Dose) = (float.NaN, 1));
        _test.ForEach(row => (row.Age, row.Dose) = (float.PositiveInfinity, 1));

        var report = SplitAudit.Run(View(_train), View(_test));

        Assert.DoesNotContain(report.Findings, finding => finding.Id is "LEAK605" or "LEAK611");
    }

    [Theory]
    [InlineData(1e20)]
    [InlineData(1e39)]
    [InlineData(1e200)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    public void One_enormous_value_on_either_side_does_no_harm(double enormous)
    {
        foreach (var inTest in new[] { true, false })
        {
            var (train, test) = (Measured(_train), Measured(_test));
            (inTest ? test : train)[7].Dose = enormous;
            (inTest ? test : train)[8].Dose = -enormous;

            var report = SplitAudit.Run(View(train), View(test));

            Assert.DoesNotContain(report.Findings, finding => finding.Id is "LEAK601" or "LEAK602" or "LEAK603" or "LEAK605" or "LEAK611");
        }
    }

    [Fact]
    public void People_are_recognised_though_one_test_value_is_enormous()
    {
        var options = new AuditOptions { FeatureColumns = [nameof(WideRow.Dose)] };
        var (train, test) = (Visits(seed: 1), Visits(seed: 2));
        Assert.Single(Findings("LEAK611", train, test, options));

        test[7].Dose = 1e30;

        Assert.Single(Findings("LEAK611", train, test, options));
    }

    private static List<WideRow> Measured(List<AuditRow> rows) => rows.ConvertAll(row => new WideRow { PatientId = row.PatientId, Dose = row.Dose, Label = row.Label });

    /// <summary>Three visits of each of forty people, whose dose is their own to within a thousandth.</summary>
    private static List<WideRow> Visits(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 120).Select(visit => new WideRow { PatientId = $"P{visit % 40}", Dose = (visit % 40) + (random.NextDouble() / 1000), Label = visit % 2 == 0 })];
    }

    /// <summary>A row whose dose is of double precision.</summary>
    private sealed class WideRow
    {
        public string PatientId { get; set; } = "";

        public double Dose { get; set; }

        public bool Label { get; set; }
    }
}
