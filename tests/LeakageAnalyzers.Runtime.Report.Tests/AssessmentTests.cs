using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Report.Tests;

/// <summary>The rules by which a number is judged.</summary>
public sealed class AssessmentTests
{
    private static readonly Evidence Clean = new()
    {
        Flow = new RowFlow { Rows = 2000, TestedRows = 1000, LearnedTestedRows = 0, UntracedTestedRows = 0, GroupColumn = null, Sources = [], Steps = [], Leaks = [] },
        Audit = new Audit([], [], []),
        Performance = new Performance(1000, null, null, "percentile bootstrap", 2000, 1, 0.95, [Auc(0.8, 0.77, 0.83)]),
        Headline = Auc(0.8, 0.77, 0.83),
        Repetitions = null,
        Baselines = null,
        Comparisons = [Compared(0.05, 0.02, 0.08)],
        Calibration = null,
        Subgroups = [],
        Ledger = null,
    };

    [Fact]
    public void A_number_is_believable_where_all_that_decides_was_measured_and_nothing_objects() => Assert.Equal(Verdict.Believable, Judge(Clean).Verdict);

    [Fact]
    public void A_number_is_not_shown_where_nobody_watched_the_rows() => Assert.Equal(Verdict.NotShown, Judge(Clean with { Flow = null, Audit = null }).Verdict);

    [Fact]
    public void One_of_guard_and_audit_alone_leaves_a_reservation()
    {
        Assert.Equal(Verdict.BelievableWithReservations, Judge(Clean with { Flow = null }).Verdict);
        Assert.Equal(Verdict.BelievableWithReservations, Judge(Clean with { Audit = null }).Verdict);
    }

    [Fact]
    public void A_number_compared_with_nothing_leaves_a_reservation() =>
        Assert.Equal(Verdict.BelievableWithReservations, Judge(Clean with { Comparisons = [] }).Verdict);

    [Fact]
    public void A_leak_disqualifies_and_a_remark_does_not()
    {
        Assert.Equal(Verdict.NotBelievable, Judge(WithLeak(isWarning: true)).Verdict);
        Assert.Equal(Verdict.BelievableWithReservations, Judge(WithLeak(isWarning: false)).Verdict);

        static Evidence WithLeak(bool isWarning) => Clean with { Flow = Clean.Flow! with { Leaks = [new FlowLeak("LEAK103", "Vocabulary", "a.cs(1)", "It leaks.", isWarning)] } };
    }

    [Fact]
    public void An_interval_that_holds_what_guessing_scores_is_an_objection() =>
        Assert.Contains("contains 0.5, what guessing scores", Objections(Clean with { Headline = Auc(0.6, 0.45, 0.75) }), StringComparison.Ordinal);

    [Fact]
    public void An_interval_wholly_below_what_guessing_scores_is_an_objection_and_one_above_is_none()
    {
        Assert.Contains("worse than guessing", Objections(Clean with { Headline = Auc(0.28, 0.23, 0.32) }), StringComparison.Ordinal);
        Assert.Contains("worse than guessing", Objections(Clean with { Headline = RSquared(-4, -5, -3) }), StringComparison.Ordinal);
        Assert.DoesNotContain("worse", Objections(Clean with { Headline = Auc(0.5, 0.45, 0.55) }), StringComparison.Ordinal);
        Assert.Empty(Objections(Clean with { Headline = Auc(0.6, 0.55, 0.65) }));
        Assert.Empty(Objections(Clean with { Headline = RSquared(0.2, 0.1, 0.3) }));

        static MetricValue RSquared(double value, double lower, double upper) => new("RSquared", "R²", MetricDirection.HigherIsBetter, value, lower, upper, 0.95, null);
    }

