using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter.Features;

/// <summary>Point 4: estimators that are built step by step, on conditions, in loops and by helpers.</summary>
public sealed class PipelineFeatures
{
    private static readonly FeatureTable Table = new(
        Feature.OfSteps("a chain of Append", "var steps = features.Append(§).Append(ml.Transforms.CopyColumns(\"Copy\", \"Age\"));"),
        Feature.OfSteps("a chain in a chain", "var steps = features.Append(ml.Transforms.CopyColumns(\"Copy\", \"Age\").Append(§));"),
        Feature.OfSteps("an estimator that is assigned again", "IEstimator<ITransformer> steps = features; steps = steps.Append(§);"),
        Feature.OfSteps("a step on a condition", "IEstimator<ITransformer> steps = features; if (args.Length > 0) { steps = steps.Append(§); }"),
        Feature.OfSteps("a step on either side of a condition", "var steps = args.Length > 0 ? features.Append(§) : features.Append(§);") with { Name = "a step on either side of a condition" },
        Feature.OfSteps("a step that a switch chooses", "IEstimator<ITransformer> scaler = args.Length switch { 0 => §, _ => ml.Transforms.NormalizeLpNorm(\"Features\") }; var steps = features.Append(scaler);"),
        Feature.OfSteps("a step that a helper makes", "var steps = features.Append(Scale(ml)); IEstimator<ITransformer> Scale(MLContext ml) => §;"),
        Feature.OfSteps("a step that a generic helper appends", "var steps = Add(features, §); static EstimatorChain<T> Add<T>(IEstimator<ITransformer> to, IEstimator<T> step) where T : class, ITransformer => to.Append(step);"),
        Feature.OfSteps("a step that a lambda makes", "Func<IEstimator<ITransformer>> scale = () => §; var steps = features.Append(scale());"),
        Feature.OfSteps("a step from a dictionary", "var all = new Dictionary<string, IEstimator<ITransformer>> { [\"scale\"] = § }; var steps = features.Append(all[\"scale\"]);"),
        Feature.OfSteps("a step from an array", "IEstimator<ITransformer>[] all = { ml.Transforms.CopyColumns(\"Copy\", \"Age\"), § }; var steps = features.Append(all[1]);"),
        Feature.OfSteps("steps that a loop appends", "IEstimator<ITransformer> steps = features; foreach (var step in new IEstimator<ITransformer>[] { §, ml.Transforms.CopyColumns(\"Copy\", \"Age\") }) { steps = steps.Append(step); }"),
        Feature.OfSteps("steps that Aggregate appends", "var all = new IEstimator<ITransformer>[] { §, ml.Transforms.CopyColumns(\"Copy\", \"Age\") }; var steps = all.Aggregate((IEstimator<ITransformer>)features, (chain, step) => chain.Append(step));"),
        Feature.OfSteps("an empty chain to begin with", "var steps = new EstimatorChain<ITransformer>().Append(features).Append(§);"),
        Feature.OfSteps("a cache checkpoint", "var steps = features.AppendCacheCheckpoint(ml).Append(§);"),
        Feature.OfSteps("a step that is watched", "var steps = features.Append(§.WithOnFitDelegate(fitted => Console.WriteLine(fitted)));"),
        Feature.OfSteps("a variable of a base type", "IEstimator<ITransformer> scaler = §; object any = features.Append(scaler); var steps = (IEstimator<ITransformer>)any;"),
        Feature.OfSteps("a field", "var steps = new Steps(ml).All;", "class Steps { public readonly IEstimator<ITransformer> All; public Steps(MLContext ml) { All = ml.Transforms.Concatenate(\"Features\", \"Age\", \"Pressure\").Append(§); } }"),
        Feature.OfSteps("a builder", "var steps = new Builder(ml).Add(features).Add(§).Build();", "class Builder(MLContext ml) { private IEstimator<ITransformer> _all; public Builder Add(IEstimator<ITransformer> step) { _all = _all == null ? step : _all.Append(step); return this; } public IEstimator<ITransformer> Build() => _all; }"),
        Feature.OfSteps("a builder over a list", "var steps = new Builder().Add(features).Add(§).Build();", "class Builder { private readonly List<IEstimator<ITransformer>> _all = new(); public Builder Add(IEstimator<ITransformer> step) { _all.Add(step); return this; } public IEstimator<ITransformer> Build() { var chain = _all[0]; for (var i = 1; i < _all.Count; i++) { chain = chain.Append(_all[i]); } return chain; } }"),
        Feature.OfSteps("a step for each column, in a loop", "IEstimator<ITransformer> steps = features; foreach (var name in new[] { \"Age\", \"Pressure\" }) { steps = steps.Append(§); }") with { Leaking = "ml.Transforms.NormalizeMinMax(name)", Honest = "ml.Transforms.CopyColumns(name + \"Copy\", name)" },
        Feature.OfSteps("the pipeline that a method is given", "var steps = Extended(features); IEstimator<ITransformer> Extended(IEstimator<ITransformer> given) => given.Append(§);"),
        Feature.OfSteps("a fit of the interface", "IEstimator<ITransformer> steps = features.Append(§);"),
        Feature.OfModel("a trainer of the interface", "IEstimator<ITransformer> trainer = ml.BinaryClassification.Trainers.FastTree(); var model = ml.Transforms.Concatenate(\"Features\", \"Age\").Append(trainer).Fit(split.TrainSet);"),
        Feature.OfModel("a helper that is given the trainer", "var model = Train(ml.BinaryClassification.Trainers.LightGbm()); ITransformer Train(IEstimator<ITransformer> trainer) => ml.Transforms.Concatenate(\"Features\", \"Age\").Append(trainer).Fit(split.TrainSet);"),
        Feature.OfModel("a fit of one step after the other", "var prepared = ml.Transforms.Concatenate(\"Features\", \"Age\").Fit(split.TrainSet); var trained = ml.BinaryClassification.Trainers.FastTree().Fit(prepared.Transform(split.TrainSet)); var model = new TransformerChain<ITransformer>(prepared, trained);"),
        Feature.OfModel("transformers that are appended", "var prepared = ml.Transforms.Concatenate(\"Features\", \"Age\").Fit(split.TrainSet); var model = prepared.Append(ml.BinaryClassification.Trainers.FastTree().Fit(prepared.Transform(split.TrainSet)));"),
        Feature.OfModel("a model that is used for predictions first", "var model = pipeline.Fit(split.TrainSet); var engine = ml.Model.CreatePredictionEngine<Reading, Predicted>(model); Console.WriteLine(engine.Predict(new Reading()).Score);", "class Predicted { public float Score { get; set; } }"),
        Feature.OfModel("the last model of a loop", "ITransformer model = null; foreach (var leaves in new[] { 10, 20 }) { model = ml.Transforms.Concatenate(\"Features\", \"Age\").Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet); }"),
        Feature.OfModel("a model of a tuple", "var model = (Name: \"tree\", Model: pipeline.Fit(split.TrainSet)).Model;"),
        Feature.OfModel("a model with another threshold", "var trained = ml.BinaryClassification.Trainers.AveragedPerceptron().Fit(ml.Transforms.Concatenate(\"Features\", \"Age\").Fit(split.TrainSet).Transform(split.TrainSet)); var changed = ml.BinaryClassification.ChangeModelThreshold(trained, 0.3f); ITransformer model = changed;"),
        InLoop("an array of trainers", "new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LightGbm() }", "trainer"),
        InLoop("a list of named trainers", "new List<(string Name, IEstimator<ITransformer> Trainer)> { (\"tree\", ml.BinaryClassification.Trainers.FastTree()), (\"boosted\", ml.BinaryClassification.Trainers.LightGbm()) }", "trainer.Trainer"),
        InLoop("a dictionary of trainers", "new Dictionary<string, IEstimator<ITransformer>> { [\"tree\"] = ml.BinaryClassification.Trainers.FastTree(), [\"boosted\"] = ml.BinaryClassification.Trainers.LightGbm() }", "trainer.Value"),
        InLoop("factories of trainers", "new Func<IEstimator<ITransformer>>[] { () => ml.BinaryClassification.Trainers.FastTree(), () => ml.BinaryClassification.Trainers.LightGbm() }", "trainer()"),
        Feature.OfSteps("factories that a loop makes", "var all = new List<Func<IEstimator<ITransformer>>>(); foreach (var step in new IEstimator<ITransformer>[] { ml.Transforms.CopyColumns(\"Copy\", \"Age\"), § }) { all.Add(() => step); } var steps = features.Append(all[1]());"),
        InLoop("trainers that LINQ makes", "new[] { 10, 20 }.Select(leaves => (IEstimator<ITransformer>)ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves))", "trainer"));

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Is_followed(string feature) => Table.VerifyAsync(feature);

    private static Feature InLoop(string name, string trainers, string trainer) => new(name, $$"""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        foreach (var trainer in {{trainers}})
        {
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append({{trainer}}).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy);
        }
        """, "split.TrainSet", "split.TestSet");
}
