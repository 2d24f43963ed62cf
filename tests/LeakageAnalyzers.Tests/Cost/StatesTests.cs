using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Cost;

/// <summary>What is kept apart, and what is not.</summary>
public sealed class StatesTests
{
    /// <summary>A limit: eight states are kept apart at one place. Of nine parts, the last is joined with another, and which rows those are is unknown.</summary>
    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 0)]
    public async Task Choices_are_kept_apart_up_to_a_limit(int parts, int expected)
    {
        var others = string.Concat(Enumerable.Range(0, parts - 1).Select(i => $"{i} => ml.Data.LoadFromTextFile<Reading>(\"part{i}.csv\"), "));
        var findings = await Analysis.OfAsync($$"""
            public static class Study
            {
                public static void Run()
                {
                    var ml = new MLContext(seed: 1);
                    var rows = ml.Data.LoadFromTextFile<Reading>("readings.csv");
                    var normalized = ml.Transforms.NormalizeMinMax("Age").Fit(rows).Transform(rows);
                    var chosen = Environment.ProcessorCount switch { {{others}}_ => normalized };
                    Console.WriteLine(ml.Data.TrainTestSplit(chosen).TestSet);
                }
            }
            """);

        Assert.Equal(expected, findings.Count(finding => finding.Id == "LEAK102"));
    }

    /// <summary>Of more states, those that are most alike are joined: two choices a fold make four, a field that hands them on to the next fold makes more, and the rows of this fold stay what they are.</summary>
    [Theory]
    [InlineData("var scored", "")]
    [InlineData("_scored", "private static IDataView _scored;")]
    public async Task What_is_left_of_earlier_choices_is_joined_first(string target, string field)
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

        Assert.Single(findings, finding => finding.Id == "LEAK201");
    }
}
