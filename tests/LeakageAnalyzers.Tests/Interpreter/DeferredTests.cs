using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter;

/// <summary>Rows and models that are made when they are asked for: by an initializer, a lazy value, a type that takes itself apart.</summary>
public sealed class DeferredTests
{
    [Fact]
    public Task A_property_whose_initializer_throws_for_what_is_not_there_on_one_way() => Twins.VerifyAsync("""
        public class Shuffled(MLContext context, IDataView data) { public IDataView Rows { get; } = context.Data.ShuffleRows(data, seed: 3); }

        static class Program
        {
            static void Main(string[] args)
            {
                var context = new MLContext(seed: 1);
                IDataView data = args.Length > 0 ? context.Data.LoadFromTextFile<Reading>(args[0]) : null;
                var shuffled = new Shuffled(context, data);
                var split = context.Data.TrainTestSplit(shuffled.Rows);
                var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                var again = new[] { model }.Select(one => one.Transform(shuffled.Rows)).Single();
                Console.WriteLine(context.BinaryClassification.{|LEAK201:Evaluate(§)|}.Accuracy);
            }
        }
        """, "again", "model.Transform(split.TestSet)");

    [Fact]
    public Task A_lazy_score_of_each_round() => Twins.VerifyAsync("""
        static class Program
        {
            static void Main(string[] args)
            {
                var context = new MLContext(seed: 1);
                var split = context.Data.TrainTestSplit(context.Data.LoadFromTextFile<Reading>(args[0]));
                var inner = context.Data.TrainTestSplit(split.TrainSet);
                var (best, top) = (0, 0.0);
                foreach (var leaves in new[] { 5, 10 })
                {
                    var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(inner.TrainSet);
                    var score = new Lazy<double>(() => context.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§))|}.Accuracy);
                    if (score.Value > top)
                    {
                        (best, top) = (leaves, score.Value);
                    }
                }

                var chosen = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree(numberOfLeaves: best)).Fit(split.TrainSet);
                Console.WriteLine(context.BinaryClassification.Evaluate(chosen.Transform(split.TestSet)).Accuracy);
            }
        }
        """, "split.TestSet", "inner.TestSet");

    [Fact]
    public Task A_type_that_takes_itself_apart_and_throws_where_there_is_no_model() => Twins.VerifyAsync("""
        class Scored(ITransformer model, IDataView rows) { public void Deconstruct(out IDataView scores, out int count) => (scores, count) = (model.Transform(rows), 1); }

        static class Program
        {
            static void Main()
            {
                var context = new MLContext(seed: 1);
                var split = context.Data.TrainTestSplit(context.Data.LoadFromTextFile<Reading>("readings.csv"));
                foreach (var leaves in new[] { 5, 10 })
                {
                    ITransformer model;
                    try
                    {
                        model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
                    }
                    catch (IOException)
                    {
                        model = null;
                    }

                    var (scores, _) = new Scored(model, split.§);
                    Console.WriteLine(context.BinaryClassification.{|LEAK201:Evaluate(scores)|}.Accuracy);
                    break;
                }
            }
        }
        """, "TrainSet", "TestSet");

    [Fact]
    public Task Lazy_rows_are_the_same_within_a_loop_and_outside() => Twins.VerifyAsync("""
        static class Program
        {
            static void Main()
            {
                var context = new MLContext(seed: 1);
                var rows = new Lazy<DataOperationsCatalog.TrainTestData>(() => context.Data.TrainTestSplit(context.Data.LoadFromTextFile<Reading>("readings.csv")));
                var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(rows.Value.TrainSet);
                foreach (var scorer in new[] { model })
                {
                    Console.WriteLine(context.BinaryClassification.{|LEAK201:Evaluate(scorer.Transform(rows.Value.§))|}.Accuracy);
                }
            }
        }
        """, "TrainSet", "TestSet");
}
