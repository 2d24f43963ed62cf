using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter;

/// <summary>Calls into the program's own methods, in the same file and in others.</summary>
public sealed class CallsTests
{
    [Fact]
    public Task Helpers_that_load_train_and_evaluate() => Twins.VerifyAsync("""
        static class Program
        {
            private static readonly MLContext Context = new MLContext(seed: 1);

            static void Main()
            {
                var split = Load("readings.csv");
                var model = Train(split.TrainSet);
                Score(model, §);
            }

            static DataOperationsCatalog.TrainTestData Load(string path) =>
                Context.Data.TrainTestSplit(Context.Data.LoadFromTextFile<Reading>(path), testFraction: 0.2);

            static ITransformer Train(IDataView rows)
            {
                var pipeline = Context.Transforms.Concatenate("Features", "Age", "Pressure").Append(Context.BinaryClassification.Trainers.FastTree());
                return pipeline.Fit(rows);
            }

            static void Score(ITransformer model, IDataView rows)
            {
                var scored = model.Transform(rows);
                var metrics = Context.BinaryClassification.{|LEAK201:Evaluate(scored)|};
                Console.WriteLine(metrics.AreaUnderRocCurve);
            }
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Helpers_in_another_file_and_extension_methods() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Train(split.TrainSet);
        ml.Score(model, §);
        """, "split.TrainSet", "split.TestSet", """
        static class Steps
        {
            public static ITransformer Train(this MLContext ml, IDataView rows) =>
                ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows);

            public static double Score(this MLContext ml, ITransformer model, IDataView rows) =>
                ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|}.Accuracy;
        }
        """);

