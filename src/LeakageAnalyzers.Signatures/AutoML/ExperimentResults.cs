using Microsoft.ML.Data;
using Microsoft.ML.Signatures;

namespace Microsoft.ML.AutoML;

public class ExperimentResult<TMetrics>
{
    public readonly IEnumerable<RunDetail<TMetrics>> RunDetails;
    public readonly RunDetail<TMetrics> BestRun;
}

public class CrossValidationExperimentResult<TMetrics>
{
    public readonly IEnumerable<CrossValidationRunDetail<TMetrics>> RunDetails;
    public readonly CrossValidationRunDetail<TMetrics> BestRun;
}

public abstract class RunDetail
{
    public string TrainerName { get; private set; }

    public double RuntimeInSeconds { get; internal set; }

    public IEstimator<ITransformer> Estimator { get; private set; }
}

public sealed class RunDetail<TMetrics> : RunDetail
{
    public TMetrics ValidationMetrics { get; private set; }

    public ITransformer Model => Signature.Only<ITransformer>();

    public Exception Exception { get; private set; }
}

public sealed class CrossValidationRunDetail<TMetrics> : RunDetail
{
    public IEnumerable<TrainResult<TMetrics>> Results { get; private set; }
}

public sealed class TrainResult<TMetrics>
{
    public TMetrics ValidationMetrics { get; private set; }

    public ITransformer Model => Signature.Only<ITransformer>();

    public Exception Exception { get; private set; }
}

public static class RankingExperimentResultExtensions
{
    public static RunDetail<RankingMetrics> Best(this IEnumerable<RunDetail<RankingMetrics>> results, RankingMetric metric = RankingMetric.Ndcg, uint optimizationMetricTruncationLevel = 10) =>
        Signature.Only<RunDetail<RankingMetrics>>();

    public static CrossValidationRunDetail<RankingMetrics> Best(
        this IEnumerable<CrossValidationRunDetail<RankingMetrics>> results, RankingMetric metric = RankingMetric.Ndcg, uint optimizationMetricTruncationLevel = 10) =>
        Signature.Only<CrossValidationRunDetail<RankingMetrics>>();
}

public static class RegressionExperimentResultExtensions
{
    public static RunDetail<RegressionMetrics> Best(this IEnumerable<RunDetail<RegressionMetrics>> results, RegressionMetric metric = RegressionMetric.RSquared) =>
        Signature.Only<RunDetail<RegressionMetrics>>();

    public static CrossValidationRunDetail<RegressionMetrics> Best(this IEnumerable<CrossValidationRunDetail<RegressionMetrics>> results, RegressionMetric metric = RegressionMetric.RSquared) =>
        Signature.Only<CrossValidationRunDetail<RegressionMetrics>>();
}
