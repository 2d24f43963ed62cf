using System.Text.RegularExpressions;
using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>Of two branches that exclude each other one runs: what stands in them is not put together to a leak.</summary>
public sealed partial class ExclusiveBranchesTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var isSmall = args.Length > 1;

        """;

    private const string Models = """
        double Tree() => ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet).Transform(split.TestSet)).Accuracy;

        double Boost() => ml.BinaryClassification.{|LEAK303:Evaluate(features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet).Transform(split.TestSet))|}.Accuracy;
        """;

    [Theory]
    [InlineData("if (isSmall) { Console.WriteLine(Tree()); } Console.WriteLine(Boost());", "if (isSmall) { Console.WriteLine(Tree()); } else { Console.WriteLine(Boost()); }")]
    [InlineData("if (isSmall) { Console.WriteLine(Tree()); Console.WriteLine(Boost()); }", "if (isSmall) { Console.WriteLine(Tree()); return; } Console.WriteLine(Boost());")]
    [InlineData("if (isSmall) { Console.WriteLine(Tree()); } if (args.Length > 2) { Console.WriteLine(Boost()); }", "if (isSmall && args[0] == \"tree\") { Console.WriteLine(Tree()); } else { Console.WriteLine(Boost()); }")]
    [InlineData(
        "switch (args[0]) { case \"tree\": Console.WriteLine(Tree()); break; } switch (args[1]) { case \"boost\": Console.WriteLine(Boost()); break; }",
        "switch (args[0]) { case \"tree\": Console.WriteLine(Tree()); break; case \"boost\": Console.WriteLine(Boost()); break; default: throw new ArgumentException(\"args\"); }")]
    [InlineData("Console.WriteLine(Tree() + Boost());", "Console.WriteLine(isSmall ? Tree() : Boost());")]
    [InlineData("Score(true); Score(false); void Score(bool isTree) { if (isTree) { Console.WriteLine(Tree()); } else { Console.WriteLine(Boost()); } }", "Score(); void Score() { if (isSmall) { Console.WriteLine(Tree()); } else { Console.WriteLine(Boost()); } }")]
    [InlineData(
        "try { Console.WriteLine(Tree()); } catch (InvalidOperationException) { Console.WriteLine(Boost()); }",
        "if (args.Length == 3) { try { Console.WriteLine(Tree()); } finally { Console.WriteLine(); } return; } Console.WriteLine(Boost());")]
    public async Task LEAK303_counts_the_models_of_one_run(string leaking, string honest)
    {
        await AnalyzerVerifier.VerifyOnlyAsync("LEAK303", $"{Start}{leaking}\n\n{Models}");
        await AnalyzerVerifier.VerifyOnlyAsync("LEAK303", Mark().Replace($"{Start}{honest}\n\n{Models}", "$1"));
    }

    [Fact]
    public Task LEAK303_counts_the_models_of_branches_that_a_loop_comes_to_in_turn() => AnalyzerVerifier.VerifyOnlyAsync("LEAK303", Start + """
        for (var i = 0; i < 2; i++)
        {
            if (i == 0)
            {
                Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet).Transform(split.TestSet))|}.Accuracy);
            }
            else
            {
                Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet).Transform(split.TestSet))|}.Accuracy);
            }
        }
        """);

    [Fact]
    public Task LEAK303_takes_the_test_rows_of_one_branch_for_no_validation_rows_of_the_other() => AnalyzerVerifier.VerifyOnlyAsync("LEAK303", Start + """
        if (isSmall)
        {
            Console.WriteLine(ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet).Transform(split.TestSet)).Accuracy);
            Console.WriteLine(ml.BinaryClassification.{|LEAK303:Evaluate(features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet).Transform(split.TestSet))|}.Accuracy);
        }
        else
        {
            var other = ml.Data.LoadFromTextFile<Reading>("other.csv");
            Console.WriteLine(ml.BinaryClassification.Evaluate(features.Append(ml.BinaryClassification.Trainers.Gam()).Fit(split.TrainSet).Transform(other)).Accuracy);
        }
        """);

    [Fact]
    public Task LEAK302_compares_what_one_run_measures() => Twins.VerifyAsync(
        Start + """
        var tree = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var boost = features.Append(ml.BinaryClassification.Trainers.LightGbm()).Fit(split.TrainSet);
        double first, second;
        §
        ml.Model.Save(first > second ? tree : boost, split.TrainSet.Schema, "model.zip");
        """,
        "first = ml.BinaryClassification.{|LEAK302:Evaluate(tree.Transform(split.TestSet))|}.Accuracy; second = ml.BinaryClassification.{|LEAK302:Evaluate(boost.Transform(split.TestSet))|}.Accuracy;",
        """
        if (isSmall)
        {
            first = ml.BinaryClassification.Evaluate(tree.Transform(split.TestSet)).Accuracy;
            second = 0.8;
        }
        else
        {
            first = 0.8;
            second = ml.BinaryClassification.Evaluate(boost.Transform(split.TestSet)).Accuracy;
        }
        """);

    [Fact]
    public Task LEAK301_asks_whether_one_run_searches_and_tests() => Twins.VerifyAsync(
        "using Microsoft.ML.AutoML;\n" + Start + """
        if (isSmall)
        {
            var found = ml.Auto().CreateBinaryClassificationExperiment(60).Execute(split.TrainSet, {|LEAK301:split.TestSet|}).BestRun.Model;
            ml.Model.Save(found, split.TrainSet.Schema, "model.zip");
        }
        § (args[0] == "tree")
        {
            var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy);
        }
        """,
        "if",
        "else if");

    [GeneratedRegex(@"\{\|LEAK\d+:(.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
