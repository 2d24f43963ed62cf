using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Rules;

/// <summary>What a trivial model scores, counted by hand and told beside the score.</summary>
public sealed class BaselineByHandTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData(" (always negative: {1 - split.TestSet.GetColumn<bool>(\"Label\").Count(label => label) / 100.0})", true)]
    [InlineData(" (most frequent: {rows.GroupBy(row => row.Label).Max(same => same.Count()) / 100.0})", true)]
    [InlineData(" (most frequent: {counts.Values.Max() / 100.0:P1})", true)]
    public Task Reports_a_score_that_stands_alone_and_not_beside_what_is_counted(string beside, bool isBeside) => AnalyzerVerifier.VerifyOnlyAsync("LEAK504", $$"""
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Reading>("readings.csv"));
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");
        var rows = ml.Data.CreateEnumerable<Reading>(split.TrainSet, false).ToList();
        var counts = rows.GroupBy(row => row.Label).ToDictionary(same => same.Key, same => same.Count());
        var model = features.Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.{{(isBeside ? "Evaluate(model.Transform(split.TestSet))" : "{|LEAK504:Evaluate(model.Transform(split.TestSet))|}")}};
        Console.WriteLine($"{metrics.Accuracy:P1}{{beside}}");
        """);
}
