using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter;

/// <summary>Branches, loops, exceptions and other ways through a body.</summary>
public sealed class FlowTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    [Fact]
    public Task Try_catch_and_finally() => Twins.VerifyAsync(Start + """
        ITransformer model = null;
        IDataView tested = null;
        try
        {
            model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine(error.Message);
            throw;
        }
        finally
        {
            tested = §;
        }

        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(tested))|};
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Switch_expressions_and_patterns() => Twins.VerifyAsync(Start + """
        IEstimator<ITransformer> trainer = args.Length switch
        {
            0 => ml.BinaryClassification.Trainers.FastTree(),
            1 => ml.BinaryClassification.Trainers.LightGbm(),
            _ => throw new ArgumentException("one trainer"),
        };
        object part = §;
        var model = features.Append(trainer).Fit(split.TrainSet);
        if (part is IDataView rows)
        {
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|};
        }
        """, "data", "split.TestSet");

    [Fact]
    public Task A_switch_over_names_and_goto() => Twins.VerifyAsync(Start + """
        IDataView tested;
        switch (args[0])
        {
            case "quick":
                tested = ml.Data.TakeRows(§, 100);
                break;
            case "full":
                goto default;
            default:
                tested = §;
                break;
        }

        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(tested))|};
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task A_search_that_ends_when_the_user_wants() => Twins.VerifyAsync(Start + """
        while (true)
        {
            var leaves = int.Parse(Console.ReadLine());
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
            Console.WriteLine(metrics.Accuracy);
        }
        """, "split.TrainSet", "ml.Data.LoadFromTextFile<Reading>(\"other.csv\")");

    [Fact]
    public Task Using_declarations_and_statements() => Twins.VerifyAsync(Start + """
        using var log = new StreamWriter("log.txt");
        using (var other = File.CreateText("scores.txt"))
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            other.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy);
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Correlated_branches_stay_correlated() => AnalyzerVerifier.VerifyAsync(Start + """
        var useAll = args.Length > 0;
        var train = useAll ? data : split.TrainSet;
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var tested = useAll ? ml.Data.LoadFromTextFile<Reading>("other.csv") : split.TestSet;
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(tested));
        """);

    [Fact]
    public Task Each_iteration_has_rows_of_its_own() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        ITransformer model = null;
        foreach (var path in Directory.GetFiles("days"))
        {
            var day = ml.Data.LoadFromTextFile<Reading>(path);
            if (model != null)
            {
                var metrics = ml.BinaryClassification.Evaluate(model.Transform(day));
            }

            model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(day);
        }
        """);

    [Fact]
    public Task Variables_that_are_filled_on_one_of_many_ways() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        IDataView data = args.Length > 0 ? ml.Data.LoadFromTextFile<Reading>("readings.csv") : null;
        IDataView shuffled = args.Length > 1 ? ml.Data.ShuffleRows(data) : default;
        IEstimator<ITransformer> features = args.Length > 2 ? ml.Transforms.Concatenate("Features", "Age", "Pressure") : default;
        DataOperationsCatalog.TrainTestData split = args.Length > 3 ? ml.Data.TrainTestSplit(shuffled) : default;
        DataOperationsCatalog.TrainTestData inner = args.Length > 4 ? ml.Data.TrainTestSplit(split.TrainSet) : default;
        IEstimator<ITransformer> pipeline = args.Length > 5 ? features.Append(ml.BinaryClassification.Trainers.FastTree()) : default;
        ITransformer model = args.Length > 6 ? pipeline.Fit(inner.TrainSet) : default;
        IDataView tested = args.Length > 7 ? ml.Data.TakeRows(§, 60) : default;
        IDataView scored = args.Length > 8 ? model.Transform(tested) : default;
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(scored)|};
        """, "inner.TrainSet", "inner.TestSet");

    [Fact]
    public Task Values_that_are_assigned_where_there_is_none_yet() => Twins.VerifyAsync(Start + """
        ITransformer model = null;
        model ??= features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        IDataView tested = null;
        tested ??= §;
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(tested))|};
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Steps_that_a_loop_fits_and_code_after_it_uses() => Twins.VerifyAsync(Start + """
        ITransformer scaler = null;
        for (var round = 0; round < 1; round++)
        {
            scaler = features.Append(ml.Transforms.NormalizeMeanVariance("Features")).§;
        }

        var parts = ml.Data.TrainTestSplit(scaler.Transform(data), seed: 2);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(parts.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet));
        """, "{|LEAK102:Fit(data)|}", "Fit(ml.Data.LoadFromTextFile<Reading>(\"other.csv\"))");

    // Two iterations are told apart by what the loop counts; further ones are not.
    [Theory]
    [InlineData("i == 1", "i < 2", "i < 1")]
    [InlineData("i % 3 == 2", "i < 12", "i < 0")]
    public Task Loops_that_count(string condition, string leaking, string honest) => Twins.VerifyAsync(Start + $$"""
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        for (var i = 0; §; i++)
        {
            if ({{condition}})
            {
                Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(data))|});
            }
        }
        """, leaking, honest);

    // What it begins with is known of the field before the loop, and not what it comes to.
    [Fact]
    public Task Loops_that_count_in_a_field() => Twins.VerifyAsync("""
        public static class Study
        {
            private static int _count = 0;

            public static void Main()
            {
                var ml = new MLContext(seed: 1);
                var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                var split = ml.Data.TrainTestSplit(data);
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                for (var i = 0; i < 20; i++)
                {
                    _count = _count + 1;
                }

                if (_count > 2)
                {
                    Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|});
                }
            }
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Names_that_a_loop_gathers() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var names = new[] { "Age", "Pressure", §, "Age", "Pressure" };
        var inputs = new List<string>();
        for (var i = 0; i < names.Length; i++)
        {
            inputs.Add(names[i]);
        }

        var model = ml.Transforms.Conversion.ConvertType("Answer", "Label").Append(ml.Transforms.Concatenate("Features", {|LEAK401:inputs.ToArray()|})).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)));
        """, "\"Answer\"", "\"Age\"");

    // What was shown before the loop is not read in it: with the best pipeline so far it would make more ways than are kept apart.
    [Fact]
    public Task Variables_that_are_not_read_any_more_count_for_nothing() => Twins.VerifyAsync(Start + """
        var steps = features.Append(ml.Transforms.NormalizeMinMax("Features"));
        var scaler = steps.Fit(split.TrainSet);
        var tested = §.Transform(split.TestSet);
        IDataView shown = null;
        if (args.Length > 0)
        {
            shown = ml.Data.TakeRows(data, 5);
        }

        Console.WriteLine(shown?.Schema.Count);
        var train = scaler.Transform(split.TrainSet);
        IEstimator<ITransformer> last = null;
        foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.FastTree(), ml.BinaryClassification.Trainers.LightGbm() })
        {
            IEstimator<ITransformer> pipeline = args.Length > 1 ? ml.Transforms.Concatenate("Inputs", "Features", "Age").Append(trainer) : default;
            var metrics = ml.BinaryClassification.EvaluateNonCalibrated(pipeline.Fit(train).Transform(tested));
            if (Console.ReadLine() == "keep")
            {
                last = pipeline;
            }
        }

        Console.WriteLine(last?.Fit(train));
        """, "steps.{|LEAK104:Fit(split.TestSet)|}", "scaler");

    // Each of them doubles the ways through the loops, of which more come than are kept apart; joined with none, each is what it is.
    [Fact]
    public Task Variables_that_are_filled_on_the_way_into_loops_and_in_them() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        using var session = new Session(ml);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        IReadOnlyList<DataOperationsCatalog.TrainTestData> folds;
        try
        {
            folds = new[] { ml.Data.TrainTestSplit(session.Readings), ml.Data.TrainTestSplit(session.Readings, seed: 2) };
        }
        catch (IOException)
        {
            folds = null;
        }

        foreach (var fold in folds)
        {
            var scaler = features.Fit(fold.TrainSet);
            var train = scaler.Transform(fold.TrainSet);
            var tested = scaler.Transform(fold.§);
            var held = args.Length > 0 ? new Holder { Rows = scaler.Transform(fold.TestSet) } : null;
            Console.WriteLine(held?.Rows.Schema.Count);
            foreach (var trainer in new IEstimator<ITransformer>[] { ml.BinaryClassification.Trainers.LightGbm(), ml.BinaryClassification.Trainers.FastTree() })
            {
                var pipeline = ml.Transforms.Concatenate("Inputs", "Features", "Age").Append(trainer);
                var model = pipeline.Fit(train);
                IDataView scored = null;
                if (Environment.ProcessorCount > 0)
                {
                    scored = model.Transform(tested);
                }

                var metrics = ml.BinaryClassification.{|LEAK201:EvaluateNonCalibrated(scored)|};
            }
        }

        sealed class Session(MLContext ml) : IDisposable
        {
            public IDataView Readings { get; } = ml.Data.LoadFromTextFile<Reading>("readings.csv");

            public void Dispose()
            {
            }
        }

        sealed class Holder
        {
            public IDataView Rows { get; set; }
        }
        """, "TrainSet", "TestSet");

    // The score in an object has the class run twice, and the dictionary made twice.
    [Fact]
    public Task A_dictionary_in_a_class_that_is_run_once_more() => Twins.VerifyAsync("""
        Console.WriteLine();

        public static class Study
        {
            private sealed class Tested
            {
                public Tested(MLContext ml, IDataView scored) { Accuracy = ml.BinaryClassification.Evaluate(scored).Accuracy; }

                public double Accuracy { get; }
            }

            public static void Run()
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
                IDataView kept = null;
                foreach (var (name, rows) in new Dictionary<string, IDataView> { ["only"] = split.TestSet })
                {
                    kept = rows;
                }

                var (first, second) = (features.Append(ml.BinaryClassification.Trainers.LightGbm()), features.Append(ml.BinaryClassification.Trainers.FastTree()));
                IDataView scored = null;
                if (Environment.ProcessorCount > 0)
                {
                    scored = first.Fit(split.TrainSet).Transform(kept);
                }

                var one = new Tested(ml, scored).Accuracy;
                var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(second.Fit(split.§).Transform(kept))|};
                Console.WriteLine($"{one} {metrics.Accuracy}");
            }
        }
        """, "TestSet", "TrainSet");

    // It reads what is written at its end and so is run again; the object that it makes then has nothing in it either.
    [Fact]
    public Task An_object_in_a_method_that_is_run_once_more() => Twins.VerifyAsync("""
        Console.WriteLine();

        public class Study
        {
            private sealed class Holder { public IDataView Rows { get; set; } }

            private IDataView _last;

            public void Run()
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                Console.WriteLine(_last?.Schema.Count);
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet);
                var holder = new Holder();
                §if (holder.Rows != null)
                {
                    var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(holder.Rows))|};
                }

                holder.Rows = split.TrainSet;
                _last = holder.Rows;
            }
        }
        """, "holder.Rows = split.TrainSet; ", "");
}
