namespace LeakageAnalyzers.MlNet;

/// <summary>Our own run-time library, seen as the calls it stands for.</summary>
internal static partial class Catalog
{
    private static IEnumerable<CatalogRow> RuntimeLibrary =>
    [
        .. In(RuntimeNames.Namespace + ".LeakageGuard",
            Call("Watch", CallKind.Identity),
            Call("Split", CallKind.Identity),
            Call("Fit", CallKind.Fit),
            Call("Transform", CallKind.Transform),
            Call("Tested", CallKind.Identity),
            Call("CrossValidated", CallKind.Identity)),
        .. In(RuntimeNames.Namespace + ".LeakageGuardExtensions", Call("WatchedBy", CallKind.SameEstimator)),
        .. In(RuntimeNames.Namespace + "." + RuntimeNames.SplittingExtensions,
            Call(RuntimeNames.GroupTrainTestSplit, CallKind.Split) with { KeepsGroupsWhole = true },
            Call(RuntimeNames.GroupKFold, CallKind.SplitIntoFolds),
            Call("LeaveOneGroupOut", CallKind.SplitIntoFolds) with { CutsByAnotherUnit = true }),
        .. In(RuntimeNames.Namespace + ".StratifiedSplittingExtensions",
            Call("StratifiedGroupKFold", CallKind.SplitIntoFolds),
            Call("StratifiedTrainTestSplit", CallKind.Split)),
        .. In(RuntimeNames.Namespace + "." + RuntimeNames.TemporalSplittingExtensions,
            Call(RuntimeNames.TemporalTrainTestSplit, CallKind.Split) with { CutsByAnotherUnit = true },
            Call(RuntimeNames.TimeSeriesSplit, CallKind.SplitIntoFolds) with { CutsByAnotherUnit = true }),
        .. In(RuntimeNames.Namespace + "." + RuntimeNames.CrossValidationExtensions,
            Call(RuntimeNames.GroupCrossValidate, CallKind.CrossValidate),
            Call(RuntimeNames.GroupCrossValidateNonCalibrated, CallKind.CrossValidate)),
        .. In(RuntimeNames.Namespace + "." + RuntimeNames.TemporalCrossValidationExtensions,
            Call(RuntimeNames.TimeSeriesCrossValidate, CallKind.CrossValidate) with { CutsByAnotherUnit = true },
            Call(RuntimeNames.TimeSeriesCrossValidateNonCalibrated, CallKind.CrossValidate) with { CutsByAnotherUnit = true }),
        .. In(RuntimeNames.Namespace + ".NestedCrossValidationExtensions",
            Call("NestedCrossValidate", CallKind.CrossValidate) with { Shows = EvaluationAspects.Selection },
            Call("NestedCrossValidateNonCalibrated", CallKind.CrossValidate) with { Shows = EvaluationAspects.Selection }),
        .. In(RuntimeNames.Namespace + "." + RuntimeNames.BinaryClassificationExtensions,
            Intervals(RuntimeNames.EvaluateWithIntervals),
            Intervals(RuntimeNames.EvaluateNonCalibratedWithIntervals),
            Comparison(RuntimeNames.CompareModels)),
        .. In(RuntimeNames.Namespace + ".MulticlassClassificationExtensions", Intervals(RuntimeNames.EvaluateWithIntervals), Comparison(RuntimeNames.CompareModels)),
        .. In(RuntimeNames.Namespace + ".RegressionExtensions", Intervals(RuntimeNames.EvaluateWithIntervals), Comparison(RuntimeNames.CompareModels)),
        .. In(RuntimeNames.Namespace + ".RankingExtensions", Intervals(RuntimeNames.EvaluateWithIntervals), Comparison(RuntimeNames.CompareModels)),
        .. In(RuntimeNames.Namespace + ".MetricExtensions", Call("EvaluateWithInterval", CallKind.Evaluate) with { Shows = EvaluationAspects.Interval }),
        .. In(RuntimeNames.Namespace + ".SubgroupExtensions", Intervals("EvaluateSubgroups", EvaluationAspects.Subgroups)),
        .. In(RuntimeNames.Namespace + ".Evaluation.SeedStudy",
            Call("Run", CallKind.Invoke) with { Shows = EvaluationAspects.Repetition | EvaluationAspects.Interval },
            Call("Of", CallKind.Neutral) with { Shows = EvaluationAspects.Repetition | EvaluationAspects.Interval }),
        .. In(RuntimeNames.Namespace + "." + RuntimeNames.Baselines,
            Call("Evaluate", CallKind.Neutral) with { Shows = EvaluationAspects.Baseline | EvaluationAspects.Interval },
            Call("EvaluatePooled", CallKind.Neutral) with { Shows = EvaluationAspects.Baseline | EvaluationAspects.Interval }),
    ];

    private static CatalogRow Intervals(string method, EvaluationAspects more = EvaluationAspects.None) =>
        Call(method, CallKind.Evaluate) with { Shows = EvaluationAspects.Interval | EvaluationAspects.Calibration | EvaluationAspects.SeveralMetrics | more };

    private static CatalogRow Comparison(string method) => Call(method, CallKind.CompareScores) with { Shows = EvaluationAspects.Comparison };
}
