using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using LeakageAnalyzers.Corpus.Programs;
using LeakageAnalyzers.Tool.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Spectre.Console;

namespace LeakageAnalyzers.Corpus.Fuzzing;

/// <summary>Every file of some folders, among the files that it is compiled with: whole, and changed at random places.</summary>
/// <param name="folders">Where the files are.</param>
/// <param name="settings">How it is done.</param>
internal sealed class FuzzRun(IReadOnlyList<DirectoryInfo> folders, FuzzSettings settings)
{
    private const int SlowestShown = 10;
    private const int WaitingFactor = 200;

    private readonly IAnsiConsole _console = AnsiConsole.Console;
    private readonly HashSet<string> _seen = [];
    private readonly PriorityQueue<string, TimeSpan> _slowest = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _files;
    private int _variants;
    private int _findings;
    private int _repairs;
    private int _failures;
    private int _late;

    private static TimeSpan ProcessorTime => Environment.CpuUsage.TotalTime;

    /// <summary>Tries all and prints what came of it; 0 where nothing was thrown, broken or late.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        _console.Profile.Width = Math.Max(_console.Profile.Width, 4000);
        var programs = folders.SelectMany(folder => new CorpusFolder(folder.FullName).Programs()).ToList();
        var all = programs.SelectMany(program => program.Files).Select(file => file.Path).Distinct().Count();
        foreach (var program in programs.OrderBy(program => RandomFor(program.Name).Next()))
        {
            if (_watch.Elapsed < settings.Time)
            {
                await TryAsync(program, cancellation);
            }
        }

        Print(all, programs.Count);
        return _failures + _late == 0 ? 0 : 1;
    }

    private async Task TryAsync(SourceProgram program, CancellationToken cancellation)
    {
        var files = program.Files.Where(file => _seen.Add(file.Path) && _seen.Count > settings.From).ToList();
        if (files.Count == 0)
        {
            return;
        }

        // Bound once for all: what a variant leaves as it is, is read and bound no second time.
        var project = Trial.WithAllRules(ProgramCompiler.Compile(program));
        var whole = await project.GetCompilationAsync(cancellation);
        foreach (var file in files.TakeWhile(_ => _watch.Elapsed < settings.Time))
        {
            _files++;
            await Console.Error.WriteLineAsync($"{settings.From + _files,6} {_variants,7} {_failures + _late,4}  {file.Path}");
            var document = project.Documents.First(document => document.FilePath == file.TreePath);
            await TryAsync(document, file.Path, "whole", cancellation);
            for (var i = 1; i <= settings.Cuts; i++)
            {
                var text = TextMutation.Apply(file.Text, RandomFor($"{Path.GetFileName(file.Path)} {i}"));
                await TryAsync(document.WithText(SourceText.From(text)), file.Path, $"change {i}", cancellation);
            }
        }

        GC.KeepAlive(whole);
    }

    private async Task TryAsync(Document document, string path, string variant, CancellationToken cancellation)
    {
        _variants++;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (start, watch) = (ProcessorTime, Stopwatch.StartNew());

        // On a thread of its own: what does not even look at the limit is left behind.
        var trial = Task.Run(() => Trial.RunAsync(document, limit.Token), cancellation);
        while (await Task.WhenAny(trial, Task.Delay(TimeSpan.FromMilliseconds(200), cancellation)) != trial)
        {
            if (IsOver(1))
            {
                await limit.CancelAsync();
            }

            if (IsOver(2))
            {
                break;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        if (!trial.IsCompletedSuccessfully)
        {
            _late++;
            await ReportAsync(document, path, variant, trial.IsFaulted ? $"{trial.Exception.InnerException}" : trial.IsCanceled ? $"took more than {settings.Limit.TotalSeconds:0} s" : "hangs", cancellation);
        }
        else if (await trial is var outcome)
        {
            _findings += outcome.Findings;
            _repairs += outcome.Repairs;
            if (outcome.Failures.Count > 0)
            {
                _failures++;
                await ReportAsync(document, path, variant, string.Join("\n", outcome.Failures), cancellation);
            }
        }

        var taken = ProcessorTime - start;
        _slowest.Enqueue($"{taken.TotalMilliseconds,8:0} ms  {path}, {variant}", taken);
        if (_slowest.Count > SlowestShown)
        {
            _slowest.Dequeue();
        }

        // Other programs share the machine, so the processor's time counts; one that waits forever uses none.
        bool IsOver(int times) => ProcessorTime - start > settings.Limit * times || watch.Elapsed > settings.Limit * times * WaitingFactor;
    }

    private async Task ReportAsync(Document document, string path, string variant, string failure, CancellationToken cancellation)
    {
        _console.WriteLine($"{path}, {variant}: {failure}");
        if (settings.Kept is { } kept)
        {
            kept.Create();
            await File.WriteAllTextAsync(Path.Combine(kept.FullName, $"{_failures + _late} {Path.GetFileName(path)}"), (await document.GetTextAsync(cancellation)).ToString(), cancellation);
        }
    }

    private void Print(int files, int programs)
    {
        _console.WriteLine("slowest, in processor time with the compiler's share:");
        while (_slowest.TryDequeue(out var slow, out _))
        {
            _console.WriteLine(slow);
        }

        _console.WriteLine($"{(settings.From == 0 ? "" : $"after the first {settings.From}: ")}{_files} of {files} files in {programs} programs, seed {settings.Seed}: {_variants} variants, {_findings} findings, {_repairs} repairs made; "
            + $"{_failures} with an exception or a broken repair, {_late} over {settings.Limit.TotalSeconds:0} s of processor time; {_watch.Elapsed.TotalMinutes:0} minutes");
    }

    // The same for the same place, whatever was tried before.
    private Random RandomFor(string place) => new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.Seed} {place}"))));
}

/// <summary>How to fuzz.</summary>
/// <param name="Seed">Of all that is random.</param>
/// <param name="Cuts">How many changed variants of a file are tried.</param>
/// <param name="Limit">The longest processor time of a variant.</param>
/// <param name="Time">When to stop; the files are taken in random order.</param>
/// <param name="From">How many files are left out at the start: those that a run before this one of the same folders and seed has tried.</param>
/// <param name="Kept">Where to write the texts that fail, or null.</param>
internal sealed record FuzzSettings(int Seed, int Cuts, TimeSpan Limit, TimeSpan Time, int From, DirectoryInfo? Kept);
