using LeakageAnalyzers.Runtime.Progress;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Compares a model with its baselines.</summary>
internal static class BaselineGains
{
    public static BaselineEvaluation Of<TRows>(
        TRows model, IReadOnlyList<TrainedBaseline<TRows>> baselines, Metric<TRows> metric, double margin, IntervalOptions options, LongCall call)
        where TRows : ScoredRows
    {
        if (PairedBootstrap.WhyNoValue(metric, model, options) is { } reason)
        {
            throw new ArgumentException($"{metric.Name} has no finite value for the model: {reason}", nameof(metric));
        }

        var results = baselines.Select((baseline, number) =>
            Compare(model, baseline, metric, margin, options, call.Part($"baseline {baseline.Baseline}", number, baselines.Count))).ToList();
        call.Report(1);
        return new BaselineEvaluation
        {
            Metric = metric.Name,
            Baselines = results,
            Model = results.Find(result => result.Comparison is not null)?.Comparison!.First ?? throw new ArgumentException(
                $"{metric.Name} has no finite value for any baseline: {string.Join(" ", results.Select(result => result.Note))}", nameof(metric)),
        };
    }

    private static BaselineResult Compare<TRows>(TRows model, TrainedBaseline<TRows> baseline, Metric<TRows> metric, double margin, IntervalOptions options,
        LongCall call)
        where TRows : ScoredRows
    {
        var reason = PairedBootstrap.WhyNoValue(metric, baseline.Rows, options);
        return new BaselineResult
        {
            Baseline = baseline.Baseline,
            Description = baseline.Description,
            Comparison = reason is null ? PairedBootstrap.Compare(model, baseline.Rows, metric, margin, options, call) : null,
            Note = reason,
        };
    }
}
