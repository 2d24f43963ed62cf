using LeakageAnalyzers.Agreement.Tests.Verification;

namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Writes a plan as a C# program.</summary>
internal sealed partial class WorkflowProgram
{
    private const string Parts = "DataOperationsCatalog.TrainTestData";

    private readonly WorkflowPlan _plan;
    private readonly CodeWriter _code;
    private readonly CodeValue _ml = new("MLContext", "ml");

    private WorkflowProgram(WorkflowPlan plan) => (_plan, _code) = (plan, new CodeWriter(plan));

    /// <summary>Types that the programs of one compilation share.</summary>
    public const string SharedTypes = """
        public sealed class Box<T> { public T Value { get; set; } }

        public sealed record Named<T>(string Name, T Value);

        public sealed class Known { public float Extra { get; set; } }

        public sealed class Day
        {
            public DateTime Date { get; set; }
            public float Age { get; set; }
            public float Pressure { get; set; }
            public string Ward { get; set; } = "";
            public bool Label { get; set; }
        }
        """;

    private string Row => _plan.HasGroups ? "Visit" : "Reading";

    private string File => _plan.HasGroups ? "visits.csv" : "readings.csv";

    private string Catalog => _plan.IsRegression ? "Regression" : "BinaryClassification";

    private string Label => _plan.IsRegression ? "Pressure" : "Label";

    /// <summary>The program of <paramref name="plan"/>, in a namespace of its own.</summary>
    public static WrittenProgram Of(WorkflowPlan plan, string ns)
    {
        var program = new WorkflowProgram(plan);
        program.Write();
        return new WrittenProgram(MarkedProgram.Parse(program._code.File(ns), ns + ".cs"), program._code.Styles);
    }

    private void Write()
    {
        _code.Line("var ml = new MLContext(seed: 1);");
        if (_plan.Cut is CutKind.ListPositions or CutKind.OverlappingListPositions or CutKind.ListOfIndividuals)
        {
            WriteListCut();
            return;
        }

        var data = Load("first");
        var preparation = Steps();
        CodeValue? allPreparation = null;
        if (_plan.Preparation == PreparationPlace.BeforeCut)
        {
            allPreparation = Fit(preparation, data);
            data = Transform(allPreparation, data);
        }

        switch (_plan.Cut)
        {
            case CutKind.CrossValidate:
                WriteCrossValidation(data, preparation);
                break;
            case CutKind.GroupCrossValidate or CutKind.TimeSeriesCrossValidate:
                WriteLibraryCrossValidation(data, preparation);
                break;
            case CutKind.NestedCrossValidate:
                WriteNestedCrossValidation(data, preparation);
                break;
            case CutKind.Folds or CutKind.GroupKFold or CutKind.LeaveOneGroupOut or CutKind.StratifiedGroupKFold or CutKind.TimeSeriesSplit:
                var folds = _code.Do($"IReadOnlyList<{Parts}>", FoldsText(), _ml, data);
                var fold = _code.Fresh("fold");
                _code.Block($"foreach (var {fold} in {folds.Text})", () => WriteTraining(data, View(fold + ".TrainSet"), View(fold + ".TestSet"), preparation, allPreparation));
                break;
            case CutKind.TwoFiles:
                var other = _code.Do("IDataView", $"{{0}}.Data.LoadFromTextFile<{Row}>(\"other.csv\")", _ml);
                if (allPreparation is not null)
                {
                    other = Transform(allPreparation, other);
                }

                WriteTraining(data, data, other, preparation, allPreparation);
                break;
            case CutKind.None:
                WriteTraining(data, data, data, preparation, allPreparation);
                break;
            case CutKind.Positions:
                WritePositions(data, 600, 600, preparation, allPreparation);
                break;
            case CutKind.OverlappingPositions:
                WritePositions(data, 600, 450, preparation, allPreparation);
                break;
            case CutKind.TwoSplits:
                var one = Split(data, ", seed: 5");
                var two = Split(data, ", seed: 6");
                WriteTraining(data, View(one.Text + ".TrainSet"), View(two.Text + ".TestSet"), preparation, allPreparation);
                break;
            case CutKind.SameSplitTwice:
                var same = Split(data, ", seed: 5");
                var again = Split(data, ", seed: 5");
                WriteTraining(data, View(same.Text + ".TrainSet"), View(again.Text + ".TestSet"), preparation, allPreparation);
                break;
            default:
                var split = _code.Do(Parts, SplitText(), _ml, data);
                WriteTraining(data, View(split.Text + ".TrainSet"), View(split.Text + ".TestSet"), preparation, allPreparation);
                break;
        }
    }

