using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter;

/// <summary>Collections of row objects that become views.</summary>
public sealed class CollectionsTests
{
    private const string Rows = """
        using System.Text.Json;
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var rows = JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText("readings.json"));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

        """;

    private const string TrainAndTest = """

        var model = pipeline.Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)))|};
        """;

    [Theory]
    [InlineData("rows.Take(700)", "rows.Skip(500)", "rows.Skip(700)")]
    [InlineData("rows.Take(rows.Count / 2)", "rows", "rows.Skip(rows.Count / 2)")]
    [InlineData("rows.SkipLast(200)", "rows.ToArray()", "rows.TakeLast(200)")]
    [InlineData("rows.OrderBy(row => row.Age).Take(700)", "rows.OrderBy(row => row.Age).Skip(600)", "rows.OrderBy(row => row.Age).Skip(700)")]
    [InlineData("rows.GetRange(0, 700)", "rows.GetRange(650, 100)", "rows.GetRange(700, 100)")]
    [InlineData("rows.ToArray()[..700]", "rows.ToArray()[600..]", "rows.ToArray()[700..]")]
    [InlineData("rows.ToArray()[..^100]", "rows.ToArray()", "rows.ToArray()[^100..]")]
    [InlineData("rows.Skip(100).Take(300)", "rows.Take(200)", "rows.Take(100)")]
    [InlineData("rows.Where(row => row.Age > 50)", "rows", "rows.Where(row => row.Age <= 50)")]
    [InlineData("rows.Take(300).Concat(rows.Skip(600))", "rows.Skip(500).Take(200)", "rows.Skip(300).Take(300)")]
    [InlineData("rows.Chunk(100).First()", "rows", "rows.Chunk(100).Last()")]
    [InlineData("rows.Select(row => new Reading { Age = row.Age, Label = row.Label }).Take(500)", "rows.Take(100)", "rows.Skip(500)")]
    [InlineData("(from row in rows orderby row.Pressure select row).Take(500)", "from row in rows orderby row.Pressure select row", "(from row in rows orderby row.Pressure select row).Skip(500)")]
    public Task Parts_of_one_list(string train, string leaking, string honest) =>
        Twins.VerifyAsync($"{Rows}var train = {train};\nvar test = §;{TrainAndTest}", leaking, honest);

    [Fact]
    public Task One_shuffled_list_cut_once_or_two_shuffles_cut_apart() => Twins.VerifyAsync(Rows + """
        var shuffled = rows.OrderBy(_ => random.Next()).ToList();
        var again = rows.OrderBy(_ => random.Next()).ToList();
        var train = shuffled.Take(700);
        var test = §.Skip(700);
        """ + TrainAndTest, "again", "shuffled");

    [Fact]
    public Task Shuffled_positions_pick_the_rows() => Twins.VerifyAsync(Rows + """
        var order = Enumerable.Range(0, rows.Count).OrderBy(_ => random.Next()).ToArray();
        var train = order.Take(700).Select(i => rows[i]);
        var test = §;
        """ + TrainAndTest, "rows.ToList()", "order.Skip(700).Select(i => rows[i])");

