using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter;

/// <summary>Pipelines built step by step, and the columns they name.</summary>
public sealed class PipelinesTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");

        """;

    private const string Score = """

        var split = ml.Data.TrainTestSplit(prepared);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """;

    [Fact]
    public Task Steps_added_one_by_one() => Twins.VerifyAsync(Start + """
        IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        pipeline = pipeline.Append(§);
        var prepared = pipeline.{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score, "ml.Transforms.NormalizeMinMax(\"Features\")", "ml.Transforms.CopyColumns(\"Inputs\", \"Features\")");

    [Fact]
    public Task Steps_added_on_a_condition() => Twins.VerifyAsync(Start + """
        IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        if (args.Length > 0)
        {
            pipeline = pipeline.Append(§);
        }

        var prepared = pipeline.{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score, "ml.Transforms.NormalizeMeanVariance(\"Features\")", "ml.Transforms.DropColumns(\"Ward\")");

    [Fact]
    public Task An_estimator_chain_and_a_cache_checkpoint() => Twins.VerifyAsync(Start + """
        var pipeline = new EstimatorChain<ITransformer>()
            .Append(ml.Transforms.Concatenate("Features", "Age", "Pressure"))
            .AppendCacheCheckpoint(ml)
            .Append(§);
        var prepared = pipeline.{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score, "ml.Transforms.NormalizeMinMax(\"Features\")", "ml.Transforms.CopyColumns(\"Inputs\", \"Features\")");

    [Fact]
    public Task A_helper_that_builds_the_pipeline() => Twins.VerifyAsync(Start + """
        var prepared = Prepare(ml, §).{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score + """

        static IEstimator<ITransformer> Prepare(MLContext ml, bool scale)
        {
            IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure");
            return scale ? pipeline.Append(ml.Transforms.NormalizeMinMax("Features")) : pipeline;
        }
        """, "true", "false");

    [Fact]
    public Task A_model_saved_and_loaded_by_the_same_path() => Twins.VerifyAsync(Start + """
        const string ModelPath = "models/voice.zip";
        var split = ml.Data.TrainTestSplit(data);
        var trained = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        ml.Model.Save(trained, data.Schema, ModelPath);

        ITransformer model;
        using (var stream = File.OpenRead(ModelPath))
        {
            model = ml.Model.Load(stream, out var schema);
        }

        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Transformers_put_together_after_they_were_fitted() => Twins.VerifyAsync(Start + """
        var split = ml.Data.TrainTestSplit(data);
        var prepared = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(split.TrainSet);
        var trained = ml.BinaryClassification.Trainers.FastTree().Fit(prepared.Transform(split.TrainSet));
        var model = prepared.Append(trained);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
        """, "split.TrainSet", "split.TestSet");

    [Theory]
    [InlineData("nameof(Visit.PatientId)")]
    [InlineData("$\"{nameof(Visit.PatientId)}\"")]
    [InlineData("Columns.Patient")]
    [InlineData("\"Patient\" + \"Id\"")]
    [InlineData("new[] { \"PatientId\", \"Age\" }[0]")]
    public Task Names_folded_from_constants(string key) => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Visit>("visits.csv");
        string key = §;
        var split = ml.Data.{|LEAK202:TrainTestSplit(data, samplingKeyColumnName: key)|};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);

        static class Columns
        {
            public const string Patient = "PatientId";
        }
        """, "null", key);

    [Fact]
    public Task Columns_listed_from_the_row_type_and_from_the_schema() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var byType = typeof(Reading).GetProperties().Select(property => property.Name).Where(name => name != "Label" && name != "Ward").ToArray();
        var bySchema = data.Schema.Select(column => column.Name).Where(name => !name.StartsWith("Lab") && name != nameof(Reading.Ward)).ToArray();
        var pipeline = ml.Transforms.Concatenate("Features", byType).Append(ml.Transforms.Concatenate("Same", bySchema));
        var prepared = pipeline.Append(§).{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score, "ml.Transforms.NormalizeMinMax(byType[1])", "ml.Transforms.CopyColumns(\"Copy\", bySchema[1])");
}
