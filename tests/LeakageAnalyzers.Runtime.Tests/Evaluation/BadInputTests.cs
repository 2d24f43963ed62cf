using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>Rows that make a metric lose its meaning: it has its documented value or none and says why, or the call is refused and says which and why; never NaN.</summary>
public sealed class BadInputTests
{
    private static readonly MLContext Ml = new(seed: 1);

    private static readonly IntervalOptions[] Both =
    [
        new() { Resamples = 100 },
        new() { Resamples = 100, Method = BootstrapMethod.BiasCorrectedAccelerated },
    ];

    [Fact]
    public void Constant_scores_rank_by_chance_and_have_no_slope()
    {
        foreach (var evaluation in Binary(Rows(30, i => (i % 3 == 0, 0.4f))))
        {
            Assert.Equal(0.5, evaluation.AreaUnderRocCurve.Value);
            Assert.Contains("width zero", evaluation.AreaUnderRocCurve.Note, StringComparison.Ordinal);
            Assert.Equal("All predicted probabilities are equal.", evaluation.CalibrationSlope.Note);
            Assert.Equal(0, evaluation.MatthewsCorrelation.Value);
            Assert.Equal("No row was predicted positive.", evaluation.PositivePrecision.Note);
        }
    }

    [Fact]
    public void Perfect_separation_has_intervals_of_width_zero_that_own_up_to_it() =>
        Assert.All(Binary(Rows(30, i => (i < 15, i < 15 ? 0.9f : 0.1f))), evaluation =>
        {
            Assert.Equal((1, 0), (evaluation.AreaUnderRocCurve.Value, evaluation.AreaUnderRocCurve.Interval!.Width));
            Assert.Contains("separate the classes perfectly", evaluation.CalibrationSlope.Note, StringComparison.Ordinal);
        });

    [Fact]
    public void Certainty_is_moved_inwards_by_the_documented_amount_and_says_so() =>
        Assert.All(Binary(Rows(30, i => (i < 20, 1f))), evaluation =>
        {
            // Two of three rows are positive where 1 − 1e-7 was predicted.
            Assert.Equal(Math.Log(2) - Math.Log((1 - 1e-7) / 1e-7), evaluation.CalibrationInTheLarge.Value!.Value, 1e-6);
            Assert.Contains("30 probabilities of 0 or 1 were moved to 1e-7", evaluation.CalibrationInTheLarge.Note, StringComparison.Ordinal);
            Assert.Contains("that choice's more than the model's", evaluation.CalibrationInTheLarge.Note, StringComparison.Ordinal);
        });

    [Fact]
    public void A_single_positive_row_is_evaluated_and_says_how_often_it_was_not_drawn() =>
        Assert.All(Binary(Rows(30, i => (i == 7, (i % 10) / 10f))), evaluation =>
            Assert.Contains("resamples gave no value and were drawn again", evaluation.AreaUnderRocCurve.Note, StringComparison.Ordinal));

    [Fact]
    public void Groups_of_one_row_each_are_as_wide_as_rows() =>
        Assert.All(Both, options =>
        {
            var rows = Ml.Data.LoadFromEnumerable(Rows(60, i => (i % 2 == 0, ((i * 37 % 60) + (i % 2 == 0 ? 20 : 0)) / 100f)));
            var (byGroup, byRow) = (Ml.BinaryClassification.EvaluateWithIntervals(rows, groupColumnName: "Group", options: options), Ml.BinaryClassification.EvaluateWithIntervals(rows, options: options));
            Assert.Equal(byRow.Metrics, byGroup.Metrics);
            Assert.Equal(60, byGroup.Groups);
        });

    [Fact]
    public void Two_rows_are_the_fewest()
    {
        Assert.All(Binary(Rows(2, i => (i == 0, i == 0 ? 0.6f : 0.3f))), NeverNaN);
        Assert.Contains("The only label is positive", Refusal(() => Ml.BinaryClassification.EvaluateWithIntervals(View(Rows(1, _ => (true, 0.5f))))), StringComparison.Ordinal);
        Assert.Contains("variation shows from two on", Refusal(() => Ml.Regression.EvaluateWithIntervals(View(Rows(1, _ => (true, 0.5f))), "Number")), StringComparison.Ordinal);
        Assert.Contains("variation shows from two on", Refusal(() => Ml.MulticlassClassification.EvaluateWithIntervals(View(Rows(1, _ => (true, 0.5f))), "Class", "Scores")), StringComparison.Ordinal);
        Assert.Contains("variation shows from two on", Refusal(() => Ml.Ranking.EvaluateWithIntervals(View(Rows(1, _ => (true, 0.5f))), "Class", "Group")), StringComparison.Ordinal);
    }

    [Fact]
    public void Regression_of_constants_has_no_correlation_and_says_so()
    {
        foreach (var options in Both)
        {
            var predictions = Ml.Regression.EvaluateWithIntervals(View(Rows(20, i => (i % 2 == 0, 0.5f))), "Number", options: options);
            NeverNaN(predictions);
            Assert.Equal("All predictions are equal.", predictions.CalibrationSlope.Note);
            Assert.Equal("All predictions, or all true values, are equal.", predictions.PearsonCorrelation.Note);

            var truths = Ml.Regression.EvaluateWithIntervals(View(Rows(20, i => (true, i / 20f))), "Constant", options: options);
            NeverNaN(truths);
            Assert.Equal("All true values are equal.", truths.RSquared.Note);
        }
    }

