using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Test rows with the true class and the score of every class.</summary>
internal sealed class ScoredMulticlassRows : ScoredRows
{
    // Single precision rounds probabilities nearer to 1 than this to 1, whose logit is infinite.
    private const double LogitClip = 1e-7;
    private const double RoundingOfSums = 1e-3;

    private readonly Lazy<IReadOnlyList<RankedScores>> oneAgainstRest;

    public ScoredMulticlassRows(int[] classes, float[][] scores, IReadOnlyList<string> classNames, int? topK, RowGroups? groups)
        : base(classes.Length, groups)
    {
        (Classes, Scores, ClassNames, TopK) = (classes, scores, classNames, topK);
        for (var row = 0; row < scores.Length; row++)
        {
            if (Array.FindIndex(scores[row], score => float.IsNaN(score) || float.IsInfinity(score)) is >= 0 and var at)
            {
                throw new ArgumentException(Invariant($"The score of row {row} for class {at} is {scores[row][at]}; every score must be finite."), nameof(scores));
            }
        }

        // The first of equal scores, as ML.NET decides.
        Predictions = [.. scores.Select(row => Array.IndexOf(row, row.Max()))];
        Right = [.. classes.Zip(Predictions, (truth, prediction) => truth == prediction)];
        AreProbabilities = scores.All(row => row.All(score => score is >= 0 and <= 1) && Math.Abs(row.Sum() - 1) < RoundingOfSums);
        Confidence = AreProbabilities ? [.. scores.Select(row => Math.Min(1, (double)row.Max()))] : [];
        Logits = AreProbabilities ? CalibrationModel.Logits(Confidence, LogitClip) : [];
        oneAgainstRest = new(() => [.. Enumerable.Range(0, ClassCount).Where(Occurs).Select(Rank)]);
    }

    public int[] Classes { get; }

    public float[][] Scores { get; }

    public IReadOnlyList<string> ClassNames { get; }

    public int? TopK { get; }

    public int[] Predictions { get; }

    public bool[] Right { get; }

    /// <summary>Whether every row's scores are a distribution over the classes.</summary>
    public bool AreProbabilities { get; }

    /// <summary>The probability of the predicted class.</summary>
    public double[] Confidence { get; }

    /// <summary>The log odds of <see cref="Confidence"/>, certainty moved inwards.</summary>
    public double[] Logits { get; }

    public int ClassCount => ClassNames.Count;

    public int UnknownClassRows => Classes.Count(truth => truth >= ClassCount);

    /// <summary>The rows ranked by the score of each class that occurs, and is not the only one.</summary>
    public IReadOnlyList<RankedScores> OneAgainstRest => oneAgainstRest.Value;

    public bool Occurs(int label) => Classes.Any(truth => truth == label) && Classes.Any(truth => truth != label);

    public static ScoredMulticlassRows Read(IDataView data, string label, string score, int topK, string? groupColumnName)
    {
        var reader = new PredictionReader(Check.NotNull(data));
        var classes = reader.Classes(label, "labelColumnName");
        var scores = reader.Vectors(score, "scoreColumnName");
        var groups = reader.Groups(groupColumnName);
        reader.Read();
        var classCount = scores[0].Length;
        if (classCount < 2 || topK > classCount)
        {
            throw new ArgumentException(Invariant($"The column '{score}' has scores of {classCount} class(es); at least {Math.Max(2, topK)} are needed."), nameof(score));
        }

        return new ScoredMulticlassRows([.. classes], [.. scores], reader.SlotNames(score, classCount), topK > 0 ? topK : null, groups());
    }

    /// <summary>Some of the rows.</summary>
    public ScoredMulticlassRows Select(int[] rows) =>
        new(Array.ConvertAll(rows, row => Classes[row]), Array.ConvertAll(rows, row => Scores[row]), ClassNames, TopK, Groups?.Select(rows));

    protected override bool HasSameTruth(int row, ScoredRows other) => Classes[row] == ((ScoredMulticlassRows)other).Classes[row];

    private RankedScores Rank(int label) =>
        new([.. Classes.Select(truth => truth == label)], [.. Scores.Select(row => (double)row[label])]);
}
