using LeakageAnalyzers.CodeFixes.Preprocessing;
using static LeakageAnalyzers.Tests.Verification.CodeFixVerifier;

namespace LeakageAnalyzers.Tests.CodeFixes;

/// <summary>What becomes of the rows whose steps <see cref="MoveLearnedStepsIntoPipelineFix"/> takes away, and of what is trained on them.</summary>
public sealed class MovedStepsTests
{
    [Fact]
    public Task Moves_one_step_before_the_next_and_both_before_the_trainer() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var prepared = prep.Fit(data).Transform(data);
        var scale = ml.Transforms.NormalizeMinMax("Features");
        var scaled = scale.Fit(prepared).Transform(prepared);
        var split = ml.Data.TrainTestSplit(scaled);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """,
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var scale = ml.Transforms.NormalizeMinMax("Features");
        var preparation = prep.Append(scale);
        var split = ml.Data.TrainTestSplit(data);
        var model = preparation.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Leaves_what_is_trained_on_the_output_of_another_model() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var prepared = prep.Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(prepared);
        var first = ml.BinaryClassification.Trainers.LinearSvm().Fit(split.TrainSet);
        var train = first.Transform(split.TrainSet);
        var model = ml.BinaryClassification.Calibrators.Platt().Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(first.Transform(split.TestSet))).Accuracy);
        """,
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var split = ml.Data.TrainTestSplit(data);
        var first = prep.Append(ml.BinaryClassification.Trainers.LinearSvm()).Fit(split.TrainSet);
        var train = first.Transform(split.TrainSet);
        var model = ml.BinaryClassification.Calibrators.Platt().Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(first.Transform(split.TestSet))).Accuracy);
        """);

    [Fact]
    public Task Takes_away_the_statement_that_transforms_rows_in_place() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        // Everything at once.
        data = prep.Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(data);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """,
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        // Everything at once.
        var split = ml.Data.TrainTestSplit(data);
        var model = prep.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        """);

    [Fact]
    public Task Saves_the_model_with_the_columns_that_it_takes_now() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var prepared = prep.Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(prepared);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        ml.Model.Save(model, prepared.Schema, "model.zip");
        """,
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var split = ml.Data.TrainTestSplit(data);
        var model = prep.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        ml.Model.Save(model, data.Schema, "model.zip");
        """);

    [Fact]
    public Task Moves_steps_of_a_field_into_another_method() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        public static class Program
        {
            public static void Main() => new Study().Run();
        }

        partial class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private IDataView _data, _scaled;
            private IEstimator<ITransformer> _steps;
            private DataOperationsCatalog.TrainTestData _split;

            public void Run()
            {
                Prepare();
                Train();
            }

            private void Prepare()
            {
                _data = _ml.Data.LoadFromTextFile<Reading>("readings.csv");
                _steps = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.Transforms.NormalizeMeanVariance("Features"));
                _scaled = _steps.Fit(_data).Transform(_data);
                _split = _ml.Data.TrainTestSplit(_scaled);
            }

            private void Train()
            {
                var model = _ml.BinaryClassification.Trainers.FastTree().Fit(_split.TrainSet);
                Console.WriteLine(_ml.BinaryClassification.Evaluate(model.Transform(_split.TestSet)).Accuracy);
            }
        }
        """,
        """
        public static class Program
        {
            public static void Main() => new Study().Run();
        }

        partial class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private IDataView _data, _scaled;
            private IEstimator<ITransformer> _steps;
            private DataOperationsCatalog.TrainTestData _split;

            public void Run()
            {
                Prepare();
                Train();
            }

            private void Prepare()
            {
                _data = _ml.Data.LoadFromTextFile<Reading>("readings.csv");
                _steps = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.Transforms.NormalizeMeanVariance("Features"));
                _scaled = _data;
                _split = _ml.Data.TrainTestSplit(_scaled);
            }

            private void Train()
            {
                var model = _steps.Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
                Console.WriteLine(_ml.BinaryClassification.Evaluate(model.Transform(_split.TestSet)).Accuracy);
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_the_name_of_the_steps_means_others_at_the_trainer() => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        public static class Program
        {
            public static void Main() => new Study().Run();
        }

        partial class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private IDataView _data, _scaled;
            private DataOperationsCatalog.TrainTestData _split;

            public void Run()
            {
                Prepare();
                Train();
            }

            private void Prepare()
            {
                _data = _ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var pipeline = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.Transforms.NormalizeMeanVariance("Features"));
                _scaled = pipeline.Fit(_data).Transform(_data);
                _split = _ml.Data.TrainTestSplit(_scaled);
            }

            private void Train()
            {
                IEstimator<ITransformer> pipeline = _ml.BinaryClassification.Trainers.FastTree();
                var model = pipeline.Fit(_split.TrainSet);
                Console.WriteLine(_ml.BinaryClassification.Evaluate(model.Transform(_split.TestSet)).Accuracy);
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_a_field_gets_other_steps_later() => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        public static class Program
        {
            public static void Main() => new Study().Run();
        }

        partial class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private IDataView _data, _scaled;
            private IEstimator<ITransformer> _steps;
            private DataOperationsCatalog.TrainTestData _split;

            public void Run()
            {
                Prepare();
                Train();
            }

            private void Prepare()
            {
                _data = _ml.Data.LoadFromTextFile<Reading>("readings.csv");
                _steps = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.Transforms.NormalizeMeanVariance("Features"));
                _scaled = _steps.Fit(_data).Transform(_data);
                _split = _ml.Data.TrainTestSplit(_scaled);
            }

            private void Train()
            {
                _steps = _ml.BinaryClassification.Trainers.FastTree();
                var model = _steps.Fit(_split.TrainSet);
                Console.WriteLine(_ml.BinaryClassification.Evaluate(model.Transform(_split.TestSet)).Accuracy);
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_another_file_reads_the_field_with_the_rows() => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        public static class Program
        {
            public static void Main() => new Study().Run();
        }

        partial class Study
        {
            private readonly MLContext _ml = new(seed: 1);
            private IDataView _data, _scaled;
            private IEstimator<ITransformer> _steps;
            private DataOperationsCatalog.TrainTestData _split;

            public void Run()
            {
                Prepare();
                Train();
                Plot();
            }

            private void Prepare()
            {
                _data = _ml.Data.LoadFromTextFile<Reading>("readings.csv");
                _steps = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.Transforms.NormalizeMeanVariance("Features"));
                _scaled = _steps.Fit(_data).Transform(_data);
                _split = _ml.Data.TrainTestSplit(_scaled);
            }

            private void Train()
            {
                var model = _ml.BinaryClassification.Trainers.FastTree().Fit(_split.TrainSet);
                Console.WriteLine(_ml.BinaryClassification.Evaluate(model.Transform(_split.TestSet)).Accuracy);
            }
        }
        """,
        """
        partial class Study
        {
            private void Plot() => Console.WriteLine(_scaled.GetColumn<float[]>("Features").First()[0]);
        }
        """);

    [Fact]
    public Task Is_not_offered_where_another_file_has_a_method_prepare_rows_too() => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        static partial class Study
        {
            static void Main()
            {
                var ml = new MLContext();
                var split = ml.Data.TrainTestSplit(Scale(ml, ml.Data.LoadFromTextFile<Reading>("readings.csv")));
                var model = ml.BinaryClassification.Trainers.FastForest().Fit(split.TrainSet);
                Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet)).Accuracy);
            }

            private static IDataView Scale(MLContext ml, IDataView rows) =>
                ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMinMax("Features")).Fit(rows).Transform(rows);
        }
        """,
        """
        static partial class Study
        {
            public static int Columns(MLContext ml) => Scale(ml, ml.Data.LoadFromTextFile<Reading>("other.csv")).Schema.Count;
        }
        """);

    [Theory]
    [InlineData("var prepared = prep.Fit(data).Transform(data); data = ml.Data.LoadFromTextFile<Reading>(\"other.csv\");", "")] // The rows are others by then.
    [InlineData("IDataView prepared = data; if (args.Length > 0) prepared = prep.Fit(data).Transform(data);", "")] // Only sometimes.
    [InlineData("IDataView prepared; if (args.Length > 0) prepared = prep.Fit(data).Transform(data); else prepared = ml.Transforms.Concatenate(\"Features\", \"Age\").Fit(data).Transform(data);", "")] // Otherwise others.
    [InlineData("if (args.Length > 0) data = prep.Fit(data).Transform(data); var prepared = data;", "")] // In place, but only sometimes.
    [InlineData("var prepared = prep.Fit(data).Transform(data);", "Console.WriteLine(split.TestSet.GetColumn<float[]>(\"Features\").First()[0]);")] // A part is read.
    [InlineData("var prepared = prep.Fit(data).Transform(data);", "var test = split.TestSet; Console.WriteLine(ml.Data.CreateEnumerable<Scaled>(test, false).First().Features[0]);")] // By another name.
    [InlineData("var prepared = prep.Fit(data).Transform(data);", "Console.WriteLine(split.TrainSet.Schema[\"Features\"].Type);")] // Its columns are.
    [InlineData("var prepared = prep.Fit(data).Transform(data);", "foreach (var fold in ml.Data.CrossValidationSplit(prepared)) Console.WriteLine(fold.TestSet.GetColumn<float[]>(\"Features\").First()[0]);")] // Folds are.
    [InlineData("var prepared = prep.Fit(data).Transform(data);", "var engine = ml.Model.CreatePredictionEngine<Scaled, Scored>(model);")] // The model predicts from scaled features.
    [InlineData("var prepared = prep.Fit(data).Transform(data);", "model.Transform(prep.Fit(data).Transform(ml.Data.LoadFromTextFile<Reading>(\"fresh.csv\")));")] // Or from scaled rows.
    public Task Is_not_offered_where_rows_or_models_are_used_as_before(string prepare, string use) => VerifyNotOfferedAsync<MoveLearnedStepsIntoPipelineFix>($$"""
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        {{prepare}}
        var split = ml.Data.TrainTestSplit(prepared);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        {{use}}

        class Scaled { [VectorType(2)] public float[] Features { get; set; } }

        class Scored { public float Score { get; set; } }
        """);

    [Fact]
    public Task Follows_parts_into_methods_and_folds_to_their_models() => VerifyAsync<MoveLearnedStepsIntoPipelineFix>(
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var prepared = prep.Fit(data).Transform(data);
        var folds = ml.BinaryClassification.CrossValidate(prepared, ml.BinaryClassification.Trainers.FastTree());
        ml.Model.Save(folds.OrderBy(fold => fold.Metrics.Accuracy).Last().Model, data.Schema, "best.zip");
        var split = ml.Data.TrainTestSplit(prepared);
        var model = Train(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);

        ITransformer Train(IDataView rows)
        {
            return ml.BinaryClassification.Trainers.FastTree().Fit(rows);
        }
        """,
        """
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var prep = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.Transforms.NormalizeMeanVariance("Features"));
        var folds = ml.BinaryClassification.CrossValidate(data, prep.Append(ml.BinaryClassification.Trainers.FastTree()));
        ml.Model.Save(folds.OrderBy(fold => fold.Metrics.Accuracy).Last().Model, data.Schema, "best.zip");
        var split = ml.Data.TrainTestSplit(data);
        var model = Train(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);

        ITransformer Train(IDataView rows)
        {
            return prep.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows);
        }
        """);
}
