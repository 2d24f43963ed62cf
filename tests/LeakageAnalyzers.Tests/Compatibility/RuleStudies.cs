namespace LeakageAnalyzers.Tests.Compatibility;

/// <summary>A leak and its clean twin, in the syntax of C# 7.3, which later versions read too.</summary>
/// <param name="Rule">What is reported of the leak.</param>
/// <param name="Body">The body of a method that is given visits, readings and days; the twins differ in what stands for <c>§</c>.</param>
/// <param name="Leak">What stands there in the leak.</param>
/// <param name="Clean">What stands there in its twin.</param>
internal sealed record RuleStudy(string Rule, string Body, string Leak, string Clean)
{
    private const string Parts = "var parts = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(readings));\n";
    private const string Model = "var model = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(parts.TrainSet);\n";
    private const string Score = "return _ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet)).Accuracy;";
    private const string Print = "Console.WriteLine(_ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet)).Accuracy);\n";
    private const string Two = """
        var inner = _ml.Data.TrainTestSplit(parts.TrainSet, seed: 2);
        var tree = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        var gam = Scaling().Append(_ml.BinaryClassification.Trainers.Gam()).Fit(inner.TrainSet);

        """;

    /// <summary>The rows that all of them are given.</summary>
    public const string Rows = """
        using System;
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

            public sealed class Reading
            {
                [LoadColumn(0)] public float Age { get; set; }
                [LoadColumn(1)] public float Pressure { get; set; }
                [LoadColumn(2)] public string Ward { get; set; }
                [LoadColumn(3)] public float RecordId { get; set; }
                [LoadColumn(4)] public bool Label { get; set; }
            }

            public sealed class Day
            {
                [LoadColumn(0)] public DateTime Date { get; set; }
                [LoadColumn(1)] public float Age { get; set; }
                [LoadColumn(2)] public float Pressure { get; set; }
                [LoadColumn(3)] public bool Label { get; set; }
            }
        }
        """;

    private const string Class = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Microsoft.ML;
        using Microsoft.ML.Data;

        namespace Clinic
        {
            public class §Name
            {
                private readonly MLContext _ml = new MLContext(seed: 1);

                public double Run(IReadOnlyList<Visit> visits, IReadOnlyList<Reading> readings, IReadOnlyList<Day> days)
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

