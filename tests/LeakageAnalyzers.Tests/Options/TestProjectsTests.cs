using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Options;

/// <summary>Projects that reference a framework for tests evaluate models to test software: nobody quotes their scores.</summary>
public sealed class TestProjectsTests
{
    private const string Program = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """;

    private const string Leak = """
        var train = ml.Data.LoadFromTextFile<Reading>("others.csv");
        var leaky = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(leaky.Transform(train)).Accuracy);
        """;

    [Theory]
    [InlineData("Xunit", "FactAttribute")]
    [InlineData("NUnit.Framework", "TestAttribute")]
    [InlineData("Microsoft.VisualStudio.TestTools.UnitTesting", "TestMethodAttribute")]
    [InlineData("TUnit.Core", "TestAttribute")]
    public async Task Remarks_are_silent_in_a_project_of_tests(string space, string attribute) =>
        Assert.DoesNotContain(await FindingsAsync(Program, space, attribute), finding => finding.StartsWith("LEAK5", StringComparison.Ordinal));

    [Fact]
    public async Task A_leak_in_a_project_of_tests_is_reported_all_the_same() =>
        Assert.Contains("LEAK201", await FindingsAsync(Program + "\n" + Leak, "Xunit", "FactAttribute"));

    [Theory]
    [InlineData("Facts", "FactAttribute")]
    [InlineData("Xunit", "Fact")]
    public async Task A_program_with_an_attribute_of_such_a_name_is_no_project_of_tests(string space, string attribute) =>
        Assert.Contains("LEAK502", await FindingsAsync(Program, space, attribute));

    private static async Task<IEnumerable<string>> FindingsAsync(string program, string space, string attribute) =>
        (await Analysis.OfAsync($$"""{{program}} namespace {{space}} { class {{attribute}} : Attribute { } }""")).Select(finding => finding.Id);
}
