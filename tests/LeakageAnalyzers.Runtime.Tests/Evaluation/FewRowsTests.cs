using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>Rows or groups so few that intervals mean less than their level says: nothing is decided by them, and they say so.</summary>
public sealed class FewRowsTests
{
    private static readonly MLContext Ml = new(seed: 1);

    private static readonly IntervalOptions Options = new() { Resamples = 200 };

    private static readonly IntervalOptions Bca = Options with { Method = BootstrapMethod.BiasCorrectedAccelerated };

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(10)]
    public void A_few_rows_that_all_agree_show_no_superiority(int rows)
    {
        var comparison = Compare(Rows(rows, noise: 0), Rows(rows, noise: 0, sign: -1));

        Assert.Equal((1, SuperiorityVerdict.NotShown, false), (comparison.Difference.Value, comparison.Verdict, comparison.IsNonInferior));
        Assert.Equal(SuperiorityVerdict.NotShown, Compare(Rows(rows, noise: 0, sign: -1), Rows(rows, noise: 0)).Verdict);
        Assert.Contains("these rows do not vary", comparison.Note, StringComparison.Ordinal);
        Assert.EndsWith("It decides nothing.", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_rows_that_all_agree_show_it_and_say_that_they_do_not_vary()
    {
        var comparison = Compare(Rows(60, noise: 0), Rows(60, noise: 0, sign: -1));

        Assert.Equal((SuperiorityVerdict.Superior, true), (comparison.Verdict, comparison.IsNonInferior));
        Assert.Contains("these rows do not vary", comparison.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("decides nothing", comparison.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_positive_row_among_many_decides_nothing()
    {
        List<Scored> right = [.. Enumerable.Range(0, 60).Select(i => new Scored { Label = i == 0, Score = i == 0 ? 9 : i % 10 })];
        List<Scored> wrong = [.. right.Select((row, i) => new Scored { Label = row.Label, Score = i == 0 ? 3 : i % 10 })];

        var comparison = Compare(right, wrong, BinaryClassificationMetric.AreaUnderRocCurve);

        Assert.True(comparison.Difference.Interval.Lower > 0);
        Assert.Equal(SuperiorityVerdict.NotShown, comparison.Verdict);
        Assert.Contains("few rows define it. It decides nothing.", comparison.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_rows_show_no_gain_over_baselines()
    {
        var random = new Random(1);
        List<Scored> train = [.. Enumerable.Range(0, 80).Select(i => new Scored { Label = i % 2 == 0, Features = [(float)random.NextDouble()], Score = i % 2 == 0 ? 1 : -1 })];
        var model = Ml.Transforms.CopyColumns("Score", "Score").Fit(View(train));
        BaselineEvaluation Against(int rows) => Baselines.Evaluate(Ml.BinaryClassification, model, View(train), View(train.Take(rows)), options: Options);

        Assert.Equal(SuperiorityVerdict.NotShown, Against(4).Verdict);
        Assert.Contains("It decides nothing.", Against(4).ToString(), StringComparison.Ordinal);
        Assert.Equal(SuperiorityVerdict.Superior, Against(80).Verdict);
    }

    [Fact]
    public void Few_groups_are_told_wherever_they_are_drawn_and_enough_are_not()
    {
        var (few, enough) = (Rows(120, noise: 3, perGroup: 10), Rows(120, noise: 3, perGroup: 4));
        const string Warning = "12 groups of 'Group' are few: below about 30, intervals that draw them are too narrow (Cameron, Gelbach and Miller 2008).";

        var evaluation = Evaluate(few);
        Assert.Equal((12, Warning), (evaluation.Groups, evaluation.Note));
        Assert.Contains($"\n{Warning}\n", evaluation.ToString(), StringComparison.Ordinal);
        Assert.Null(Evaluate(enough).Note);
        Assert.Null(Ml.BinaryClassification.EvaluateNonCalibratedWithIntervals(View(few), options: Options).Note);

        Assert.Equal(Warning, Compare(few, Rows(120, noise: 5, perGroup: 10), group: "Group").Note);
        Assert.Null(Compare(enough, Rows(120, noise: 5, perGroup: 4), group: "Group").Note);

        Assert.Equal(Warning, Accuracy(few).Note);
        Assert.Null(Accuracy(enough).Note);

        static MetricEstimate Accuracy(List<Scored> rows) => Ml.EvaluateWithInterval(
            View(rows), "Accuracy", some => Ml.BinaryClassification.EvaluateNonCalibrated(some).Accuracy, groupColumnName: "Group", options: Options with { Resamples = 50 });
    }

    [Fact]
    public void A_subgroup_and_a_gap_tell_of_their_own_few_groups()
    {
        var rows = Rows(240, noise: 3, perGroup: 4);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Site = i < 60 ? "small" : "large";
        }

        var subgroups = Ml.BinaryClassification.EvaluateSubgroups(View(rows), "Site", groupColumnName: "Group", options: Options);

        Assert.Null(subgroups.All.Note);
        Assert.Null(subgroups["large"].Evaluation!.Note);
        Assert.StartsWith("15 groups of 'Group' are few", subgroups["small"].Evaluation!.Note, StringComparison.Ordinal);
        Assert.StartsWith("15 groups of 'Group' are few", subgroups.Gap("Accuracy", "large", "small").Note, StringComparison.Ordinal);
        Assert.NotNull(subgroups.Gap("Accuracy", "large", "small").Difference);
    }

    [Fact]
    public void Few_queries_are_told_as_few_groups_are()
    {
        static ModelEvaluation Of(int queries) => Ml.Ranking.EvaluateWithIntervals(View(Rows(queries * 5, noise: 3, perGroup: 5)), "Relevance", "Group", options: Options);

        Assert.StartsWith("12 queries are few", Of(12).Note, StringComparison.Ordinal);
        Assert.Null(Of(40).Note);
    }

    [Fact]
    public void Rows_without_a_group_are_counted()
    {
        var rows = Rows(160, noise: 3, perGroup: 4);
        Assert.Null(Evaluate(rows).Note);

        rows[3].Group = null;
        Assert.Equal("1 row has no 'Group': each was drawn as a group of its own.", Evaluate(rows).Note);

        rows[9].Group = "";
        Assert.Equal((42, "2 rows have no 'Group': each was drawn as a group of its own."), (Evaluate(rows).Groups, Evaluate(rows).Note));
    }

    [Fact]
    public void A_difference_has_the_kind_of_interval_that_is_asked_for()
    {
        var (first, second) = (View(Rows(60, noise: 2)), View(Rows(60, noise: 6)));
        ConfidenceInterval Of(IntervalOptions options) =>
            Ml.BinaryClassification.CompareModels(first, second, 0, BinaryClassificationMetric.AreaUnderRocCurve, options: options).Difference.Interval;

        Assert.NotEqual(Of(Options), Of(Bca));

        double[] scores(IDataView rows) => [.. rows.GetColumn<float>("Score").Select(score => (double)score)];
        bool[] labels = [.. first.GetColumn<bool>("Label")];
        var (a, b) = (new RankedScores(labels, scores(first)), new RankedScores(labels, scores(second)));
        double Gain(ReadOnlySpan<int> weights) => a.RocAuc(weights) - b.RocAuc(weights);
        var resampling = Resampling.OfRows(60);
        Assert.Equal(Bootstrap.Run(resampling, Gain, 200, seed: 1).Bca(Jackknife.Run(resampling, Gain)), Of(Bca));
    }

    [Fact]
    public void A_gap_has_the_kind_of_interval_that_is_asked_for()
    {
        var rows = Rows(80, noise: 4);
        rows.ForEach(row => row.Site = row.Group is { Length: > 0 } name && name[^1] < '5' ? "a" : "b");
        ConfidenceInterval Of(IntervalOptions options) =>
            Ml.BinaryClassification.EvaluateSubgroups(View(rows), "Site", options: options).Gap("AreaUnderRocCurve", "a", "b").Difference!.Interval;

        Assert.NotEqual(Of(Options), Of(Bca));
    }

    [Fact]
    public void An_unknown_kind_of_interval_is_refused() => Assert.Contains(
        "no such bootstrap method",
        Assert.Throws<ArgumentOutOfRangeException>(() => Ml.BinaryClassification.EvaluateNonCalibratedWithIntervals(
            View(Rows(60, noise: 2)), options: new() { Method = (BootstrapMethod)77 })).Message,
        StringComparison.Ordinal);

    private static BinaryClassificationEvaluation Evaluate(List<Scored> rows) =>
        Ml.BinaryClassification.EvaluateNonCalibratedWithIntervals(View(rows), groupColumnName: "Group", options: Options);

    private static ModelComparison Compare(
        List<Scored> first, List<Scored> second, BinaryClassificationMetric metric = BinaryClassificationMetric.Accuracy, string? group = null) =>
        Ml.BinaryClassification.CompareModels(View(first), View(second), margin: 0, metric, groupColumnName: group, options: Options);

    private static IDataView View(IEnumerable<Scored> rows) => Ml.Data.LoadFromEnumerable(rows.ToList());

    private static List<Scored> Rows(int count, double noise, int perGroup = 1, int sign = 1)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(i => new Scored
        {
            Label = i % 2 == 0,
            Relevance = i % 3,
            Score = (float)(sign * ((i % 2 == 0 ? 1 : -1) + (noise * (random.NextDouble() - 0.5)))),
            Group = $"{i / perGroup}",
        })];
    }

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Relevance { get; set; }

        public float Score { get; set; }

        [VectorType(1)]
        public float[] Features { get; set; } = [0];

        public string? Group { get; set; }

        public string Site { get; set; } = "";

        public bool PredictedLabel => Score > 0;
    }
}
