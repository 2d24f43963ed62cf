using Microsoft.ML;
using static LeakageAnalyzers.Runtime.Tests.Audit.AuditedSplit;

namespace LeakageAnalyzers.Runtime.Tests.Audit;

public sealed class AuditContractTests
{
    private readonly IDataView _train = View(Rows(300, seed: 1));
    private readonly IDataView _test = View(Rows(400, seed: 2, prefix: "Q"));

    [Fact]
    public void A_clean_split_has_no_findings_and_says_what_was_not_looked_at()
    {
        var report = SplitAudit.Run(_train, _test);

        Assert.Empty(report.Findings);
        Assert.Contains(new AuditOmission("LEAK604", "the options name no time column"), report.Omissions);
        report.Verify();
    }

    [Fact]
    public void A_leak_is_thrown_with_a_message_for_a_test_log()
    {
        var error = Assert.Throws<LeakageException>(() => SplitAudit.Run(_train, _train).Verify());

        Assert.Contains("LEAK601 warning: 300 of the 300 groups of 'PatientId'", error.Message, StringComparison.Ordinal);
        Assert.Equal(["LEAK601", "LEAK602", "LEAK611"], error.Findings.Select(finding => finding.Id));
        Assert.Equal(("", 0), (error.Findings[0].FilePath, error.Findings[0].Line));
        Assert.StartsWith("LEAK601: 300 of the 300 groups", error.Findings[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_of_a_row_class_are_known_by_their_marks()
    {
        var options = AuditOptions.Of<Marked>();

        Assert.Equal(("Who", "Truth", "When"), (options.GroupColumn, options.LabelColumn, options.TimeColumn));
        Assert.Equal(["Tag"], options.IdentifierColumns);
    }

    [Fact]
    public void An_unknown_column_is_named_with_the_option_that_names_it()
    {
        var error = Assert.Throws<ArgumentException>(() => SplitAudit.Run(_train, _test, new AuditOptions { TimeColumn = "When" }));

        Assert.Contains("There is no column 'When', which TimeColumn names; there are 'PatientId', 'Site'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_cannot_order_rows_in_time() => Assert.Contains(
        "'Site' of TimeColumn holds String, which cannot order rows in time",
        Assert.Throws<ArgumentException>(() => SplitAudit.Run(_train, _test, new AuditOptions { TimeColumn = "Site" })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_side_without_rows_is_refused() => Assert.Contains(
        "no test rows", Assert.Throws<InvalidOperationException>(() => SplitAudit.Run(_train, View(new List<AuditRow>()))).Message, StringComparison.Ordinal);

    [Fact]
    public void Progress_names_each_check_and_cancelling_stops_at_the_next_row()
    {
        using var cancellation = new CancellationTokenSource();
        var seen = new List<CallProgress>();
        var progress = new Callback(step =>
        {
            seen.Add(step);
            if (seen.Count == 2)
            {
                cancellation.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => SplitAudit.Run(_train, _test, progress: progress, cancellation: cancellation.Token));
        Assert.Equal(["LEAK601", "LEAK602"], seen.Select(step => step.Step));
        Assert.Equal(0, seen[0].Fraction);
    }

    private sealed class Callback(Action<CallProgress> report) : IProgress<CallProgress>
    {
        public void Report(CallProgress value) => report(value);
    }

    private sealed class Marked
    {
        [GroupKey]
        public string Who { get; set; } = "";

        [TimeStamp]
        public DateTime When { get; set; }

        [Identifier]
        public string Tag { get; set; } = "";

        [Label]
        public bool Truth { get; set; }
    }
}
