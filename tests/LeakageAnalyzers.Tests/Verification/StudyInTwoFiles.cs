namespace LeakageAnalyzers.Tests.Verification;

/// <summary>A study whose split and model are fields of a class in another file than the program that runs it.</summary>
internal static class StudyInTwoFiles
{
    /// <summary>The program.</summary>
    public const string Program = """
        var study = new Study();
        study.Train();
        study.Report();
        """;

    /// <summary>The other file, whose last step evaluates and logs by <paramref name="statements"/>.</summary>
    public static string Reporting(params IEnumerable<string> statements) => $$"""
        class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public void Train()
            {
                _split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
            }

            public void Report()
            {
                {{string.Join("\n        ", statements)}}
            }

            private static void Log(string text) => File.AppendAllText("log.txt", text);
        }
        """;
}
