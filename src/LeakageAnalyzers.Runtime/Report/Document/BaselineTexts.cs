using LeakageAnalyzers.Runtime.Evaluation;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Baselines in plain words.</summary>
internal static class BaselineTexts
{
    public static string Of(Baseline baseline) => baseline switch
    {
        Baseline.Prior => "what is known without features",
        Baseline.Majority => "the most frequent answer",
        Baseline.SingleFeature => "the best single feature",
        _ => "a linear model",
    };
}
