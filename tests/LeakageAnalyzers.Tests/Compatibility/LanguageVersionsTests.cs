using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Tests.Compatibility;

/// <summary>The findings do not depend on the version of the language, nor on whether references may be null.</summary>
public sealed class LanguageVersionsTests
{
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using Microsoft.ML;
        using Microsoft.ML.Data;

        namespace Clinic
        {
            public sealed class Visit
            {
                [LoadColumn(0)] public string PatientId { get; set; }
                [LoadColumn(1)] public float Age { get; set; }
                [LoadColumn(2)] public float Pressure { get; set; }
                [LoadColumn(3)] public bool Label { get; set; }
            }

            public class Study
            {
                private readonly MLContext _ml = new MLContext(seed: 1);

                public double Run(IReadOnlyList<Visit> visits)
                {
                    IDataView rows = _ml.Data.LoadFromEnumerable(visits);
                    IDataView scaled = Scaling().Fit(rows).Transform(rows);
                    (IDataView train, IDataView test) = Cut(§);
                    var model = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(train);
                    return _ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy;
                }

                private IEstimator<ITransformer> Scaling() => _ml.Transforms.Concatenate("Features", nameof(Visit.Age), nameof(Visit.Pressure)).Append(_ml.Transforms.NormalizeMinMax("Features"));

                private (IDataView, IDataView) Cut(IDataView rows)
                {
                    var parts = _ml.Data.TrainTestSplit(rows, samplingKeyColumnName: nameof(Visit.PatientId));
                    return (parts.TrainSet, parts.TestSet);
                }
            }
        }
        """;

    /// <summary>Versions that the compiler at hand knows, with and without annotations of null.</summary>
    public static TheoryData<LanguageVersion, bool> Versions()
    {
        var versions = new TheoryData<LanguageVersion, bool>();
        foreach (var version in Enum.GetValues<LanguageVersion>().Where(version => version is >= LanguageVersion.CSharp7_3 and not LanguageVersion.LatestMajor))
        {
            versions.Add(version, false);
            if (version >= LanguageVersion.CSharp8)
            {
                versions.Add(version, true);
            }
        }

        return versions;
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Findings_are_the_same(LanguageVersion version, bool isNullable)
    {
        Assert.Equal(["LEAK102"], await IdsAsync("scaled", version, isNullable));
        Assert.Empty(await IdsAsync("rows", version, isNullable));
    }

    private static async Task<IEnumerable<string>> IdsAsync(string cut, LanguageVersion version, bool isNullable)
    {
        var tree = CSharpSyntaxTree.ParseText(Program.Replace("§", cut, StringComparison.Ordinal), new CSharpParseOptions(version), "Program.cs");
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: isNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        var compilation = CSharpCompilation.Create("Program", [tree], MlNetReferences.All, options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (await compilation.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Select(finding => finding.Id).Where(id => !Remarks.Contains(id));
    }
}
