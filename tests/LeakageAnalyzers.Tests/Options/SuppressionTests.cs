using LeakageAnalyzers.Tests.Verification;
using static LeakageAnalyzers.Tests.Verification.AnalyzerVerifier;

namespace LeakageAnalyzers.Tests.Options;

/// <summary>A finding that its author has looked at and accepted stays out of the build.</summary>
public sealed class SuppressionTests
{
    private const string SuppressMessage =
        "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Leakage.Partition\", \"LEAK202\", Justification = \"A patient came once.\")]";

    [Fact]
    public Task A_pragma_silences_the_lines_below_it() => VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var folds = ml.Data.{|LEAK202:CrossValidationSplit(visits)|};
        #pragma warning disable LEAK202 // A patient came once.
        var split = ml.Data.TrainTestSplit(visits);
        """);

    [Fact]
    public Task An_attribute_silences_its_method_and_no_other_rule() => VerifyAsync($$"""
        Console.WriteLine();

        public static class Study
        {
            {{SuppressMessage}}
            public static void Run(MLContext ml)
            {
                var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
                var model = ml.BinaryClassification.Trainers.FastTree().Fit(visits);
                var split = ml.Data.TrainTestSplit(visits);
                var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(split.TestSet))|};
            }

            public static void RunAgain(MLContext ml)
            {
                var split = ml.Data.{|LEAK202:TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"))|};
            }
        }
        """);

    [Fact]
    public Task An_attribute_silences_its_class() => VerifyAsync($$"""
        Console.WriteLine();

        {{SuppressMessage}}
        public static class Study
        {
            public static void Run(MLContext ml) => ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"));
        }
        """);

    [Fact]
    public Task An_attribute_of_the_assembly_silences_what_it_names() => VerifyAsync("""
        [assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Leakage.Partition", "LEAK202", Justification = "A patient came once.", Scope = "type", Target = "~T:Study")]

        Console.WriteLine();

        public static class Study
        {
            public static void Run(MLContext ml) => ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"));
        }

        public static class OtherStudy
        {
            public static void Run(MLContext ml) => ml.Data.{|LEAK202:TrainTestSplit(ml.Data.LoadFromTextFile<Visit>("visits.csv"))|};
        }
        """);

    [Fact]
    public Task A_severity_of_none_silences_the_rule_and_not_another() => VerifyWithOptionsAsync(
        """
        var ml = new MLContext(seed: 1);
        var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        var scaled = ml.Transforms.NormalizeMinMax("Age").{|LEAK102:Fit(visits)|}.Transform(visits);
        var split = ml.Data.TrainTestSplit(scaled);
        """,
        "dotnet_diagnostic.LEAK202.severity = none");

    [Fact]
    public async Task Every_finding_has_the_place_that_a_pragma_needs() => Assert.All(
        await Analysis.OfAsync("""
            var ml = new MLContext(seed: 1);
            var visits = ml.Data.LoadFromTextFile<Visit>("visits.csv");
            var split = ml.Data.TrainTestSplit(visits);
            """),
        finding => Assert.Equal("Program.cs", finding.Location.SourceTree?.FilePath));
}
