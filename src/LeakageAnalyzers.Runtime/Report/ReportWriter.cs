using LeakageAnalyzers.Runtime.Evaluation;
using LeakageAnalyzers.Runtime.Guard.Events;
using LeakageAnalyzers.Runtime.Holdout;
using LeakageAnalyzers.Runtime.Statistics;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Turns what there is into the document that is written.</summary>
internal static class ReportWriter
{
    private const string SchemaVersion = "1.0";

    public static ReportDocument Write(ReportContents contents)
    {
        CheckContents(contents);
        var record = contents.Guard?.Read();
        var evidence = new Evidence
        {
            Flow = record is { Trace.Events.Count: > 0 } ? RowFlowReader.Read(record) : null,
            Audit = contents.Audit is { } audit ? new Audit(audit.Findings, audit.Omissions, audit.Shifts) { TrainRows = audit.TrainRows, TestRows = audit.TestRows } : null,
            Performance = contents.Evaluation is { } evaluation ? Measured(evaluation) : null,
            Headline = contents.Evaluation is { } scored ? MetricValue.Of(scored[contents.HeadlineMetric ?? HeadlineOf(scored)]) : null,
            Repetitions = contents.Seeds is { } seeds ? Repeated(seeds) : null,
            Baselines = contents.Baselines is { } baselines ? Gained(baselines) : null,
            Comparisons = [.. contents.Comparisons.Select(reported => Compared(reported.First, reported.Second, reported.Result))],
            Calibration = Calibrated(contents),
            Subgroups = [.. contents.Subgroups.Select(subgroups => Divided(subgroups, contents.HeadlineMetric))],
            Ledger = contents.Holdout is { } history ? Counted(history) : null,
        };
        return new ReportDocument
        {
            SchemaVersion = SchemaVersion,
            Title = contents.Title.Trim(),
            Subject = string.IsNullOrWhiteSpace(contents.Subject) ? null : contents.Subject!.Trim(),
            CreatedAt = contents.CreatedAt ?? DateTimeOffset.Now,
            Software = new Software("LeakageAnalyzers.Runtime", typeof(ReportWriter).Assembly.GetName().Version!.ToString(3)),
            Summary = Assessment.Of(evidence, [.. MissingParts.Of(contents, record, evidence)]),
            Flow = evidence.Flow,
            Performance = evidence.Performance,
            Repetitions = evidence.Repetitions,
            Baselines = evidence.Baselines,
            Comparisons = evidence.Comparisons,
            Calibration = evidence.Calibration,
            Subgroups = evidence.Subgroups,
            Ledger = evidence.Ledger,
            Audit = evidence.Audit,
            Checklist = ReportChecklist.Fill(evidence, contents.Declarations),
        };
    }

    private static void CheckContents(ReportContents contents)
    {
        if (string.IsNullOrWhiteSpace(contents.Title))
        {
            throw new ArgumentException("A report needs a title.", nameof(contents));
        }

        Check.NotNull(contents.Comparisons);
        Check.NotNull(contents.Declarations);
        foreach (var subgroups in Check.NotNull(contents.Subgroups))
        {
            Check.NotNull(subgroups);
        }

        foreach (var comparison in contents.Comparisons)
        {
            Check.NotNull(Check.NotNull(comparison).Result);
            if (string.IsNullOrWhiteSpace(comparison.First) || string.IsNullOrWhiteSpace(comparison.Second))
            {
                throw new ArgumentException("A model of a comparison has no name.", nameof(contents));
            }
        }
    }

    private static string HeadlineOf(ModelEvaluation evaluation) => evaluation switch
    {
        BinaryClassificationEvaluation => nameof(BinaryClassificationMetric.AreaUnderRocCurve),
        MulticlassClassificationEvaluation => nameof(MulticlassClassificationMetric.MacroAccuracy),
        RegressionEvaluation => nameof(RegressionMetric.RSquared),
        _ => evaluation.Metrics[0].Name,
    };

