using System.Collections.Immutable;
using System.Reflection;
using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tests.Robustness;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>
/// ML.NET 3, 4 and 5 have the same catalogs but for one method: since 4.0 ONNX models can be given as bytes. MlNet3.0.1.txt holds the methods of the catalogs, with their parameters, as the sources of 3.0.1 have them; the assemblies are those of 5.0.1.
/// </summary>
public sealed class MlNetVersionsTests
{
    private const string OnnxAssembly = "Microsoft.ML.OnnxTransformer";

    // The catalog of 3.0.1, which has no overload for bytes.
    private const string OnnxOf3 = """
        using System.Collections.Generic;
        using Microsoft.ML.Data;
        using Microsoft.ML.Transforms.Onnx;

        [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]

        namespace Microsoft.ML
        {
            public static class OnnxCatalog
            {
                public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string modelFile, int? gpuDeviceId = null, bool fallbackToCpu = false) => null;
                public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string modelFile, IDictionary<string, int[]> shapeDictionary, int? gpuDeviceId = null, bool fallbackToCpu = false) => null;
                public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string outputColumnName, string inputColumnName, string modelFile, int? gpuDeviceId = null, bool fallbackToCpu = false) => null;
                public static OnnxScoringEstimator ApplyOnnxModel(this TransformsCatalog catalog, string[] outputColumnNames, string[] inputColumnNames, string modelFile, int? gpuDeviceId = null, bool fallbackToCpu = false) => null;
            }
        }

        namespace Microsoft.ML.Transforms.Onnx
        {
            public sealed class OnnxScoringEstimator : IEstimator<OnnxTransformer>
            {
                public OnnxTransformer Fit(IDataView input) => null;
                public SchemaShape GetOutputSchema(SchemaShape inputSchema) => null;
            }

            public sealed class OnnxTransformer : ITransformer
            {
                public bool IsRowToRowMapper => true;
                public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => null;
                public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => null;
                public void Save(ModelSaveContext ctx) { }
                public IDataView Transform(IDataView input) => null;
            }
        }
        """;

    private static readonly string[] Methods3 = File.ReadAllLines(Path.Combine(Repository.Root, "tests/LeakageAnalyzers.Tests/MlNet/MlNet3.0.1.txt"));

    [Fact]
    public void Only_models_in_bytes_are_new_since_version_3()
    {
        var added = CatalogMethods.All.Select(Signature).Distinct().Except(Methods3).ToList();

        Assert.NotEmpty(added);
        Assert.All(added, method => Assert.Matches(@"^ApplyOnnxModel\(.*\bmodelBytes\b.*\)$", method));
    }

    [Fact]
    public void Every_method_of_the_table_that_is_in_a_catalog_was_there_in_version_3()
    {
        var catalogs = CatalogMethods.All.Select(method => (method.DeclaringType!.FullName!, method.Name)).ToHashSet();
        var names = Methods3.Select(method => method[..method.IndexOf('(', StringComparison.Ordinal)]).ToHashSet();
        var rows = Catalog.Rows.Where(row => catalogs.Contains((row.Type, row.Method))).Select(row => row.Method).ToList();

        Assert.InRange(rows.Count, 130, 400);
        Assert.Empty(rows.Except(names));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("4 and 5")]
    public async Task A_pretrained_step_leaks_in_no_version_and_what_learns_beside_it_in_each(string version)
    {
        var references = version == "3" ? ReferencesOf3() : MlNetReferences.All;

        Assert.Equal(["LEAK102"], await FindingsAsync("ml.Transforms.ApplyOnnxModel(\"Embedding\", \"Features\", \"model.onnx\").Append(ml.Transforms.NormalizeMinMax(\"Features\"))", references));
        Assert.Empty(await FindingsAsync("ml.Transforms.ApplyOnnxModel(\"Embedding\", \"Features\", \"model.onnx\").Append(ml.Transforms.NormalizeLpNorm(\"Features\"))", references));
    }

    [Fact]
    public async Task A_pretrained_step_of_bytes_leaks_no_more()
    {
        Assert.Equal(["LEAK102"], await FindingsAsync("ml.Transforms.ApplyOnnxModel(\"Embedding\", \"Features\", File.OpenRead(\"model.onnx\")).Append(ml.Transforms.NormalizeMinMax(\"Features\"))", MlNetReferences.All));
        Assert.Empty(await FindingsAsync("ml.Transforms.ApplyOnnxModel(\"Embedding\", \"Features\", File.OpenRead(\"model.onnx\")).Append(ml.Transforms.NormalizeLpNorm(\"Features\"))", MlNetReferences.All));
    }

    [Fact]
    public void Version_3_has_no_overload_for_bytes() => Assert.Contains(
        Analysis.CompilationOf(Program("ml.Transforms.ApplyOnnxModel(\"Embedding\", \"Features\", File.OpenRead(\"model.onnx\"))"))
            .WithReferences(ReferencesOf3()).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Signature(MethodInfo method) => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})";

    private static async Task<IEnumerable<string>> FindingsAsync(string steps, ImmutableArray<MetadataReference> references)
    {
        Assert.DoesNotContain(Analysis.CompilationOf(Program(steps)).WithReferences(references).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return (await Analysis.OfAsync(Program(steps), references)).Select(finding => finding.Id).Where(id => !Remarks.Contains(id));
    }

    private static string Program(string steps) => $$"""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var steps = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append({{steps}});
        var prepared = steps.Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(prepared, testFraction: 0.2);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """;

    private static ImmutableArray<MetadataReference> ReferencesOf3()
    {
        var others = MlNetReferences.All.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != OnnxAssembly).ToImmutableArray();
        Assert.Equal(MlNetReferences.All.Length - 1, others.Length);
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create(OnnxAssembly, [CSharpSyntaxTree.ParseText(OnnxOf3)], others, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(emitted.Success, string.Join("; ", emitted.Diagnostics));
        return others.Add(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
