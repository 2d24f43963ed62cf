namespace LeakageAnalyzers.MlNet;

/// <summary>Our own run-time library, seen as the calls it stands for.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> RuntimeLibrary =>
    [
        .. In("LeakageAnalyzers.Runtime.LeakageGuard",
            Call("Watch", CallKind.Identity),
            Call("Split", CallKind.Identity),
            Call("Fit", CallKind.Fit),
            Call("Transform", CallKind.Transform),
            Call("Tested", CallKind.Identity),
            Call("CrossValidated", CallKind.Identity)),
        .. In("LeakageAnalyzers.Runtime.LeakageGuardExtensions", Call("WatchedBy", CallKind.SameEstimator)),
        .. In("LeakageAnalyzers.Runtime.SplittingExtensions",
            Call("GroupTrainTestSplit", CallKind.Split) with { KeepsGroupsWhole = true },
            Call("GroupKFold", CallKind.SplitIntoFolds),
            Call("LeaveOneGroupOut", CallKind.SplitIntoFolds) with { CutsByAnotherUnit = true }),
        .. In("LeakageAnalyzers.Runtime.StratifiedSplittingExtensions",
            Call("StratifiedGroupKFold", CallKind.SplitIntoFolds),
            Call("StratifiedTrainTestSplit", CallKind.Split)),
        .. In("LeakageAnalyzers.Runtime.TemporalSplittingExtensions",
            Call("TemporalTrainTestSplit", CallKind.Split) with { CutsByAnotherUnit = true },
            Call("TimeSeriesSplit", CallKind.SplitIntoFolds) with { CutsByAnotherUnit = true }),
        .. In("LeakageAnalyzers.Runtime.CrossValidationExtensions",
            Call("GroupCrossValidate", CallKind.CrossValidate),
            Call("GroupCrossValidateNonCalibrated", CallKind.CrossValidate)),
        .. In("LeakageAnalyzers.Runtime.NestedCrossValidationExtensions",
            Call("NestedCrossValidate", CallKind.CrossValidate) with { Shows = EvaluationAspects.Selection },
            Call("NestedCrossValidateNonCalibrated", CallKind.CrossValidate) with { Shows = EvaluationAspects.Selection }),
        .. In("LeakageAnalyzers.Runtime.BinaryClassificationExtensions",
            Intervals("EvaluateWithIntervals"),
            Intervals("EvaluateNonCalibratedWithIntervals"),
            Comparison("CompareModels")),
        .. In("LeakageAnalyzers.Runtime.MulticlassClassificationExtensions", Intervals("EvaluateWithIntervals"), Comparison("CompareModels")),
        .. In("LeakageAnalyzers.Runtime.RegressionExtensions", Intervals("EvaluateWithIntervals"), Comparison("CompareModels")),
        .. In("LeakageAnalyzers.Runtime.RankingExtensions", Intervals("EvaluateWithIntervals"), Comparison("CompareModels")),
        .. In("LeakageAnalyzers.Runtime.MetricExtensions", Call("EvaluateWithInterval", CallKind.Evaluate) with { Shows = EvaluationAspects.Interval }),
        .. In("LeakageAnalyzers.Runtime.SubgroupExtensions", Intervals("EvaluateSubgroups", EvaluationAspects.Subgroups)),
        .. In("LeakageAnalyzers.Runtime.Evaluation.SeedStudy",
            Call("Run", CallKind.Invoke) with { Shows = EvaluationAspects.Repetition | EvaluationAspects.Interval },
            Call("Of", CallKind.Neutral) with { Shows = EvaluationAspects.Repetition | EvaluationAspects.Interval }),
        .. In("LeakageAnalyzers.Runtime.Baselines",
            Call("Evaluate", CallKind.Neutral) with { Shows = EvaluationAspects.Baseline | EvaluationAspects.Interval },
            Call("EvaluatePooled", CallKind.Neutral) with { Shows = EvaluationAspects.Baseline | EvaluationAspects.Interval }),
    ];

    private static CatalogRow Intervals(string method, EvaluationAspects more = EvaluationAspects.None) =>
        Call(method, CallKind.Evaluate) with { Shows = EvaluationAspects.Interval | EvaluationAspects.Calibration | EvaluationAspects.SeveralMetrics | more };

    private static CatalogRow Comparison(string method) => Call(method, CallKind.CompareScores) with { Shows = EvaluationAspects.Comparison };
}
