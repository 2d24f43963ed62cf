using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Tests.MlNet;

/// <summary>A new version of ML.NET announces itself: each method of its catalogs has to be in the table.</summary>
public sealed class CatalogCompletenessTests
{
    [Fact]
    public void Every_public_method_of_a_catalog_is_classified()
    {
        var known = Catalog.Rows.Select(row => $"{row.Type}.{row.Method}").ToHashSet();
        var missing = CatalogMethods.All.Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").Distinct().Where(method => !known.Contains(method));

        Assert.Equal("", string.Join(", ", missing.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_public_method_of_a_catalog_that_is_known_by_its_signature_is_classified()
    {
        var known = Catalog.Rows.Select(row => $"{row.Type}.{row.Method}").ToHashSet();
        var missing = CatalogMethods.BySignature.Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").Distinct().Where(method => !known.Contains(method));

        Assert.Equal("", string.Join(", ", missing.Order(StringComparer.Ordinal)));
        Assert.InRange(CatalogMethods.BySignature.Select(method => (method.DeclaringType, method.Name)).Distinct().Count(), 60, 200);
    }

    [Fact]
    public void The_catalogs_are_found() => Assert.InRange(CatalogMethods.All.Select(method => (method.DeclaringType, method.Name)).Distinct().Count(), 130, 400);
}
