using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace LeakageAnalyzers.Agreement.Host;

/// <summary>Runs programs on a thread of the pool: there a FastTree of one thread does its steps itself, where on any other it would wait for one of the pool at each.</summary>
internal static class OnPoolThread
{
    // The first FastTree of a process decides for all. Several threads hand each tiny step to each other; beside busy processors every handing over waits for its turn, and seconds become minutes.
    static OnPoolThread()
    {
        var mlContext = new MLContext(seed: 1);
        var rows = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new Row { Features = [i], Label = i % 2 }));
        mlContext.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 1 }).Fit(rows);
    }

    /// <summary>What <paramref name="program"/> computes; its trees grow on the thread that trains them.</summary>
    public static T Run<T>(Func<T> program) => Task.Run(program).GetAwaiter().GetResult();

    private sealed class Row
    {
        [Microsoft.ML.Data.VectorType(1)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
