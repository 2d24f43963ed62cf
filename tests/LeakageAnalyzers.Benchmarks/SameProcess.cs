using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace LeakageAnalyzers.Benchmarks;

/// <summary>Runs benchmarks in this process: nothing is generated or built, and what is compared shares one runtime.</summary>
internal sealed class SameProcess : ManualConfig
{
    public SameProcess()
    {
        Add(DefaultConfig.Instance);

        // Some operations take minutes.
        AddJob(Job.ShortRun.WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromHours(2), logOutput: false)));
    }
}
