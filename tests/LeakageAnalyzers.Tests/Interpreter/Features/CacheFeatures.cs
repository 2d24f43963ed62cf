using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter.Features;

/// <summary>What is made when it is first asked for, and kept; and what lists and arrays call by other names than LINQ.</summary>
public sealed class CacheFeatures
{
    private const string Read = """
        var ml = new MLContext(seed: 1);
        var rows = File.ReadLines("readings.csv").Select(line => new Reading { Age = line.Length }).ToList();

        """;

    private const string End = """

        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)))|};
        """;

    private const string Pool = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

        """;

    private const string Pooled = """

        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(ml.Data.LoadFromEnumerable(scored))|};

        class Scored { public bool Label { get; set; } public float Score { get; set; } public float Probability { get; set; } public bool PredictedLabel { get; set; } }
        """;

    private static readonly FeatureTable Table = new(
        new Feature("scores of all folds in one list", Pool + "var scored = new List<Scored>(); foreach (var fold in ml.Data.CrossValidationSplit(data, 5)) { var model = pipeline.Fit(fold.TrainSet); scored.AddRange(ml.Data.CreateEnumerable<Scored>(model.Transform(§), reuseRowObject: false)); }" + Pooled, "fold.TrainSet", "fold.TestSet"),
        new Feature("scores of all folds by query", Pool + "var scored = ml.Data.CrossValidationSplit(data, 5).SelectMany(fold => ml.Data.CreateEnumerable<Scored>(pipeline.Fit(fold.TrainSet).Transform(§), reuseRowObject: false)).ToList();" + Pooled, "fold.TrainSet", "fold.TestSet"),
        new Feature("scores of two models in one list", Pool + "var split = ml.Data.TrainTestSplit(data, 0.5); var scored = new List<Scored>(); var first = pipeline.Fit(split.TrainSet); var second = pipeline.Fit(split.TestSet); scored.AddRange(ml.Data.CreateEnumerable<Scored>(first.Transform(split.TestSet), false)); scored.AddRange(ml.Data.CreateEnumerable<Scored>(second.Transform(§), false));" + Pooled, "split.TestSet", "split.TrainSet"),
        Feature.OfModel("a lazy model", "var lazy = new Lazy<ITransformer>(() => pipeline.Fit(split.TrainSet)); var model = lazy.Value;"),
        Feature.OfModel("a lazy field", "var model = new Models(pipeline, split.TrainSet).Model;", "class Models(IEstimator<ITransformer> pipeline, IDataView rows) { private readonly Lazy<ITransformer> _model = new(() => pipeline.Fit(rows)); public ITransformer Model => _model.Value; }"),
        Feature.OfModel("a static cache", "var model = Models.Of(pipeline, split.TrainSet);", "static class Models { private static ITransformer _model; public static ITransformer Of(IEstimator<ITransformer> pipeline, IDataView rows) => _model ??= pipeline.Fit(rows); }"),
        Feature.OfModel("a static cache that is asked", "var model = Models.Of(pipeline, split.TrainSet);", "static class Models { private static ITransformer _model; public static ITransformer Of(IEstimator<ITransformer> pipeline, IDataView rows) { if (_model == null) { _model = pipeline.Fit(rows); } return _model; } }"),
        Feature.OfModel("a static cache that a pattern asks", "var model = Models.Of(pipeline, split.TrainSet);", "static class Models { private static ITransformer _model; public static ITransformer Of(IEstimator<ITransformer> pipeline, IDataView rows) { if (_model is not null) { return _model; } _model = pipeline.Fit(rows); return _model; } }"),
        Feature.OfModel("a static dictionary of models", "var model = Models.Of(pipeline, split.TrainSet);", "static class Models { private static readonly Dictionary<string, ITransformer> All = new(); public static ITransformer Of(IEstimator<ITransformer> pipeline, IDataView rows) { if (!All.TryGetValue(\"trees\", out var model)) { model = pipeline.Fit(rows); All[\"trees\"] = model; } return model; } }"),
        Feature.OfModel("a concurrent dictionary of models", "var model = Models.Of(pipeline, split.TrainSet);", "static class Models { private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ITransformer> All = new(); public static ITransformer Of(IEstimator<ITransformer> pipeline, IDataView rows) => All.GetOrAdd(\"trees\", _ => pipeline.Fit(rows)); }"),
        new Feature("all parts of rows but the first", Read + "var parts = rows.Chunk(100).ToList(); var test = parts[0]; var train = §.SelectMany(part => part).ToList();" + End, "parts", "parts.Skip(1)"),
        new Feature("rows that a list converts", Read + "var train = rows.Take(700).ToList().ConvertAll(row => new Reading { Age = row.Age + 1 }); var test = rows.§.ToList().ConvertAll(row => new Reading { Age = row.Age + 1 });" + End, "Skip(600)", "Skip(700)"),
        new Feature("rows that a list finds", Read + "var train = rows.Take(700).ToList(); var test = rows.§.ToList().FindAll(row => row.Age > 18);" + End, "Take(700)", "Skip(700)"),
        new Feature("rows that an iterator makes of rows", Read + "var train = Double(rows.Take(700)).ToList(); var test = Double(rows.§).ToList();" + End
            + "\nstatic IEnumerable<Reading> Double(IEnumerable<Reading> all) { foreach (var row in all) { yield return new Reading { Age = row.Age * 2, Label = row.Label }; } }", "Take(700)", "Skip(700)"),
        new Feature("several lists of rows in a collection expression", Read + "List<Reading> train = [.. rows.Take(600), .. §]; var test = rows.Skip(700).ToList();" + End, "rows.Skip(700)", "rows.Skip(600).Take(100)"));

    private static readonly FeatureTable NotFollowed = new(
        new Feature("some parts of rows", Read + "var parts = rows.Chunk(100).ToList(); var test = parts[0]; var train = §.SelectMany(part => part).ToList();" + End, "parts.Skip(args.Length)", "parts.Where(part => part.Length == 100).Skip(1)"),
        new Feature("parts of rows, one after the other", Read + "var train = new List<Reading>(); foreach (var test in rows.Chunk(100).§) {" + End.Replace("ml.Data.LoadFromEnumerable(train)", "ml.Data.LoadFromEnumerable(train.ToList())", StringComparison.Ordinal) + " train.AddRange(test); }", "Take(5)", "Skip(2)"));

    public static TheoryData<string> Names => Table.Names;

    public static TheoryData<string> NamesNotFollowed => NotFollowed.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Is_followed(string feature) => Table.VerifyAsync(feature);

    [Theory]
    [MemberData(nameof(NamesNotFollowed))]
    public Task Is_not_followed_and_not_guessed_at(string feature) => NotFollowed.VerifySilentAsync(feature);
}
