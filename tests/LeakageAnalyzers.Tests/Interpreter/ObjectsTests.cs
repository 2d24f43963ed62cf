using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter;

/// <summary>Rows and models that live in fields, properties and objects.</summary>
public sealed class ObjectsTests
{
    [Fact]
    public Task A_model_in_a_field_trained_in_one_public_method_and_scored_in_another() => Twins.VerifyAsync("""
        public class Study
        {
            private readonly MLContext _context = new MLContext(seed: 1);
            private IDataView _data;
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public void Load(string path)
            {
                _data = _context.Data.LoadFromTextFile<Reading>(path);
                _split = _context.Data.TrainTestSplit(_data);
            }

            public void Train() => _model = Pipeline.Fit(_split.TrainSet);

            public double Score() => _context.BinaryClassification.{|LEAK201:Evaluate(_model.Transform(§))|}.Accuracy;

            private IEstimator<ITransformer> Pipeline =>
                _context.Transforms.Concatenate("Features", "Age", "Pressure").Append(_context.BinaryClassification.Trainers.FastTree());

            private static void Main()
            {
            }
        }
        """, "_data", "_split.TestSet");

    [Fact]
    public Task Methods_in_any_order() => Twins.VerifyAsync("""
        public class Study
        {
            private readonly MLContext _context = new MLContext(seed: 1);
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public double Score() => _context.BinaryClassification.{|LEAK201:Evaluate(_model.Transform(§))|}.Accuracy;

            public void Train()
            {
                _split = _context.Data.TrainTestSplit(_context.Data.LoadFromTextFile<Reading>("readings.csv"));
                _model = _context.Transforms.Concatenate("Features", "Age", "Pressure").Append(_context.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
            }

            private static void Main()
            {
            }
        }
        """, "_split.TrainSet", "_split.TestSet");

    [Fact]
    public Task Methods_in_any_order_that_share_what_an_object_of_a_library_holds() => Twins.VerifyAsync("""
        public class Study
        {
            private readonly MLContext _context = new MLContext(seed: 1);
            private readonly System.Runtime.CompilerServices.StrongBox<object> _held = new();

            public double Score()
            {
                var split = (DataOperationsCatalog.TrainTestData)_held.Value;
                var model = _context.Transforms.Concatenate("Features", "Age", "Pressure").Append(_context.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                return _context.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy;
            }

            public void Cut() => _held.Value = _context.Data.TrainTestSplit(_context.Data.LoadFromTextFile<Reading>("readings.csv"));

            private static void Main()
            {
            }
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Static_fields_set_in_one_helper_and_read_in_another() => Twins.VerifyAsync("""
        static class Program
        {
            private static MLContext context;
            private static IDataView train, test;
            private static ITransformer model;

            static void Main()
            {
                context = new MLContext(seed: 1);
                Load();
                Train();
                Score();
            }

            static void Load()
            {
                var split = context.Data.TrainTestSplit(context.Data.LoadFromTextFile<Reading>("readings.csv"));
                train = split.TrainSet;
                test = split.TestSet;
            }

            static void Train() => model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(train);

            static void Score() => context.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
        }
        """, "train", "test");

    [Fact]
    public Task A_generic_base_class_trains_and_scores_what_the_derived_class_gives() => Twins.VerifyAsync("""
        new VoiceTrainer().Fit("readings.csv");

        abstract class TrainerBase<TRow>
            where TRow : class, new()
        {
            protected readonly MLContext Context = new MLContext(seed: 1);
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public void Fit(string path)
            {
                _split = Context.Data.TrainTestSplit(Context.Data.LoadFromTextFile<TRow>(path));
                _model = Build().Fit(_split.TrainSet);
                Console.WriteLine(Score().Accuracy);
            }

            protected abstract IEstimator<ITransformer> Build();

            private BinaryClassificationMetrics Score() => Context.BinaryClassification.{|LEAK201:Evaluate(_model.Transform(§))|};
        }

        sealed class VoiceTrainer : TrainerBase<Reading>
        {
            protected override IEstimator<ITransformer> Build() =>
                Context.Transforms.Concatenate("Features", "Age", "Pressure").Append(Context.BinaryClassification.Trainers.FastTree());
        }
        """, "_split.TrainSet", "_split.TestSet");

    [Fact]
    public Task An_interface_that_is_implemented_for_it_alone() => Twins.VerifyAsync("""
        public interface IScores
        {
            double Score(ITransformer model, IDataView rows);
        }

        public sealed class Accuracy : IScores
        {
            private readonly MLContext _ml;

            public Accuracy(MLContext ml) => _ml = ml;

            double IScores.Score(ITransformer model, IDataView rows) => _ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|}.Accuracy;
        }

