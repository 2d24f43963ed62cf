using System.Runtime.ExceptionServices;
using LeakageAnalyzers.Runtime.Progress;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Statistics;

/// <summary>The bootstrap of Efron (1979) over row weights, by rows or by groups.</summary>
/// <remarks>
/// A resample on which a statistic is not finite (an AUC of one class, say) is drawn again; how often that happened is reported in
/// <see cref="BootstrapDistribution.UndefinedDraws"/>.
/// </remarks>
public static class Bootstrap
{
    private const int MostDrawsOfOneReplicate = 1000;

    /// <summary>Draws replicates of one statistic on all cores.</summary>
    /// <param name="resampling">What is drawn.</param>
    /// <param name="statistic">The statistic; it is called from several threads at once.</param>
    /// <param name="resamples">The number of replicates, at least 2.</param>
    /// <param name="seed">Decides the result, which depends on nothing else: not on the number of cores either.</param>
    /// <param name="progress">Told of the share that is done, some hundred times; by several threads, but never by two at once.</param>
    /// <param name="cancellation">Stops before the next replicate.</param>
    /// <exception cref="ArgumentException">The statistic has no finite value on the data, or hardly ever on a resample.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BootstrapDistribution Run(
        Resampling resampling, WeightedStatistic statistic, int resamples = 2000, int seed = 1,
        IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(resampling, [Check.NotNull(statistic)], resamples, seed, progress, cancellation)[0];

    /// <summary>
    /// Draws replicates of several statistics on all cores. All see the same resamples, so that their replicates are paired;
    /// each has the same replicates as if it had been run alone.
    /// </summary>
    /// <param name="resampling">What is drawn.</param>
    /// <param name="statistics">The statistics; they are called from several threads at once.</param>
    /// <param name="resamples">The number of replicates, at least 2.</param>
    /// <param name="seed">Decides the result, which depends on nothing else.</param>
    /// <param name="progress">Told of the share that is done, some hundred times; by several threads, but never by two at once.</param>
    /// <param name="cancellation">Stops before the next replicate.</param>
    /// <returns>One distribution a statistic, in their order.</returns>
    /// <exception cref="ArgumentException">A statistic has no finite value on the data, or hardly ever on a resample.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<BootstrapDistribution> Run(
        Resampling resampling, IReadOnlyList<WeightedStatistic> statistics, int resamples = 2000, int seed = 1,
        IProgress<CallProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(resampling, statistics, resamples, seed, new LongCall(progress, cancellation).Part("resamples", 0, 1));

    /// <summary>As the public one, as a part of a longer call.</summary>
    internal static IReadOnlyList<BootstrapDistribution> Run(
        Resampling resampling, IReadOnlyList<WeightedStatistic> statistics, int resamples, int seed, LongCall call)
    {
        var replicates = new ReplicateTable(Check.NotNull(resampling), Check.NotNull(statistics), resamples);
        var counter = new ProgressOfReplicates(call, resamples);
        try
        {
            Parallel.For(
                0,
                resamples,
                new ParallelOptions { CancellationToken = call.Cancellation },
                replicates.CreateWorker,
                (replicate, _, worker) =>
                {
                    worker.Fill(replicate, RandomStream.Of(seed, replicate));
                    counter.CountOne();
                    return worker;
                },
                _ => { });
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Capture(error.InnerExceptions[0]).Throw();
        }

        return replicates.ToDistributions();
    }

    /// <summary>Draws replicates of one statistic one after the other from a given source.</summary>
    /// <param name="resampling">What is drawn.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="resamples">The number of replicates, at least 2.</param>
    /// <param name="random">The source of indices; only <see cref="Random.Next(int)"/> is called.</param>
    /// <param name="cancellation">Stops before the next replicate.</param>
    /// <exception cref="ArgumentException">The statistic has no finite value on the data, or hardly ever on a resample.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BootstrapDistribution Run(Resampling resampling, WeightedStatistic statistic, int resamples, Random random, CancellationToken cancellation = default)
    {
        Check.NotNull(random);
        var replicates = new ReplicateTable(Check.NotNull(resampling), [Check.NotNull(statistic)], resamples);
        var worker = replicates.CreateWorker();
        for (var replicate = 0; replicate < resamples; replicate++)
        {
            cancellation.ThrowIfCancellationRequested();
            worker.Fill(replicate, random);
        }

        return replicates.ToDistributions()[0];
    }

    /// <summary>Counts replicates of all threads.</summary>
    private sealed class ProgressOfReplicates(LongCall call, int resamples)
    {
        private readonly object turn = new();
        private int done;

        public void CountOne()
        {
            lock (turn)
            {
                call.Count(++done, resamples);
            }
        }
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private sealed class ReplicateTable
    {
        private readonly Resampling resampling;
        private readonly IReadOnlyList<WeightedStatistic> statistics;
        private readonly double[] estimates;
        private readonly double[][] replicates;
        private readonly int[] undefinedDraws;

        public ReplicateTable(Resampling resampling, IReadOnlyList<WeightedStatistic> statistics, int resamples)
        {
            Check.AtLeast(2, resamples);
            (this.resampling, this.statistics) = (resampling, statistics);
            var everyRowOnce = new int[resampling.RowCount];
            everyRowOnce.AsSpan().Fill(1);
            estimates = [.. statistics.Select(statistic => statistic(everyRowOnce))];
            for (var i = 0; i < estimates.Length; i++)
            {
                if (!IsFinite(estimates[i]))
                {
                    throw new ArgumentException(
                        Invariant($"Statistic {i} is {estimates[i]} on the data themselves; there is nothing to bootstrap."), nameof(statistics));
                }
            }

            replicates = [.. statistics.Select(_ => new double[resamples])];
            undefinedDraws = new int[statistics.Count];
        }

        public Worker CreateWorker() => new(this);

        public IReadOnlyList<BootstrapDistribution> ToDistributions() =>
            [.. estimates.Select((estimate, i) => new BootstrapDistribution(estimate, replicates[i], undefinedDraws[i]))];

        /// <summary>One thread's share of the work, with its own buffers.</summary>
        public sealed class Worker(ReplicateTable table)
        {
            private readonly int[] weights = new int[table.resampling.RowCount];
            private readonly int[] unitCounts = new int[table.resampling.UnitCount];
            private readonly List<int> pending = [];

            public void Fill(int replicate, Random random)
            {
                pending.AddRange(Enumerable.Range(0, table.statistics.Count));
                for (var draw = 0; pending.Count > 0; draw++)
                {
                    if (draw == MostDrawsOfOneReplicate)
                    {
                        throw new ArgumentException(
                            Invariant($"Statistic {pending[0]} had no finite value on {draw} resamples in a row; too few rows define it, for example too few of one class."));
                    }

                    table.resampling.Draw(random, weights, unitCounts);
                    pending.RemoveAll(statistic => TryFill(statistic, replicate));
                }
            }

            private bool TryFill(int statistic, int replicate)
            {
                var value = table.statistics[statistic](weights);
                if (!IsFinite(value))
                {
                    Interlocked.Increment(ref table.undefinedDraws[statistic]);
                    return false;
                }

                table.replicates[statistic][replicate] = value;
                return true;
            }
        }
    }
}
