namespace LeakageAnalyzers.Package.Tests;

/// <summary>A finding that its author has looked at and accepted stays out of a real build; the same one elsewhere does not.</summary>
public sealed class SuppressedFindingsTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public async Task A_pragma_an_attribute_with_its_justification_and_an_editorconfig_each_keep_a_finding_out_of_the_build()
    {
        using var project = await FreshProject.CreateAsync(packages, "Console.WriteLine(typeof(Open));", PackedPackages.Analyzer, PackedPackages.Runtime);
        project.Write("Visit.cs", """public sealed class Visit { public string PatientId { get; set; } = ""; public float Age { get; set; } }""");
        project.Write("Open.cs", Study("Open"));
        project.Write("Pragma.cs", "#pragma warning disable LEAK202 // A patient came once.\n" + Study("Pragma"));
        project.Write("Attribute.cs", Study("Attribute", """[System.Diagnostics.CodeAnalysis.SuppressMessage("Leakage.Partition", "LEAK202", Justification = "A patient came once.")]"""));
        project.Write("Configured.cs", Study("Configured"));
        project.Write(".editorconfig", "root = true\n\n[Configured.cs]\ndotnet_diagnostic.LEAK202.severity = none\n");

        var warning = Assert.Single(await project.BuildAsync());
        Assert.Equal(("Open.cs", "LEAK202"), (warning.File, warning.Id));
    }

    private static string Study(string name, string attribute = "") => $$"""
        using Microsoft.ML;

        {{attribute}}
        public static class {{name}}
        {
            public static double Share(MLContext ml, List<Visit> visits) => ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(visits)).TestSet.GetRowCount() ?? 0;
        }
        """;
}
