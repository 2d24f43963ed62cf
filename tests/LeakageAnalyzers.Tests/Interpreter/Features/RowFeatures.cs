using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter.Features;

/// <summary>Point 3: which rows a view holds that was made of a collection, a data frame or another view.</summary>
public sealed class RowFeatures
{
    private static readonly FeatureTable Table = new(
        OfList("Take and Skip", "rows.Take(700)", "rows.Skip(§)", "600", "700"),
        OfList("Take and Skip of a share", "rows.Take((int)(rows.Count * 0.8))", "rows.§", "ToList()", "Skip((int)(rows.Count * 0.8))"),
        OfList("a count in a variable", "rows.Take(count)", "rows.§", "Take(count)", "Skip(count)", "var count = rows.Count * 8 / 10;"),
        OfList("TakeLast and SkipLast", "rows.SkipLast(100)", "rows.§", "ToList()", "TakeLast(100)"),
        OfList("a range of an array", "all[..700]", "all[§..]", "650", "700", "var all = rows.ToArray();"),
        OfList("a range from the end", "all[..^100]", "all[§..]", "0", "^100", "var all = rows.ToArray();"),
        OfList("Take of a range", "rows.Take(..700)", "rows.Take(§..)", "650", "700"),
        OfList("GetRange", "rows.GetRange(0, 700)", "rows.GetRange(§, 100)", "650", "700"),
        OfList("an array segment", "new ArraySegment<Reading>(all, 0, 700)", "new ArraySegment<Reading>(all, §, 100)", "650", "700", "var all = rows.ToArray();"),
        OfList("a slice of an array segment", "new ArraySegment<Reading>(all)[..700]", "new ArraySegment<Reading>(all).Slice(§)", "650", "700", "var all = rows.ToArray();"),
        OfList("a span", "all.AsSpan(0, 700).ToArray()", "all.AsSpan(§).ToArray()", "650", "700", "var all = rows.ToArray();"),
        OfList("a slice of a span", "((ReadOnlySpan<Reading>)all)[..700].ToArray()", "((Span<Reading>)all).Slice(§, 100).ToArray()", "650", "700", "var all = rows.ToArray();"),
        OfList("a range of a span", "all.AsSpan(..700).ToArray()", "all.AsSpan(§..).ToArray()", "650", "700", "var all = rows.ToArray();"),
        OfList("memory", "memory.Slice(0, 700).ToArray()", "memory[§..].Span.ToArray()", "650", "700", "Memory<Reading> memory = rows.ToArray();"),
        OfList("the span of a list", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows)[..700].ToArray()", "rows.Skip(§)", "650", "700"),
        OfList("Where", "rows.Where(row => row.Age > 50)", "rows.§", "ToList()", "Where(row => row.Age <= 50)"),
        OfList("a filter and its contrary in one variable", "rows.Where(isYoung)", "rows.§", "Where(isYoung)", "Where(row => !isYoung(row))", "Func<Reading, bool> isYoung = row => row.Age < 50;"),
        OfList("Except", "rows.Take(700).ToList()", "rows.§", "AsEnumerable()", "Except(train)"),
        OfList("OrderBy", "rows.OrderBy(row => row.Age).Take(700)", "rows.OrderBy(row => row.Age).Skip(§)", "650", "700"),
        OfList("one shuffle", "shuffled.Take(700)", "shuffled.Skip(§)", "650", "700", "var shuffled = rows.OrderBy(_ => random.Next()).ToList();"),
        OfList("a shuffle by Guid", "shuffled.Take(700)", "shuffled.§", "Take(100)", "Skip(700)", "var shuffled = rows.OrderBy(_ => Guid.NewGuid()).ToArray();"),
        OfList("two shuffles", "rows.OrderBy(_ => random.Next()).ToList().Take(700)", "§.Skip(700)", "rows.OrderBy(_ => random.Next()).ToList()", "others"),
        OfList("shuffled positions", "order.Take(700).Select(i => rows[i])", "order.§.Select(i => rows[i])", "Take(100)", "Skip(700)", "var order = Enumerable.Range(0, rows.Count).OrderBy(_ => random.Next()).ToArray();"),
        OfList("positions and a Where", "rows.Where((row, i) => i % 5 != 0)", "rows.§", "ToList()", "Where((row, i) => i % 5 == 0)"),
        OfList("Chunk", "folds[0]", "folds[§]", "0", "1", "var folds = rows.Chunk(100).ToArray();"),
        OfList("folds of Chunk, all but one", "folds.Where((_, i) => i != 0).SelectMany(fold => fold)", "§", "rows", "folds[0]", "var folds = rows.Chunk(100).ToList();"),
        OfList("GroupBy", "byWard.First()", "§", "rows", "others", "var byWard = rows.GroupBy(row => row.Ward);"),
        OfList("Select of each row", "rows.Select(row => new Reading { Age = row.Age / 10, Label = row.Label }).Take(700)", "rows.Skip(§)", "600", "700"),
        OfList("a query", "from row in rows where row.Age > 0 orderby row.Age select row", "§", "rows", "others"),
        OfList("Concat", "rows.Take(300).Concat(rows.Skip(600))", "rows.Skip(§).Take(100)", "200", "400"),
        OfList("Append", "rows.Take(700).Append(new Reading())", "rows.Skip(§)", "600", "700"),
        OfList("Union", "rows.Take(300).Union(others)", "§", "others", "rows.Skip(300)"),
        OfList("Zip", "rows.Zip(others, (row, other) => row).Take(700)", "rows.Skip(§)", "600", "700"),
        OfList("DistinctBy", "rows.DistinctBy(row => row.Ward)", "§", "rows", "others"),
        OfList("TakeWhile", "rows.TakeWhile(row => row.Age < 60)", "rows.§", "ToList()", "SkipWhile(row => row.Age < 60)"),
        OfList("Reverse", "Enumerable.Reverse(rows).Take(700)", "§", "rows", "Enumerable.Reverse(rows).Skip(700)"),
        OfList("a list made of a list", "new List<Reading>(rows).GetRange(0, 700)", "§", "rows", "rows.Skip(700)"),
        OfList("a list copied by a spread", "[.. rows.Take(700)]", "[.. rows.Skip(§)]", "600", "700", type: "List<Reading>"),
        OfList("AddRange", "train0", "§", "rows.Take(50)", "rows.Skip(100)", "var train0 = new List<Reading>(); train0.AddRange(rows.Take(100));"),
        OfList("a read-only list", "rows.AsReadOnly()", "§", "rows", "others"),
        OfList("immutable lists", "System.Collections.Immutable.ImmutableArray.ToImmutableArray(rows.Take(700))", "rows.Skip(§)", "600", "700"),
        OfList("a helper that cuts", "Cut(rows, 0.8).Train", "Cut(rows, 0.8).§", "Train", "Test", declarations: "static (List<Reading> Train, List<Reading> Test) Cut(List<Reading> rows, double share) { var n = (int)(rows.Count * share); return (rows.Take(n).ToList(), rows.Skip(n).ToList()); }"),
        OfViews("TakeRows and SkipRows", "ml.Data.TakeRows(data, 700)", "ml.Data.SkipRows(data, §)", "600", "700"),
        OfViews("ShuffleRows once", "ml.Data.TakeRows(shuffled, 700)", "ml.Data.SkipRows(shuffled, §)", "600", "700", "var shuffled = ml.Data.ShuffleRows(data, seed: 3);"),
        OfViews("ShuffleRows twice", "ml.Data.TakeRows(ml.Data.ShuffleRows(data, seed: 3), 700)", "ml.Data.SkipRows(ml.Data.ShuffleRows(data, seed: §), 700)", "4", "3"),
        OfViews("FilterRowsByColumn", "ml.Data.FilterRowsByColumn(data, \"Age\", upperBound: 60)", "§", "data", "ml.Data.FilterRowsByColumn(data, \"Age\", lowerBound: 60)"),
        OfViews("FilterRowsByMissingValues", "ml.Data.FilterRowsByMissingValues(split.TrainSet, \"Age\")", "split.§", "TrainSet", "TestSet", "var split = ml.Data.TrainTestSplit(data);"),
        OfViews("FilterByCustomPredicate", "ml.Data.FilterByCustomPredicate(data, (Reading row) => row.Age > 60)", "§", "data", "ml.Data.FilterByCustomPredicate(data, (Reading row) => row.Age <= 60)"),
        OfViews("FilterRowsByKeyColumnFraction", "ml.Data.FilterRowsByKeyColumnFraction(data, \"Ward\", upperBound: 0.8)", "§", "data", "ml.Data.FilterRowsByKeyColumnFraction(data, \"Ward\", lowerBound: 0.8)"),
        OfViews("FilterByStatefulCustomPredicate", "ml.Data.FilterByStatefulCustomPredicate(data, (Reading row, Seen seen) => seen.Rows++ >= 700, _ => { })", "§", "data", "ml.Data.FilterByStatefulCustomPredicate(data, (Reading row, Seen seen) => seen.Rows++ < 700, _ => { })", "", "class Seen { public int Rows { get; set; } }"),
        OfViews("a stateful custom mapping", "map.Transform(split.TrainSet)", "map.Transform(split.§)", "TrainSet", "TestSet", "var split = ml.Data.TrainTestSplit(data); var map = ml.Transforms.StatefulCustomMapping<Reading, Out, Out>((row, o, before) => { o.Double = before.Double; before.Double = row.Age; }, _ => { }, null).Fit(data);", "class Out { public float Double { get; set; } }"),
        OfViews("Cache", "ml.Data.Cache(split.TrainSet)", "ml.Data.Cache(split.§)", "TrainSet", "TestSet", "var split = ml.Data.TrainTestSplit(data);"),
        OfViews("CreateEnumerable and back", "ml.Data.LoadFromEnumerable(objects.Take(700))", "§", "data", "ml.Data.LoadFromEnumerable(objects.Skip(700))", "var objects = ml.Data.CreateEnumerable<Reading>(data, reuseRowObject: false).ToList();"),
        OfViews("CreateEnumerable of a side of a split", "ml.Data.LoadFromEnumerable(objects)", "split.§", "TrainSet", "TestSet", "var split = ml.Data.TrainTestSplit(data); var objects = ml.Data.CreateEnumerable<Reading>(split.TrainSet, false);"),
        OfViews("a custom mapping", "map.Transform(split.TrainSet)", "map.Transform(split.§)", "TrainSet", "TestSet", "var split = ml.Data.TrainTestSplit(data); var map = ml.Transforms.CustomMapping<Reading, Out>((row, o) => o.Double = row.Age * 2, null).Fit(data);", "class Out { public float Double { get; set; } }"),
        OfViews("folds by index", "folds[0].TrainSet", "folds[§", "0].TrainSet", "0].TestSet", "var folds = ml.Data.CrossValidationSplit(data, numberOfFolds: 5);"),
        OfViews("folds in a loop", "fold.TrainSet", "fold.§", "TrainSet", "TestSet", "foreach (var fold in ml.Data.CrossValidationSplit(data)) {", end: "}"),
        OfViews("the same split made twice", "ml.Data.TrainTestSplit(data, seed: 5).TrainSet", "ml.Data.TrainTestSplit(data, seed: §).TestSet", "6", "5"),
        OfViews("a split of a split", "inner.TrainSet", "§", "outer.TrainSet", "outer.TestSet", "var outer = ml.Data.TrainTestSplit(data); var inner = ml.Data.TrainTestSplit(outer.TrainSet);"),
        OfViews("a loader", "loader.Load(\"readings.csv\")", "loader.Load(§)", "\"readings.csv\"", "\"others.csv\"", "var loader = ml.Data.CreateTextLoader<Reading>();"),
        OfViews("a loader of several files", "loader.Load(\"a.csv\", \"b.csv\")", "loader.Load(§)", "\"a.csv\", \"b.csv\"", "\"c.csv\", \"d.csv\"", "var loader = ml.Data.CreateTextLoader<Reading>();"),
        OfViews("a file source", "loader.Load(new MultiFileSource(\"readings.csv\"))", "loader.Load(new MultiFileSource(§))", "\"readings.csv\"", "\"others.csv\"", "var loader = ml.Data.CreateTextLoader<Reading>();"),
        OfViews("a path that is put together", "ml.Data.LoadFromTextFile<Reading>(Path.Combine(folder, \"readings.csv\"))", "ml.Data.LoadFromTextFile<Reading>(Path.Combine(folder, §))", "\"readings.csv\"", "\"others.csv\"", "var folder = Environment.CurrentDirectory;"),
        OfViews("a part that was saved and loaded", "ml.Data.LoadFromBinary(\"part.idv\")", "split.§", "TrainSet", "TestSet", "var split = ml.Data.TrainTestSplit(data); using (var stream = File.Create(\"part.idv\")) { ml.Data.SaveAsBinary(split.TrainSet, stream); }"),
        OfViews("a data frame that is filtered", "frame.Filter(frame[\"Age\"].ElementwiseGreaterThan(60))", "§", "frame", "frame.Filter(frame[\"Age\"].ElementwiseLessThanOrEqual(60))", "var frame = Microsoft.Data.Analysis.DataFrame.LoadCsv(\"readings.csv\");"),
        OfViews("the head and the tail of a data frame", "frame.Head(700)", "§", "frame", "others", "var frame = Microsoft.Data.Analysis.DataFrame.LoadCsv(\"readings.csv\");"),
        OfViews("rows of a view as a data frame", "split.TrainSet.ToDataFrame()", "split.§", "TrainSet", "TestSet", "var split = ml.Data.TrainTestSplit(data);"),
        new Feature("a model saved and loaded by the same path", """
            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
            ml.Model.Save(ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet), split.TrainSet.Schema, "model.zip");
            var model = ml.Model.Load("model.zip", out _);
            var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|};
            """, "split.TrainSet", "split.TestSet"),
        new Feature("a model saved and loaded by other methods", """
            var store = new Store(new MLContext(seed: 1));
            store.Train();
            store.Score();

            class Store(MLContext ml)
            {
                private const string ModelPath = "model.zip";
                private DataOperationsCatalog.TrainTestData _split;

                public void Train()
                {
                    _split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                    var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(_split.TrainSet);
                    using var stream = new FileStream(ModelPath, FileMode.Create);
                    ml.Model.Save(model, _split.TrainSet.Schema, stream);
                }

                public void Score()
                {
                    using var stream = new FileStream(ModelPath, FileMode.Open);
                    var model = ml.Model.Load(stream, out var schema);
                    Console.WriteLine(ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(§))|}.Accuracy);
                }
            }
            """, "_split.TrainSet", "_split.TestSet"));

