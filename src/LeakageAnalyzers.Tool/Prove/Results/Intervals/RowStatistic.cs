using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Tool.Prove.Running;
using LeakageAnalyzers.Workflow.Trace;

namespace LeakageAnalyzers.Tool.Prove.Results.Intervals;

/// <summary>Computes a metric of recorded rows again, on any weights of them, by the statistics of the run-time library.</summary>
internal static class RowStatistic
{
    // Scores are of single precision, and some of ML.NET's sums too.
    private const double Rounding = 2e-3;

    // Scores that add up to more than 1 are none of probabilities, so nothing is computed of them but decisions.
    private const float NoProbability = 2;

    // The true class and the predicted one.
    private const int ClassColumns = 2;

    private static readonly IntervalOptions Options = new();

    /// <summary>The metric of <paramref name="rows"/>; null where it cannot be computed from them, or is not the <paramref name="recorded"/> value, with the reason.</summary>
    public static (WeightedStatistic? Statistic, string WhyNot) Of(TestedRows rows, string metric, double recorded)
    {
        if (rows.Values.Count == 0)
        {
            return (null, "the tested rows are not known one by one");
        }

        try
        {
            var statistic = rows.Task switch
            {
                nameof(LearningTask.Regression) => Bind(RegressionMetrics.All, new ScoredRegressionRows(Column(rows, 0), Column(rows, 1), groups: null), metric),
                nameof(LearningTask.MulticlassClassification) => Bind(MulticlassMetrics.All, Classes(rows), metric),
                _ => Bind(BinaryMetrics.All, Binary(rows), metric),
            };
            var everyRow = new int[rows.Values.Count];
            Array.Fill(everyRow, 1);
            return statistic is null ? (null, $"{MetricTitles.InSentence(MetricTitles.Of(metric))} is not computed from what is recorded of each row")
                : Math.Abs(statistic(everyRow) - recorded) <= Rounding * Math.Max(1, Math.Abs(recorded)) ? (statistic, "")
                : (null, "the tested rows, read again at the end, do not give the recorded score");
        }
        catch (ArgumentException broken)
        {
            return (null, $"the tested rows, read again at the end, have no such score ({broken.Message.ReplaceLineEndings(" ").TrimEnd('.')})");
        }
    }

    private static WeightedStatistic? Bind<TRows>(IEnumerable<Metric<TRows>> metrics, TRows rows, string name)
        where TRows : ScoredRows => metrics.FirstOrDefault(metric => metric.Name == name) is { } metric && metric.WhyInapplicable(rows) is null ? metric.Bind(rows, Options) : null;

    private static ScoredBinaryRows Binary(TestedRows rows)
    {
        var probabilities = Column(rows, 3);
        return new([.. Column(rows, 0).Select(IsTrue)], Column(rows, 1), [.. Column(rows, 2).Select(IsTrue)], Array.Exists(probabilities, double.IsNaN) ? null : probabilities, groups: null);
    }

    // Of many classes only the predicted one is known, and not how surely: the metrics of decisions alone come out as they were.
    private static ScoredMulticlassRows Classes(TestedRows rows)
    {
        var (truths, predictions) = (Column(rows, 0), Column(rows, 1));
        var scored = rows.Values[0].Length - ClassColumns;
        var count = scored > 0 ? scored : (int)Math.Max(truths.Max(), predictions.Max()) + 1;
        return new(
            [.. truths.Select(truth => (int)truth)],
            scored > 0
                ? [.. rows.Values.Select(row => Array.ConvertAll(row[ClassColumns..], score => (float)score))]
                : [.. predictions.Select(prediction => Enumerable.Range(0, count).Select(label => label == (int)prediction ? NoProbability : 0).ToArray())],
            [.. Enumerable.Range(0, count).Select(label => label.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            topK: null,
            groups: null);
    }

    private static bool IsTrue(double value) => value > 0;

    private static double[] Column(TestedRows rows, int column) => [.. rows.Values.Select(row => row[column])];
}
