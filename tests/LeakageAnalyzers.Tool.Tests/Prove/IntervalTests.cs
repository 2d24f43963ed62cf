using System.Globalization;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Tool.Prove.Results.Intervals;
using LeakageAnalyzers.Tool.Prove.Running;

namespace LeakageAnalyzers.Tool.Tests.Prove;

/// <summary>Which interval an inflation gets, and that it is the one of the statistics.</summary>
public sealed class IntervalTests
{
    private const string Regression = "Regression";
    private const string Error = "MeanAbsoluteError";

    private static readonly double[] Scores = [1, 2, 4, 3];

    [Fact]
    public void Runs_that_share_no_row_are_independent()
    {
        var estimate = IntervalEstimator.Of(Evidence(hasOwnRows: true, new EvaluatedSizes("", 1, 20, 80)))!;

        Assert.Equal(IntervalMethod.PairedT, estimate.Method);
        Assert.Equal(PairedTTest.Run(Scores).Interval(), estimate.Interval);
    }

    [Fact]
    public void Random_splits_of_the_same_rows_get_the_corrected_interval_and_it_is_wider()
    {
        var estimate = IntervalEstimator.Of(Evidence(hasOwnRows: false, new EvaluatedSizes("", 1, 20, 80)))!;

        Assert.Equal(IntervalMethod.CorrectedResampledT, estimate.Method);

        // s² (1/J + 20/80) in place of s²/J: twice the variance.
        var plain = PairedTTest.Run(Scores).Interval();
        Assert.Equal(Math.Sqrt(2), (estimate.Interval.Upper - estimate.Interval.Lower) / (plain.Upper - plain.Lower), 9);
        Assert.Equal("the tested rows are not known one by one", estimate.WhyNotByGroup);
    }

    [Fact]
    public void Folds_count_one_by_one_with_their_share_of_tested_rows()
    {
        var evidence = new PairedEvidence("Accuracy", [Run(0.9, 0.8, 0.7), Run(0.9, 0.9, 0.6)], [Run(0.5, 0.6, 0.6), Run(0.7, 0.5, 0.5)], HasOwnRows: false, Sizes: null, AreFolds: true);

        var estimate = IntervalEstimator.Of(evidence)!;

        Assert.Equal(CorrectedResampledTTest.Run([0.9 - 0.5, 0.8 - 0.6, 0.7 - 0.6, 0.9 - 0.7, 0.9 - 0.5, 0.6 - 0.5], 1, 2).Interval(), estimate.Interval);
    }

    [Fact]
    public void Where_nothing_is_known_of_the_rows_the_interval_says_that_it_is_too_narrow()
    {
        var estimate = IntervalEstimator.Of(Evidence(hasOwnRows: false, sizes: null))!;

        Assert.Equal(IntervalMethod.UncorrectedT, estimate.Method);
        Assert.Contains("too narrow", estimate.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, nameof(IntervalMethod.ClusterBootstrap))]
    [InlineData(4, nameof(IntervalMethod.RowBootstrap))]
    public void Individuals_are_drawn_where_there_are_enough_of_them_and_rows_where_they_are_the_same(int groups, string expected)
    {
        var estimate = IntervalEstimator.Of(OfRows(groups, rowsOfGroup: 5))!;

        Assert.Equal(expected, estimate.Method.ToString());
        Assert.InRange(1.5, estimate.Interval.Lower, estimate.Interval.Upper);
    }

    [Fact]
    public void Rows_of_one_individual_are_no_evidence_of_their_own()
    {
        var byGroup = IntervalEstimator.Of(OfRows(groups: 20, rowsOfGroup: 25))!.Interval;
        var byRow = IntervalEstimator.Of(OfRows(groups: 20, rowsOfGroup: 25, column: ""))!.Interval;

        // The rows of a group have one error: 500 rows are as good as 20, and √25 = 5.
        Assert.InRange((byGroup.Upper - byGroup.Lower) / (byRow.Upper - byRow.Lower), 3.5, 6.5);
    }

