using static LeakageAnalyzers.Tests.Verification.Twins;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Models that are trained and measured in the lambda of a query: for each pair of two lists of settings, for each setting of a range, for each that the caller names.</summary>
public sealed class GridsTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var (leaves, rates) = (new[] { 10, 20 }, new[] { 0.1, 0.2 });

        """;

    private const string Helpers = """

        ITransformer Train(IDataView rows, int leaves, double rate) => features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves, learningRate: rate)).Fit(rows);
        """;

    private const string Chosen = """

        Console.WriteLine(ml.BinaryClassification.Evaluate(Train(split.TrainSet, best.l, best.r).Transform(split.TestSet)).F1Score);

        double Score(ITransformer model) => ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§.TestSet))|}.F1Score;
        """ + Helpers;

    private const string Printed = Start + """
        §
        Console.WriteLine(string.Join(", ", scores));

        double Score(ITransformer model, IDataView rows) => ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(rows))|}.F1Score;
        """ + Helpers;

    private const string Nested = """
        var scores = from fold in ml.Data.CrossValidationSplit(data) let best = Chosen(fold.TrainSet) select Score(Train(fold.TrainSet, best, 0.1), fold.§);

        int Chosen(IDataView rows) =>
            (from l in leaves from part in ml.Data.CrossValidationSplit(rows) select (l, s: ml.BinaryClassification.Evaluate(Train(part.TrainSet, l, 0.1).Transform(part.TestSet)).F1Score)).MaxBy(x => x.s).l;
        """;

    [Theory]
    [InlineData("(from l in leaves from r in rates select (l, r, s: Score(Train(inner.TrainSet, l, r)))).MaxBy(x => x.s);")]
    [InlineData("(from l in leaves from r in rates let m = Train(inner.TrainSet, l, r) let s = Score(m) orderby s descending select (l, r, s)).First();")]
    [InlineData("(from l in leaves from r in rates where l * r < 3 select new { l, r, s = Score(Train(inner.TrainSet, l, r)) }).MaxBy(x => x.s);")]
    [InlineData("leaves.SelectMany(l => rates, (l, r) => { var m = Train(inner.TrainSet, l, r); return (l, r, s: Score(m)); }).OrderByDescending(x => x.s).First();")]
    [InlineData("(from l in Enumerable.Range(2, 30) from r in rates select (l, r, s: Score(Train(inner.TrainSet, l, r)))).MaxBy(x => x.s);")]
    [InlineData("(from l in Enumerable.Range(2, 30) let m = Train(inner.TrainSet, l, 0.1) select (l, r: 0.1, s: Score(m))).MaxBy(x => x.s);")]
    [InlineData("Enumerable.Range(2, 30).SelectMany(l => Enumerable.Range(1, 9).Select(r => (l, r: r / 10.0, s: Score(Train(inner.TrainSet, l, r / 10.0))))).MaxBy(x => x.s);")]
    [InlineData("(from l in args.Select(int.Parse) from r in rates let m = Train(inner.TrainSet, l, r) select (l, r, s: Score(m))).MaxBy(x => x.s);")]
    [InlineData("Enumerable.Range(2, 30).Zip(rates, (l, r) => (l, r, s: Score(Train(inner.TrainSet, l, r)))).MaxBy(x => x.s);")]
    [InlineData("Enumerable.Range(2, 30).Aggregate((l: 0, r: 0.1, s: 0.0), (b, l) => { var s = Score(Train(inner.TrainSet, l, 0.1)); return s > b.s ? (l, 0.1, s) : b; });")]
    [InlineData("leaves.Aggregate((l: 0, s: 0.0), (b, l) => { var s = Score(Train(inner.TrainSet, l, 0.1)); return s > b.s ? (l, s) : b; }, b => (b.l, r: 0.1));")]
    public Task LEAK302_reports_the_best_of_a_grid_by_its_test_score_and_not_by_its_validation_score(string query) =>
        VerifyAsync(Start + "var best = " + query + Chosen, "split", "inner");

    [Theory]
    [InlineData("from l in leaves from r in rates select Score(Train(split.TrainSet, l, r), split.TrainSet)", "from seed in leaves let cut = ml.Data.TrainTestSplit(data, seed: seed) let m = Train(cut.TrainSet, 10, 0.1) select Score(m, cut.TestSet)")]
    [InlineData("from l in Enumerable.Range(2, 30) let m = Train(split.TrainSet, l, 0.1) select Score(m, split.TrainSet)", "from seed in Enumerable.Range(2, 30) let cut = ml.Data.TrainTestSplit(data, seed: seed) let m = Train(cut.TrainSet, 10, 0.1) select Score(m, cut.TestSet)")]
    [InlineData("from fold in ml.Data.CrossValidationSplit(data) from r in rates select Score(Train(fold.TrainSet, 10, r), fold.TrainSet)", "from fold in ml.Data.CrossValidationSplit(data) from r in rates select Score(Train(fold.TrainSet, 10, r), fold.TestSet)")]
    [InlineData("args.Select(int.Parse).Select(l => Score(Train(split.TrainSet, l, 0.1), split.TrainSet))", "args.Select(int.Parse).Select(seed => ml.Data.TrainTestSplit(data, seed: seed)).Select(cut => Score(Train(cut.TrainSet, 10, 0.1), cut.TestSet))")]
    public Task LEAK201_reports_a_grid_that_is_measured_on_its_train_rows_and_not_one_on_rows_that_each_cuts_off(string leaking, string honest) =>
        VerifyAsync(Printed, $"var scores = {leaking};", $"var scores = {honest};");

    // What is made of numbers may be rows.
    [Theory]
    [InlineData("from i in Enumerable.Range(0, 300) from k in Enumerable.Range(0, 3) select new Reading { Age = i, Pressure = k }")]
    [InlineData("from line in File.ReadLines(\"ages.csv\") let age = float.Parse(line) where age > 3 select new Reading { Age = age }")]
    [InlineData("from age in File.ReadLines(\"ages.csv\").Select(float.Parse) let older = new { age = age + 1 } select new Reading { Age = older.age }")]
    public Task LEAK201_tells_rows_that_are_made_of_numbers_from_settings(string rows) => VerifyAsync(
        Printed,
        $"var rows = ({rows}).ToList(); var scores = new[] {{ Score(Train(ml.Data.LoadFromEnumerable(rows.Take(200)), 10, 0.1), ml.Data.LoadFromEnumerable(rows.Skip(100))) }};",
        $"var rows = ({rows}).ToList(); var scores = new[] {{ Score(Train(ml.Data.LoadFromEnumerable(rows.Take(200)), 10, 0.1), ml.Data.LoadFromEnumerable(rows.Skip(200))) }};");

    [Fact]
    public Task LEAK201_follows_the_outer_folds_whose_settings_the_inner_folds_choose() =>
        VerifyAsync(Printed, Nested.Replace("§", "TrainSet", StringComparison.Ordinal), Nested.Replace("§", "TestSet", StringComparison.Ordinal));
}
