using System.Text;
using LeakageAnalyzers.Agreement.Tests.Programs;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Agreement.Tests.Verification;

/// <summary>The reasons for which a rule is not asked of both sides hold: a program with its leak runs to its end, the analyzer reports it, and the guard does not, or does where that is the reason.</summary>
public sealed class SeenInSourceAloneTests
{
    // The remark of two models on one test set is made by the guard as well, beside choices that it cannot see.
    private const string SeenByBoth = "LEAK303";

    private const string Program = """
        Console.WriteLine();

        static class Study
        {
            public static readonly MLContext Ml = new MLContext(seed: 1);
            public static IDataView Readings => Ml.Data.LoadFromTextFile<Reading>("readings.csv");
            public static IEstimator<ITransformer> Tree(int trees, params string[] features) =>
                Ml.Transforms.Concatenate("Features", features).Append(Ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees));

            public static double Test(DataOperationsCatalog.TrainTestData split, IEstimator<ITransformer> pipeline) =>
                Ml.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet)).Accuracy;
        }

        public static class LEAK105
        {
            public static void Run()
            {
                var rows = Study.Ml.Data.CreateEnumerable<Reading>(Study.Readings, reuseRowObject: false).ToList();
                rows = rows.Concat(rows.Where(row => row.Label)).ToList();
                Console.WriteLine(Study.Test(Study.Ml.Data.TrainTestSplit(Study.Ml.Data.LoadFromEnumerable(rows)), Study.Tree(5, "Age", "Pressure")));
            }
        }

        public static class LEAK204
        {
            public static void Run()
            {
                var rows = Study.Ml.Data.CreateEnumerable<Reading>(Study.Readings, reuseRowObject: false)
                    .Select((row, i) => new Day { Date = new DateTime(2025, 1, 1).AddHours(i), Age = row.Age, Pressure = row.Pressure, Label = row.Label }).OrderBy(day => day.Date).ToList();
                Console.WriteLine(Study.Test(Study.Ml.Data.TrainTestSplit(Study.Ml.Data.LoadFromEnumerable(rows)), Study.Tree(5, "Age", "Pressure")));
            }
        }

        public static class LEAK207
        {
            public static void Run()
            {
                var rows = Study.Ml.Data.CreateEnumerable<Reading>(Study.Readings, reuseRowObject: false).ToList();
                var random = new Random(1);
                Console.WriteLine(Study.Test(Study.Ml.Data.TrainTestSplit(Study.Ml.Data.LoadFromEnumerable(rows.OrderBy(_ => random.Next()))), Study.Tree(5, "Age", "Pressure")));
            }
        }

        public static class LEAK302
        {
            public static void Run()
            {
                var split = Study.Ml.Data.TrainTestSplit(Study.Readings);
                Console.WriteLine(new[] { 2, 5 }.MaxBy(trees => Study.Test(split, Study.Tree(trees, "Age", "Pressure"))));
            }
        }

        public static class LEAK303
        {
            public static void Run()
            {
                var split = Study.Ml.Data.TrainTestSplit(Study.Readings);
                Console.WriteLine(Study.Test(split, Study.Tree(2, "Age", "Pressure")));
                Console.WriteLine(Study.Test(split, Study.Tree(5, "Age", "Pressure")));
            }
        }

        public static class LEAK304
        {
            public static void Run()
            {
                var rows = Study.Readings;
                Console.WriteLine(new[] { 2, 5 }.Max(trees => Study.Ml.BinaryClassification.CrossValidate(rows, Study.Tree(trees, "Age", "Pressure"), numberOfFolds: 2).Average(fold => fold.Metrics.Accuracy)));
            }
        }

        public static class LEAK401
        {
            public static void Run()
            {
                var pipeline = Study.Ml.Transforms.Conversion.ConvertType("Known", "Label").Append(Study.Tree(5, "Age", "Known"));
                Console.WriteLine(Study.Test(Study.Ml.Data.TrainTestSplit(Study.Readings), pipeline));
            }
        }

        public static class LEAK402
        {
            public static void Run()
            {
                var visits = Study.Ml.Data.LoadFromTextFile<Visit>("visits.csv");
                var pipeline = Study.Ml.Transforms.Categorical.OneHotHashEncoding("Patient", "PatientId", numberOfBits: 4).Append(Study.Tree(5, "Age", "Patient"));
                Console.WriteLine(Study.Test(Study.Ml.Data.TrainTestSplit(visits, samplingKeyColumnName: "PatientId"), pipeline));
            }
        }

        public sealed class Day
        {
            public DateTime Date { get; set; }
            public float Age { get; set; }
            public float Pressure { get; set; }
            public bool Label { get; set; }
        }
        """;

    [Fact]
    public async Task The_analyzer_reports_each_leak_and_the_guard_does_not_see_it()
    {
        var rules = KnownDifferences.SeenInSourceAlone.Keys.Order(StringComparer.Ordinal).ToList();
        var compilation = CSharpCompilation.Create(
            "Program",
            new[] { (Program, "Program.cs"), (SharedSource.Text, SharedSource.FileName) }.Select(file => CSharpSyntaxTree.ParseText(file.Item1, path: file.Item2, encoding: Encoding.UTF8)),
            ProgramReferences.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        var reported = (await compilation.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Select(finding => finding.Id).ToHashSet();
        var runs = ExecutableProgram.Of(compilation).RunEach(rules);

        Assert.Equal(rules, rules.Where(reported.Contains));
        Assert.Empty(runs.Select(run => run.Failure).OfType<string>());
        Assert.Equal([SeenByBoth], rules.Where((rule, i) => runs[i].Findings.Any(finding => finding.Id == rule)));
    }
}
