using LeakageAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LeakageAnalyzers.Tests.Compatibility;

/// <summary>The findings do not depend on the version of the language, nor on whether references may be null.</summary>
public sealed class LanguageVersionsTests
{
    private const string Rows = """
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
        }
        """;

    private const string Study = """
        using System;
        using System.Collections.Generic;
        using Microsoft.ML;
        using Microsoft.ML.Data;

        namespace Clinic
        {
            public class §Name
            {
                private readonly MLContext _ml = new MLContext(seed: 1);

                public double Run(IReadOnlyList<Visit> visits)
                {
                    IDataView rows = _ml.Data.LoadFromEnumerable(visits);
                    §Body
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

    // One of each family: the leak and its clean twin differ in what stands for §.
    private static readonly (string Rule, string Body, string Leak, string Clean)[] Studies =
    [
        ("LEAK102", """
            IDataView scaled = Scaling().Fit(rows).Transform(rows);
            (IDataView train, IDataView test) = Cut(§);
            var model = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(train);
            return _ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy;
            """, "scaled", "rows"),
        ("LEAK202", """
            var parts = _ml.Data.TrainTestSplit(rows, 0.2§);
            var model = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(parts.TrainSet);
            return _ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet)).Accuracy;
            """, "", ", nameof(Visit.PatientId)"),
        ("LEAK301", """
            (IDataView rest, IDataView test) = Cut(rows);
            var inner = _ml.Data.TrainTestSplit(rest, samplingKeyColumnName: nameof(Visit.PatientId), seed: 2);
            var scaler = Scaling().Fit(inner.TrainSet);
            var model = _ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(inner.TrainSet), scaler.Transform(§));
            return _ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(test))).Accuracy;
            """, "test", "inner.TestSet"),
        ("LEAK401", """
            (IDataView train, IDataView test) = Cut(rows);
            string[] inputs = new[] { nameof(Visit.Age), § };
            var pipeline = _ml.Transforms.Conversion.ConvertType("Outcome", nameof(Visit.Label), DataKind.Single).Append(_ml.Transforms.Concatenate("Features", inputs));
            var model = pipeline.Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(train);
            return _ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy;
            """, "\"Outcome\"", "nameof(Visit.Pressure)"),
        ("LEAK501", """
            (IDataView train, IDataView test) = Cut(rows);
            var model = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(train);
            var metrics = _ml.BinaryClassification.Evaluate(model.Transform(test));
            Console.WriteLine(metrics.§);
            return metrics.Accuracy;
            """, "F1Score", "LogLoss"),
    ];

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
        var findings = await FindingsAsync(version, isNullable);
        Assert.All(Studies, study =>
        {
            // A remark (LEAK5xx) is made of every study that gives reason for it, a leak is the only one of its file.
            string[] wanted = [study.Rule];
            Assert.Equal(wanted, findings[NameOf(study, isLeaky: true)].Where(id => id == study.Rule || !Remarks.Contains(id)));
            Assert.DoesNotContain(findings[NameOf(study, isLeaky: false)], id => id == study.Rule || !Remarks.Contains(id));
        });
    }

    private static string NameOf((string Rule, string Body, string Leak, string Clean) study, bool isLeaky) => $"{study.Rule}{(isLeaky ? "Leak" : "Clean")}";

    private static async Task<ILookup<string, string>> FindingsAsync(LanguageVersion version, bool isNullable)
    {
        var texts = Studies.SelectMany(study => ((bool[])[true, false]).Select(isLeaky => (Name: NameOf(study, isLeaky), Body: study.Body.Replace("§", isLeaky ? study.Leak : study.Clean, StringComparison.Ordinal))))
            .Select(study => (study.Name, Text: Study.Replace("§Name", study.Name, StringComparison.Ordinal).Replace("§Body", study.Body, StringComparison.Ordinal)))
            .Append((Name: "Rows", Text: Rows));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: isNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        var compilation = CSharpCompilation.Create("Program", texts.Select(text => CSharpSyntaxTree.ParseText(text.Text, new CSharpParseOptions(version), text.Name + ".cs")), MlNetReferences.All, options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (await compilation.WithAnalyzers([new LeakageAnalyzer()]).GetAnalyzerDiagnosticsAsync()).ToLookup(finding => Path.GetFileNameWithoutExtension(finding.Location.SourceTree?.FilePath)!, finding => finding.Id);
    }
}
