using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Tool.Prove.Results;

/// <summary>Which of an evaluation's metrics stands for it.</summary>
internal static class MetricChoice
{
    // What is usually reported of each task, the most usual first.
    private static readonly string[] Usual =
    [
        "AreaUnderRocCurve", "MicroAccuracy", "Accuracy", "F1Score", "AreaUnderPrecisionRecallCurve", "MacroAccuracy", "RSquared", "RootMeanSquaredError", "MeanAbsoluteError",
        "NormalizedDiscountedCumulativeGains@10", "NormalizedDiscountedCumulativeGains@3", "NormalizedDiscountedCumulativeGains@1", "NormalizedMutualInformation", "AverageDistance", "LogLoss",
    ];

    /// <summary>Whether a higher value of <paramref name="metric"/> is a better one.</summary>
    public static bool IsHigherBetter(string metric) => !Catalog.IsLowerBetter(metric.Split('@')[0]);

    /// <summary>The most usual of <paramref name="available"/>, of those that the program reads where it reads any; null where there is none.</summary>
    public static string? Of(IReadOnlyCollection<string> available, IReadOnlySet<string> read)
    {
        var wanted = available.Where(metric => read.Contains(metric.Split('@')[0])).ToList();
        var from = wanted.Count > 0 ? wanted : available;
        return Array.Find(Usual, from.Contains) ?? from.Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
