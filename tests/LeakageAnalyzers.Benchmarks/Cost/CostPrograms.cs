using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Benchmarks.Cost;

/// <summary>Programs whose analysis is measured.</summary>
internal static class CostPrograms
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly ImmutableArray<MetadataReference> WithMlNet = References(_ => true);

    /// <summary>A program of <paramref name="files"/> ordinary files that does not reference ML.NET.</summary>
    public static CSharpCompilation WithoutMlNet(int files) => Compile(
        Enumerable.Range(0, files).Select(i => ($"Service{i}.cs", Ordinary(i))), References(name => !name.StartsWith("Microsoft.ML", StringComparison.Ordinal) && !name.StartsWith("LeakageAnalyzers", StringComparison.Ordinal)));

    /// <summary>A program of <paramref name="files"/> files, each a study that loads, splits, prepares, trains and evaluates, every third with a leak.</summary>
    public static CSharpCompilation Studies(int files) => Compile(Enumerable.Range(0, files).Select(i => ($"Study{i}.cs", Study(i))).Append(("Visit.cs", Row)), WithMlNet);

    /// <summary>The C# files below <paramref name="folder"/>, one program for each folder directly in it; where a folder holds several files of top-level statements, one for each of them with all other files.</summary>
    public static IReadOnlyList<CSharpCompilation> Of(string folder) => [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).SelectMany(ProgramsIn)];

    private static IEnumerable<CSharpCompilation> ProgramsIn(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal).Select(file => (Path: file, Text: File.ReadAllText(file))).ToLookup(file => HasStatements(CSharpSyntaxTree.ParseText(file.Text)));
        return files[true].Any() ? files[true].Select(program => Compile(files[false].Prepend(program), WithMlNet)) : files[false].Any() ? [Compile(files[false], WithMlNet)] : [];
    }

    private static bool HasStatements(SyntaxTree tree) => tree.GetRoot().ChildNodes().Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax);

    /// <summary>One file of about <paramref name="lines"/> lines of studies.</summary>
    public static string LongFile(int lines)
    {
        var text = new StringBuilder();
        for (var i = 0; text.ToString().AsSpan().Count('\n') < lines; i++)
        {
            text.AppendLine(Study(i));
        }

        return text.ToString();
    }

    /// <summary>One method of <paramref name="statements"/> statements with loops and branches within each other.</summary>
    public static string LongMethod(int statements)
    {
        var text = new StringBuilder("class Study { void Run(string[] args) { var ml = new MLContext(seed: 1); var data = ml.Data.LoadFromTextFile<Visit>(\"visits.csv\"); var view = data; var total = 0.0;\n");
        for (var i = 0; i < statements / 10; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                for (var i{{i}} = 0; i{{i}} < args.Length; i{{i}}++)
                {
                    var rows{{i}} = ml.Data.FilterRowsByColumn(view, "Age", i{{i}});
                    if (args[i{{i}}].Length > {{i}})
                    {
                        while (total < {{i}})
                        {
                            total += args[i{{i}}].Length;
                            view = total > 3 ? ml.Data.ShuffleRows(rows{{i}}) : data;
                        }
                    }
                    else
                    {
                        view = ml.Data.TakeRows(rows{{i}}, {{i}});
                        total++;
                    }

                    Console.WriteLine(total);
                }
                """);
        }

        return text.Append("var split = ml.Data.TrainTestSplit(view); Console.WriteLine(split.TrainSet); } }").ToString();
    }

    /// <summary>A program of <paramref name="file"/> alone, and the type of its rows.</summary>
    public static CSharpCompilation OneFile(string file) => Compile([("File.cs", "using Microsoft.ML;\nusing Microsoft.ML.Data;\n" + file.Replace("using Microsoft.ML;", "", StringComparison.Ordinal)), ("Visit.cs", Row)], WithMlNet);

    private const string Row = """
        using Microsoft.ML.Data;
        public sealed class Visit
        {
            [LoadColumn(0)] public string PatientId { get; set; } = "";
            [LoadColumn(1)] public float Age { get; set; }
            [LoadColumn(2)] public float Pressure { get; set; }
            [LoadColumn(3)] public bool Label { get; set; }
        }
        """;

    private static string Study(int i) => $$"""
        using Microsoft.ML;
        public sealed class Study{{i}}
        {
            private readonly MLContext _ml = new(seed: {{i}});
            private readonly List<string> _log = new();

            public double Run(string path)
            {
                var data = Load(path);
                var split = _ml.Data.TrainTestSplit(data, testFraction: 0.2{{(i % 3 == 0 ? "" : ", samplingKeyColumnName: nameof(Visit.PatientId)")}});
                var pipeline = Preparation().Append(_ml.BinaryClassification.Trainers.FastTree(numberOfTrees: {{20 + (i % 50)}}));
                var model = pipeline.Fit(split.TrainSet);
                var scored = model.Transform(split.TestSet);
                var metrics = _ml.BinaryClassification.Evaluate(scored);
                Note("accuracy", metrics.Accuracy);
                return metrics.AreaUnderRocCurve;
            }

            public IReadOnlyDictionary<string, double> Folds(string path)
            {
                var results = new Dictionary<string, double>();
                var folds = _ml.Data.CrossValidationSplit(Load(path), numberOfFolds: 5, samplingKeyColumnName: nameof(Visit.PatientId));
                foreach (var fold in folds)
                {
                    var model = Preparation().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(fold.TrainSet);
                    var score = _ml.BinaryClassification.Evaluate(model.Transform(fold.TestSet)).F1Score;
                    results["fold " + results.Count] = score;
                }

                return results;
            }

            private IDataView Load(string path)
            {
                if (!File.Exists(path))
                {
                    throw new FileNotFoundException(path);
                }

                return _ml.Data.FilterRowsByColumn(_ml.Data.LoadFromTextFile<Visit>(path, separatorChar: ','), nameof(Visit.Age), {{i % 20}}, 100);
            }

            private IEstimator<ITransformer> Preparation() => _ml.Transforms.Concatenate("Features", nameof(Visit.Age), nameof(Visit.Pressure))
                .Append(_ml.Transforms.NormalizeMeanVariance("Features"));

            private void Note(string name, double value)
            {
                var text = $"{name}: {value:0.000}";
                if (!_log.Contains(text))
                {
                    _log.Add(text);
                }
            }
        }
        """;

    private static string Ordinary(int i) => $$"""
        public sealed record Order{{i}}(int Id, string Customer, decimal Price, DateTime Day);
        public sealed class Service{{i}}
        {
            private readonly Dictionary<int, Order{{i}}> _orders = new();
            private readonly object _gate = new();

            public decimal Total(string customer, DateTime since)
            {
                lock (_gate)
                {
                    return _orders.Values.Where(order => order.Customer == customer && order.Day >= since).Sum(order => order.Price);
                }
            }

            public IReadOnlyList<string> Names() => _orders.Values.GroupBy(order => order.Customer).OrderByDescending(group => group.Count()).Select(group => $"{group.Key}: {group.Count()}").ToList();

            public async Task<int> ReadAsync(string path, CancellationToken cancellation)
            {
                var count = 0;
                foreach (var line in await File.ReadAllLinesAsync(path, cancellation))
                {
                    var parts = line.Split(';');
                    if (parts.Length < 4 || !int.TryParse(parts[0], out var id) || !decimal.TryParse(parts[2], out var price))
                    {
                        continue;
                    }

                    lock (_gate)
                    {
                        _orders[id] = new Order{{i}}(id, parts[1], price, DateTime.Today.AddDays(-{{i}}));
                        count++;
                    }
                }

                return count;
            }

            public string Grade(decimal price) => price switch
            {
                < 10 => "small",
                < {{100 + i}} => "middle",
                _ => "large",
            };
        }
        """;

    private static ImmutableArray<MetadataReference> References(Func<string, bool> isWanted) =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is var name && isWanted(name) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && name is not ("LeakageAnalyzers" or "LeakageAnalyzers.Benchmarks"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files, ImmutableArray<MetadataReference> references)
    {
        var trees = files.Append(("Usings.cs", Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, path: file.Item1, encoding: Encoding.UTF8)).ToList();
        var isProgram = trees.Exists(HasStatements);
        return CSharpCompilation.Create(
            "Program", trees, references, new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
