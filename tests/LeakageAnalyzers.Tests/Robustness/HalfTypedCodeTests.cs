using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using LeakageAnalyzers.Corpus.Fuzzing;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>Analyzers meet half-typed code all day: it never crashes them, and nothing is reported on a guess.</summary>
public sealed class HalfTypedCodeTests
{
    private const string Program = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv", separatorChar: ',');
        var scaling = ml.Transforms.Concatenate("Features", nameof(Visit.Age), "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scaled = scaling.Fit(data).Transform(data);
        var (train, test) = Cut(scaled, args.Length > 0 ? 0.1 : 0.2);
        ITransformer best = null;
        foreach (var trees in new[] { 10, 20 })
        {
            using var reader = new StringReader("text");
            try
            {
                var model = ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees).Fit(train);
                var score = ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy;
                best ??= score is > 0.5 and < 0.9 ? model : null;
            }
            catch (Exception error) when (error.Message.Length > 0)
            {
                Console.WriteLine($"{error.Message} {reader?.ReadLine()}");
                throw;
            }
        }

        (IDataView Train, IDataView Test) Cut(IDataView rows, double fraction)
        {
            Func<IDataView, DataOperationsCatalog.TrainTestData> cut = view => ml.Data.TrainTestSplit(view, testFraction: fraction);
            var split = cut(rows);
            return (split.TrainSet, split.TestSet);
        }
        """;

    [Fact]
    public async Task The_whole_program_has_its_findings() =>
        Assert.Equal(["LEAK102", "LEAK202"], (await Analysis.OfAsync(Program)).Select(finding => finding.Id));

    [Fact]
    public async Task No_truncation_of_it_crashes_the_analyzer()
    {
        for (var length = 0; length < Program.Length; length += 13)
        {
            await Analysis.OfAsync(Program[..length]);
        }
    }

    [Fact]
    public async Task No_missing_piece_of_it_crashes_the_analyzer()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 100; round++)
        {
            var start = random.Next(Program.Length);
            await Analysis.OfAsync(Program.Remove(start, Math.Min(random.Next(1, 60), Program.Length - start)));
        }
    }

    [Theory]
    [InlineData("ml.Data.TrainTestSplit(data, samplingKeyColumnName: null)", "LEAK202")]
    [InlineData("ml.Data.TrainTestSplit(data, samplingKeyColumnName: nameof())", "")]
    [InlineData("ml.Data.TrainTestSplit(data, samplingKeyColumnName: Console.ReadLine())", "")]
    [InlineData("ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"NoSuchColumn\")", "LEAK202")]
    [InlineData("ml.Data.TrainTestSplit(", "")]
    [InlineData("ml.Data.TrainTestSplit(missing)", "")]
    [InlineData("ml.Data.CrossValidationSplit(data, )", "")]
    public async Task Odd_arguments_are_reported_only_where_nothing_is_guessed(string split, string expected)
    {
        var findings = await Analysis.OfAsync($"""
            var ml = new MLContext();
            var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
            var split = {split};
            """);

        Assert.Equal(expected, string.Join(",", findings.Select(finding => finding.Id)));
    }

    [Theory]
    [InlineData("static IDataView Load(MLContext ml) => Load(ml);")]
    [InlineData("static IDataView Load(MLContext ml) => Other(ml); static IDataView Other(MLContext ml) => Load(ml);")]
    [InlineData("static IDataView Load(MLContext ml) { while (true) { } }")]
    [InlineData("static IDataView Load(MLContext ml) { again: ml.Data.LoadFromTextFile<Visit>(\"a\"); goto again; }")]
    public async Task Recursion_and_endless_loops_end(string helper)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Analysis.OfAsync($$"""
            var ml = new MLContext();
            var data = Load(ml);
            var split = ml.Data.TrainTestSplit(data);
            {{helper}}
            """, limit.Token);
    }

    [Fact]
    public async Task A_body_past_its_budget_is_silent_within_a_bounded_time()
    {
        var endless = "var n = 0;" + string.Concat(Enumerable.Repeat("n += args.Length;\n", 30_000));
        var entry = FormattableString.Invariant($"Endless{Environment.TickCount64}");
        string ProgramWith(string end) => $$"""
            static class {{entry}}
            {
                static void Main(string[] args)
                {
                    var ml = new MLContext(); IDataView data = ml.Data.LoadFromTextFile<Reading>("a");
                    var model = ml.BinaryClassification.Trainers.FastTree().Fit(data);
                    var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
                    {{end}}
                }
            }
            """;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var givenUp = new EntriesGivenUp();

        Assert.Contains(await Analysis.OfAsync(ProgramWith(""), limit.Token), finding => finding.Id == "LEAK201");
        Assert.DoesNotContain(givenUp.Names, name => name.StartsWith(entry, StringComparison.Ordinal));
        Assert.Empty(await Analysis.OfAsync(ProgramWith(endless), limit.Token));
        Assert.Contains(givenUp.Names, name => name.StartsWith(entry, StringComparison.Ordinal));
    }

    /// <summary>The entries that passed their budget, as who measures hears of them.</summary>
    private sealed class EntriesGivenUp : EventListener
    {
        private readonly ConcurrentBag<string> _names = [];

        public IEnumerable<string> Names => _names;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "LeakageAnalyzers")
            {
                EnableEvents(eventSource, EventLevel.LogAlways);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "BudgetExceeded")
            {
                _names.Add((string)eventData.Payload![0]!);
            }
        }
    }

    [Fact]
    public async Task No_repair_is_offered_that_would_break_half_typed_code_further()
    {
        var document = new AdhocWorkspace().AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, "Half", "Half", LanguageNames.CSharp, compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication), metadataReferences: MlNetReferences.All))
            .AddDocument(SharedSource.FileName, SharedSource.Text, filePath: SharedSource.FileName).Project
            .AddDocument("Program.cs", """
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var bestAuc = 0.0;
                ITransformer best = null;
                for (var count = 1; count <= default; count++)
                {
                    var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree(minimumExampleCountPerLeaf: count)).Fit(split.TrainSet);
                    var auc = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
                    if (auc > bestAuc)
                    {
                    {
                        bestAuc = auc;
                        best = model;
                    }
                }

                ml.Model.Save(best, null, Path.Combine(Path.GetTempPath(), |best.zip"));
                """, filePath: "Program.cs");

        var outcome = await Trial.RunAsync(document, CancellationToken.None);
        Assert.NotEqual(0, outcome.Findings);
        Assert.Empty(outcome.Failures);
    }
}
