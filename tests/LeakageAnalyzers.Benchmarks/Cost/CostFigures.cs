using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace LeakageAnalyzers.Benchmarks.Cost;

/// <summary>What the analyzer costs: beside the compiler and other packages on the same compilations, at a keystroke, and as programs grow.</summary>
internal static class CostFigures
{
    private const int Rounds = 5;

    // A round of a thousand files takes more than a minute.
    private const int RoundsOfManyFiles = 3;

    // Until what is measured is compiled for good: the runtime compiles a method well once it has been called thirty times.
    private const int WarmUpRounds = 30;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Own = [new LeakageAnalyzer()];
    private static readonly ImmutableArray<DiagnosticAnalyzer> Binding = [new BindsEveryBody()];
    private static readonly ImmutableArray<DiagnosticAnalyzer> Graphs = [new MakesGraphs()];

    /// <summary>The table of packages, each with its default rules. A folder of ML.NET programs may be named in place of this repository's samples.</summary>
    public static void PrintPackages(IReadOnlyList<string> arguments)
    {
        var samples = CostPrograms.Of(arguments.Count > 0 ? arguments[0] : Samples());
        for (var round = 0; round < WarmUpRounds; round++)
        {
            MeasureRound(Packages(), samples);
        }

        Print("300 files without ML.NET", [CostPrograms.WithoutMlNet(300)], Rounds);
        Print("samples of ML.NET", samples, Rounds);
        Print("1,000 files of ML.NET studies", [CostPrograms.Studies(1000)], RoundsOfManyFiles);
    }

