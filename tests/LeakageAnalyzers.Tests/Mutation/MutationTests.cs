using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>
/// Clean programs that are made to leak are caught, and programs that are written otherwise give the same findings. The usual run takes a sample of the programs;
/// <c>LEAKAGE_MUTATIONS=all dotnet test --filter MutationTests</c> takes all of them.
/// </summary>
public sealed class MutationTests
{
    private const int SampledPrograms = 40;
    private const int SampledEdits = 5;

    private const string Studies = """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var split = ml.Data.TrainTestSplit(visits, samplingKeyColumnName: nameof(Visit.PatientId));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        -----
        var ml = new MLContext(seed: 1);
        var readings = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(readings);
        var scaling = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scaler = scaling.Fit(split.TrainSet);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(split.TrainSet));
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(split.TestSet))).Accuracy);
        -----
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();
        var train = rows.Take(100).ToList();
        var test = rows.Skip(100).ToList();
        var trainView = ml.Data.LoadFromEnumerable(train);
        var testView = ml.Data.LoadFromEnumerable(test);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(trainView);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(testView)).Accuracy);
        -----
        Console.WriteLine(Study.Run(new MLContext(seed: 1), "visits.csv"));

        static class Study
        {
            public static double Run(MLContext ml, string path)
            {
                var split = Cut(ml, ml.Data.LoadFromTextFile<Visit>(path));
                var pipeline = Preparation(ml).Append(ml.BinaryClassification.Trainers.FastTree());
                var model = pipeline.Fit(split.TrainSet);
                return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
            }

            private static DataOperationsCatalog.TrainTestData Cut(MLContext ml, IDataView rows) => ml.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId));

            private static IEstimator<ITransformer> Preparation(MLContext ml) => ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features"));
        }
        """;

    private static bool AreAllWanted => Environment.GetEnvironmentVariable("LEAKAGE_MUTATIONS") == "all";

    [Fact]
    public async Task Every_leak_that_is_put_into_a_clean_program_is_caught()
    {
        var missed = new List<string>();
        var caught = LeakEdit.All.ToDictionary(edit => edit.Name, _ => 0);
        foreach (var program in Studies.Split("-----\n"))
        {
            Assert.Empty(await IdsAsync(program));
            foreach (var edit in LeakEdit.All)
            {
                var root = SyntaxFactory.ParseCompilationUnit(program);
                if (edit.Apply(root)?.ToFullString() is not { } edited || edited == program)
                {
                    continue;
                }

                Assert.Empty(Errors(edited));
                var found = await IdsAsync(edited);
                if (found.Intersect(edit.Rules).Any())
                {
                    caught[edit.Name]++;
                }
                else
                {
                    missed.Add($"{edit.Name}: {string.Join(", ", found)}\n{edited}");
                }
            }
        }

        Assert.True(missed.Count == 0, string.Join("\n\n", missed));
        Assert.DoesNotContain(0, caught.Values);
    }

    [Fact]
    public async Task Every_leak_that_can_be_put_into_a_correct_sample_is_caught()
    {
        var samples = SampleProgram.OfProject("ValidCode");
        var edited = LeakEdit.All.SelectMany(edit => samples.WithEach(edit).Select(sample => (Edit: edit, sample.File, sample.Text, sample.Edited))).ToList();
        var missed = new List<string>();
        foreach (var (edit, file, text, program) in edited.Where((_, i) => AreAllWanted || i % SampledEdits == 0))
        {
            if (!program.Compiles)
            {
                continue;
            }

            var found = (await program.FindingsAsync()).Where(finding => finding.StartsWith(file + " ", StringComparison.Ordinal)).Select(finding => finding[(file.Length + 1)..]).ToList();
            if (!found.Intersect(edit.Rules).Any())
            {
                missed.Add($"{edit.Name}: {string.Join(", ", found)}\n{text}");
            }
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {edited.Count}\n" + string.Join("\n\n", missed));
        Assert.InRange(edited.Count, SampledPrograms, 1000);
    }

    [Fact]
    public async Task Programs_that_are_written_otherwise_give_the_same_findings()
    {
        var changed = new List<string>();
        var edits = 0;
        var all = TestPrograms.All.Concat(Studies.Split("-----\n")).ToList();
        var step = AreAllWanted ? 1 : Math.Max(1, all.Count / SampledPrograms);
        foreach (var program in all.Where((_, i) => i % step == 0))
        {
            var compilation = Analysis.CompilationOf(program);
            var before = await IdsAsync(program);
            foreach (var (name, apply) in NeutralEdits.All)
            {
                var edited = apply(compilation.GetSemanticModel(compilation.SyntaxTrees[0])).ToFullString();
                if (edited == program || Errors(edited).Any())
                {
                    continue;
                }

                edits++;
                var after = await IdsAsync(edited);
                if (!before.SequenceEqual(after))
                {
                    changed.Add($"{name}: {string.Join(", ", before)} became {string.Join(", ", after)}\n{program}\n>>>\n{edited}");
                }
            }
        }

        Assert.True(changed.Count == 0, $"{changed.Count} of {edits}\n" + string.Join("\n\n", changed));
        Assert.True(edits > SampledPrograms, $"only {edits} edits were possible");
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(string program) =>
        [.. (await Analysis.OfAsync(program)).Select(finding => finding.Id).Where(id => !Remarks.Contains(id)).Order(StringComparer.Ordinal)];

    private static IEnumerable<Diagnostic> Errors(string program) => Analysis.CompilationOf(program).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
