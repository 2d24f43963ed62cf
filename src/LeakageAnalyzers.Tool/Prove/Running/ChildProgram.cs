using System.Diagnostics;
using System.Globalization;
using LeakageAnalyzers.Tool.Prove.Instrumentation;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>Runs a built program as a child process, which ends with its time or with this process.</summary>
/// <param name="assembly">The program.</param>
/// <param name="workingFolder">Where it is started.</param>
/// <param name="arguments">What it is given.</param>
internal sealed class ChildProgram(string assembly, string workingFolder, IReadOnlyList<string> arguments)
{
    private const int KeptText = 8000;

    /// <summary>Runs it once.</summary>
    /// <param name="run">The number of the run, from zero: seeds depend on it, and the guard is on in run 0 alone.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="temporary">An empty folder for its temporary files and for the record of the run.</param>
    /// <param name="cancellation">Ends the process.</param>
    public async Task<RunOutcome> RunAsync(int run, TimeSpan timeout, string temporary, CancellationToken cancellation)
    {
        var record = Path.Combine(temporary, $"record-{run.ToString(CultureInfo.InvariantCulture)}.txt");
        using var process = new Process { StartInfo = StartInfo(run, temporary, record) };
        var (said, complaint) = (new TailOfText(KeptText), new TailOfText(KeptText));
        process.OutputDataReceived += (_, line) => said.Add(line.Data);
        process.ErrorDataReceived += (_, line) => complaint.Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            cancellation.ThrowIfCancellationRequested();
            return RunOutcome.Read(record, $"it runs past the timeout of {timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s") with { IsTimedOut = true };
        }

        return RunOutcome.Read(record, process.ExitCode == 0 ? null : FailureText.Of(process.ExitCode, said.ToString(), complaint.ToString()));
    }

    private ProcessStartInfo StartInfo(int run, string temporary, string record)
    {
        var start = new ProcessStartInfo(DotNetHost.Command)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in (string[])["exec", assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[RecordedCalls.RecordVariable] = record;
        start.Environment[RecordedCalls.RunVariable] = run.ToString(CultureInfo.InvariantCulture);
        start.Environment[RecordedCalls.ParentVariable] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        start.Environment["LEAKAGE_GUARD"] = run == 0 ? "on" : "off";
        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP"])
        {
            start.Environment[name] = temporary;
        }

        return start;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(200);
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
