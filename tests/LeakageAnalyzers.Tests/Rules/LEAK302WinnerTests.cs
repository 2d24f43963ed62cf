using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Model chosen by its test score: the winner is scored once more, and candidates are scored in the call that ranks them.</summary>
public sealed class LEAK302WinnerTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var inner = ml.Data.TrainTestSplit(split.TrainSet);
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """;

    private const string Loop = Start + """
        ITransformer best = null;
        var bestScore = 0.0;
        foreach (var leaves in new[] { 4, 16, 64 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves)).Fit(inner.TrainSet);
            var score = ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§.TestSet))|}.Accuracy;
            if (score > bestScore)
            {
                (best, bestScore) = (model, score);
            }
        }

        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        """;

    private const string Champion = """
        class Tuner(MLContext ml)
        {
            private ITransformer _best;
            private double _bestScore;

            public void Run()
            {
                var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
                var inner = ml.Data.TrainTestSplit(split.TrainSet);
                for (var trees = 10; trees < 30; trees += 10)
                {
                    Try(trees, inner.TrainSet, §.TestSet);
                }

                Console.WriteLine(ml.BinaryClassification.Evaluate(_best.Transform(split.TestSet)).Accuracy);
            }

            private void Try(int trees, IDataView train, IDataView held)
            {
                var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(train);
                var score = ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(held))|}.Accuracy;
                if (score > _bestScore)
                {
                    (_best, _bestScore) = (model, score);
                }
            }
        }
        """;

    private const string MaxBy = Start + """
        var models = new[] { 5, 20, 50 }.Select(trees => features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet));
        var best = models.MaxBy(model => ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§.TestSet))|}.Accuracy);
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);
        """;

    private const string OrderBy = Start + """
        var models = new List<ITransformer>();
        foreach (var line in "10 20".Split(' '))
        {
            models.Add(features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: int.Parse(line))).Fit(inner.TrainSet));
        }

        var best = models.OrderByDescending(Score).First();
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);

        double Score(ITransformer model) => ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§.TestSet))|}.Accuracy;
        """;

    private const string Setting = Start + """
        var trees = Enumerable.Range(10, 3).MaxBy(Score);
        var best = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(best.Transform(split.TestSet)).Accuracy);

        double Score(int trees)
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet);
            return ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§.TestSet))|}.Accuracy;
        }
        """;

    private const string Queue = Start + """
        var models = new PriorityQueue<ITransformer, double>();
        foreach (var trees in new[] { 10, 50 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet);
            models.Enqueue(model, -ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§.TestSet))|}.Accuracy);
        }

        Console.WriteLine(ml.BinaryClassification.Evaluate(models.Dequeue().Transform(split.TestSet)).Accuracy);
        """;

    private const string Sorted = Start + """
        var models = new SortedDictionary<double, ITransformer>();
        foreach (var trees in new[] { 10, 50 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet);
            models[ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(§.TestSet))|}.Accuracy] = model;
        }

        Console.WriteLine(ml.BinaryClassification.Evaluate(models.Last().Value.Transform(split.TestSet)).Accuracy);
        """;

    /// <summary>Programs that choose by the test score, and by the validation score where <c>§</c> says so.</summary>
    public static TheoryData<string> Programs { get; } = new([Loop, Champion, MaxBy, OrderBy, Setting, Queue, Sorted]);

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Reports_a_winner_by_test_score_and_not_by_validation_score(string program) =>
        Twins.VerifyAsync(program.StartsWith("class", StringComparison.Ordinal) ? "new Tuner(new MLContext(seed: 1)).Run();\n\n" + program : program, "split", "inner");

    [Fact]
    public Task Reports_the_best_score_of_settings_and_not_their_average() => Twins.VerifyAsync(
        Start + """
        Console.WriteLine(new[] { 10, 20, 30 }.§(trees => Score(trees)));

        double Score(int trees)
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(split.TrainSet);
            return ml.BinaryClassification.{|LEAK302:Evaluate(model.Transform(split.TestSet))|}.Accuracy;
        }
        """,
        "Max",
        "Average");

    [Fact]
    public Task Is_silent_where_scores_are_kept_under_names_in_their_order() => AnalyzerVerifier.VerifyAsync(Start + """
        var scores = new SortedDictionary<string, double>();
        foreach (var trees in new[] { 10, 50 })
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(inner.TrainSet);
            scores["trees " + trees] = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
        }

        Console.WriteLine(scores.First().Value);
        """);

    [Fact]
    public Task Is_silent_where_the_best_of_several_seeds_has_rows_of_its_own() => AnalyzerVerifier.VerifyAsync(Start + """
        Console.WriteLine(Enumerable.Range(1, 3).Max(seed => Score(seed)));
        Console.WriteLine(new[] { 1, 2, 3 }.Min(Score));

        double Score(int seed)
        {
            var parts = ml.Data.TrainTestSplit(split.TrainSet, seed: seed);
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(parts.TrainSet);
            return ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet)).Accuracy;
        }
        """);
}
