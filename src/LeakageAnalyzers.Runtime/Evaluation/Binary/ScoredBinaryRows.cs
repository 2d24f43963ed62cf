using LeakageAnalyzers.Runtime.Statistics;
using Microsoft.ML;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Evaluation;

/// <summary>Test rows with the truth, the score, the decision and, for calibrated models, the probability of every row.</summary>
internal sealed class ScoredBinaryRows : ScoredRows
{
    // Single precision rounds probabilities nearer to 1 than this to 1, whose logit is infinite.
    private const double LogitClip = 1e-7;

    private const string WithoutProbability = " A model that gives no probabilities is evaluated by EvaluateNonCalibratedWithIntervals.";

    private readonly Lazy<double[]> logits;
    private readonly Lazy<RankedScores> ranked;

    public ScoredBinaryRows(bool[] labels, double[] scores, bool[] predictions, double[]? probabilities, RowGroups? groups)
        : base(labels.Length, groups)
    {
        (Labels, Scores, Predictions, Probabilities) = (labels, scores, predictions, probabilities);
        ranked = new Lazy<RankedScores>(() => new RankedScores(Labels, Scores));
        logits = new Lazy<double[]>(() => CalibrationModel.Logits(Probabilities, LogitClip));
    }

    public bool[] Labels { get; }

    public double[] Scores { get; }

    public bool[] Predictions { get; }

    public double[]? Probabilities { get; }

    /// <summary>The rows in the order of their scores; of one class alone there is none.</summary>
    public RankedScores Ranked => ranked.Value;

    /// <summary>The log odds of the probabilities, those of certainty moved inwards.</summary>
    public double[] Logits => logits.Value;

    /// <summary>That the rows are all of one class, so that no class is told from another; null if they are not.</summary>
    public string? WhyOneClass => Check.CountPositives(Labels) is var positives && (positives == 0 || positives == Count)
        ? Invariant($"All {Count} rows are {(positives > 0 ? "positive" : "negative")}.")
        : null;

    public int CertainRows => Probabilities?.Count(probability => probability is < LogitClip or > 1 - LogitClip) ?? 0;

    /// <summary>Reads scored rows; those of one fold of several may be of one class.</summary>
    public static ScoredBinaryRows Read(IDataView data, BinaryColumns columns, string? groupColumnName, bool isOneOfSeveralFolds = false)
    {
        var reader = new PredictionReader(Check.NotNull(data));
        var labels = reader.Truths(columns.Label, "labelColumnName");
        var scores = reader.Numbers(columns.Score, "scoreColumnName");
        var predictions = reader.Truths(columns.PredictedLabel, "predictedLabelColumnName");
        var probabilities = columns.Probability is { } probability ? reader.Numbers(probability, "probabilityColumnName", WithoutProbability) : null;
        var groups = reader.Groups(groupColumnName);
        reader.Read();
        var rows = new ScoredBinaryRows([.. labels], [.. scores], [.. predictions], probabilities?.ToArray(), groups());
        return isOneOfSeveralFolds ? rows : rows.OfBothClasses();
    }

    /// <summary>Some of the rows; several of one class still have an accuracy.</summary>
    public ScoredBinaryRows Select(int[] rows)
    {
        var some = new ScoredBinaryRows(
            Array.ConvertAll(rows, row => Labels[row]),
            Array.ConvertAll(rows, row => Scores[row]),
            Array.ConvertAll(rows, row => Predictions[row]),
            Probabilities is { } probabilities ? Array.ConvertAll(rows, row => probabilities[row]) : null,
            Groups?.Select(rows));
        return some.WhyOneClass is not null && (some.DrawnGroups?.Count ?? some.Count) > 1 ? some : some.OfBothClasses();
    }

    /// <summary>The rows of several folds, one after the other.</summary>
    public static ScoredBinaryRows Pool(IReadOnlyList<ScoredBinaryRows> folds) => new ScoredBinaryRows(
        [.. folds.SelectMany(fold => fold.Labels)],
        [.. folds.SelectMany(fold => fold.Scores)],
        [.. folds.SelectMany(fold => fold.Predictions)],
        folds.All(fold => fold.Probabilities is not null) ? [.. folds.SelectMany(fold => fold.Probabilities!)] : null,
        RowGroups.Pool([.. folds.Select(fold => fold.Groups)])).OfBothClasses();

    private ScoredBinaryRows OfBothClasses()
    {
        Check.Scores(Scores, "scoreColumnName");
        Check.BothClasses(Labels, "labelColumnName");
        Check.Probabilities(Probabilities, "probabilityColumnName");
        return this;
    }

    protected override bool HasSameTruth(int row, ScoredRows other) => Labels[row] == ((ScoredBinaryRows)other).Labels[row];
}
