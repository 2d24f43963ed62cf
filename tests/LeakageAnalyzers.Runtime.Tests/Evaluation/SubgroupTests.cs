using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

public sealed class SubgroupTests
{
    private static readonly IntervalOptions Few = new() { Resamples = 200 };

    private static readonly MLContext Ml = new(seed: 1);

    [Fact]
    public void Each_subgroup_has_every_metric_with_its_interval_as_if_evaluated_alone()
    {
        var rows = Person.Rows();

        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(rows), nameof(Person.Sex), options: Few);

        Assert.Equal(["(missing)", "f", "m"], subgroups.Subgroups.Select(subgroup => subgroup.Name));
        Assert.Equal(rows.Count, subgroups.Subgroups.Sum(subgroup => subgroup.Rows));
        Assert.Equal($"{rows.Count} rows by 'Sex': (missing) {subgroups["(missing)"].Rows}, f {subgroups["f"].Rows}, m {subgroups["m"].Rows}", subgroups.ToString());
        var alone = Ml.BinaryClassification.EvaluateNonCalibratedWithIntervals(View(rows.Where(row => row.Sex == "f")), options: Few);
        Assert.Equal(alone.Metrics, subgroups["f"].Evaluation!.Metrics);
        Assert.Equal(Ml.BinaryClassification.EvaluateNonCalibratedWithIntervals(View(rows), options: Few).Metrics, subgroups.All.Metrics);
    }

    [Fact]
    public void A_subgroup_in_which_the_model_fails_shows_though_the_whole_looks_well()
    {
        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(Person.Rows()), nameof(Person.Sex), groupColumnName: nameof(Person.Family), options: Few);

        Assert.True(subgroups.All["AreaUnderRocCurve"].Value > 0.75);
        Assert.True(subgroups["f"].Evaluation!["AreaUnderRocCurve"].Interval!.Upper < subgroups["m"].Evaluation!["AreaUnderRocCurve"].Interval!.Lower);
        Assert.Contains("Sex f, 80 rows: AreaUnderRocCurve 0.", subgroups.ToString("AreaUnderRocCurve"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gap_between_subgroups_is_their_difference_and_as_wide_as_independent_rows_make_it()
    {
        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(Person.Rows()), nameof(Person.Sex), options: new() { Resamples = 1000 });
        var (f, m) = (subgroups["f"].Evaluation!["AreaUnderRocCurve"], subgroups["m"].Evaluation!["AreaUnderRocCurve"]);

        var gap = subgroups.Gap("AreaUnderRocCurve", "f", "m");

        Assert.Equal(f.Value!.Value - m.Value!.Value, gap.Difference!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(Math.Pow(f.Interval!.Width, 2) + Math.Pow(m.Interval!.Width, 2)), gap.Difference.Interval.Width, 0.03);
        Assert.True(gap.Difference.Interval.Upper < 0, gap.ToString());
        Assert.StartsWith("AreaUnderRocCurve, f less m: -0.", gap.ToString(), StringComparison.Ordinal);
        Assert.True(subgroups.GapToRest("AreaUnderRocCurve", "m").Difference!.Interval.Lower > 0);
    }

    [Fact]
    public void A_gap_between_subgroups_that_the_model_serves_alike_is_not_shown()
    {
        var rows = Person.Rows();
        foreach (var (row, index) in rows.Where(row => row.Sex == "m").Select((row, index) => (row, index)))
        {
            row.Sex = index / 2 % 2 == 0 ? "m1" : "m2";
        }

        var gap = Ml.BinaryClassification.EvaluateSubgroups(View(rows), nameof(Person.Sex), options: Few).Gap("Accuracy", "m1", "m2").Difference!;

        Assert.InRange(0, gap.Interval.Lower, gap.Interval.Upper);
    }

    [Fact]
    public void Families_with_rows_in_both_subgroups_are_drawn_once_for_both()
    {
        // Each family is right or wrong as a whole, and half of it is in either subgroup: the gap is always 0.
        List<Person> rows = [.. Enumerable.Range(0, 80).Select(i => new Person { Sex = i % 4 < 2 ? "f" : "m", Family = $"{i / 4}", Label = i % 2 == 0, Score = i / 4 % 3 == 0 == (i % 2 == 0) ? 1 : -1 })];

        var gap = Ml.BinaryClassification.EvaluateSubgroups(View(rows), nameof(Person.Sex), groupColumnName: nameof(Person.Family), options: Few).Gap("Accuracy", "f", "m").Difference!;

        Assert.Equal((0, 0, 0), (gap.Value, gap.Interval.Lower, gap.Interval.Upper));
    }

    [Fact]
    public void A_gap_without_a_value_says_why()
    {
        var rows = Person.Rows();
        rows.Add(new Person { Sex = "only", Label = true, Score = 1 });
        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(rows), nameof(Person.Sex), options: Few);

        Assert.Contains("The only label is positive", subgroups.Gap("Accuracy", "only", "f").Note, StringComparison.Ordinal);
        Assert.Contains("gives no probabilities", subgroups.Gap("BrierScore", "f", "m").Note, StringComparison.Ordinal);
        Assert.Contains("parts of different size", subgroups.Gap("ExpectedCalibrationError", "f", "m").Note, StringComparison.Ordinal);
        Assert.Contains("no gap to itself", Assert.Throws<ArgumentException>(() => subgroups.Gap("Accuracy", "f", "f")).Message, StringComparison.Ordinal);
        Assert.Contains("no metric 'Speed'", Assert.Throws<ArgumentException>(() => subgroups.Gap("Speed", "f", "m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subgroup_of_one_class_or_one_row_says_why_it_has_no_numbers()
    {
        var rows = Person.Rows();
        rows.Add(new Person { Sex = "only", Label = true, Score = 1 });

        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(rows), nameof(Person.Sex), options: Few);

        Assert.Null(subgroups["only"].Evaluation);
        Assert.Contains("The only label is positive", subgroups["only"].Note, StringComparison.Ordinal);
        Assert.Contains("no subgroup 'x'", Assert.Throws<ArgumentException>(() => subgroups["x"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subgroup_of_one_class_has_the_metrics_that_one_class_has()
    {
        var rows = Person.Rows();
        rows.AddRange(Enumerable.Range(0, 10).Select(i => new Person { Sex = "ill", Label = true, Score = i < 7 ? 1 : -1 }));
        rows.AddRange(Enumerable.Range(0, 10).Select(i => new Person { Sex = "well", Label = false, Score = i < 2 ? 1 : -1 }));

        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(rows.Select(row => row.WithProbability()).ToList()), nameof(Person.Sex), options: Few);
        var (ill, well) = ((BinaryClassificationEvaluation)subgroups["ill"].Evaluation!, (BinaryClassificationEvaluation)subgroups["well"].Evaluation!);

        Assert.Equal((0.7, 0.7, 0.8, 0.8), (ill.Accuracy.Value!.Value, ill.PositiveRecall.Value!.Value, well.Accuracy.Value!.Value, well.NegativeRecall.Value!.Value));
        Assert.NotNull(ill.PositiveRecall.Interval);
        Assert.NotNull(ill.BrierScore.Value);
        Assert.Equal((null, "All 10 rows are positive."), (ill.NegativeRecall.Value, ill.NegativeRecall.Note));
        Assert.Equal((null, "All 10 rows are negative. The metric needs both classes."), (well.AreaUnderRocCurve.Value, well.AreaUnderRocCurve.Note));
        Assert.All([ill.F1Score, ill.MatthewsCorrelation, ill.LogLossReduction, ill.CalibrationSlope, ill.CalibrationInTheLarge], metric => Assert.Null(metric.Value));
        Assert.NotNull(subgroups.Gap("Accuracy", "ill", "m").Difference);
        Assert.Equal("All 10 rows are positive. The metric needs both classes.", subgroups.Gap("AreaUnderRocCurve", "ill", "m").Note);
        Assert.NotNull(subgroups["m"].Evaluation!["AreaUnderRocCurve"].Interval);
    }

    [Fact]
    public void What_a_subgroup_lacks_is_told_without_the_names_of_our_parameters()
    {
        var rows = Person.Rows();
        rows.Add(new Person { Sex = "only", Label = true, Score = 1 });

        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(rows), nameof(Person.Sex), options: Few);

        Assert.Equal("The only label is positive; rows of both classes are needed.", subgroups["only"].Note);
        Assert.Equal("The only label is positive; rows of both classes are needed.", subgroups.Gap("Accuracy", "only", "f").Note);
    }

    [Fact]
    public void Regression_several_classes_and_ranking_have_subgroups_too()
    {
        var regression = Ml.Regression.EvaluateSubgroups(TelemonitoringStudy.ScoredSeverity, "Band", "Severity", groupColumnName: "PatientId", options: Few);
        var multiclass = Ml.MulticlassClassification.EvaluateSubgroups(TelemonitoringStudy.ScoredBands, "Band", groupColumnName: "PatientId", options: Few);
        var ranking = Ml.Ranking.EvaluateSubgroups(TelemonitoringStudy.ScoredRanks, "PatientId", "Relevance", options: Few);

        Assert.Equal(["mild", "moderate", "severe"], regression.Subgroups.Select(subgroup => subgroup.Name));
        Assert.All(regression.Subgroups, subgroup => Assert.NotNull(subgroup.Evaluation!["MeanAbsoluteError"].Interval));
        Assert.Equal(multiclass["mild"].Evaluation!["MicroAccuracy"].Value, multiclass.All["PerClassRecall[mild]"].Value);
        Assert.All([regression.Gap("MeanAbsoluteError", "mild", "severe"), multiclass.Gap("MicroAccuracy", "mild", "severe")], gap => Assert.NotNull(gap.Difference));
        Assert.All(ranking.Subgroups, subgroup => Assert.Contains("1 group(s)", ranking.GapToRest("NDCG@1", subgroup.Name).Note, StringComparison.Ordinal));
        Assert.All(ranking.Subgroups, subgroup => Assert.Contains("1 group(s)", subgroup.Note, StringComparison.Ordinal));
    }

    [Fact]
    public void A_subgroup_that_cuts_a_query_is_not_judged() => Assert.Contains(
        Ml.Ranking.EvaluateSubgroups(TelemonitoringStudy.ScoredRanks, "Relevance", "Relevance", options: Few).Subgroups,
        subgroup => subgroup is { Evaluation: null, Note: { } note } && note.Contains("judged as a whole", StringComparison.Ordinal));

    private static IDataView View<TRow>(IEnumerable<TRow> rows)
        where TRow : class => Ml.Data.LoadFromEnumerable(rows);

    private sealed class Calibrated
    {
        public string? Sex { get; set; }

        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }

    private sealed class Person
    {
        public string? Sex { get; set; }

        public string Family { get; set; } = "";

        public bool Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel => Score > 0;

        public Calibrated WithProbability() => new() { Sex = Sex, Label = Label, Score = Score, Probability = (float)(1 / (1 + Math.Exp(-Score))), PredictedLabel = PredictedLabel };

        /// <summary>Men are told apart well, women by chance; of some people the sex is not known.</summary>
        public static List<Person> Rows()
        {
            var random = new Random(7);
            return [.. Enumerable.Range(0, 340).Select(i =>
            {
                var sex = i < 80 ? "f" : i < 320 ? "m" : null;
                var label = i % 2 == 0;
                return new Person { Sex = sex, Family = $"{i / 4}", Label = label, Score = (float)(random.NextDouble() - 0.5 + (sex == "f" ? 0 : label ? 0.4 : -0.4)) };
            })];
        }
    }
}
