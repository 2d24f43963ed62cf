using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Tool.Prove.Running;

namespace LeakageAnalyzers.Tool.Prove.Results.Intervals;

/// <summary>Computes a metric of recorded rows again, on any weights of them, by the statistics of the run-time library.</summary>
internal static class RowStatistic
{
    // Scores are of single precision, and some of ML.NET's sums too.
    private const double Rounding = 2e-3;

    private static readonly IntervalOptions Options = new();

    /// <summary>The metric of <paramref name="rows"/>; null where it cannot be computed from them, or is not the <paramref name="recorded"/> value.</summary>
    public static WeightedStatistic? Of(TestedRows rows, string metric, double recorded)
    {
        if (rows.Values.Count == 0)
        {
            return null;
        }

        try
        {
            var statistic = rows.Task switch
            {
                "RegressionMetrics" => Bind(RegressionMetrics.All, new ScoredRegressionRows(Column(rows, 0), Column(rows, 1), groups: null), metric),
                "MulticlassClassificationMetrics" => Bind(MulticlassMetrics.All, Classes(rows), metric),
                _ => Bind(BinaryMetrics.All, Binary(rows), metric),
            };
            var everyRow = new int[rows.Values.Count];
            Array.Fill(everyRow, 1);
            return statistic is not null && Math.Abs(statistic(everyRow) - recorded) <= Rounding * Math.Max(1, Math.Abs(recorded)) ? statistic : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static WeightedStatistic? Bind<TRows>(IEnumerable<Metric<TRows>> metrics, TRows rows, string name)
        where TRows : ScoredRows => metrics.FirstOrDefault(metric => metric.Name == name) is { } metric && metric.WhyInapplicable(rows) is null ? metric.Bind(rows, Options) : null;

    private static ScoredBinaryRows Binary(TestedRows rows)
    {
        var probabilities = Column(rows, 3);
        return new([.. Column(rows, 0).Select(IsTrue)], Column(rows, 1), [.. Column(rows, 2).Select(IsTrue)], Array.Exists(probabilities, double.IsNaN) ? null : probabilities, groups: null);
    }

    // Which class was predicted is known, and not how surely: the metrics of decisions alone come out as they were.
    private static ScoredMulticlassRows Classes(TestedRows rows)
    {
        var (truths, predictions) = (Column(rows, 0), Column(rows, 1));
        var count = (int)Math.Max(truths.Max(), predictions.Max()) + 1;
        return new(
            [.. truths.Select(truth => (int)truth)],
            [.. predictions.Select(prediction => Enumerable.Range(0, count).Select(label => label == (int)prediction ? 1f : 0).ToArray())],
            [.. Enumerable.Range(0, count).Select(label => label.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            topK: null,
            groups: null);
    }

    private static bool IsTrue(double value) => value > 0;

    private static double[] Column(TestedRows rows, int column) => [.. rows.Values.Select(row => row[column])];
}
