using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LeakageAnalyzers.Runtime.Tests.Evaluation;

/// <summary>An error names the argument as its caller does.</summary>
public sealed class ArgumentNameTests
{
    private static readonly MLContext Ml = new(seed: 1);

    private static readonly IDataView Rows = Ml.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new Scored { Label = i % 2 == 0, Number = i, Score = i % 5, Probability = 0.4f, Group = $"{i / 5}" }).ToList());

    [Theory]
    [InlineData("nowhere")]
    [InlineData(null)]
    public void A_missing_or_absent_column_is_the_caller_s_argument(string? name)
    {
        var (binary, regression, multiclass, ranking) = (Ml.BinaryClassification, Ml.Regression, Ml.MulticlassClassification, Ml.Ranking);
        Named("labelColumnName", () => binary.EvaluateWithIntervals(Rows, labelColumnName: name!));
        Named("scoreColumnName", () => binary.EvaluateWithIntervals(Rows, scoreColumnName: name!));
        Named("probabilityColumnName", () => binary.EvaluateWithIntervals(Rows, probabilityColumnName: name!));
        Named("predictedLabelColumnName", () => binary.EvaluateWithIntervals(Rows, predictedLabelColumnName: name!));
        Named("subgroupColumnName", () => binary.EvaluateSubgroups(Rows, name!));
        Named("labelColumnName", () => regression.EvaluateWithIntervals(Rows, name!));
        Named("scoreColumnName", () => multiclass.EvaluateWithIntervals(Rows, "Number", name!));
        Named("rowGroupColumnName", () => ranking.EvaluateWithIntervals(Rows, "Number", name!));
        Named("groupColumnName", () => Ml.Data.GroupKFold(Rows, name!));
        Named("groupColumnName", () => Ml.Data.StratifiedGroupKFold(Rows, "Label", name!));
        Named("labelColumnName", () => Ml.Data.StratifiedGroupKFold(Rows, name!, "Group"));
        Named("timeColumnName", () => Ml.Data.TemporalTrainTestSplit(Rows, name!));
        Named("featureColumnName", () => Baselines.Evaluate(binary, Nothing, Rows, Rows, featureColumnName: name!));
        if (name is not null)
        {
            Named("groupColumnName", () => binary.EvaluateWithIntervals(Rows, groupColumnName: name));
        }
    }

    [Fact]
    public void A_column_that_holds_something_else_is_the_caller_s_argument_too()
    {
        Named("labelColumnName", () => Ml.BinaryClassification.EvaluateWithIntervals(Rows, labelColumnName: "Group"));
        Named("probabilityColumnName", () => Ml.BinaryClassification.EvaluateWithIntervals(Rows, probabilityColumnName: "Score"));
        Named("scoreColumnName", () => Ml.BinaryClassification.EvaluateWithIntervals(Rows, scoreColumnName: "Missing"));
        Named("scoreColumnName", () => Ml.Regression.EvaluateWithIntervals(Rows, "Number", "Missing"));
        Named("labelColumnName", () => Ml.BinaryClassification.EvaluateWithIntervals(Ml.Data.TakeRows(Rows, 1)));
    }

    [Fact]
    public void Rows_that_are_no_rows_are_the_caller_s_argument()
    {
        Named("first", () => Ml.BinaryClassification.CompareModels(null!, Rows, 0));
        Named("second", () => Ml.BinaryClassification.CompareModels(Rows, null!, 0));
        Named("second", () => Ml.Regression.CompareModels(Rows, null!, 0, labelColumnName: "Number"));
    }

    [Fact]
    public void A_model_without_probabilities_is_shown_where_to_go()
    {
        var error = Assert.Throws<ArgumentException>(() => Ml.BinaryClassification.EvaluateWithIntervals(Ml.Data.LoadFromEnumerable([new Bare()])));

        Assert.Contains("There is no column 'Probability'", error.Message, StringComparison.Ordinal);
        Assert.Contains("EvaluateNonCalibratedWithIntervals", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("EvaluateNonCalibrated", Assert.Throws<ArgumentException>(
            () => Ml.BinaryClassification.EvaluateWithIntervals(Rows, scoreColumnName: "nowhere")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_no_test_has_are_refused()
    {
        Named("Connection", () => new SqlSplit(null!, "SELECT 1", "SELECT 1"));
        Named("ChiSquared", () => new HosmerLemeshowTest(-1, 8));
        Named("ChiSquared", () => new HosmerLemeshowTest(double.NaN, 8));
        Named("DegreesOfFreedom", () => new HosmerLemeshowTest(5, 0));
        Named("PValue", () => new PermutationTestResult(1.5, 0.5, 10, true));
        Named("PValueGreater", () => new PermutationTestResult(0.5, double.NaN, 10, true));
        Named("Permutations", () => new PermutationTestResult(0.5, 0.5, 0, true));
        Named("options.NearDuplicateBits", () => SplitAudit.Run(Rows, Rows, new AuditOptions { NearDuplicateBits = 129 }));
        Named("options.SuspiciousAuc", () => SplitAudit.Run(Rows, Rows, new AuditOptions { SuspiciousAuc = 0.5 }));
        Assert.Equal(double.PositiveInfinity, new HosmerLemeshowTest(double.PositiveInfinity, 1).ChiSquared);
        Assert.Equal(1, new PermutationTestResult(1, 0, 1, true).PValue);
    }

    private static ITransformer Nothing { get; } = Ml.Transforms.CopyColumns("Score", "Score").Fit(Rows);

    private static void Named(string argument, Func<object> call) => Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Number { get; set; }

        public float Score { get; set; }

        public float Missing { get; set; } = float.NaN;

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }

        [VectorType(2)]
        public float[] Features { get; set; } = [1, 2];

        public string Group { get; set; } = "";
    }

    private sealed class Bare
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
