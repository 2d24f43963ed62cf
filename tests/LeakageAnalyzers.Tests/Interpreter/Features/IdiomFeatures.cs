using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter.Features;

/// <summary>Idioms of public programs that a toy misses, and leaks that more than one way leads to, each reported once.</summary>
public sealed class IdiomFeatures
{
    private static readonly FeatureTable Table = new(
        new Feature("one file loaded twice as train and test", """
            var ml = new MLContext(seed: 1);
            var train = ml.Data.LoadFromTextFile<Reading>(Paths.Train);
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
            var test = ml.Data.LoadFromTextFile<Reading>(Paths.Test);
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};

            static class Paths
            {
                public static readonly string Folder = AppContext.BaseDirectory;
                public static readonly string Train = Path.Combine(Folder, "train.csv");
                public static readonly string Test = Path.Combine(Folder, §);
            }
            """, "\"train.csv\"", "\"test.csv\""),
        new Feature("one file loaded twice by a helper", """
            var ml = new MLContext(seed: 1);
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(Load("train.csv"));
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(Load(§)))|};

            IDataView Load(string name) { var path = Path.Combine(Environment.CurrentDirectory, "Data", name); return ml.Data.LoadFromTextFile<Reading>(path, hasHeader: true); }
            """, "\"train.csv\"", "\"test.csv\""),
        new Feature("ranges of two separate shuffles", """
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            var train = ml.Data.TakeRows(ml.Data.ShuffleRows(data, seed: 1), 800);
            var test = ml.Data.SkipRows(ml.Data.ShuffleRows(data, seed: §), 800);
            var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(test))|};
            """, "2", "1"),
        new Feature("a second split of the same field in another method", """
            public class Study
            {
                private readonly MLContext _ml = new MLContext(seed: 1);
                private IDataView _data;
                private ITransformer _model;

                public void Load() { _data = _ml.Data.LoadFromTextFile<Reading>("readings.csv"); }
                public void Train() { var split = _ml.Data.TrainTestSplit(_data, testFraction: 0.2); _model = _ml.Transforms.Concatenate("Features", "Age").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet); }
                public void Report() { var split = _ml.Data.TrainTestSplit(_data, testFraction: §); Console.WriteLine(_ml.BinaryClassification.{|LEAK201:Evaluate(_model.Transform(split.TestSet))|}.Accuracy); }
                static void Main() { }
            }
            """, "0.3", "0.2"),
        new Feature("a model in a field of a generic base class", """
            public abstract class Trainer<TRow, TTrainer> where TRow : class, new() where TTrainer : class, ITransformer
            {
                protected readonly MLContext Ml = new MLContext(111);
                protected DataOperationsCatalog.TrainTestData _split;
                protected ITransformer _model;
                protected IEstimator<TTrainer> _trainer;

                public void Fit(string path)
                {
                    _split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<TRow>(path), testFraction: 0.3);
                    _model = Ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(_trainer).Fit(_split.TrainSet);
                }

                public BinaryClassificationMetrics Evaluate() => Ml.BinaryClassification.{|LEAK201:EvaluateNonCalibrated(_model.Transform(§))|};
            }

            public sealed class Forest : Trainer<Reading, ITransformer>
            {
                public Forest() { _trainer = Ml.BinaryClassification.Trainers.FastForest(); }
                static void Main() { Trainer<Reading, ITransformer> trainer = new Forest(); trainer.Fit("readings.csv"); Console.WriteLine(trainer.Evaluate().Accuracy); }
            }
            """, "_split.TrainSet", "_split.TestSet"),
        new Feature("models of a generic base class in a list", """
            var trainers = new List<Trainer> { new Forest(), new Tree() };
            trainers.ForEach(trainer => Run(trainer));
            static void Run(Trainer trainer) { trainer.Fit("readings.csv"); Console.WriteLine(trainer.Score().Accuracy); }

            abstract class Trainer
            {
                protected readonly MLContext Ml = new(seed: 1); private DataOperationsCatalog.TrainTestData _split; private ITransformer _model;
                public void Fit(string path) { _split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>(path)); _model = Ml.Transforms.Concatenate("Features", "Age").Append(Make()).Fit(_split.TrainSet); }
                public BinaryClassificationMetrics Score() => Ml.BinaryClassification.{|LEAK201:EvaluateNonCalibrated(_model.Transform(§))|};
                protected abstract IEstimator<ITransformer> Make();
            }
            class Forest : Trainer { protected override IEstimator<ITransformer> Make() => Ml.BinaryClassification.Trainers.FastForest(); }
            class Tree : Trainer { protected override IEstimator<ITransformer> Make() => Ml.BinaryClassification.Trainers.FastTree(); }
            """, "_split.TrainSet", "_split.TestSet"),
        new Feature("a validation set as an argument of Fit", """
            var ml = new MLContext(seed: 1);
            var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var inner = ml.Data.TrainTestSplit(outer.TrainSet);
            var features = ml.Transforms.Concatenate("Features", "Age", "Pressure").Fit(inner.TrainSet);
            var model = ml.BinaryClassification.Trainers.FastTree().Fit(features.Transform(inner.TrainSet), §);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(features.Transform(outer.TestSet)));
            """, "features.{|LEAK301:Transform(outer.TestSet)|}", "features.Transform(inner.TestSet)"),
        new Feature("hand-written imputation in LINQ", """
            using System.Text.Json;
            var ml = new MLContext(seed: 1);
            var rows = JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText("readings.json"));
            var mean = §.{|LEAK102:Average(row => row.Age)|};
            var filled = rows.Select(row => new Reading { Age = float.IsNaN(row.Age) ? mean : row.Age, Pressure = row.Pressure, Label = row.Label });
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(filled));
            var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            """, "rows", "JsonSerializer.Deserialize<List<Reading>>(\"[]\")"),
        new Feature("hand-written imputation in a loop", """
            using System.Text.Json;
            var ml = new MLContext(seed: 1);
            var rows = JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText("readings.json"));
            var mean = §.{|LEAK102:Average(row => row.Age)|};
            foreach (var row in rows) { if (float.IsNaN(row.Age)) { row.Age = mean; } }
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows));
            var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            """, "rows", "JsonSerializer.Deserialize<List<Reading>>(\"[]\")"),
        new Feature("an endless search that the best score leaves", """
            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            var inner = ml.Data.TrainTestSplit(split.TrainSet);
            ITransformer best = null; var bestScore = 0d; var leaves = 2;
            while (true)
            {
                var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(inner.TrainSet);
                var score = ml.BinaryClassification.§.Accuracy;
                if (score > bestScore) { bestScore = score; best = model; }
                if (++leaves > 100) { break; }
            }
            Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
            """, "{|LEAK302:Evaluate(model.Transform(split.TestSet))|}", "Evaluate(model.Transform(inner.TestSet))"),
        new Feature("the model reloaded from a file before it is evaluated", """
            static class Program
            {
                private static readonly string ModelPath = Path.Combine(Environment.CurrentDirectory, "model.zip");
                private static readonly MLContext Ml = new MLContext(seed: 1);
                static void Main() { var split = Ml.Data.TrainTestSplit(Ml.Data.LoadFromTextFile<Reading>("readings.csv")); Train(split.TrainSet); Report(§); }
                static void Train(IDataView rows) { var model = Ml.Transforms.Concatenate("Features", "Age").Append(Ml.BinaryClassification.Trainers.FastTree()).Fit(rows); Ml.Model.Save(model, rows.Schema, ModelPath); }
                static void Report(IDataView rows) { ITransformer model; using (var file = File.OpenRead(ModelPath)) { model = Ml.Model.Load(file, out _); } Console.WriteLine(Ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|}.Accuracy); }
            }
            """, "split.TrainSet", "split.TestSet"),
        new Feature("a leak in a helper that two entries reach", """
            public class Study
            {
                private readonly MLContext _ml = new MLContext(seed: 1);
                public void Quick() => Run("quick.csv");
                public void Full() => Run("full.csv");
                private void Run(string path)
                {
                    var split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Reading>(path));
                    var model = _ml.Transforms.Concatenate("Features", "Age").Append(_ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(_ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy);
                }
                static void Main() { }
            }
            """, "split.TrainSet", "split.TestSet"),
        new Feature("a leak in a helper of another file that two types reach", """
            new One().Run(); new Two().Run();
            class One { public void Run() { var ml = new MLContext(seed: 1); Helper.Run(ml, ml.Data.LoadFromTextFile<Reading>("one.csv")); } }
            class Two { public void Run() { var ml = new MLContext(seed: 2); Helper.Run(ml, ml.Data.LoadFromTextFile<Reading>("two.csv")); } }
            """, "split.TrainSet", "split.TestSet", """
            static class Helper
            {
                public static void Run(MLContext ml, IDataView rows)
                {
                    var split = ml.Data.TrainTestSplit(rows);
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy);
                }
            }
            """),
        new Feature("a leak in an iterator that is walked twice", """
            foreach (var score in Scores()) { Console.WriteLine(score); }
            Console.WriteLine(Scores().Count());
            static IEnumerable<double> Scores()
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                yield return ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy;
            }
            """, "split.TrainSet", "split.TestSet"),
        new Feature("a leak in a generic base that two subclasses share", """
            new One().Run(); new Two().Run();
            abstract class Base<T> where T : class, new()
            {
                public void Run()
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<T>(Path));
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy);
                }
                protected abstract string Path { get; }
            }
            class One : Base<Reading> { protected override string Path => "one.csv"; }
            class Two : Base<Reading> { protected override string Path => "two.csv"; }
            """, "split.TrainSet", "split.TestSet"),
        new Feature("a leak in a partial class that two of its parts reach", "new Study().One(); new Study().Two();", "split.TrainSet", "split.TestSet",
            "partial class Study { public void One() => Run(\"one.csv\"); }",
            "partial class Study { public void Two() => Run(\"two.csv\"); }",
            """
            partial class Study
            {
                void Run(string path)
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(path));
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy);
                }
            }
            """));

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Is_reported_once(string feature) => Table.VerifyAsync(feature);
}