    [Fact]
    public void Rows_that_do_not_give_the_recorded_score_are_not_drawn()
    {
        var right = OfRows(groups: 20, rowsOfGroup: 5);
        var wrong = right with { Leaky = [.. right.Leaky.Select(run => run with { Values = [run.Value + 1] })] };

        Assert.Equal("the tested rows, read again at the end, do not give the recorded score", IntervalEstimator.Of(wrong)!.WhyNotByGroup);
    }

    [Fact]
    public void A_metric_of_class_scores_is_drawn_by_group_where_the_scores_are_known_and_says_why_not_where_they_are_not()
    {
        var known = IntervalEstimator.Of(OfClasses(withScores: true))!;
        var unknown = IntervalEstimator.Of(OfClasses(withScores: false))!;

        // The leaky program gives the true class 0.9, the repaired one 0.6.
        Assert.Equal(IntervalMethod.ClusterBootstrap, known.Method);
        Assert.Equal(Math.Log(0.9 / 0.6), known.Interval.Lower, 6);
        Assert.Equal(IntervalMethod.UncorrectedT, unknown.Method);
        Assert.Contains("not by group: log loss is not computed from what is recorded of each row", unknown.Text, StringComparison.Ordinal);
    }

    private static PairedEvidence OfClasses(bool withScores)
    {
        RunEvidence Of(double probability)
        {
            var rows = new TestedRows(0, "MulticlassClassification", "PatientId");
            string[] scores = [probability.ToString(CultureInfo.InvariantCulture), (1 - probability).ToString(CultureInfo.InvariantCulture)];
            for (var row = 0; row < 60; row++)
            {
                rows.Add((row % 15).ToString(CultureInfo.InvariantCulture), [row % 2 == 0 ? "0" : "1", row % 2 == 0 ? "0" : "1", .. !withScores ? [] : row % 2 == 0 ? scores : scores.Reverse()]);
            }

            return new RunEvidence([-Math.Log(probability)], [rows]);
        }

        return new PairedEvidence("LogLoss", [Of(0.9), Of(0.9)], [Of(0.6), Of(0.6)], HasOwnRows: false, Sizes: null, AreFolds: false);
    }

    [Fact]
    public void One_run_without_rows_has_no_interval() =>
        Assert.Null(IntervalEstimator.Of(new PairedEvidence("Accuracy", [Run(0.9)], [Run(0.7)], HasOwnRows: true, Sizes: null, AreFolds: false)));

    private static RunEvidence Run(params double[] values) => new(values, Parts: null);

    private static PairedEvidence Evidence(bool hasOwnRows, EvaluatedSizes? sizes) =>
        new("Accuracy", [.. Scores.Select(score => Run(score))], [.. Scores.Select(_ => Run(0))], hasOwnRows, sizes, AreFolds: false);

    // The repaired program is off by one more than the leaky one, give or take what the group has of its own.
    private static PairedEvidence OfRows(int groups, int rowsOfGroup, string column = "PatientId")
    {
        var random = new Random(3);
        var own = Enumerable.Range(0, groups).Select(_ => random.NextDouble()).ToArray();
        RunEvidence Of(double shift, double scale)
        {
            var rows = new TestedRows(0, Regression, column);
            var errors = new List<double>();
            for (var group = 0; group < groups; group++)
            {
                for (var row = 0; row < rowsOfGroup; row++)
                {
                    errors.Add(shift + (scale * own[group]));
                    rows.Add(column.Length == 0 ? "" : group.ToString(CultureInfo.InvariantCulture), ["0", errors[^1].ToString("R", CultureInfo.InvariantCulture)]);
                }
            }

            return new RunEvidence([errors.Average()], [rows]);
        }

        return new PairedEvidence(Error, [Of(0, 0), Of(0, 0)], [Of(1, 1), Of(1, 1)], HasOwnRows: false, Sizes: null, AreFolds: false);
    }
}