    [Fact]
    public Task A_sort_by_another_key_may_put_the_same_rows_first() => AnalyzerVerifier.VerifyAsync((Rows + """
        var train = rows.OrderBy(row => row.Age).Take(700);
        var test = rows.OrderByDescending(row => row.Age).Take(100);
        """ + TrainAndTest).Replace("{|LEAK201:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("rows.RemoveRange(0, 100);")]
    [InlineData("rows.RemoveAll(row => test.Contains(row));")]
    [InlineData("rows.Clear(); rows.AddRange(JsonSerializer.Deserialize<List<Reading>>(\"[]\"));")]
    [InlineData("rows[random.Next(rows.Count)] = new Reading();")]
    public Task A_list_that_is_changed_in_place_is_no_longer_the_list_it_was(string change) => Twins.VerifyAsync($$"""
        {{Rows}}var test = rows.Take(100).ToList();
        §
        var train = rows;{{TrainAndTest}}
        """, "_ = rows.Count;", change);

    [Fact]
    public Task Lists_of_trainers_and_of_models() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var trainers = new List<(string Name, IEstimator<ITransformer> Trainer)>();
        trainers.Add(("tree", ml.BinaryClassification.Trainers.FastTree()));
        trainers.Add(("forest", ml.BinaryClassification.Trainers.LightGbm()));
        foreach (var (name, trainer) in trainers)
        {
            var model = features.Append(trainer).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
            Console.WriteLine($"{name}: {metrics.Accuracy}");
        }
        """, "split.TrainSet", "ml.Data.LoadFromTextFile<Reading>(\"other.csv\")");

    [Fact]
    public Task Models_in_a_dictionary() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var models = new Dictionary<string, ITransformer>
        {
            ["tree"] = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet),
        };
        foreach (var entry in models)
        {
            Console.WriteLine(entry.Key);
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(entry.Value.Transform(§))|};
        }
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task The_models_of_the_folds_picked_by_query() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var results = ml.BinaryClassification.CrossValidate(split.TrainSet, pipeline);
        var models = results.OrderByDescending(fold => fold.Fold).Select(fold => fold.Model).ToArray();
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(models[0].Transform(§))|};
        """, "split.TrainSet", "split.TestSet");

    [Fact]
    public Task Row_objects_of_a_view_and_back() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var objects = ml.Data.CreateEnumerable<Reading>(data, reuseRowObject: false).ToList();
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());
        var model = pipeline.Fit(ml.Data.LoadFromEnumerable(objects.Take(500)));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
        """, "ml.Data.Cache(data)", "ml.Data.LoadFromEnumerable(objects.Skip(500))");

    [Theory]
    [InlineData("parts.First(part => part.Name == §).Rows", "\"train\"", "\"test\"")]
    [InlineData("parts.LastOrDefault(part => part.Name != §).Rows", "\"test\"", "\"train\"")]
    [InlineData("parts.ToDictionary(part => part.Name, part => part.Rows)[§]", "\"train\"", "\"test\"")]
    [InlineData("parts.ToDictionary(part => part.Name)[§].Rows", "\"train\"", "\"test\"")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(split.TrainSet, split.TestSet)[§]", "0", "1")]
    [InlineData("System.Collections.Immutable.ImmutableList.Create(new[] { split.TrainSet, split.TestSet })[§]", "0", "1")]
    [InlineData("Task.Run(() => split).ContinueWith(task => task.Result.§).Result", "TrainSet", "TestSet")]
    [InlineData("Next(new Queue<IDataView>(new[] { §, split.TrainSet }))", "split.TrainSet", "split.TestSet")]
    [InlineData("Last(new Queue<IDataView>(new[] { split.TrainSet, § }))", "split.TrainSet", "split.TestSet")]
    public Task Items_that_calls_of_the_library_pick(string picked, string leaking, string honest) => Twins.VerifyAsync($$"""
        record Part(string Name, IDataView Rows);

        static class Program
        {
            static void Main()
            {
                var context = new MLContext(seed: 1);
                var split = context.Data.TrainTestSplit(context.Data.LoadFromTextFile<Reading>("readings.csv"));
                var parts = new List<Part> { new("train", split.TrainSet), new("test", split.TestSet) };
                var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
                Console.WriteLine(context.BinaryClassification.{|LEAK201:Evaluate(model.Transform({{picked}}))|}.Accuracy);
            }

            private static IDataView Next(Queue<IDataView> waiting) => waiting.TryDequeue(out var next) ? next : throw new InvalidOperationException();

            private static IDataView Last(Queue<IDataView> waiting)
            {
                IDataView last = null;
                while (waiting.TryDequeue(out var next))
                {
                    last = next;
                }

                return last;
            }
        }
        """, leaking, honest);
}
