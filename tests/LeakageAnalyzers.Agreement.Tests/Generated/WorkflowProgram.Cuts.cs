namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Splits and cross-validations of the run-time library, and a split of a list by individuals.</summary>
internal sealed partial class WorkflowProgram
{
    private string GroupColumn => _plan.Key == KeyChoice.Number ? "\"Age\"" : $"\"{Individual}\"";

    private string TimeColumn => RowType == "Day" ? "\"Date\"" : "\"Age\"";

    // A split that draws rows in the order of time is seen in source alone.
    private bool IsRandomInTime => _plan.Making == RowMaking.SortedByTime && KeyArgument(_plan.Key).Length == 0;

    private string FoldsText() => _plan.Cut switch
    {
        CutKind.LeaveOneGroupOut when !_plan.HasGroups => "{0}.Data.LeaveOneGroupOut({1}, \"Ward\")",
        CutKind.GroupKFold or CutKind.LeaveOneGroupOut => $"{{0}}.Data.GroupKFold({{1}}, {GroupColumn}, numberOfFolds: 3)",
        CutKind.StratifiedGroupKFold => $"{{0}}.Data.StratifiedGroupKFold({{1}}, \"Label\", {GroupColumn}, numberOfFolds: 3)",
        CutKind.TimeSeriesSplit => $"{{0}}.Data.TimeSeriesSplit({{1}}, {TimeColumn}, 3)",
        _ => $"{{0}}.Data.{Mark(IsRandomInTime, "LEAK204", "CrossValidationSplit")}({{1}}, 3{KeyArgument(_plan.Key)})",
    };

    private string SplitText() => _plan.Cut switch
    {
        CutKind.GroupTrainTestSplit => $"{{0}}.Data.GroupTrainTestSplit({{1}}, {GroupColumn}, 0.3)",
        CutKind.StratifiedTrainTestSplit => $"{{0}}.Data.StratifiedTrainTestSplit({{1}}, \"Label\", 0.3{(_plan.Key == KeyChoice.Group ? ", groupColumnName: " + GroupColumn : "")})",
        CutKind.TemporalTrainTestSplit => $"{{0}}.Data.TemporalTrainTestSplit({{1}}, {TimeColumn}, 0.3)",
        _ => $"{{0}}.Data.{Mark(IsRandomInTime, "LEAK204", "TrainTestSplit")}({{1}}, 0.3{KeyArgument(_plan.Key)})",
    };

    private void WriteLibraryCrossValidation(CodeValue data, CodeValue preparation)
    {
        var by = _plan.Cut == CutKind.GroupCrossValidate ? $"GroupCrossValidate({data.Text}, {Pipeline(preparation, TrainerOf(0)).Text}, {GroupColumn}" : $"TimeSeriesCrossValidate({data.Text}, {Pipeline(preparation, TrainerOf(0)).Text}, {TimeColumn}";
        var results = _code.Fresh("results");
        _code.Line($"var {results} = ml.{Catalog}.{by}, numberOfFolds: 3, labelColumnName: \"{Label}\");");
        _code.Line($"Console.WriteLine({results}.Count);");
        if (_plan.Tested is TestedRows.All or TestedRows.Train)
        {
            Evaluate(_code.Do("IDataView", "{0}.Transform({1})", new CodeValue("ITransformer", results + "[0].Model"), data));
        }
    }

    private void WriteNestedCrossValidation(CodeValue data, CodeValue preparation)
    {
        var group = _plan.Key is KeyChoice.Group or KeyChoice.Category ? $", groupColumnName: {GroupColumn}" : "";
        var candidates = $"new IEstimator<ITransformer>[] {{ {Pipeline(preparation, TrainerOf(0)).Text}, {Pipeline(preparation, TrainerOf(1)).Text} }}";
        var results = _code.Fresh("results");

        // What is fitted inside is not told to the guard.
        _code.Line($"var {results} = ml.{Catalog}.{Mark(_plan.HasGroups && group.Length == 0, "LEAK202", "NestedCrossValidate")}({data.Text}, {candidates}, metrics => metrics.{Score}{group}, numberOfFolds: 2, numberOfInnerFolds: 2, labelColumnName: \"{Label}\");");
        _code.Line($"Console.WriteLine({results}.Count);");
    }

    private void WriteIndividuals(CodeValue rows)
    {
        var some = _code.Do("HashSet<string>", $"{{0}}.Select(row => row.{Individual}).Distinct().Take({(_plan.HasGroups ? 140 : 3)}).ToHashSet()", rows);
        var train = _code.Do("IDataView", $"{{0}}.Data.LoadFromEnumerable({{1}}.Where(row => {{2}}.Contains(row.{Individual})))", _ml, rows, some);
        var test = _code.Do("IDataView", $"{{0}}.Data.LoadFromEnumerable({{1}}.Where(row => !{{2}}.Contains(row.{Individual})))", _ml, rows, some);
        WriteTraining(train, train, test, Steps(), null);
    }
}