    /// <summary>What the last iteration of a loop made is told apart from what comes after, and each iteration starts without the objects of the one before.</summary>
    private static readonly FeatureTable Loops = new(
        OfList("rows that a loop copies", "copied", "§", "rows", "others", "var copied = new List<Reading>(); foreach (var row in rows) { copied.Add(row); }"),
        OfList("rows that a loop picks", "picked", "§", "rows", "others", "var picked = new List<Reading>(); foreach (var row in rows) { if (row.Age > 18) { picked.Add(row); } }"),
        OfList("rows that a loop picks from an array", "picked", "§", "all", "others", "var all = rows.ToArray(); var picked = new List<Reading>(); for (var i = 0; i < all.Length; i++) { if (i % 5 != 0) { picked.Add(all[i]); } }"),
        OfList("rows that a loop copies by their positions", "copied", "§", "rows", "others", "var copied = new List<Reading>(); for (var i = 0; i < rows.Count; i++) { copied.Add(rows[i]); }"),
        OfList("rows that a loop leaves out", "picked", "§", "rows", "others", "var picked = new List<Reading>(); foreach (var row in rows) { if (row.Age < 18) { continue; } picked.Add(row); }"),
        OfList("rows that a loop picks from those trained on", "train0", "§", "some", "others", "var train0 = rows.Take(700).ToList(); var some = new List<Reading>(); foreach (var row in train0) { if (row.Age > 18) { some.Add(row); } }"),
        OfList("rows that a helper picks", "Adults(rows)", "§", "rows", "others", declarations: "static List<Reading> Adults(List<Reading> all) { var kept = new List<Reading>(); foreach (var row in all) { if (row.Age > 18) { kept.Add(row); } } return kept; }"),
        OfList("rows that a loop reads", "read.Take(700)", "read.Skip(§)", "650", "700", "List<Reading> read = null; for (var i = 0; i < 1; i++) { read = JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText(\"readings.json\")); }"),
        OfList("rows that the last iteration reads", "read.Take(700)", "read.Skip(§)", "650", "700", "List<Reading> read = null; foreach (var file in Directory.GetFiles(\".\")) { read = JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText(file)); }"),
        new Feature("folds with trainers that depend on the machine and results in a dictionary", """
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
            foreach (var fold in ml.Data.CrossValidationSplit(data, 3))
            {
                IEstimator<ITransformer> trainer = Environment.ProcessorCount switch { 0 => ml.BinaryClassification.Trainers.SdcaLogisticRegression(), _ => ml.BinaryClassification.Trainers.FastTree() };
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer).Fit(fold.TrainSet);
                var scored = new Dictionary<string, IDataView> { ["only"] = model.Transform(§) };
                var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(scored["only"])|};
            }
            """, "data", "fold.TestSet"));

