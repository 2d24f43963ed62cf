using System.Runtime.CompilerServices;
using LeakageAnalyzers.Agreement.Tests.Data;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace LeakageAnalyzers.Agreement.Tests.Programs;

/// <summary>Programs under test print and write files: to nowhere, and into the folder of their data. Their trees grow on the thread that trains them.</summary>
internal static class TestProcess
{
    /// <summary>Runs <paramref name="program"/> on a thread of the pool: there a FastTree of one thread does its steps itself, where on any other it would wait for one of the pool at each.</summary>
    public static void Run(Action program) => Task.Run(program).GetAwaiter().GetResult();

    /// <summary>The same of what <paramref name="program"/> computes.</summary>
    public static T Run<T>(Func<T> program) => Task.Run(program).GetAwaiter().GetResult();

    [ModuleInitializer]
    internal static void Prepare()
    {
        Console.SetOut(TextWriter.Null);
        Given.MakeFolders();
        Directory.SetCurrentDirectory(Given.Folder);
        UseOneThreadForTrees();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Given.Folder, recursive: true);
    }

    // The first FastTree of a process decides for all. Several threads hand each tiny step to each other; beside busy processors every handing over waits for its turn, and seconds become minutes.
    private static void UseOneThreadForTrees()
    {
        var mlContext = new MLContext(seed: 1);
        var rows = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new Row { Features = [i], Label = i % 2 }));
        mlContext.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { NumberOfThreads = 1, NumberOfTrees = 1 }).Fit(rows);
    }

    private sealed class Row
    {
        [Microsoft.ML.Data.VectorType(1)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
