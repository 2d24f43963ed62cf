namespace LeakageAnalyzers.Package.Tests;

/// <summary>A sound program whose scores say little: one stands alone, and two others are compared by their bare difference.</summary>
internal static class RemarkedProgram
{
    /// <summary>As its author wrote it.</summary>
    public const string Bare = """
        using Microsoft.ML;

        var mlContext = new MLContext();
        var people = mlContext.Data.LoadFromEnumerable(Person.Many(400, seed: 1));
        var split = mlContext.Data.TrainTestSplit(people, testFraction: 0.4);
        var pipeline = mlContext.Transforms.Concatenate("Features", nameof(Person.Age), nameof(Person.Pressure))
            .Append(mlContext.BinaryClassification.Trainers.LbfgsLogisticRegression());
        var model = pipeline.Fit(split.TrainSet);
        var metrics = mlContext.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"Accuracy: {metrics.Accuracy}");

        var others = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(Person.Many(400, seed: 2)), testFraction: 0.4);
        var features = mlContext.Transforms.Concatenate("Features", nameof(Person.Age));
        var linear = features.Append(mlContext.Regression.Trainers.Sdca(nameof(Person.Pressure))).Fit(others.TrainSet).Transform(others.TestSet);
        var online = features.Append(mlContext.Regression.Trainers.OnlineGradientDescent(nameof(Person.Pressure))).Fit(others.TrainSet).Transform(others.TestSet);
        var first = mlContext.Regression.Evaluate(linear, nameof(Person.Pressure));
        var second = mlContext.Regression.Evaluate(online, nameof(Person.Pressure));
        Console.WriteLine(first.MeanAbsoluteError < second.MeanAbsoluteError ? "Sdca is better." : "Sdca is not better.");

        public sealed class Person
        {
            public float Age { get; set; }
            public float Pressure { get; set; }
            public bool Label { get; set; }

            public static List<Person> Many(int count, int seed)
            {
                var random = new Random(seed);
                return Enumerable.Range(0, count).Select(_ => new Person { Age = random.Next(20, 90), Pressure = random.Next(100, 160), Label = random.Next(3) == 0 }).ToList();
            }
        }

        """;

    private const string Accuracy = "Console.WriteLine($\"Accuracy: {metrics.Accuracy}\");";

    /// <summary>As the fixes leave it.</summary>
    public static string Fixed { get; } = Bare
        .Replace("using Microsoft.ML;", "using LeakageAnalyzers.Runtime;\nusing LeakageAnalyzers.Runtime.Evaluation;\nusing LeakageAnalyzers.Runtime.Statistics;\nusing Microsoft.ML;", StringComparison.Ordinal)
        .Replace(Accuracy, """
            var folds = mlContext.BinaryClassification.CrossValidate(people, pipeline);
            Console.WriteLine("Accuracy fold by fold: " + string.Join(", ", folds.Select(fold => $"{fold.Metrics.Accuracy:0.000}")));
            Console.WriteLine(Baselines.Evaluate(mlContext.BinaryClassification, model, split.TrainSet, split.TestSet));

            """ + Accuracy, StringComparison.Ordinal)
        .Replace("new MLContext()", "new MLContext(seed: 1)", StringComparison.Ordinal)
        .Replace("BinaryClassification.Evaluate(model", "BinaryClassification.EvaluateWithIntervals(model", StringComparison.Ordinal)
        .Replace("first.MeanAbsoluteError < second.MeanAbsoluteError", "mlContext.Regression.CompareModels(linear, online, margin: 0, metric: RegressionMetric.MeanAbsoluteError, labelColumnName: nameof(Person.Pressure)).Verdict == SuperiorityVerdict.Superior", StringComparison.Ordinal);
}
