using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Runtime;
using LeakageAnalyzers.Runtime.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>Which metrics are better when they are low: the table against the run-time library, for every metric that ML.NET has too.</summary>
public sealed class MetricDirectionTests
{
    [Fact]
    public void The_table_and_the_runtime_library_agree()
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new Scored { Label = i % 3 == 0, Truth = i, Score = i % 7, Probability = (i % 7) / 7f, PredictedLabel = i % 7 > 3 }));

        Assert.NotEmpty(Compared(ml.BinaryClassification.EvaluateWithIntervals(rows), typeof(CalibratedBinaryClassificationMetrics)));
        Assert.NotEmpty(Compared(ml.Regression.EvaluateWithIntervals(rows, labelColumnName: "Truth"), typeof(RegressionMetrics)));
    }

    private static List<string> Compared(ModelEvaluation evaluation, Type metrics)
    {
        var shared = evaluation.Metrics.Where(metric => metrics.GetProperty(metric.Name) is not null && metric.Direction is MetricDirection.HigherIsBetter or MetricDirection.LowerIsBetter).ToList();
        Assert.All(shared, metric => Assert.Equal(metric.Direction == MetricDirection.LowerIsBetter, Catalog.IsLowerBetter(metric.Name)));
        return [.. shared.Select(metric => metric.Name)];
    }

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Truth { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