    private void WriteListCut()
    {
        var row = Row;
        var rows = _code.Do($"List<{row}>", $"System.Text.Json.JsonSerializer.Deserialize<List<{row}>>(System.IO.File.ReadAllText(\"rows.json\"))");
        if (_plan.Cut == CutKind.ListOfIndividuals)
        {
            WriteIndividuals(rows);
            return;
        }

        var skipped = _plan.Cut == CutKind.ListPositions ? 600 : 450;
        var train = _code.Do("IDataView", "{0}.Data.LoadFromEnumerable({1}.Take(600))", _ml, rows);
        var test = _code.Do("IDataView", $"{{0}}.Data.LoadFromEnumerable({{1}}.Skip({skipped}))", _ml, rows);
        WriteTraining(train, train, test, Steps(), null);
    }

    private void WritePositions(CodeValue data, int taken, int skipped, CodeValue preparation, CodeValue? allPreparation)
    {
        var train = _code.Do("IDataView", $"{{0}}.Data.TakeRows({{1}}, {taken})", _ml, data);
        var test = _code.Do("IDataView", $"{{0}}.Data.SkipRows({{1}}, {skipped})", _ml, data);
        WriteTraining(data, train, test, preparation, allPreparation);
    }

    private void WriteCrossValidation(CodeValue data, CodeValue preparation)
    {
        var pipeline = Pipeline(preparation, TrainerOf(0));
        var label = $", labelColumnName: \"{Label}\"";
        var results = _code.Fresh("results");
        _code.Line($"var {results} = ml.{Catalog}.{Mark(IsRandomInTime, "LEAK204", "CrossValidate")}({data.Text}, {pipeline.Text}, numberOfFolds: 3{label}{KeyArgument(_plan.Key)});");
        _code.Line($"Console.WriteLine({results}.Count);");
        if (_plan.Tested is TestedRows.All or TestedRows.Train)
        {
            var scored = _code.Do("IDataView", "{0}.Transform({1})", new CodeValue("ITransformer", results + "[0].Model"), data);
            Evaluate(scored);
        }
    }

    private void WriteTraining(CodeValue data, CodeValue train, CodeValue test, CodeValue preparation, CodeValue? allPreparation)
    {
        var part = train;
        if (_plan.HasValidationPart)
        {
            var inner = _code.Do(Parts, $"{{0}}.Data.TrainTestSplit({{1}}, 0.3{KeyArgument(_plan.InnerKey)})", _ml, train);
            (train, part) = (View(inner.Text + ".TrainSet"), View(inner.Text + ".TestSet"));
        }

        switch (_plan.Preparation)
        {
            case PreparationPlace.AllRowsAfterCut:
                allPreparation = Fit(preparation, data);
                (data, train, test, part) = (Transform(allPreparation, data), Transform(allPreparation, train), Transform(allPreparation, test), TransformPart(allPreparation));
                break;
            case PreparationPlace.TrainRows:
                allPreparation = Fit(preparation, train);
                (data, train, test, part) = (Transform(allPreparation, data), Transform(allPreparation, train), Transform(allPreparation, test), TransformPart(allPreparation));
                break;
            case PreparationPlace.EachPart:
                var ofTrain = Fit(preparation, train);
                var ofTest = Fit(preparation, test);
                (data, train, test, part) = (Transform(ofTrain, data), Transform(ofTrain, train), Transform(ofTest, test), TransformPart(ofTrain));
                break;
        }

        if (_plan.Selection != Selection.None)
        {
            WriteSelection(train, test, part, preparation);
            return;
        }

        if (_plan.Tuning is Tuning.ValidatedOnTest or Tuning.ValidatedOnTrain or Tuning.ValidatedOnPart)
        {
            WriteValidated(data, train, test, part, preparation);
            return;
        }

        WriteTrainer(trainer =>
        {
            var pipeline = Pipeline(preparation, trainer);
            var model = Fit(pipeline, train);
            var calibrator = Calibrator(model, train, test, part);
            WriteEvaluation(rows => calibrator is null ? Transform(model, rows) : Transform(calibrator, Transform(model, rows)), data, train, test);
            if (_plan.RefitsForDeployment)
            {
                var deployed = Fit(pipeline, data);
                _code.Line($"Console.WriteLine({deployed.Text});");
            }
        });

        // Only what is used is transformed.
        CodeValue TransformPart(CodeValue fitted) =>
            _plan.Tuning is Tuning.ValidatedOnPart or Tuning.CalibratedOnPart || _plan.Selection == Selection.ByPartThenTest ? Transform(fitted, part) : part;
    }

