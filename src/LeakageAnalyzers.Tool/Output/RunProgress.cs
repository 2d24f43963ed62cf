using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output;

/// <summary>Shows on a terminal how far a run is; silent elsewhere.</summary>
internal sealed class RunProgress : IRunProgress
{
    private readonly ProgressTask? _task;

    private RunProgress(ProgressTask? task) => _task = task;

    /// <summary>Does <paramref name="work"/> while its progress is shown.</summary>
    public static async Task<T> ShowAsync<T>(string title, int count, Func<IRunProgress, Task<T>> work)
    {
        if (!Terminal.Error.Profile.Capabilities.Interactive || count == 0)
        {
            return await work(new RunProgress(null));
        }

        return await Terminal.Error.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new RunProgress(context.AddTask(Markup.Escape(title), maxValue: count))));
    }

    /// <inheritdoc/>
    public void Started(ProgramSource source) => _task?.Description(Markup.Escape(source.Name));

    /// <inheritdoc/>
    public void Finished(ProgramSource source) => _task?.Increment(1);
}