    [Fact]
    public Task Out_parameters_tuples_and_deconstruction() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var (train, test) = Cut(ml, "readings.csv");
        Fit(ml, train, out var model);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};

        static (IDataView Train, IDataView Test) Cut(MLContext ml, string path)
        {
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>(path));
            return (split.TrainSet, split.TestSet);
        }

        static void Fit(MLContext ml, IDataView rows, out ITransformer model) =>
            model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows);
        """, "train", "test");

    [Fact]
    public Task Async_methods_and_tasks() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(await LoadAsync(ml));
        var model = await Task.Run(() => ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet));
        var accuracy = ScoreAsync(ml, model, §).Result;

        static async Task<IDataView> LoadAsync(MLContext ml)
        {
            await Task.Delay(1);
            return ml.Data.LoadFromTextFile<Reading>("readings.csv");
        }

        static async Task<double> ScoreAsync(MLContext ml, ITransformer model, IDataView rows)
        {
            var metrics = await Task.FromResult(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|}).ConfigureAwait(false);
            return metrics.Accuracy;
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Delegates_in_variables_dictionaries_and_arrays() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        Func<IDataView, ITransformer> train = rows => ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(rows);
        var steps = new Dictionary<string, Func<IDataView, ITransformer>> { ["tree"] = train };
        Action<ITransformer, IDataView>[] scores = { (model, rows) => ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|} };
        scores[0](steps["tree"](split.TrainSet), §);
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Lambdas_handed_to_code_that_is_not_ours() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        ITransformer model = null;
        System.Threading.Interlocked.MemoryBarrier();
        Watch.Time("training", () => model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};

        static class Watch
        {
            public static void Time(string what, Action action)
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                action();
                Console.WriteLine($"{what}: {watch.Elapsed}");
            }
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Generic_methods() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = Load<Reading>(ml);
        var model = Train(ml, ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()), split.TrainSet);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};

        static DataOperationsCatalog.TrainTestData Load<TRow>(MLContext ml) => ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<TRow>("readings.csv"));

        static TTransformer Train<TTransformer>(MLContext ml, IEstimator<TTransformer> estimator, IDataView rows)
            where TTransformer : class, ITransformer => estimator.Fit(rows);
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task A_helper_is_judged_by_its_calls_not_alone() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        Console.WriteLine($"train {Score(split.TrainSet)}, test {Score(split.TestSet)}");

        double Score(IDataView rows) => ml.BinaryClassification.Evaluate(model.Transform(rows)).Accuracy;
        """);

    [Fact]
    public Task A_generator_called_twice_gives_other_rows() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromEnumerable(Draw(1000, seed: 1));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(train);
        var test = ml.Data.LoadFromEnumerable(Draw(500, seed: 2));
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));

        static IEnumerable<Reading> Draw(int count, int seed)
        {
            var random = new Random(seed);
            for (var i = 0; i < count; i++)
            {
                yield return new Reading { Age = random.Next(100), Label = random.Next(2) == 0 };
            }
        }
        """);

    [Fact]
    public Task Recursion_on_the_way_to_its_end_is_followed() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = Shrink(ml.Data.LoadFromTextFile<Reading>("readings.csv"), 5);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(Shrink(§, 2)))|};

        IDataView Shrink(IDataView rows, int times) => times == 0 ? rows : Shrink(ml.Data.SkipRows(rows, 100), times - 1);
        """, "data", "ml.Data.LoadFromTextFile<Reading>(\"others.csv\")");

    [Fact]
    public Task Recursion_that_is_not_known_to_end_ends_in_silence() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = Shrink(ml.Data.LoadFromTextFile<Reading>("readings.csv"), args.Length);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(Shrink(data, args.Length)));

        IDataView Shrink(IDataView rows, int times) => times == 0 ? rows : Shrink(ml.Data.SkipRows(rows, 100), times - 1);
        """);

    [Fact]
    public Task Recursion_that_branches_does_not_spend_the_budget_of_what_calls_it() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        Console.WriteLine(Paths(30) + Rows(data, 12).GetRowCount());
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(data))|};

        int Paths(int n) => n < 2 ? 1 : Paths(n - 1) + Paths(n - 2);
        IDataView Rows(IDataView rows, int n) => n < 2 ? rows : ml.Data.TakeRows(Rows(ml.Data.SkipRows(rows, 1), n - 1), Rows(rows, n - 2).Schema.Count);
        """);

    [Fact]
    public Task A_lambda_that_recursion_hands_on_reads_the_variables_of_the_run_that_made_it() => AnalyzerVerifier.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(Get(split.TestSet, () => null, 1)));

        IDataView Get(IDataView rows, Func<IDataView> before, int n) => n == 0 ? before() : Get(split.TrainSet, () => rows, n - 1);
        """);

    [Theory]
    [InlineData("(IDataView Rows, ITransformer Model)", "return (null, null);", "return default;", "return (rows, model);")]
    [InlineData("(IDataView Rows, ITransformer Model)?", "return null;", "return default;", "return (rows, model);")]
    public Task A_method_that_returns_nothing_where_it_cannot_go_on(string type, string missing, string empty, string found) => Twins.VerifyAsync($$"""
        static class Program
        {
            private static {{type}} Train(MLContext context, string path)
            {
                if (path == "none")
                {
                    {{missing}}
                }

                if (path.Length == 0)
                {
                    {{empty}}
                }

                var split = context.Data.TrainTestSplit(context.Data.LoadFromTextFile<Reading>(path));
                var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                var rows = split.§;
                {{found}}
            }

            static void Main(string[] args)
            {
                var context = new MLContext(seed: 1);
                if (Train(context, args[0]) is var (rows, model) && rows != null)
                {
                    Console.WriteLine(context.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|}.Accuracy);
                }
            }
        }
        """, "TrainSet", "TestSet");

    [Fact]
    public Task An_event_that_is_given_the_same_handler_in_each_round() => Twins.VerifyAsync("""
        static class Program
        {
            private static event Func<ITransformer, IDataView, IDataView> Scored;

            static void Main(string[] args)
            {
                var context = new MLContext(seed: 1);
                var split = context.Data.TrainTestSplit(context.Data.LoadFromTextFile<Reading>(args[0]));
                for (var round = 0; round < 2; round++)
                {
                    var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                    Scored += (scorer, rows) => scorer.Transform(rows);
                    Console.WriteLine(context.BinaryClassification.{|LEAK201:Evaluate(Scored(model, split.§))|}.Accuracy);
                }
            }
        }
        """, "TrainSet", "TestSet");

    [Fact]
    public Task Folds_that_a_method_returns_where_there_are_some() => Twins.VerifyAsync("""
        static class Program
        {
            private static IReadOnlyList<DataOperationsCatalog.TrainTestData> Folds(MLContext context, string path)
            {
                if (path.Length > 0)
                {
                    return context.Data.CrossValidationSplit(context.Data.LoadFromTextFile<Reading>(path), 3);
                }

                return null;
            }

            static void Main(string[] args)
            {
                var context = new MLContext(seed: 1);
                foreach (var fold in Folds(context, args[0]))
                {
                    var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(fold.TrainSet);
                    Console.WriteLine(context.BinaryClassification.{|LEAK201:Evaluate(model.Transform(fold.§))|}.Accuracy);
                }
            }
        }
        """, "TrainSet", "TestSet");
}
