using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>The baselines of ranking. What corresponds to the most frequent class, every row alike, is a random order too.</summary>
internal static class RankingBaselines
{
    public static IReadOnlyList<TrainedBaseline<ScoredRankingRows>> Train(
        BaselineTraining training, ScoredRankingRows model, RankingColumns columns, Metric<ScoredRankingRows> metric, IntervalOptions options)
    {
        var labels = ReadLabels(training.TrainRows, columns.Label);
        var (slot, sign) = BestFeature(training, columns, metric, options, labels.Length);
        var features = training.FeaturesForFit(labels.Length);
        var linear = RidgeRegression.Fit(features.ReadAll(), ReadLabels(features.Sample, columns.Label));
        var mean = features.Read(slot).Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average();
        return
        [
            new(Baseline.Prior, "rows in random order, as expected", model.InOrderOf(null)),
            new(Baseline.SingleFeature, training.NameOf(slot), Score(training, model, feature => sign * (double.IsNaN(feature(slot)) ? mean : feature(slot)))),
            new(Baseline.Linear, "linear regression of the relevance", Score(training, model, linear.Predict)),
        ];
    }

    /// <summary>The feature that orders the train rows best by the metric itself, and whether upwards or downwards.</summary>
    private static (int Slot, int Sign) BestFeature(BaselineTraining training, RankingColumns columns, Metric<ScoredRankingRows> metric, IntervalOptions options, int rows)
    {
        var features = training.FeaturesForChoice(rows);
        var known = ScoredRankingRows.Read(features.Sample, columns, groupColumnName: null, options.TruncationLevel);
        var everyRowOnce = known.EveryRowOnce();
        double Strength(double[] values, int sign) => metric.Bind(known.InOrderOf(Array.ConvertAll(values, value => sign * value)), options)(everyRowOnce);
        var slot = features.Best(values => Math.Max(Strength(values, 1), Strength(values, -1)));
        var chosen = features.WithMeanForMissing(slot);
        return (slot, Strength(chosen, 1) >= Strength(chosen, -1) ? 1 : -1);
    }

    private static ScoredRankingRows Score(BaselineTraining training, ScoredRankingRows model, Func<Func<int, double>, double> score)
    {
        var reader = new PredictionReader(training.TestRows);
        var scores = reader.Values<VBuffer<float>, double>(reader.Find(training.Features.Name, "featureColumnName"), vector => score(feature => vector.GetItemOrDefault(feature)));
        reader.Read();
        return model.InOrderOf([.. scores]);
    }

    private static double[] ReadLabels(Microsoft.ML.IDataView rows, string labelColumnName)
    {
        var reader = new PredictionReader(rows);
        var labels = reader.Classes(labelColumnName, nameof(labelColumnName));
        reader.Read();
        return [.. labels.Select(label => (double)label)];
    }
}
