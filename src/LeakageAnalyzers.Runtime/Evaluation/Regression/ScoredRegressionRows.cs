using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Test rows with the true and the predicted value.</summary>
internal sealed class ScoredRegressionRows : ScoredRows
{
    public ScoredRegressionRows(double[] labels, double[] scores, RowGroups? groups)
        : base(labels.Length, groups)
    {
        Check.Finite(labels, "labelColumnName");
        Check.Finite(scores, "scoreColumnName");
        (Labels, Scores) = (labels, scores);
        Errors = [.. scores.Zip(labels, (score, label) => score - label)];
    }

    public double[] Labels { get; }

    public double[] Scores { get; }

    /// <summary>Prediction less truth.</summary>
    public double[] Errors { get; }

    public static ScoredRegressionRows Read(IDataView data, string label, string score, string? groupColumnName)
    {
        var reader = new PredictionReader(Check.NotNull(data));
        var labels = reader.Numbers(label, "labelColumnName");
        var scores = reader.Numbers(score, "scoreColumnName");
        var groups = reader.Groups(groupColumnName);
        reader.Read();
        return new ScoredRegressionRows([.. labels], [.. scores], groups());
    }

    /// <summary>Some of the rows.</summary>
    public ScoredRegressionRows Select(int[] rows) =>
        new(Array.ConvertAll(rows, row => Labels[row]), Array.ConvertAll(rows, row => Scores[row]), Groups?.Select(rows));

    protected override bool HasSameTruth(int row, ScoredRows other) => Labels[row] == ((ScoredRegressionRows)other).Labels[row];
}
