using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>A metric and its interval.</summary>
/// <param name="Name">Its name in the library.</param>
/// <param name="Title">Its name in plain words.</param>
/// <param name="Direction">Which way it improves.</param>
/// <param name="Value">Null where it has none; infinite where the loss is.</param>
/// <param name="Lower">The lower end of the interval, if there is one.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="Level">Its confidence level.</param>
/// <param name="Note">What a reader has to know about it.</param>
internal sealed record MetricValue(
    string Name, string Title, MetricDirection Direction, double? Value, double? Lower, double? Upper, double? Level, string? Note)
{
    public static MetricValue Of(MetricEstimate metric) => new(
        metric.Name, MetricTitles.Of(metric.Name), metric.Direction, metric.Value, metric.Interval?.Lower, metric.Interval?.Upper, metric.Interval?.Level, metric.Note);
}

/// <summary>What the model scored.</summary>
internal sealed record Performance(
    int Rows, int? Groups, string? GroupColumn, string IntervalMethod, int Resamples, int Seed, double Level, IReadOnlyList<MetricValue> Metrics);

/// <summary>The headline metric over seeds and splits, and the parts of its standard deviation; null where a part cannot be told.</summary>
internal sealed record Repetitions(
    int Seeds, int Splits, double Mean, double RunDeviation, double? SeedDeviation, double? SplitDeviation, double? RestDeviation, double Lowest, double Highest)
{
    /// <summary>How many there were: <c>5 seeds and 10 splits</c>.</summary>
    public string Describe() => $"{ReportNumbers.Count(Seeds, "seed")} and {ReportNumbers.Count(Splits, "split")}";
}

/// <summary>What the model gains over simple models.</summary>
/// <param name="Verdict">Superior only where it is to each of them.</param>
/// <param name="Gains">Each of them, simplest first.</param>
internal sealed record BaselineGains(SuperiorityVerdict Verdict, IReadOnlyList<BaselineGain> Gains);

/// <summary>One simple model.</summary>
/// <param name="Baseline">Its kind.</param>
/// <param name="Description">What it predicts from.</param>
/// <param name="Comparison">The model against it; null for the reason in the note.</param>
/// <param name="Note">Why there is no comparison.</param>
internal sealed record BaselineGain(Baseline Baseline, string Description, Comparison? Comparison, string? Note);

/// <summary>Two models on the same rows.</summary>
internal sealed record Comparison(
    string First,
    string Second,
    MetricValue FirstValue,
    MetricValue SecondValue,
    double Difference,
    double Lower,
    double Upper,
    double Level,
    double Margin,
    double ProbabilityOfSuperiority,
    SuperiorityVerdict Verdict,
    bool IsNonInferior);

/// <summary>Predicted against observed.</summary>
internal sealed record Calibration(
    string Binning, double ExpectedCalibrationError, double Level, MetricValue? Slope, MetricValue? InTheLarge, IReadOnlyList<CalibrationBin> Bins);

/// <summary>One bin of predicted probabilities, with the Wilson interval of the share that was observed.</summary>
internal sealed record CalibrationBin(long Rows, double MeanPredicted, double Observed, double Lower, double Upper);

/// <summary>What the rows of the split show.</summary>
internal sealed record Audit(IReadOnlyList<AuditFinding> Findings, IReadOnlyList<AuditOmission> Omissions, IReadOnlyList<ColumnShift> Shifts)
{
    /// <summary>The train rows of the split; 0 where their number is not known.</summary>
    public long TrainRows { get; init; }

    /// <summary>Its test rows, of one fold where the evaluation pools several; 0 where their number is not known.</summary>
    public long TestRows { get; init; }
}

/// <summary>The headline metric in the subgroups that one column makes.</summary>
internal sealed record SubgroupTable(string Column, MetricValue All, int Rows, IReadOnlyList<SubgroupValue> Subgroups);

/// <summary>The headline metric of one subgroup; null for the reason in the note.</summary>
internal sealed record SubgroupValue(string Name, int Rows, int? Groups, MetricValue? Metric, GapToRest? GapToRest, string? Note);

/// <summary>The headline metric of a subgroup less that of all other rows.</summary>
internal sealed record GapToRest(double Difference, double Lower, double Upper, double Level);

/// <summary>What the ledger of sealed test rows says.</summary>
/// <param name="SealedAt">When they were sealed.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Budget">How many looks were meant; null where that was left open.</param>
/// <param name="Head">The last entry's signature.</param>
/// <param name="ExpectedBestOfChance">The accuracy that the best of as many guessing models is expected to score on so many rows of two even classes.</param>
/// <param name="Looks">Every look.</param>
internal sealed record Ledger(DateTimeOffset SealedAt, long Rows, int? Budget, string Head, double ExpectedBestOfChance, IReadOnlyList<LedgerLook> Looks);

/// <summary>One look at the sealed rows.</summary>
internal sealed record LedgerLook(int Number, DateTimeOffset Time, string Model, string? ModelName, string Metric, double? Value, bool BeyondBudget);
