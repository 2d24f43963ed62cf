using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Runtime.Tests.Data;
using LeakageAnalyzers.Runtime.Tests.ReferenceValues;
using MathNet.Numerics.LinearRegression;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

public sealed class BaselinesTests
{
    private static readonly IntervalOptions Few = new() { Resamples = 200 };

    private static readonly VoiceStudy Study = VoiceStudy.Load();

    private static readonly MLContext Ml = Study.MlContext;

    [Fact]
    public void The_AUC_of_one_feature_is_that_of_scikit_learn()
    {
        var labels = VoiceRecording.All.Select(recording => recording.Label).ToArray();
        var expected = ReferenceFile.Open("univariate-and-subgroup")["parkinsons_status"]!.AsObject().Select(feature => feature.Value!.GetValue<double>()).ToList();

        var actual = Enumerable.Range(0, expected.Count).Select(slot => SingleFeatureAuc.Of(
            labels, VoiceRecording.All.Select(recording => (double)recording.Features[slot]).ToArray()));

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, ReferenceFile.Tolerance));
    }

    [Fact]
    public void A_model_of_voices_is_judged_by_patients_against_all_four()
    {
        var baselines = Baselines.Evaluate(
            Ml.BinaryClassification, Study.Trees(), Study.Parts.TrainSet, Study.Parts.TestSet, groupColumnName: nameof(VoiceRecording.PatientId), options: Few);

        Assert.Equal(Enum.GetValues<Baseline>(), baselines.Baselines.Select(result => result.Baseline));
        Assert.Equal(0.5, baselines[Baseline.Prior].Comparison!.Second.Value);
        Assert.Equal(0.5, baselines[Baseline.Majority].Comparison!.Second.Value);
        Assert.InRange(baselines[Baseline.Linear].Comparison!.Second.Value!.Value, 0.6, 0.95);
        Assert.Equal(baselines.Gain.Value, baselines.Baselines.Min(result => result.Comparison!.Difference.Value));
        Assert.Equal(baselines.Gain.Value, baselines.Model.Value!.Value - baselines.Best.Comparison!.Second.Value!.Value, 1e-12);
        Assert.Equal(SuperiorityVerdict.NotShown, baselines.Verdict);
    }

    [Fact]
    public void Folds_are_judged_together_on_their_own_test_rows()
    {
        var voices = Ml.Data.LoadFromEnumerable(VoiceRecording.All);
        var folds = Ml.Data.StratifiedGroupKFold(voices, "Label", nameof(VoiceRecording.PatientId), numberOfFolds: 4);
        var trees = Ml.Transforms.NormalizeMeanVariance("Features").Append(Ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 10, minimumExampleCountPerLeaf: 2));
        ITransformer[] models = [.. folds.Select(fold => trees.Fit(fold.TrainSet))];

        var baselines = Baselines.EvaluatePooled(Ml.BinaryClassification, models, folds, groupColumnName: nameof(VoiceRecording.PatientId), options: Few);

        var scored = models.Zip(folds, (model, fold) => Ml.Data.CreateEnumerable<Scored>(model.Transform(fold.TestSet), reuseRowObject: false)).SelectMany(rows => rows).ToList();
        var pooled = Ml.BinaryClassification.EvaluateWithIntervals(Ml.Data.LoadFromEnumerable(scored), groupColumnName: nameof(VoiceRecording.PatientId), options: Few);
        Assert.Equal(195, scored.Count);
        Assert.Equal(pooled.AreaUnderRocCurve.ToString(), baselines.Model.ToString());
        Assert.Contains("of 4 folds", baselines[Baseline.Prior].Description, StringComparison.Ordinal);
        Assert.Equal(baselines.Gain.Value, baselines.Model.Value!.Value - baselines.Best.Comparison!.Second.Value!.Value, 1e-12);
    }

    [Fact]
    public void A_fold_that_tests_one_class_alone_counts_among_the_others()
    {
        var sites = Ml.Data.LoadFromEnumerable(VoiceRecording.All.Select((voice, i) => new VoiceRecording
        {
            PatientId = voice.Label && i < 60 ? "A" : i % 2 == 0 ? "B" : "C",
            Features = voice.Features,
            Label = voice.Label,
        }).ToList());
        var folds = Ml.Data.LeaveOneGroupOut(sites, nameof(VoiceRecording.PatientId));
        Assert.Single(folds[0].TestSet.GetColumn<bool>("Label").Distinct());
        ITransformer[] models = [.. folds.Select(fold => Ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 5).Fit(fold.TrainSet))];

        Assert.InRange(Baselines.EvaluatePooled(Ml.BinaryClassification, models, folds, options: Few).Model.Value!.Value, 0.3, 1);
        Assert.Contains("labels are positive", Assert.Throws<ArgumentException>(() =>
            Baselines.EvaluatePooled(Ml.BinaryClassification, [models[0]], [folds[0]], options: Few)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_fold_is_judged_as_a_split_is()
    {
        var model = Study.Linear();

        Assert.Equal(
            Baselines.Evaluate(Ml.BinaryClassification, model, Study.Parts.TrainSet, Study.Parts.TestSet, options: Few).ToString(),
            Baselines.EvaluatePooled(Ml.BinaryClassification, [model], [Study.Parts], options: Few).ToString());
        Assert.Contains("0 models were given for 1 folds", Assert.Throws<ArgumentException>(() =>
            Baselines.EvaluatePooled(Ml.BinaryClassification, [], [Study.Parts])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BinaryClassificationMetric.ExpectedCalibrationError, "raised by noise")]
    [InlineData(BinaryClassificationMetric.Entropy, "no model is better by it")]
    public void A_metric_that_ranks_no_models_is_refused_with_the_reason_before_anything_is_trained(BinaryClassificationMetric metric, string reason)
    {
        var untouched = Ml.Data.LoadFromEnumerable(VoiceRecording.All.Select(voice => voice.Features.Length > 0 ? throw new InvalidOperationException("Rows were read.") : voice));

        var error = Assert.Throws<ArgumentException>(() => Baselines.Evaluate(Ml.BinaryClassification, Study.Linear(), untouched, untouched, metric));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(metric.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_patients_leave_the_gain_less_certain_than_rows_do()
    {
        var trees = Study.Trees();

        var byRow = Baselines.Evaluate(Ml.BinaryClassification, trees, Study.Parts.TrainSet, Study.Parts.TestSet, options: Few)[Baseline.Prior].Comparison!.Difference;
        var byPatient = Baselines.Evaluate(
            Ml.BinaryClassification, trees, Study.Parts.TrainSet, Study.Parts.TestSet, groupColumnName: nameof(VoiceRecording.PatientId), options: Few)[Baseline.Prior].Comparison!.Difference;

        Assert.Equal(byRow.Value, byPatient.Value);
        Assert.True(byPatient.Interval.Width > 1.3 * byRow.Interval.Width, $"{byPatient} {byRow}");
    }

    [Fact]
    public void The_same_call_gives_the_same_numbers()
    {
        var trees = Study.Trees();

        Assert.Equal(
            Baselines.Evaluate(Ml.BinaryClassification, trees, Study.Parts.TrainSet, Study.Parts.TestSet, options: Few).ToString(),
            Baselines.Evaluate(Ml.BinaryClassification, trees, Study.Parts.TrainSet, Study.Parts.TestSet, options: Few).ToString());
    }

    [Fact]
    public void Where_one_feature_says_all_a_model_that_overlooks_it_is_inferior()
    {
        var rows = Planted.Rows(decisive: true);

        var baselines = Baselines.Evaluate(Ml.BinaryClassification, Nothing, View(rows.Take(200)), View(rows.Skip(200)), options: Few);

        Assert.Equal("feature Features[2]", baselines[Baseline.SingleFeature].Description);
        Assert.InRange(baselines[Baseline.SingleFeature].Comparison!.Second.Value!.Value, 0.95, 1);
        Assert.Equal(SuperiorityVerdict.Inferior, baselines.Verdict);
    }

    [Fact]
    public void Where_nothing_can_be_learned_no_gain_is_shown()
    {
        var rows = Planted.Rows(decisive: false);

        var baselines = Baselines.Evaluate(Ml.BinaryClassification, Nothing, View(rows.Take(200)), View(rows.Skip(200)), options: Few);

        Assert.Equal(SuperiorityVerdict.NotShown, baselines.Verdict);
        Assert.StartsWith("AreaUnderRocCurve 0.", baselines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_better_than_every_linear_one_is_superior()
    {
        // An exclusive or: no feature helps alone, nor does any weighted sum of them.
        var rows = Planted.Rows(decisive: false).Select(row => row.AsExclusiveOr()).ToList();

        var baselines = Baselines.Evaluate(Ml.BinaryClassification, Nothing, View(rows.Take(200)), View(rows.Skip(200)), margin: 0.1, options: Few);

        Assert.Equal(SuperiorityVerdict.Superior, baselines.Verdict);
        Assert.True(baselines.Gain.Interval.Lower > 0.1, baselines.ToString());
    }

    [Fact]
    public void A_certain_majority_loses_infinitely_much_and_says_so()
    {
        var baselines = Baselines.Evaluate(
            Ml.BinaryClassification, Study.Linear(), Study.Parts.TrainSet, Study.Parts.TestSet, BinaryClassificationMetric.LogLoss, options: Few);

        Assert.Null(baselines[Baseline.Majority].Comparison);
        Assert.Contains("gave probability 0 to what happened", baselines[Baseline.Majority].Note, StringComparison.Ordinal);
        Assert.NotNull(baselines[Baseline.Prior].Comparison);
    }

    [Fact]
    public void Missing_features_are_taken_for_the_mean()
    {
        var rows = Planted.Rows(decisive: true);
        foreach (var row in rows.Where((_, index) => index % 7 == 0))
        {
            row.Features[2] = float.NaN;
        }

        var baselines = Baselines.Evaluate(Ml.BinaryClassification, Nothing, View(rows.Take(200)), View(rows.Skip(200)), options: Few);

        Assert.InRange(baselines[Baseline.SingleFeature].Comparison!.Second.Value!.Value, 0.85, 1);
    }

    [Fact]
    public void The_linear_baseline_of_regression_is_least_squares()
    {
        var (train, test) = TelemonitoringStudy.Parts;
        var baselines = Baselines.Evaluate(
            Ml.Regression, TelemonitoringStudy.SeverityTrees, train, test, labelColumnName: "Severity", groupColumnName: "PatientId", options: Few);

        var (x, y) = Matrix(train);
        var weights = MultipleRegression.QR(x, y, intercept: true);
        var (testX, testY) = Matrix(test);
        var errors = testX.Zip(testY, (row, truth) => weights[0] + row.Zip(weights.Skip(1), (value, weight) => value * weight).Sum() - truth);
        Assert.Equal(Math.Sqrt(errors.Average(error => error * error)), baselines[Baseline.Linear].Comparison!.Second.Value!.Value, 0.2);

        var deviations = testY.Select(truth => truth - y.Average());
        Assert.Equal(Math.Sqrt(deviations.Average(deviation => deviation * deviation)), baselines[Baseline.Prior].Comparison!.Second.Value!.Value, 1e-4);
    }

    [Fact]
    public void Several_classes_have_baselines_too()
    {
        var baselines = Baselines.Evaluate(
            Ml.MulticlassClassification, TelemonitoringStudy.BandTrees, TelemonitoringStudy.Parts.Train, TelemonitoringStudy.Parts.Test, groupColumnName: "PatientId", options: Few);

        Assert.Equal(1 / 3.0, baselines[Baseline.Majority].Comparison!.Second.Value!.Value, 1e-9);
        Assert.InRange(baselines[Baseline.Linear].Comparison!.Second.Value!.Value, 0.2, 0.7);
        Assert.Equal(baselines.Model.Value!.Value - baselines.Best.Comparison!.Second.Value!.Value, baselines.Gain.Value, 1e-12);
    }

    [Fact]
    public void Rankers_have_the_baselines_of_a_random_order_a_feature_and_a_line()
    {
        var baselines = Baselines.Evaluate(
            Ml.Ranking, TelemonitoringStudy.RankTrees, TelemonitoringStudy.Parts.Train, TelemonitoringStudy.Parts.Test, labelColumnName: "Relevance", options: Few);

        Assert.Equal([Baseline.Prior, Baseline.SingleFeature, Baseline.Linear], baselines.Baselines.Select(result => result.Baseline));
        Assert.Equal("NDCG@10", baselines.Metric);
        Assert.Equal(Ml.Ranking.EvaluateWithIntervals(TelemonitoringStudy.ScoredRanks, "Relevance", options: Few)["NDCG@10"].Value, baselines.Model.Value);
        Assert.Equal(baselines.Model.Value!.Value - baselines.Best.Comparison!.Second.Value!.Value, baselines.Gain.Value, 1e-12);
    }

    [Fact]
    public void A_random_order_gains_what_all_orders_gain_on_average()
    {
        int[] labels = [0, 2, 0, 4];
        double[][] orders = [.. from a in labels.Index() from b in labels.Index() from c in labels.Index() from d in labels.Index()
                                where new[] { a.Index, b.Index, c.Index, d.Index }.Distinct().Count() == 4 select new double[] { a.Index, b.Index, c.Index, d.Index }];

        Assert.Equal(24, orders.Length);
        Assert.Equal(
            orders.Average(scores => QueryGains.InOrderOf(scores, labels, lastRank: 3).Normalized(3)),
            QueryGains.InRandomOrder(labels, lastRank: 3).Normalized(3),
            1e-12);
    }

    [Fact]
    public void Where_a_feature_is_the_relevance_upside_down_a_ranker_that_guesses_is_inferior()
    {
        var random = new Random(3);
        List<Answer> rows = [.. Enumerable.Range(0, 600).Select(i =>
        {
            var relevance = random.Next(5);
            return new Answer { GroupId = $"{i / 10}", Label = relevance, Features = [(float)random.NextDouble(), -relevance], Score = (float)random.NextDouble() };
        })];

        var baselines = Baselines.Evaluate(
            Ml.Ranking, Nothing, Ml.Data.LoadFromEnumerable(rows.Take(300)), Ml.Data.LoadFromEnumerable(rows.Skip(300)), options: Few);

        Assert.Equal(1, baselines[Baseline.SingleFeature].Comparison!.Second.Value);
        Assert.Equal("feature Features[1]", baselines[Baseline.SingleFeature].Description);
        Assert.Equal(SuperiorityVerdict.Inferior, baselines.Verdict);
        Assert.Equal(SuperiorityVerdict.NotShown, baselines[Baseline.Prior].Comparison!.Verdict);
    }

    [Fact]
    public void A_missing_feature_column_is_named() =>
        Assert.Contains("no column 'Pixels'", Assert.Throws<ArgumentException>(() => Baselines.Evaluate(
            Ml.BinaryClassification, Study.Linear(), Study.Parts.TrainSet, Study.Parts.TestSet, featureColumnName: "Pixels")).Message, StringComparison.Ordinal);

    [Fact]
    public void Train_rows_of_one_class_are_refused() =>
        Assert.Contains("rows of both classes are needed", Assert.Throws<ArgumentException>(() => Baselines.Evaluate(
            Ml.BinaryClassification, Nothing, View(Planted.Rows(decisive: true).Where(row => row.Label)), View(Planted.Rows(decisive: true)))).Message, StringComparison.Ordinal);

    /// <summary>A model that leaves rows as they are, since they hold their scores.</summary>
    private static ITransformer Nothing { get; } = Ml.Transforms.CopyColumns("Score", "Score").Fit(View(Planted.Rows(decisive: true)));

    private static IDataView View(IEnumerable<Planted> rows) => Ml.Data.LoadFromEnumerable(rows);

    private static (double[][] X, double[] Y) Matrix(IDataView view)
    {
        var rows = Ml.Data.CreateEnumerable<TelemonitoringStudy.Row>(view, reuseRowObject: false).ToList();
        return ([.. rows.Select(row => row.Features.Select(value => (double)value).ToArray())], [.. rows.Select(row => (double)row.Severity)]);
    }

    /// <summary>An answer to a query, scored by a ranker that guesses.</summary>
    private sealed class Answer
    {
        public string GroupId { get; set; } = "";

        public float Label { get; set; }

        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public float Score { get; set; }
    }

    /// <summary>Rows of five features, of which the third may decide the label, and the useless score of a model that does not know.</summary>
    private sealed class Planted
    {
        public bool Label { get; set; }

        [VectorType(5)]
        public float[] Features { get; set; } = [];

        public float Score { get; set; }

        public bool PredictedLabel => Score > 0;

        public static List<Planted> Rows(bool decisive)
        {
            var random = new Random(5);
            return [.. Enumerable.Range(0, 400).Select(_ =>
            {
                var features = Enumerable.Range(0, 5).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
                var label = decisive ? features[2] + (0.2 * ((2 * random.NextDouble()) - 1)) > 0 : random.Next(2) == 0;
                return new Planted { Label = label, Features = features, Score = (float)((2 * random.NextDouble()) - 1) };
            })];
        }

        public Planted AsExclusiveOr() => new() { Features = Features, Label = Features[0] * Features[1] > 0, Score = Features[0] * Features[1] };
    }

    private sealed class Scored
    {
        public string PatientId { get; set; } = "";

        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
