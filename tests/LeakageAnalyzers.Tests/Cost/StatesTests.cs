using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Cost;

/// <summary>What is kept apart, and what is not.</summary>
public sealed class StatesTests
{
    /// <summary>A limit: eight states are kept apart at one place, and what more of them disagree on is unknown. Two choices a fold make four; a field that hands them on to the next fold makes more.</summary>
    [Theory]
    [InlineData("var scored", "", 1)]
    [InlineData("_scored", "private static IDataView _scored;", 0)]
    public async Task Choices_are_kept_apart_up_to_a_limit(string target, string field, int expected)
    {
        var findings = await Analysis.OfAsync($$"""
            public static class Study
            {
                {{field}}
                public static void Run()
                {
                    var ml = new MLContext(seed: 1);
                    var rows = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                    foreach (var fold in ml.Data.CrossValidationSplit(rows, 3))
                    {
                        IEstimator<ITransformer> trainer = Environment.ProcessorCount switch { 0 => ml.BinaryClassification.Trainers.SdcaLogisticRegression(), _ => ml.BinaryClassification.Trainers.FastTree() };
                        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(trainer).Fit(fold.TrainSet);
                        IDataView tested = null;
                        if (Environment.ProcessorCount > 0)
                        {
                            tested = ml.Data.TakeRows(fold.TrainSet, 60);
                        }

                        {{target}} = model.Transform(tested);
                        Console.WriteLine(ml.BinaryClassification.Evaluate({{(target == "_scored" ? target : "scored")}}));
                    }
                }
            }
            """);

        Assert.Equal(expected, findings.Count(finding => finding.Id == "LEAK201"));
    }
}
