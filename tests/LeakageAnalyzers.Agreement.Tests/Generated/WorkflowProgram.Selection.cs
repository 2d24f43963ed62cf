namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>Rows that take part in fitting beside those of the training, and the choice between two trainers.</summary>
internal sealed partial class WorkflowProgram
{
    private string Score => _plan.IsRegression ? "RSquared" : "AreaUnderRocCurve";

    private void WriteValidated(CodeValue data, CodeValue train, CodeValue test, CodeValue part, CodeValue preparation)
    {
        var type = $"Microsoft.ML.Trainers.LightGbm.LightGbm{(_plan.IsRegression ? "Regression" : "Binary")}Trainer";
        var features = Fit(_plan.Preparation == PreparationPlace.InPipeline ? preparation : Features(), train);
        var trainer = _code.Do(type, TrainerText(0).Replace("ml.", "{0}.", StringComparison.Ordinal), _ml);
        var validation = Transform(features, _plan.Tuning switch { Tuning.ValidatedOnTest => test, Tuning.ValidatedOnTrain => train, _ => part });
        var model = _code.Do("ITransformer", "{0}.Fit({1}, {2})", trainer, Transform(features, train), validation);
        WriteEvaluation(rows => Transform(model, Transform(features, rows)), data, train, test);
    }

    private CodeValue? Calibrator(CodeValue model, CodeValue train, CodeValue test, CodeValue part)
    {
        CodeValue? rows = _plan.Tuning switch { Tuning.CalibratedOnTest => test, Tuning.CalibratedOnTrain => train, Tuning.CalibratedOnPart => part, _ => null };
        return rows is null ? null : _code.Do("ITransformer", "{0}.BinaryClassification.Calibrators.Platt().Fit({1})", _ml, Transform(model, rows));
    }

    private void WriteSelection(CodeValue train, CodeValue test, CodeValue part, CodeValue preparation)
    {
        const string Type = "IEstimator<ITransformer>";
        var isReported = _plan.Selection is Selection.ByTest or Selection.ByCrossValidation;
        var best = _code.Fresh("best");
        if (_plan.Form == SelectionForm.Conditional)
        {
            var pipelines = new[] { 0, 1 }.Select(which => _code.Do(Type, "{0}", Pipeline(preparation, TrainerOf(which)))).ToList();
            var scores = pipelines.ConvertAll(pipeline => ScoreOf(pipeline, train, test, part));
            _code.Line($"{Type} {best} = {Mark(_plan.Selection == Selection.ByCrossValidation, "LEAK304", $"{scores[0].Text} > {scores[1].Text}")} ? {pipelines[0].Text} : {pipelines[1].Text};");
            Finish(new CodeValue(Type, best), $"{scores[0].Text} {scores[1].Text}");
            return;
        }

        var (trainer, top, list) = (_code.Fresh("trainer"), _code.Fresh("top"), _code.Fresh("list"));
        var isList = _plan.Form != SelectionForm.BestSoFar;
        _code.Line(isList ? $"var {list} = new List<({Type} Pipeline, double Score)>();" : $"{Type} {best} = null; var {top} = double.NegativeInfinity;");
        _code.Block($"foreach (var {trainer} in new {Type}[] {{ {TrainerText(0)}, {TrainerText(1)} }})", () =>
        {
            var pipeline = Pipeline(preparation, new CodeValue(Type, trainer));
            var score = ScoreOf(pipeline, train, test, part);
            if (isList)
            {
                _code.Line($"{list}.Add(({pipeline.Text}, {score.Text}));");
            }
            else
            {
                _code.Block($"if ({Choice($"{score.Text} > {top}")})", () => _code.Line($"({best}, {top}) = ({pipeline.Text}, {score.Text});"));
            }
        });
        if (isList)
        {
            var found = _plan.Form switch
            {
                SelectionForm.MaxBy => $"{list}.{Choice("MaxBy")}(one => one.Score)",
                SelectionForm.Ordered => $"{list}.{Choice("OrderByDescending")}(one => one.Score).First()",
                _ => $"{list}[0]",
            };
            if (_plan.Form == SelectionForm.Sorted)
            {
                _code.Line($"{list}.{Choice("Sort")}((one, other) => other.Score.CompareTo(one.Score));");
            }

            _code.Line($"var {best} = {found};");
        }

        Finish(new CodeValue(Type, isList ? best + ".Pipeline" : best), isList ? best + ".Score" : top);

        string Choice(string text) => Mark(_plan.Selection == Selection.ByCrossValidation, "LEAK304", text);

        void Finish(CodeValue pipeline, string scores)
        {
            if (isReported)
            {
                _code.Line($"Console.WriteLine($\"{string.Join(' ', scores.Split(' ').Select(score => $"{{{score}}}"))}\");");
                _code.Line($"Console.WriteLine({Fit(pipeline, train).Text});");
            }
            else
            {
                Evaluate(Transform(Fit(pipeline, train), test));
            }
        }
    }

    private CodeValue ScoreOf(CodeValue pipeline, CodeValue train, CodeValue test, CodeValue part)
    {
        if (_plan.Selection is Selection.ByCrossValidation or Selection.ByCrossValidationThenTest)
        {
            return _code.Do(
                "double", $"{{0}}.{Catalog}.CrossValidate({{1}}, {{2}}, numberOfFolds: 3, labelColumnName: \"{Label}\"{KeyArgument(_plan.InnerKey)}).Average(fold => fold.Metrics.{Score})", _ml, train, pipeline);
        }

        var scored = Transform(Fit(pipeline, train), _plan.Selection == Selection.ByTest ? test : part);
        var label = _plan.IsRegression ? ", \"Pressure\"" : "";
        return _code.Do("double", $"{{0}}.{Catalog}.{Mark(_plan.Selection == Selection.ByTest, "LEAK302", "Evaluate")}({{1}}{label}).{Score}", _ml, scored);
    }
}