    [Fact]
    public void Tested_rows_whose_model_was_not_seen_being_fitted_speak_for_nothing()
    {
        var traced = Clean with { Flow = Tested(untraced: 0) };
        var untraced = Clean with { Flow = Tested(untraced: 1) };

        Assert.Contains(Judge(traced).InFavour, IsOfTheGuard);
        Assert.Equal(ItemStatus.Measured, Checked(traced, ReportingItem.IndependentTestRows).Status);
        Assert.DoesNotContain(Judge(untraced).InFavour, IsOfTheGuard);
        Assert.Equal(ItemStatus.NotShown, Checked(untraced, ReportingItem.IndependentTestRows).Status);
        Assert.Equal(ItemStatus.NotShown, Checked(untraced, ReportingItem.PreparationWithinTraining).Status);
        Assert.Equal(Verdict.BelievableWithReservations, Judge(untraced).Verdict);
        Assert.Equal(Verdict.NotShown, Judge(untraced with { Audit = null }).Verdict);
        Assert.Contains("did not see being fitted", Judge(untraced with { Audit = null }).Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_are_not_shown_by_the_guard_and_take_back_what_it_says_where_the_audit_finds_them()
    {
        var guarded = Clean with { Flow = Tested(untraced: 0), Audit = null };
        var audited = guarded with { Audit = Clean.Audit };
        var leftOut = guarded with { Audit = new Audit([], [new AuditOmission("LEAK602", "there is no column to compare")], []) };
        var found = guarded with { Audit = new Audit([new AuditFinding("LEAK602", FindingSeverity.Warning, "7 test rows are exact copies.", 7)], [], []) };

        Assert.Equal(ItemStatus.Measured, Checked(guarded, ReportingItem.IndependentTestRows).Status);
        Assert.Equal(ItemStatus.NotShown, Checked(guarded, ReportingItem.NoCopiesOfTestRows).Status);
        Assert.Equal(ItemStatus.NotShown, Checked(leftOut, ReportingItem.NoCopiesOfTestRows).Status);
        Assert.False(Checked(audited, ReportingItem.NoCopiesOfTestRows).Objects);
        Assert.Contains(Judge(audited).InFavour, IsOfTheGuard);
        Assert.True(Checked(found, ReportingItem.NoCopiesOfTestRows).Objects);
        Assert.True(Checked(found, ReportingItem.IndependentTestRows).Objects);
        Assert.DoesNotContain(Judge(found).InFavour, IsOfTheGuard);
    }

    [Fact]
    public void An_audit_alone_does_not_tell_what_was_learned_from() =>
        Assert.Equal(ItemStatus.NotShown, Checked(Clean with { Flow = null }, ReportingItem.IndependentTestRows).Status);

    [Fact]
    public void Intervals_by_rows_are_an_objection_where_rows_share_groups()
    {
        Assert.Contains("too narrow", Objections(Clean with { Flow = Clean.Flow! with { GroupColumn = "PatientId" } }), StringComparison.Ordinal);
        Assert.Contains("too narrow", Objections(Clean with { Flow = SplitInto(groups: 400) }), StringComparison.Ordinal);
        Assert.DoesNotContain("too narrow", Objections(Clean with { Flow = SplitInto(groups: 2000) }), StringComparison.Ordinal);

        // 2,000 rows, cut once.
        static RowFlow SplitInto(long groups) => Clean.Flow! with
        {
            GroupColumn = "PatientId",
            Steps = [new FlowStep { Kind = FlowKind.Split, Place = "Program.cs(1)", Times = 1, RowsName = "rows", Rows = new(2000, 2000), Groups = new FlowGroups("PatientId", 0, groups), Leaks = [] }],
        };
    }

    [Fact]
    public void Few_groups_are_an_objection_and_enough_speak_in_favour()
    {
        var (few, enough) = (Judge(By(groups: 12)), Judge(By(groups: 30)));

        Assert.Contains("12\u00A0groups of PatientId are few", string.Join("\n", few.Against.Select(objection => objection.Text)), StringComparison.Ordinal);
        Assert.DoesNotContain(few.InFavour, support => support.Contains("whole groups", StringComparison.Ordinal));
        Assert.Equal(Verdict.BelievableWithReservations, few.Verdict);
        Assert.Empty(enough.Against);
        Assert.Contains(enough.InFavour, support => support.Contains("whole groups of PatientId", StringComparison.Ordinal));

        static Evidence By(int groups) => Clean with { Performance = Clean.Performance! with { Groups = groups, GroupColumn = "PatientId" } };
    }

    [Fact]
    public void An_audit_of_one_fold_says_nothing_of_how_many_rows_were_tested()
    {
        static Evidence Audited(long testRows) => Clean with { Audit = new Audit([new AuditFinding("LEAK609", FindingSeverity.Info, "200 independent test rows", 200)], [], []) { TestRows = testRows } };

        Assert.Equal("200 independent test rows", Objections(Audited(testRows: 1000)));
        Assert.Empty(Objections(Audited(testRows: 200)));
        Assert.Contains(Judge(Audited(testRows: 200)).InFavour, support => support.Contains("with 200 of the 1000", StringComparison.Ordinal));

        var few = Audited(testRows: 50) with { Performance = Clean.Performance! with { Rows = 250, Metrics = [Auc(0.8, 0.77, 0.83) with { Name = "Accuracy" }] }, Flow = null };
        Assert.StartsWith("250\u00A0rows were tested", Objections(few), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_the_guard_did_not_see_tested_are_an_objection() =>
        Assert.Contains("these may not be the same", Objections(Clean with { Flow = Clean.Flow! with { TestedRows = 900 } }), StringComparison.Ordinal);

    [Fact]
    public void A_gain_that_was_not_shown_is_an_objection() =>
        Assert.Contains("superiority was not shown", Objections(Clean with { Comparisons = [Compared(0.02, -0.01, 0.05)] }), StringComparison.Ordinal);

    [Fact]
    public void Seeds_that_move_the_number_more_than_its_interval_are_an_objection()
    {
        Assert.Contains("the choice of one of them decides", Objections(Clean with { Repetitions = new Repetitions(5, 1, 0.8, 0.04, 0.04, null, null, 0.74, 0.86) }), StringComparison.Ordinal);
        Assert.Empty(Objections(Clean with { Repetitions = new Repetitions(5, 1, 0.8, 0.01, 0.01, null, null, 0.79, 0.81) }));
    }

    [Fact]
    public void Probabilities_that_are_too_extreme_are_an_objection()
    {
        var slope = new MetricValue("CalibrationSlope", "Calibration slope", MetricDirection.OneIsBest, 0.5, 0.4, 0.6, 0.95, null);

        Assert.Contains("too extreme", Objections(Clean with { Calibration = new Calibration("10 equal-width bins", 0.1, 0.95, slope, null, []) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subgroup_that_does_worse_is_an_objection_and_one_that_does_not_is_none()
    {
        Assert.Contains("Sex = F", Objections(With(Auc(0.6, 0.5, 0.7))), StringComparison.Ordinal);
        Assert.Empty(Objections(With(Auc(0.7, 0.6, 0.81))));
        Assert.Empty(Objections(With(null)));

        static Evidence With(MetricValue? subgroup) => Clean with { Subgroups = [new SubgroupTable("Sex", Auc(0.8, 0.77, 0.83), 1000, [new SubgroupValue("F", 100, null, subgroup, null, null)])] };
    }

    [Fact]
    public void Looks_beyond_the_budget_are_an_objection_with_what_guessing_would_score()
    {
        Assert.Contains("looked at 4 times, 3 were meant", Objections(With(looks: 4, budget: 3)), StringComparison.Ordinal);
        Assert.Contains("looked at 2 times: the best", Objections(With(looks: 2, budget: null)), StringComparison.Ordinal);
        Assert.Empty(Objections(With(looks: 3, budget: 3)));

        static Evidence With(int looks, int? budget) => Clean with
        {
            Ledger = new Ledger(DateTimeOffset.UnixEpoch, 97, budget, "1:a", 0.55, [.. Enumerable.Range(1, looks).Select(number => new LedgerLook(number, DateTimeOffset.UnixEpoch, "a", null, "Accuracy", 0.7, number > budget))]),
        };
    }

    private static RowFlow Tested(long untraced) => Clean.Flow! with
    {
        UntracedTestedRows = untraced,
        Steps = [new FlowStep { Kind = FlowKind.Evaluation, Place = "Program.cs(1)", Times = 1, RowsName = "rows", Rows = new(1000, 1000), SharedRows = new(0, 0), Leaks = [] }],
    };

    private static bool IsOfTheGuard(string support) => support.StartsWith("None of the 1000", StringComparison.Ordinal);

    private static ChecklistEntry Checked(Evidence evidence, ReportingItem item) =>
        ReportChecklist.Fill(evidence, new Dictionary<ReportingItem, string>()).Single(entry => entry.Item == item);

    private static string Objections(Evidence evidence) => string.Join("\n", Judge(evidence).Against.Select(objection => objection.Text));

    private static Summary Judge(Evidence evidence) => Assessment.Of(evidence, []);

    private static MetricValue Auc(double value, double lower, double upper) =>
        new("AreaUnderRocCurve", "Area under the ROC curve", MetricDirection.HigherIsBetter, value, lower, upper, 0.95, null);

    private static Comparison Compared(double difference, double lower, double upper) => new(
        "trees", "a line", Auc(0.8, 0.77, 0.83), Auc(0.75, 0.7, 0.8), difference, lower, upper, 0.95, 0, 0.9, Superiority.Judge(new ConfidenceInterval(lower, upper, 0.95), 0), true);
}
