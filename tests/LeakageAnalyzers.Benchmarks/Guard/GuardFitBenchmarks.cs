using BenchmarkDotNet.Attributes;
using LeakageAnalyzers.Runtime;
using Microsoft.ML;

namespace LeakageAnalyzers.Benchmarks.Guard;

/// <summary>Fit under a guard against Fit alone, 1,000,000 rows of 20 features. Wanted: at most 1.05.</summary>
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class GuardFitBenchmarks
{
    private readonly MLContext _context = new(seed: 1);
    private IDataView _rows = null!;

    [Params(1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Load() => _rows = ClinicRow.Load(_context, Rows);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("FastTree")]
    public object FastTreeAlone() => FastTree().Fit(_rows);

    [Benchmark]
    [BenchmarkCategory("FastTree")]
    public object FastTreeUnderGuard() => UnderGuard(FastTree());

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Lbfgs")]
    public object LbfgsAlone() => Lbfgs().Fit(_rows);

    [Benchmark]
    [BenchmarkCategory("Lbfgs")]
    public object LbfgsUnderGuard() => UnderGuard(Lbfgs());

    private Microsoft.ML.Trainers.FastTree.FastTreeBinaryTrainer FastTree() => _context.BinaryClassification.Trainers.FastTree();

    private Microsoft.ML.Trainers.LbfgsLogisticRegressionBinaryTrainer Lbfgs() => _context.BinaryClassification.Trainers.LbfgsLogisticRegression();

    private WatchedTransformer<TTransformer> UnderGuard<TTransformer>(IEstimator<TTransformer> trainer)
        where TTransformer : class, ITransformer
    {
        using var guard = new LeakageGuard();
        return guard.Fit(trainer, guard.Watch(_rows));
    }
}