        public static class Study
        {
            public static double Run()
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                IScores scores = new Accuracy(ml);
                return scores.Score(model, §);
            }

            private static void Main()
            {
            }
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task An_interface_with_one_implementation() => Twins.VerifyAsync("""
        public interface ISource
        {
            IDataView Train { get; }

            IDataView Test { get; }
        }

        public sealed class Files : ISource
        {
            private readonly DataOperationsCatalog.TrainTestData _split;

            public Files(MLContext ml, string path) => _split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(path));

            public IDataView Train => _split.TrainSet;

            public IDataView Test
            {
                get { return _split.TestSet; }
            }
        }

        static class Program
        {
            static void Main()
            {
                var ml = new MLContext(seed: 1);
                ISource source = new Files(ml, "readings.csv");
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(source.Train);
                var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
            }
        }
        """, "source.Train", "source.Test");

    [Fact]
    public Task Primary_constructors_records_and_with() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var parts = new Parts(split.TrainSet, split.TestSet);
        var study = new Study(ml, parts with { Name = "voice" });
        study.Run();

        record Parts(IDataView Train, IDataView Test)
        {
            public string Name { get; init; } = "";
        }

        class Study(MLContext ml, Parts parts)
        {
            private readonly IEstimator<ITransformer> _pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

            public void Run()
            {
                var model = _pipeline.Fit(parts.Train);
                var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
            }
        }
        """, "parts.Train", "parts.Test");

    [Fact]
    public Task A_partial_class_over_two_files() => Twins.VerifyAsync("""
        new Study().Run();

        partial class Study
        {
            private readonly MLContext _ml = new MLContext(seed: 1);

            public void Run()
            {
                Train();
                var metrics = _ml.BinaryClassification.{|LEAK201:Evaluate(_model.Transform(§))|};
            }
        }
        """, "_split.TrainSet", "_split.TestSet", """
        partial class Study
        {
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            private void Train()
            {
                _split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
            }
        }
        """);

    [Fact]
    public Task A_constructor_that_loads_and_its_base() => Twins.VerifyAsync("""
        new Study("readings.csv").Run();

        class Loaded
        {
            protected readonly MLContext Ml;
            protected readonly IDataView All;

            public Loaded(string path)
            {
                Ml = new MLContext(seed: 1);
                All = Ml.Data.LoadFromTextFile<Reading>(path);
            }
        }

        class Study : Loaded
        {
            private readonly IDataView _train;
            private readonly IDataView _test;

            public Study(string path)
                : base(path)
            {
                var split = Ml.Data.TrainTestSplit(All, testFraction: 0.3);
                (_train, _test) = (split.TrainSet, split.TestSet);
            }

            public void Run()
            {
                var model = Ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(Ml.BinaryClassification.Trainers.FastTree()).Fit(_train);
                var metrics = Ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
            }
        }
        """, "All", "_test");

    [Fact]
    public Task A_second_split_of_the_same_field_in_another_method() => Twins.VerifyAsync("""
        public class Study
        {
            private readonly MLContext _ml = new MLContext();
            private readonly IDataView _data;
            private ITransformer _model;

            public Study(string path) => _data = _ml.Data.LoadFromTextFile<Reading>(path);

            public void Train() => _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree())
                .Fit(_ml.Data.TrainTestSplit(_data, testFraction: 0.2, seed: 1).TrainSet);

            public void Score() => _ml.BinaryClassification.{|LEAK201:Evaluate(_model.Transform(_ml.Data.TrainTestSplit(_data, testFraction: 0.2, seed: §).TestSet))|};

            private static void Main()
            {
            }
        }
        """, "2", "1");

    [Fact]
    public Task Two_methods_that_are_given_rows_from_outside_know_nothing_of_each_other() => AnalyzerVerifier.VerifyAsync("""
        public class Study
        {
            private readonly MLContext _ml = new MLContext(seed: 1);
            private ITransformer _model;

            public void Train(IDataView data) =>
                _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(data);

            public void Score(IDataView data) => _ml.BinaryClassification.Evaluate(_model.Transform(data));

            private static void Main()
            {
            }
        }
        """);

    [Fact]
    public Task A_score_on_training_rows_beside_one_on_test_rows_in_another_method() => AnalyzerVerifier.VerifyAsync("""
        public class Study
        {
            private readonly MLContext _ml = new MLContext(seed: 1);
            private DataOperationsCatalog.TrainTestData _split;
            private ITransformer _model;

            public void Train()
            {
                _split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                _model = _ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
            }

            public double TrainScore() => _ml.BinaryClassification.Evaluate(_model.Transform(_split.TrainSet)).Accuracy;

            public double TestScore() => _ml.BinaryClassification.Evaluate(_model.Transform(_split.TestSet)).Accuracy;

            private static void Main()
            {
            }
        }
        """);
}