    private static readonly FeatureTable NotFollowed = new(
        OfList("rows that a loop deals out", "first", "§", "second", "others", "var first = new List<Reading>(); var second = new List<Reading>(); foreach (var row in rows) { if (random.NextDouble() < 0.8) { first.Add(row); } else { second.Add(row); } }"),
        OfList("rows that a loop picks beside others", "first", "§", "rest", "others", "var first = rows.Take(700).ToList(); var rest = new List<Reading>(); foreach (var row in rows) { if (!first.Contains(row)) { rest.Add(row); } }"),
        OfList("rows that one helper picks by two conditions", "Pick(row => row.Age < 50)", "Pick(§)", "row => row.Age >= 50", "row => row.Age > 60", declarations: "List<Reading> Pick(Func<Reading, bool> keeps) { var kept = new List<Reading>(); foreach (var row in rows) { if (keeps(row)) { kept.Add(row); } } return kept; }"));

    public static TheoryData<string> Names => Table.Names;

    public static TheoryData<string> NamesOfLoops => Loops.Names;

    public static TheoryData<string> NamesNotFollowed => NotFollowed.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Is_followed(string feature) => Table.VerifyAsync(feature);

    [Theory]
    [MemberData(nameof(NamesOfLoops))]
    public Task Of_a_loop_are_followed(string feature) => Loops.VerifyAsync(feature);

    [Theory]
    [MemberData(nameof(NamesNotFollowed))]
    public Task Is_not_followed_and_not_guessed_at(string feature) => NotFollowed.VerifySilentAsync(feature);

    private static Feature OfList(string name, string train, string test, string leaking, string honest, string statements = "", string declarations = "", string type = "var") => new(name, $$"""
        using System.Text.Json;
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        List<Reading> rows = JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText("readings.json"));
        List<Reading> others = JsonSerializer.Deserialize<List<Reading>>(File.ReadAllText("others.json"));
        {{statements}}
        {{type}} train = {{train}};
        {{type}} test = {{test}};
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable(train));
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test)))|};
        {{declarations}}
        """, leaking, honest);

    private static Feature OfViews(string name, string train, string test, string leaking, string honest, string statements = "", string declarations = "", string end = "") => new(name, $$"""
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        IDataView others = ml.Data.LoadFromTextFile<Reading>("others.csv");
        {{statements}}
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit({{train}});
        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform({{test}}))|};
        {{end}}
        {{declarations}}
        """, leaking, honest);
}