    /// <summary>Re-analysis after one keystroke in a file of 1,000 lines, with everything warm.</summary>
    public static void PrintKeystroke(IReadOnlyList<string> arguments)
    {
        // Until nothing is left for the runtime to compile: after thirty keystrokes one still takes three times as long as after two hundred.
        const int WarmUp = 300;
        const int Keystrokes = 500;
        var compilation = CostPrograms.OneFile(CostPrograms.LongFile(1000));
        var (own, elapsed) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Keystrokes; i++)
        {
            var old = compilation.SyntaxTrees[0];
            var text = old.GetText();
            var at = text.ToString().LastIndexOf("numberOfTrees: ", StringComparison.Ordinal) + "numberOfTrees: ".Length;
            var edited = old.WithChangedText(text.WithChanges(new Microsoft.CodeAnalysis.Text.TextChange(new(at, 1), (1 + (i % 9)).ToString(CultureInfo.InvariantCulture))));
            compilation = compilation.ReplaceSyntaxTree(old, edited);
            var watch = Stopwatch.StartNew();
            var analysis = compilation.WithAnalyzers(Own, Options());
            var result = analysis.GetAnalysisResultAsync(compilation.GetSemanticModel(edited), null, CancellationToken.None).GetAwaiter().GetResult();
            if (i >= WarmUp)
            {
                elapsed.Add(watch.Elapsed.TotalMilliseconds);
                own.Add(result.AnalyzerTelemetryInfo[Own[0]].ExecutionTime.TotalMilliseconds);
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"one keystroke in {compilation.SyntaxTrees[0].GetText().Lines.Count} lines: the analyzer takes {Percentile(own, 0.5):0.0} ms in the median, {Percentile(own, 0.95):0.0} ms at p95; with the compiler's binding {Percentile(elapsed, 0.5):0.0} ms and {Percentile(elapsed, 0.95):0.0} ms; {Keystrokes} keystrokes"));
    }

    /// <summary>The exponent with which the time grows over the size of programs, and the worst method.</summary>
    public static void PrintGrowth(IReadOnlyList<string> arguments)
    {
        var sizes = new[] { 125, 250, 500, 1000 };
        _ = TimeOf(New(), CostPrograms.Studies(sizes[0]));
        var times = sizes.Select(size => Percentile([.. Enumerable.Range(0, 3).Select(_ => TimeOf(New(), CostPrograms.Studies(size)))], 0.5)).ToList();
        foreach (var (size, time) in sizes.Zip(times))
        {
            Console.WriteLine(FormattableString.Invariant($"{size,5} files {time,8:0} ms"));
        }

        // The slope of a line through the logarithms.
        var (x, y) = (sizes.Select(size => Math.Log(size)).ToList(), times.ConvertAll(Math.Log));
        var slope = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum() / x.Sum(a => Math.Pow(a - x.Average(), 2));
        Console.WriteLine(FormattableString.Invariant($"exponent {slope:0.00}"));
        foreach (var statements in new[] { 100, 1_000, 10_000 })
        {
            using var entries = new EntriesHeard();
            var time = TimeOf(New(), CostPrograms.OneFile(CostPrograms.LongMethod(statements)));
            Console.WriteLine(FormattableString.Invariant($"a method of {statements:N0} statements with loops and branches: {time:0} ms, {entries.Operations:N0} operations{(entries.GivenUp > 0 ? ", given up at its budget" : "")}"));
        }
    }

    private static void Print(string name, IReadOnlyList<CSharpCompilation> programs, int rounds)
    {
        var names = Packages().ConvertAll(package => package.Name);
        var compile = new List<double>();
        var times = names.ConvertAll(_ => new List<double>());
        var beside = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            // The first is the program's own warm-up.
            var (compiled, analyzed) = MeasureRound(Packages(), programs);
            if (round > 0)
            {
                compile.Add(compiled);
                beside.Add(programs.Sum(TimeBesideInterpretation));
                times.Zip(analyzed).ToList().ForEach(pair => pair.First.Add(pair.Second));
            }
        }

        var errors = programs.Sum(program => program.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var compileTime = Percentile(compile, 0.5);
        Console.WriteLine(FormattableString.Invariant($"{name}: {programs.Sum(program => program.SyntaxTrees.Length)} files, {errors} errors, compiled in {compileTime:0} ms; medians of {rounds} rounds in turns"));
        foreach (var (package, measured) in names.Append("LeakageAnalyzers, but for interpretation").Zip(times.Append(beside)))
        {
            Console.WriteLine(FormattableString.Invariant($"  {package,-40} {Percentile(measured, 0.5),9:0.0} ms {Percentile(measured, 0.5) / compileTime,9:0.00 %} of compile time"));
        }

        Console.WriteLine();
    }

    // What is measured: a name, the analyzers that run, and those of them whose time counts.
    private static List<(string Name, ImmutableArray<DiagnosticAnalyzer> Run, ImmutableArray<DiagnosticAnalyzer> Counted)> Packages() => Packages(New(), New());

    // A compiler makes an analyzer for one compilation: ours would remember the round before.
    private static ImmutableArray<DiagnosticAnalyzer> New() => [new LeakageAnalyzer()];

    private static List<(string Name, ImmutableArray<DiagnosticAnalyzer> Run, ImmutableArray<DiagnosticAnalyzer> Counted)> Packages(ImmutableArray<DiagnosticAnalyzer> own, ImmutableArray<DiagnosticAnalyzer> other) =>
    [
        ("LeakageAnalyzers", own, own),
        .. PeerAnalyzers.All.Select(package => (package.Package, package.Analyzers, package.Analyzers)),
        ("LeakageAnalyzers, bodies bound before", [new BindsEveryBody(), .. other], other),
        ("the binding of bodies alone", Binding, Binding),
        ("the graphs of these bodies alone", Graphs, Graphs),
    ];

    private static (double Compiled, List<double> Analyzed) MeasureRound(
        List<(string Name, ImmutableArray<DiagnosticAnalyzer> Run, ImmutableArray<DiagnosticAnalyzer> Counted)> packages, IReadOnlyList<CSharpCompilation> programs) =>
        (programs.Sum(CompileTime), packages.ConvertAll(package => programs.Sum(program => TimeOf(package.Run, program, package.Counted))));

    // From text to an assembly and its symbols for the debugger, which a build makes too; on one thread as the analyzers.
    private static double CompileTime(CSharpCompilation program)
    {
        var texts = program.SyntaxTrees.Select(tree => (tree.ToString(), tree.FilePath)).ToList();
        var watch = Stopwatch.StartNew();
        var fresh = CSharpCompilation.Create(program.AssemblyName, texts.Select(text => CSharpSyntaxTree.ParseText(text.Item1, path: text.FilePath, encoding: System.Text.Encoding.UTF8)), program.References, program.Options.WithConcurrentBuild(false));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        fresh.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return watch.Elapsed.TotalMilliseconds;
    }

    // What the compiler itself counts for its users under ReportAnalyzer: the analyzers' own time.
    private static double TimeOf(ImmutableArray<DiagnosticAnalyzer> analyzers, CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer>? counted = null)
    {
        var result = program.Clone().WithAnalyzers(analyzers, Options()).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return (counted ?? analyzers).Sum(analyzer => result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds);
    }

    // What is left of our time if the interpreter, with the graphs that it asks for on the way, cost nothing.
    private static double TimeBesideInterpretation(CSharpCompilation program)
    {
        using var entries = new EntriesHeard();
        return TimeOf(New(), program) - entries.Milliseconds;
    }

    // An analyzer of another package may fail; ours may not.
    private static CompilationWithAnalyzersOptions Options() => new(
        new AnalyzerOptions([]), (exception, analyzer, _) => { if (analyzer is LeakageAnalyzer) { throw exception; } }, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeakageAnalyzers.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Name the folder of the samples: this program does not run inside its repository."), "samples");
    }

    private static double Percentile(List<double> values, double share) => values.Order().ElementAt(Math.Min(values.Count - 1, (int)(share * values.Count)));
}