    private static Performance Measured(ModelEvaluation evaluation) => new(
        evaluation.Rows,
        evaluation.Groups,
        evaluation.GroupColumn,
        evaluation.Options.Method == BootstrapMethod.Percentile ? "percentile bootstrap" : "bias-corrected and accelerated (BCa) bootstrap",
        evaluation.Options.Resamples,
        evaluation.Options.Seed,
        evaluation.Options.Level,
        [.. evaluation.Metrics.Select(MetricValue.Of)]);

    private static Repetitions Repeated(SeedStudy study)
    {
        var runs = study.Runs.SelectMany(seed => seed).ToList();
        return new Repetitions(
            study.Runs.Count, study.Runs[0].Count, study.Mean, study.RunDeviation, study.SeedDeviation, study.SplitDeviation, study.RestDeviation, runs.Min(), runs.Max());
    }

    private static SubgroupTable Divided(SubgroupEvaluation evaluation, string? headline)
    {
        var metric = headline ?? HeadlineOf(evaluation.All);
        return new SubgroupTable(
            evaluation.Column,
            MetricValue.Of(evaluation.All[metric]),
            evaluation.All.Rows,
            [.. evaluation.Subgroups.Select(subgroup => new SubgroupValue(
                subgroup.Name, subgroup.Rows, subgroup.Evaluation?.Groups, subgroup.Evaluation is { } own ? MetricValue.Of(own[metric]) : null, GapToRest(evaluation, subgroup, metric), subgroup.Note))]);
    }

    private static GapToRest? GapToRest(SubgroupEvaluation evaluation, Subgroup subgroup, string metric) =>
        evaluation.Compare is not null && evaluation.Subgroups.Count > 1 && subgroup.Evaluation?[metric].Interval is not null
        && evaluation.GapToRest(metric, subgroup.Name).Difference is { Value: var value, Interval: var range }
            ? new GapToRest(value, range.Lower, range.Upper, range.Level)
            : null;

    private static Ledger Counted(HoldoutHistory history) => new(
        history.Sealed,
        history.Rows,
        history.Budget,
        history.Head,
        history.ExpectedBestOfChance(),
        [.. history.Looks.Select(look => new LedgerLook(look.Number, look.Time, look.Model, look.ModelName, look.Metric, look.Value, look.BeyondBudget))]);

    private static BaselineGains Gained(BaselineEvaluation baselines) => new(
        baselines.Verdict,
        [.. baselines.Baselines.Select(result => new BaselineGain(
            result.Baseline, result.Description, result.Comparison is { } comparison ? Compared("the model", BaselineTexts.Of(result.Baseline), comparison) : null, result.Note))]);

    private static Comparison Compared(string first, string second, ModelComparison result)
    {
        var interval = result.Difference.Interval;
        return new Comparison(
            first,
            second,
            MetricValue.Of(result.First),
            MetricValue.Of(result.Second),
            result.Difference.Value,
            interval.Lower,
            interval.Upper,
            interval.Level,
            result.Margin,
            result.ProbabilityOfSuperiority,
            result.Verdict,
            result.IsNonInferior);
    }

    private static Calibration? Calibrated(ReportContents contents)
    {
        var evaluation = contents.Evaluation as BinaryClassificationEvaluation;
        if ((contents.Reliability ?? evaluation?.Reliability) is not { } curve)
        {
            return null;
        }

        return new Calibration(
            curve.Binning.ToString(),
            curve.ExpectedCalibrationError,
            curve.Bins[0].Interval.Level,
            evaluation is null ? null : MetricValue.Of(evaluation.CalibrationSlope),
            evaluation is null ? null : MetricValue.Of(evaluation.CalibrationInTheLarge),
            [.. curve.Bins.Select(bin => new CalibrationBin(bin.Rows, bin.MeanPredicted, bin.ObservedShare, bin.Interval.Lower, bin.Interval.Upper))]);
    }
}
