using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>The table against ML.NET's real assemblies, and the signatures of those that cannot be referenced here.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void Every_row_names_a_method_that_exists()
    {
        var compilation = CSharpCompilation.Create("Empty", references: MlNetReferences.All);
        var unknown = Catalog.Rows.Where(row => compilation.GetTypeByMetadataName(row.Type)?.GetMembers(row.Method).Any() != true)
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
