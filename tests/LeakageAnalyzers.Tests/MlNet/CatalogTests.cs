using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>The table against ML.NET's real assemblies.</summary>
public sealed class CatalogTests
{
    // Packages that cannot be referenced here; the table knows them by name.
    private static readonly string[] NotReferenced =
    [
        "Microsoft.ML.MklComponentsCatalog", "Microsoft.ML.TimeSeriesCatalog", "Microsoft.ML.RecommendationCatalog", "Microsoft.ML.RecommendationCatalog+RecommendationTrainers",
        "Microsoft.ML.VisionCatalog", "Microsoft.ML.TorchSharp.TorchSharpCatalog", "Microsoft.ML.AutoML.ExperimentBase`2",
        "Microsoft.ML.AutoML.BinaryClassificationExperiment", "Microsoft.ML.AutoML.MulticlassClassificationExperiment", "Microsoft.ML.AutoML.RegressionExperiment",
    ];

    [Fact]
    public void Every_row_names_a_method_that_exists()
    {
        var compilation = CSharpCompilation.Create("Empty", references: MlNetReferences.All);
        var unknown = Catalog.Rows.Where(row => !NotReferenced.Contains(row.Type))
            .Where(row => compilation.GetTypeByMetadataName(row.Type)?.GetMembers(row.Method).Any() != true)
            .Select(row => $"{row.Type}.{row.Method}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_parameter_that_decides_what_a_step_learns_exists()
    {
        var compilation = CSharpCompilation.Create("Empty", references: MlNetReferences.All);
        var unknown = from row in Catalog.Rows
                      from condition in row.Conditions
                      where !compilation.GetTypeByMetadataName(row.Type)!.GetMembers(row.Method).OfType<Microsoft.CodeAnalysis.IMethodSymbol>()
                          .Any(method => method.Parameters.Any(parameter => parameter.Name == condition.Parameter))
                      select $"{row.Type}.{row.Method}({condition.Parameter})";

        Assert.Empty(unknown);
    }
}
