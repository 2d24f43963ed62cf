using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using LeakageAnalyzers.Agreement.Host;

namespace LeakageAnalyzers.Agreement.Tests.Programs;

/// <summary>The process that runs programs under the guard: it has no compiler in its memory, which ML.NET has collected with every tree it trains. It ends with this one.</summary>
internal static class ProgramHost
{
    // A batch of random programs takes a minute.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly string PipeName = $"leakage-agreement-{Guid.NewGuid():N}";
    private static readonly ConcurrentQueue<string> Errors = [];
    private static readonly Lazy<Process> Host = new(Start);

    /// <summary>Runs a program; several at a time are welcome.</summary>
    /// <exception cref="InvalidOperationException">The process ended before it answered, or did not answer in time; the message has what it said.</exception>
    public static IReadOnlyList<GuardedRun> Run(RunRequest request)
    {
        _ = Host.Value;
        using var tooLong = new CancellationTokenSource(Limit);
        using var pipe = new NamedPipeClientStream(".", PipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            pipe.Connect(Limit);
            using var writer = new StreamWriter(pipe, leaveOpen: true);
            writer.WriteLine(JsonSerializer.Serialize(request));
            writer.Flush();
            using var reader = new StreamReader(pipe, leaveOpen: true);
            var answer = reader.ReadLineAsync(tooLong.Token).AsTask().GetAwaiter().GetResult() ?? throw new IOException("It closed the connection.");
            return JsonSerializer.Deserialize<IReadOnlyList<GuardedRun>>(answer)!;
        }
        catch (Exception failure) when (failure is IOException or TimeoutException or OperationCanceledException)
        {
            throw new InvalidOperationException($"The process that runs programs did not answer: {failure.Message} {string.Join('\n', Errors)}", failure);
        }
    }

    // Held as long as this process lives: its standard input is what keeps it, and is closed when this one ends, however it does.
    private static Process Start()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(RunRequest).Assembly.Location, PipeName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