    /// <summary>Twenty times 0.1 in double precision has a mean that is not 0.1.</summary>
    [Fact]
    public void Regression_of_constants_whose_mean_is_rounded_has_no_correlation_either()
    {
        var rows = Enumerable.Range(0, 20).Select(i => new Exact { Label = i, Score = 0.1 }).ToList();
        foreach (var options in Both)
        {
            var predictions = Ml.Regression.EvaluateWithIntervals(Ml.Data.LoadFromEnumerable(rows), options: options);
            Assert.Equal((null, "All predictions are equal."), (predictions.CalibrationSlope.Value, predictions.CalibrationSlope.Note));
            Assert.Equal((null, "All predictions, or all true values, are equal."), (predictions.PearsonCorrelation.Value, predictions.PearsonCorrelation.Note));

            var truths = Ml.Regression.EvaluateWithIntervals(Ml.Data.LoadFromEnumerable(rows), labelColumnName: "Score", scoreColumnName: "Label", options: options);
            Assert.Equal((null, "All true values are equal."), (truths.RSquared.Value, truths.RSquared.Note));
        }

        rows[3].Score += 1e-9;
        Assert.NotNull(Ml.Regression.EvaluateWithIntervals(Ml.Data.LoadFromEnumerable(rows), options: Both[0]).PearsonCorrelation.Value);
    }

    [Fact]
    public void Several_classes_of_which_one_occurs_have_no_ranking_and_say_so() =>
        Assert.All(Both, options => NeverNaN(Ml.MulticlassClassification.EvaluateWithIntervals(View(Rows(20, i => (true, i / 20f))), "Class", "Scores", options: options)));

    [Fact]
    public void Queries_without_a_relevant_row_have_documented_gains() =>
        Assert.All(Both, options => NeverNaN(Ml.Ranking.EvaluateWithIntervals(View(Rows(20, i => (false, i / 20f))), "Class", "Group", options: options)));

    [Fact]
    public void A_score_that_is_no_number_is_refused_by_its_row()
    {
        var rows = View(Rows(20, i => (i % 2 == 0, i == 5 ? float.NaN : 0.5f)));

        Assert.Contains("Score 5 is NaN", Refusal(() => Ml.BinaryClassification.EvaluateWithIntervals(rows)), StringComparison.Ordinal);
        Assert.Contains("Value 5 is NaN", Refusal(() => Ml.Regression.EvaluateWithIntervals(rows, "Number")), StringComparison.Ordinal);
        Assert.Contains("score of row 5 for class 0 is NaN", Refusal(() => Ml.MulticlassClassification.EvaluateWithIntervals(rows, "Class", "Scores")), StringComparison.Ordinal);
        Assert.Contains("Score 5 is NaN", Refusal(() => Ml.Ranking.EvaluateWithIntervals(rows, "Class", "Group")), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_rows_or_groups_than_folds_are_refused()
    {
        var rows = View(Rows(3, i => (i % 2 == 0, 0.5f)));

        Assert.Contains("3 groups", Assert.Throws<InvalidOperationException>(() => Ml.Data.GroupKFold(rows, "Group", numberOfFolds: 5)).Message, StringComparison.Ordinal);
        Assert.Contains("3 groups", Assert.Throws<InvalidOperationException>(
            () => Ml.Data.StratifiedGroupKFold(rows, groupColumnName: "Group", labelColumnName: "Label", numberOfFolds: 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_features_have_the_baselines_of_chance()
    {
        var rows = View(Rows(40, i => (i % 2 == 0, i / 40f)));
        var model = Ml.Transforms.CopyColumns("Score", "Score").Fit(rows);

        var baselines = Baselines.Evaluate(Ml.BinaryClassification, model, rows, rows, featureColumnName: "Flat", options: Both[0]);

        Assert.All(baselines.Baselines, baseline => Assert.Equal(0.5, baseline.Comparison!.Second.Value));
    }

    private static IEnumerable<BinaryClassificationEvaluation> Binary(IEnumerable<Scored> rows)
    {
        foreach (var options in Both)
        {
            var evaluation = Ml.BinaryClassification.EvaluateWithIntervals(View(rows), options: options);
            NeverNaN(evaluation);
            yield return evaluation;
        }
    }

    private static void NeverNaN(ModelEvaluation evaluation) => Assert.All(evaluation.Metrics, metric =>
    {
        Assert.True(metric.Value is null ? !string.IsNullOrEmpty(metric.Note) : !double.IsNaN(metric.Value.Value), metric.ToString());
        Assert.True(metric.Interval is null ? !string.IsNullOrEmpty(metric.Note) : metric.Interval.Width > 0 || metric.Note is not null, metric.ToString());
    });

    private static string Refusal(Action call) => Assert.ThrowsAny<ArgumentException>(call).Message;

    private static IDataView View(IEnumerable<Scored> rows) => Ml.Data.LoadFromEnumerable(rows);

    private static List<Scored> Rows(int count, Func<int, (bool Label, float Probability)> row) => [.. Enumerable.Range(0, count).Select(i => new Scored
    {
        Label = row(i).Label,
        Number = row(i).Label ? i : -i,
        Class = row(i).Label ? 1 : 0,
        Score = row(i).Probability,
        Probability = row(i).Probability,
        PredictedLabel = row(i).Probability > 0.5f,
        Scores = [1 - row(i).Probability, row(i).Probability],
        Group = $"{i}",
    })];

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Number { get; set; }

        public float Constant { get; set; } = 7;

        public float Class { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }

        [VectorType(2)]
        public float[] Scores { get; set; } = [];

        [VectorType(2)]
        public float[] Flat { get; set; } = [1, 1];

        public string Group { get; set; } = "";
    }

    private sealed class Exact
    {
        public double Label { get; set; }

        public double Score { get; set; }
    }
}