    /// <summary>One of each rule that reads source.</summary>
    public static IReadOnlyList<RuleStudy> All { get; } =
    [
        new("LEAK101", Prepared("_ml.Transforms.Concatenate(\"Features\", \"Age\", \"Pressure\").Append(_ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\"))"), "_ml.Data.LoadFromEnumerable(readings)", "parts.TrainSet"),
        new("LEAK102", """
            IDataView scaled = Scaling().Fit(rows).Transform(rows);
            (IDataView train, IDataView test) = Cut(§);
            var model = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(train);
            return _ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy;
            """, "scaled", "rows"),
        new("LEAK103", Prepared("_ml.Transforms.Categorical.OneHotEncoding(\"Ward\").Append(_ml.Transforms.Concatenate(\"Features\", \"Age\", \"Ward\"))"), "_ml.Data.LoadFromEnumerable(readings)", "parts.TrainSet"),
        new("LEAK104", Parts + """
            var scaler = Scaling().Fit(parts.TrainSet);
            var model = _ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(parts.TrainSet));
            return _ml.BinaryClassification.Evaluate(model.Transform(§.Transform(parts.TestSet))).Accuracy;
            """, "Scaling().Fit(parts.TestSet)", "scaler"),
        new("LEAK105", "var grown = readings.Concat(§.Where(reading => reading.Label)).ToList();\nvar parts = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(grown));\n" + Model + Score,
            "readings", "_ml.Data.CreateEnumerable<Reading>(_ml.Data.LoadFromTextFile<Reading>(\"more.csv\"), reuseRowObject: false)"),
        new("LEAK201", Parts + Model + "return _ml.BinaryClassification.Evaluate(model.Transform(parts.§)).Accuracy;", "TrainSet", "TestSet"),
        new("LEAK202", "var parts = _ml.Data.TrainTestSplit(rows, 0.2§);\n" + Model + Score, "", ", nameof(Visit.PatientId)"),
        new("LEAK203", "var parts = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(readings), samplingKeyColumnName: §);\n" + Model + Score, "nameof(Reading.Age)", "nameof(Reading.Ward)"),
        new("LEAK204", "var parts = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(days§.ToList()));\n" + Model + Score, ".OrderBy(day => day.Date)", ""),
        new("LEAK205", """
            (IDataView rest, IDataView test) = Cut(rows);
            var inner = _ml.Data.TrainTestSplit(rest, samplingKeyColumnName: nameof(Visit.PatientId)§);
            var model = Scaling().Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
            return _ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy;
            """, "", ", seed: 2"),
        new("LEAK206", "var parts = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(readings), samplingKeyColumnName: §);\n" + Model + Score, "\"Label\"", "\"Ward\""),
        new("LEAK207", "var random = new Random(1);\nvar parts = _ml.Data.TrainTestSplit(_ml.Data.LoadFromEnumerable(readings.OrderBy(reading => random.Next())§));\n" + Model + Score, "", ".ToList()"),
        new("LEAK301", """
            (IDataView rest, IDataView test) = Cut(rows);
            var inner = _ml.Data.TrainTestSplit(rest, samplingKeyColumnName: nameof(Visit.PatientId), seed: 2);
            var scaler = Scaling().Fit(inner.TrainSet);
            var model = _ml.BinaryClassification.Trainers.FastTree().Fit(scaler.Transform(inner.TrainSet), scaler.Transform(§));
            return _ml.BinaryClassification.Evaluate(model.Transform(scaler.Transform(test))).Accuracy;
            """, "test", "inner.TestSet"),
        new("LEAK302", Parts + Two + """
            ITransformer best = _ml.BinaryClassification.Evaluate(tree.Transform(§)).Accuracy > _ml.BinaryClassification.Evaluate(gam.Transform(§)).Accuracy ? (ITransformer)tree : gam;
            return _ml.BinaryClassification.Evaluate(best.Transform(parts.TestSet)).Accuracy;
            """, "parts.TestSet", "inner.TestSet"),
        new("LEAK303", Parts + Two + """
            Console.WriteLine(_ml.BinaryClassification.Evaluate(gam.Transform(§)).Accuracy);
            return _ml.BinaryClassification.Evaluate(tree.Transform(parts.TestSet)).Accuracy;
            """, "parts.TestSet", "inner.TestSet"),
        new("LEAK304", Parts + """
            var tree = _ml.BinaryClassification.CrossValidate(parts.TrainSet, Scaling().Append(_ml.BinaryClassification.Trainers.FastTree())).Average(fold => fold.Metrics.Accuracy);
            var gam = _ml.BinaryClassification.CrossValidate(parts.TrainSet, Scaling().Append(_ml.BinaryClassification.Trainers.Gam())).Average(fold => fold.Metrics.Accuracy);
            Console.WriteLine($"{tree} {gam}");
            IEstimator<ITransformer> trainer = tree > gam ? (IEstimator<ITransformer>)_ml.BinaryClassification.Trainers.FastTree() : _ml.BinaryClassification.Trainers.Gam();
            var model = Scaling().Append(trainer).Fit(parts.TrainSet);
            §
            """, "return model.GetOutputSchema(parts.TrainSet.Schema).Count;", Score),
        new("LEAK401", """
            (IDataView train, IDataView test) = Cut(rows);
            string[] inputs = new[] { nameof(Visit.Age), § };
            var pipeline = _ml.Transforms.Conversion.ConvertType("Outcome", nameof(Visit.Label), DataKind.Single).Append(_ml.Transforms.Concatenate("Features", inputs));
            var model = pipeline.Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(train);
            return _ml.BinaryClassification.Evaluate(model.Transform(test)).Accuracy;
            """, "\"Outcome\"", "nameof(Visit.Pressure)"),
        new("LEAK402", Parts + "var model = _ml.Transforms.Concatenate(\"Features\", \"Age\", §).Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(parts.TrainSet);\n" + Score, "nameof(Reading.RecordId)", "nameof(Reading.Pressure)"),
        new("LEAK501", Parts + Model + "var metrics = _ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet));\nConsole.WriteLine(metrics.§);\nreturn metrics.Accuracy;", "F1Score", "LogLoss"),
        new("LEAK502", Parts + Model + "var metrics = _ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet));\n§return 0;", "Console.WriteLine(metrics.Accuracy);\n", ""),
        new("LEAK503", Parts + Two + """
            var (one, other) = (_ml.BinaryClassification.Evaluate(tree.Transform(parts.TestSet)), _ml.BinaryClassification.Evaluate(gam.Transform(parts.TestSet)));
            Console.WriteLine(§);
            return 0;
            """, "one.Accuracy > other.Accuracy ? \"The tree wins.\" : \"The tree does not win.\"", "$\"{one.Accuracy} {other.Accuracy}\""),
        new("LEAK504", Parts + Model + "var prior = _ml.BinaryClassification.Trainers.Prior().Fit(parts.TrainSet);\n§" + Print + "return 0;",
            "", "Console.WriteLine(_ml.BinaryClassification.Evaluate(prior.Transform(parts.TestSet)).Accuracy);\n"),
        new("LEAK505", "var parts = _ml.Data.TrainTestSplit(_ml.Data.TakeRows(_ml.Data.LoadFromEnumerable(readings), §));\n" + Model + Print + "return 0;", "500", "5000"),
        new("LEAK506", Parts + Model + Print + "§return 0;",
            "", "Console.WriteLine(_ml.BinaryClassification.CrossValidate(parts.TrainSet, Scaling().Append(_ml.BinaryClassification.Trainers.FastTree())).Average(fold => fold.Metrics.Accuracy));\n"),
        new("LEAK507", Parts + Model + "var metrics = _ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet));\nConsole.WriteLine($\"{metrics.Accuracy}§\");\nreturn 0;", "", " {metrics.AreaUnderRocCurve}"),
        new("LEAK508", Parts + Model + "§" + Print + "return 0;", "", "Console.WriteLine(_ml.BinaryClassification.Evaluate(model.Transform(_ml.Data.FilterRowsByColumn(parts.TestSet, \"Age\", upperBound: 40))).Accuracy);\n"),
    ];

    /// <summary>The class of one of the twins.</summary>
    public string NameOf(bool isLeaky) => Rule + (isLeaky ? "Leak" : "Clean");

    /// <summary>The file of one of the twins.</summary>
    public string TextOf(bool isLeaky) => Class.Replace("§Name", NameOf(isLeaky), StringComparison.Ordinal).Replace("§Body", Body.Replace("§", isLeaky ? Leak : Clean, StringComparison.Ordinal), StringComparison.Ordinal);

    private static string Prepared(string preparation) => Parts + $"""
        var preparation = ({preparation}).Fit(§);
        var model = _ml.BinaryClassification.Trainers.FastTree().Fit(preparation.Transform(parts.TrainSet));
        return _ml.BinaryClassification.Evaluate(model.Transform(preparation.Transform(parts.TestSet))).Accuracy;
        """;
}
