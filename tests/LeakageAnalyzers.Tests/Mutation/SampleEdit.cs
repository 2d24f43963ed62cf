namespace LeakageAnalyzers.Tests.Mutation;

/// <summary>Leaks put into the correct programs of <c>samples/ValidCode</c>, each by one edit: what a hurried author would have written.</summary>
/// <param name="Name">What the edit does.</param>
/// <param name="Sample">The program's file, without its ending.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What is written instead.</param>
/// <param name="Rule">What has to be reported then.</param>
internal sealed record SampleEdit(string Name, string Sample, string Old, string New, string Rule)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SampleEdit> All { get; } =
    [
        new("drop the sampling key", "Partition/PatientAsSamplingKey", "testFraction: 0.3, samplingKeyColumnName: nameof(Examination.PatientId)", "testFraction: 0.3", "LEAK202"),
        new("repeat the seed of the outer split", "Partition/PatientAsSamplingKey", ", seed: 2", "", "LEAK205"),
        new("calibrate on the test rows", "Partition/PatientAsSamplingKey", "inner.TestSet", "outer.TestSet", "LEAK301"),
        new("evaluate on the train rows", "Partition/PatientAsSamplingKey", "outer.TestSet", "inner.TrainSet", "LEAK201"),
        new("fit the preparation before the split", "Preprocessing/FittedOnTrainRows", "(\"Features\")).Fit(split.TrainSet)", "(\"Features\")).Fit(data)", "LEAK102"),
        new("swap train and test rows at the evaluation", "Preprocessing/FittedOnTrainRows", "model.Transform(test)", "model.Transform(train)", "LEAK201"),
        new("add the label to the features", "Preprocessing/FittedOnTrainRows", "\"Age\", \"Pressure\"", "\"Age\", \"Pressure\", \"Label\"", "LEAK401"),
        new("the label as sampling key", "Preprocessing/FittedOnTrainRows", "testFraction: 0.3", "testFraction: 0.3, samplingKeyColumnName: \"Label\"", "LEAK206"),
        new("a number as sampling key", "Preprocessing/FittedOnTrainRows", "testFraction: 0.3", "testFraction: 0.3, samplingKeyColumnName: \"Age\"", "LEAK203"),
        new("normalize before the split", "Preprocessing/HashedBeforeTheSplit", "\"Site\"));", "\"Site\")).Append(mlContext.Transforms.NormalizeMinMax(\"Features\"));", "LEAK102"),
        new("choose features before the split", "Preprocessing/HashedBeforeTheSplit", "\"Site\"));", "\"Site\")).Append(mlContext.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\"));", "LEAK101"),
        new("a dictionary before the split", "Preprocessing/HashedBeforeTheSplit", "OneHotHashEncoding(\"Site\", numberOfBits: 4)", "OneHotEncoding(\"Site\")", "LEAK103"),
        new("prepare before the folds", "Preprocessing/PreparedWithinTheFolds", "CrossValidate(data,", "CrossValidate(preparation.Fit(data).Transform(data),", "LEAK102"),
        new("test rows among the train rows", "Preprocessing/OversampledTrainRows", "trainRows.Concat(trainRows.Where", "trainRows.Concat(testRows.Where", "LEAK201"),
        new("forget to skip the test rows", "Preprocessing/OversampledTrainRows", ".Skip(testCount)", "", "LEAK201"),
        new("drop the test score", "Partition/TrainScoreBesideTestScore", "split.TestSet", "split.TrainSet", "LEAK201"),
        new("fit on all rows", "Partition/RefittedOnAllRows", "pipeline.Fit(split.TrainSet)", "pipeline.Fit(data)", "LEAK201"),
        new("stop training by the test rows", "Selection/StoppedByValidationRows", "features.Transform(inner.TestSet)", "features.Transform(outer.TestSet)", "LEAK301"),
        new("let the periods overlap", "Partition/SplitAlongTime", "visits.Take(TrainCount)", "visits.Skip(10)", "LEAK201"),
        new("let the ranges overlap", "Partition/DisjointRanges", "shuffled[300..]", "shuffled[200..]", "LEAK201"),
        new("draw anew at every pass", "Partition/DisjointRanges", "(_ => random.Next()).ToArray();\n        var train = mlContext.Data.LoadFromEnumerable(shuffled[..300]);\n        var test = mlContext.Data.LoadFromEnumerable(shuffled[300..]);",
            "(_ => random.Next());\n        var split = mlContext.Data.TrainTestSplit(mlContext.Data.LoadFromEnumerable(shuffled));\n        var (train, test) = (split.TrainSet, split.TestSet);", "LEAK207"),
        new("choose by the test rows", "Selection/ChosenByValidationRows", "inner.TestSet", "outer.TestSet", "LEAK302"),
        new("double rows before the cut", "Preprocessing/OversampledTrainRows", "var testCount", "measurements = measurements.Concat(measurements.Where(row => row.Label)).ToList();\n        var testCount", "LEAK105"),
        new("double rows before the ranges", "Partition/DisjointRanges", "var train =", "shuffled = shuffled.Concat(shuffled.Where(row => row.Label)).ToArray();\n        var train =", "LEAK105"),
        new("double rows before they are loaded", "Partition/OneRowPerPatient", "var split =", "first = first.Concat(first.Where(visit => visit.Label)).ToList();\n        var split =", "LEAK105"),
        new("make rows of others before the cut", "Preprocessing/OversampledTrainRows", "var testCount", """
            var made = new List<Measurement>(measurements);
                    foreach (var row in measurements)
                    {
                        if (row.Label)
                        {
                            made.Add(new Measurement { Age = row.Age + 0.1f, Pressure = row.Pressure, Label = true });
                        }
                    }

                    measurements = made;
                    var testCount
            """, "LEAK105"),
        new("gather from all rows", "Preprocessing/ScaledByHand", "foreach (var row in trainRows)", "foreach (var row in measurements)", "LEAK102"),
        new("count the labels of all rows", "Preprocessing/ScaledByHand", "foreach (var row in trainRows)", "foreach (var row in measurements)", "LEAK101"),
        new("score the train rows one by one", "Partition/ScoredOneByOne", "in testRows", "in trainRows", "LEAK201"),
        new("take all rows for a part", "Partition/ScoredOneByOne", "GetRange(0, cut)", "GetRange(0, measurements.Count)", "LEAK201"),
        new("test what was trained on, across methods", "Partition/PartsAcrossMethods", "Test(_split.TestSet)", "Test(_split.TrainSet)", "LEAK201"),
    ];

    /// <inheritdoc/>
    public override string ToString() => $"{Sample}: {Name}";
}