    private CodeValue Pipeline(CodeValue preparation, CodeValue trainer) => Append(_plan.Preparation == PreparationPlace.InPipeline ? preparation : Features(), trainer);

    private void WriteTrainer(Action<CodeValue> write)
    {
        const string Type = "IEstimator<ITransformer>";
        var name = _code.Fresh("trainer");
        switch (_plan.Trainer)
        {
            case TrainerChoice.OnCondition:
                _code.Line($"{Type} {name} = Environment.ProcessorCount > 0 ? {TrainerText(0)} : {TrainerText(1)};");
                write(new CodeValue(Type, name));
                break;
            case TrainerChoice.BySwitch:
                _code.Line($"{Type} {name} = Environment.ProcessorCount switch {{ 0 => {TrainerText(1)}, _ => {TrainerText(0)} }};");
                write(new CodeValue(Type, name));
                break;
            case TrainerChoice.EachOfArray:
                _code.Block($"foreach (var {name} in new {Type}[] {{ {TrainerText(0)}, {TrainerText(1)} }})", () => write(new CodeValue(Type, name)));
                break;
            case TrainerChoice.EachOfDictionary:
                _code.Line($"var {name}s = new Dictionary<string, {Type}> {{ [\"tree\"] = {TrainerText(0)}, [\"linear\"] = {TrainerText(1)} }};");
                _code.Block($"foreach (var {name} in {name}s)", () => write(new CodeValue(Type, name + ".Value")));
                break;
            default:
                write(TrainerOf(0));
                break;
        }
    }

    private void WriteEvaluation(Func<CodeValue, CodeValue> score, CodeValue data, CodeValue train, CodeValue test)
    {
        switch (_plan.Tested)
        {
            case TestedRows.Train:
                Evaluate(score(train));
                break;
            case TestedRows.All:
                Evaluate(score(data));
                break;
            case TestedRows.TrainThenTest:
                Evaluate(score(train));
                Evaluate(score(test));
                break;
            case TestedRows.SomeOfTest:
                Evaluate(score(_code.Do("IDataView", "{0}.Data.TakeRows({1}, 30)", _ml, test)));
                break;
            case TestedRows.SomeOfTrain:
                Evaluate(score(_code.Do("IDataView", "{0}.Data.TakeRows({1}, 60)", _ml, train)));
                break;
            case TestedRows.CachedTest:
                Evaluate(score(_code.Do("IDataView", "{0}.Data.Cache({1})", _ml, test)));
                break;
            default:
                Evaluate(score(test));
                break;
        }
    }

    private CodeValue Load(string name)
    {
        var data = _plan.Source == RowSourceKind.List
            ? _code.Do("IDataView", $"{{0}}.Data.LoadFromEnumerable(System.Text.Json.JsonSerializer.Deserialize<List<{Row}>>(System.IO.File.ReadAllText(\"{name}.json\")))", _ml)
            : _code.Do("IDataView", $"{{0}}.Data.LoadFromTextFile<{Row}>(\"{File}\")", _ml);
        return _plan.Detours.Aggregate(Made(data), (rows, detour) => detour switch
        {
            Detour.Cache => _code.Do("IDataView", "{0}.Data.Cache({1})", _ml, rows),
            Detour.Shuffle => _code.Do("IDataView", "{0}.Data.ShuffleRows({1}, seed: 3)", _ml, rows),
            Detour.Filter => _code.Do("IDataView", "{0}.Data.FilterRowsByColumn({1}, \"Age\", 10)", _ml, rows),
            _ => rows,
        });
    }

    private CodeValue Split(CodeValue data, string seed) =>
        _code.Do(Parts, $"{{0}}.Data.TrainTestSplit({{1}}, 0.3{KeyArgument(_plan.Key)}{seed})", _ml, data);

    private CodeValue Fit(CodeValue estimator, CodeValue rows) => _code.Do("ITransformer", "{0}.Fit({1})", estimator, rows);

    private CodeValue Transform(CodeValue model, CodeValue rows) => _code.Do("IDataView", "{0}.Transform({1})", model, rows);

    private CodeValue Append(CodeValue first, CodeValue second) => _code.Do("IEstimator<ITransformer>", "{0}.Append({1})", first, second);

    private CodeValue TrainerOf(int which) => new("IEstimator<ITransformer>", TrainerText(which));

    private CodeValue Features() => new("IEstimator<ITransformer>", FeaturesText(isOfTrainer: true));

