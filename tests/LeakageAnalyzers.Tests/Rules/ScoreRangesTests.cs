using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Scores of one procedure over seeds, folds or drawn rows, told as a range: how far they move is no choice, and no number that stands alone.</summary>
public sealed class ScoreRangesTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var pipeline = features.Append(ml.BinaryClassification.Trainers.FastTree());

        """;

    private const string Seeds = Start + """
        double Test(int seed)
        {
            var parts = ml.Data.TrainTestSplit(data, seed: seed);
            return ml.BinaryClassification.Evaluate(pipeline.Fit(parts.TrainSet).Transform(parts.TestSet)).AreaUnderRocCurve;
        }

        var areas = Enumerable.Range(0, 50).Select(Test)
        """;

    [Theory]
    [InlineData(".ToArray(); Console.WriteLine($\"{areas.Average()} from {areas.Min()} to {areas.Max()}\");")]
    [InlineData(".OrderBy(area => area).ToArray(); Console.WriteLine($\"{areas.Average()} [{areas[1]}; {areas[48]}]\");")]
    [InlineData(".OrderBy(area => area).ToArray(); Console.WriteLine($\"worst {areas[0]}, best {areas[^1]}\");")]
    [InlineData(".ToArray(); Array.Sort(areas); Console.WriteLine($\"{areas.Average()} [{areas[1]}; {areas[48]}]\");")]
    [InlineData(".ToList(); areas.Sort(); Console.WriteLine($\"{areas.Average()} [{areas[1]}; {areas[48]}]\");")]
    [InlineData(".ToList(); Console.WriteLine($\"[{At(areas, .025)}; {At(areas, .975)}]\"); static double At(List<double> all, double share) { var sorted = all.OrderBy(one => one).ToArray(); return sorted[(int)(share * (sorted.Length - 1))]; }")]
    [InlineData(".OrderBy(area => area).Skip(1).SkipLast(1).ToArray(); var mean = areas.Average(); Console.WriteLine($\"{mean} ± {Math.Sqrt(areas.Average(area => (area - mean) * (area - mean)))}\");")]
    public async Task Is_silent_where_scores_of_splits_are_told_as_a_range(string told)
    {
        await AnalyzerVerifier.VerifyAsync(Seeds + told);
        await AnalyzerVerifier.VerifyOnlyAsync("LEAK502", Seeds + told);
    }

    [Theory]
    [InlineData(".ToArray(); Console.WriteLine(areas.Average());")]
    [InlineData(".OrderBy(area => area).ToArray(); Console.WriteLine(areas[25]);")]
    public Task Reports_the_middle_alone_as_a_number_without_interval(string told) => AnalyzerVerifier.VerifyOnlyAsync("LEAK502", Seeds.Replace("Evaluate(pipeline.Fit(parts.TrainSet).Transform(parts.TestSet))", "{|LEAK502:Evaluate(pipeline.Fit(parts.TrainSet).Transform(parts.TestSet))|}", StringComparison.Ordinal) + told);

    [Theory]
    [InlineData("""
        var areas = Enumerable.Range(0, 50).Select(seed =>
        {
            var parts = ml.Data.TrainTestSplit(data, seed: seed);
            return ml.BinaryClassification.Evaluate(pipeline.Fit(parts.TrainSet).Transform(parts.TestSet)).AreaUnderRocCurve;
        }).ToArray();
        Console.WriteLine(areas.Max());
        """)]
    [InlineData("""
        var hardest = Enumerable.Range(0, 50).Select(seed =>
        {
            var parts = ml.Data.TrainTestSplit(data, seed: seed);
            return (seed, Area: ml.BinaryClassification.Evaluate(pipeline.Fit(parts.TrainSet).Transform(parts.TestSet)).AreaUnderRocCurve);
        }).OrderBy(one => one.Area).First();
        Console.WriteLine(hardest.seed);
        """)]
    public Task Is_silent_where_each_seed_has_test_rows_of_its_own(string program) => AnalyzerVerifier.VerifyAsync(Start + program);

    [Fact]
    public Task Reports_the_best_of_training_seeds_and_not_their_range() => Twins.VerifyAsync(
        Start + """
        var areas = Enumerable.Range(0, 10).Select(seed =>
        {
            var context = new MLContext(seed);
            var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            return context.BinaryClassification.{|LEAK302:Evaluate(model.Transform(split.TestSet))|}.AreaUnderRocCurve;
        }).ToArray();
        Console.WriteLine(§);
        """,
        "areas.Max()",
        "$\"{areas.Average()} from {areas.Min()} to {areas.Max()}\"");

    [Fact]
    public Task LEAK503_says_nothing_of_the_range_over_training_seeds() => AnalyzerVerifier.VerifyOnlyAsync("LEAK503", Start + """
        var areas = Enumerable.Range(0, 10).Select(seed =>
        {
            var context = new MLContext(seed);
            var model = context.Transforms.Concatenate("Features", "Age", "Pressure").Append(context.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            return context.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve;
        }).OrderBy(area => area).ToArray();
        Console.WriteLine($"median {areas[5]} ({areas[0]} to {areas[^1]})");
        """);

    [Theory]
    [InlineData("var drawn = new double[200]; for (var i = 0; i < 200; i++) { drawn[i] = ml.BinaryClassification.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet, seed: i))).Accuracy; } Array.Sort(drawn);")]
    [InlineData("var drawn = Enumerable.Range(0, 200).Select(i => ml.BinaryClassification.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet, seed: i))).Accuracy).OrderBy(one => one).ToArray();")]
    public Task Is_silent_where_test_rows_are_drawn_again_and_again_for_an_interval(string draws) => AnalyzerVerifier.VerifyOnlyAsync("LEAK502", Start + "var model = pipeline.Fit(split.TrainSet);\n" + draws + """

        Console.WriteLine($"{ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy} [{drawn[5]}; {drawn[194]}]");
        """);

    [Theory]
    [InlineData("var areas = new double[5];", "for (var i = 0; i < 5; i++)", "areas[i] = area;")]
    [InlineData("var areas = new double[20];", "for (var i = 0; i < 20; i++)", "areas[i] = area;")]
    [InlineData("var areas = new System.Collections.Concurrent.ConcurrentBag<double>();", "System.Threading.Tasks.Parallel.For(0, 5, i =>", "areas.Add(area);")]
    public Task Is_silent_where_the_deviation_of_an_array_or_a_bag_is_told(string made, string loop, string kept) => AnalyzerVerifier.VerifyOnlyAsync("LEAK502", Start + $$"""
        {{made}}
        {{loop}}
        {
            var parts = ml.Data.TrainTestSplit(data, seed: i);
            var area = ml.BinaryClassification.Evaluate(pipeline.Fit(parts.TrainSet).Transform(parts.TestSet)).AreaUnderRocCurve;
            {{kept}}
        }{{(loop.EndsWith("=>", StringComparison.Ordinal) ? ");" : "")}}

        var mean = areas.Average();
        Console.WriteLine($"{mean} ± {Math.Sqrt(areas.Select(area => Math.Pow(area - mean, 2)).Average())}");
        """);
}