    private void Evaluate(CodeValue scored)
    {
        var label = _plan.IsRegression ? ", \"Pressure\"" : "";
        var metrics = _code.Fresh("metrics");
        _code.Line($"var {metrics} = ml.{Catalog}.Evaluate({scored.Text}{label});");
        _code.Line($"Console.WriteLine({metrics});");
    }

    // Lambdas and helpers of the writer do not see `ml`, which the inputs of a step name.
    private CodeValue Steps()
    {
        var text = _plan.Steps.Aggregate(FeaturesText(_plan.Preparation == PreparationPlace.InPipeline).Replace("ml.", "{0}.", StringComparison.Ordinal), (pipeline, step) => step switch
        {
            PreparationStep.MinMax => $"{pipeline}.Append({{0}}.Transforms.NormalizeMinMax(\"Features\"))",
            PreparationStep.MeanVariance => $"{pipeline}.Append({{0}}.Transforms.NormalizeMeanVariance(\"Features\"))",
            PreparationStep.RobustScaling => $"{pipeline}.Append({{0}}.Transforms.NormalizeRobustScaling(\"Features\"))",
            PreparationStep.MissingMean => $"{pipeline}.Append({{0}}.Transforms.ReplaceMissingValues(\"Features\", replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean))",
            PreparationStep.MissingDefault => $"{pipeline}.Append({{0}}.Transforms.ReplaceMissingValues(\"Features\"))",
            PreparationStep.OneHot => _plan.HasGroups ? pipeline : $"{pipeline}.Append({{0}}.Transforms.Categorical.OneHotEncoding(\"WardCode\", \"Ward\"))",
            PreparationStep.OneHotHash => _plan.HasGroups ? pipeline : $"{pipeline}.Append({{0}}.Transforms.Categorical.OneHotHashEncoding(\"WardCode\", \"Ward\"))",
            PreparationStep.SupervisedBinning when !_plan.IsRegression => $"{pipeline}.Append({{0}}.Transforms.NormalizeSupervisedBinning(\"Features\", labelColumnName: \"Label\"))",
            PreparationStep.Components when !_plan.IsRegression => $"{pipeline}.Append({{0}}.Transforms.ProjectToPrincipalComponents(\"Features\", rank: 1))",
            PreparationStep.Binning => $"{pipeline}.Append({{0}}.Transforms.NormalizeBinning(\"Features\"))",
            PreparationStep.LogMeanVariance => $"{pipeline}.Append({{0}}.Transforms.NormalizeLogMeanVariance(\"Features\"))",
            PreparationStep.KeyMap => _plan.HasGroups ? pipeline : $"{pipeline}.Append({{0}}.Transforms.Conversion.MapValueToKey(\"WardKey\", \"Ward\"))",
            PreparationStep.TextFeatures => _plan.HasGroups ? pipeline : $"{pipeline}.Append({{0}}.Transforms.Text.FeaturizeText(\"WardText\", \"Ward\"))",
            PreparationStep.MutualInformation when !_plan.IsRegression => $"{pipeline}.Append({{0}}.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\", labelColumnName: \"Label\", slotsInOutput: 1))",
            PreparationStep.LpNorm => $"{pipeline}.Append({{0}}.Transforms.NormalizeLpNorm(\"Features\"))",
            _ => pipeline,
        });
        return _code.Do("IEstimator<ITransformer>", text, _ml);
    }

    // Not FastTree: ML.NET collects all garbage of the process at each training of it, which with a compiler in memory takes longer than everything else together.
    private string TrainerText(int which) => (_plan.IsRegression, which) switch
    {
        (true, 0) => "ml.Regression.Trainers.LightGbm(labelColumnName: \"Pressure\", numberOfLeaves: 3)",
        (true, _) => "ml.Regression.Trainers.Sdca(labelColumnName: \"Pressure\", maximumNumberOfIterations: 1)",
        (false, 0) => "ml.BinaryClassification.Trainers.LightGbm(numberOfLeaves: 3)",
        _ => "ml.BinaryClassification.Trainers.SdcaLogisticRegression(maximumNumberOfIterations: 1)",
    };

    private static CodeValue View(string text) => new("IDataView", text);

    private string KeyArgument(KeyChoice key) => key switch
    {
        KeyChoice.Group => _plan.HasGroups ? ", samplingKeyColumnName: nameof(Visit.PatientId)" : "",
        KeyChoice.Category => _plan.HasGroups ? "" : ", samplingKeyColumnName: \"Ward\"",
        KeyChoice.Number => ", samplingKeyColumnName: \"Age\"",
        KeyChoice.Label => $", samplingKeyColumnName: \"{Label}\"",
        _ => "",
    };
}
