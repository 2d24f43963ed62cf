namespace LeakageAnalyzers.Agreement.Tests.Generated;

/// <summary>What is made of rows, and what stands among their features.</summary>
internal sealed partial class WorkflowProgram
{
    private string RowType => _plan.Making is RowMaking.SortedByTime or RowMaking.SortedByAge ? "Day" : Row;

    private string Individual => _plan.HasGroups ? "PatientId" : "Ward";

    // A key of any kind keeps the copies of a row together.
    private bool IsCutRowByRow => _plan.Cut is CutKind.TrainTestSplit or CutKind.CrossValidate or CutKind.Folds && KeyArgument(_plan.Key).Length == 0;

    private CodeValue Made(CodeValue data)
    {
        var isPositive = _plan.IsRegression ? "row.Pressure > 120" : "row.Label";
        switch (_plan.Making)
        {
            case RowMaking.Oversampled:
                return Loaded($"{{0}}.{Mark(IsCutRowByRow, "LEAK105", "Concat")}({{0}}.Where(row => {isPositive})).ToList()");
            case RowMaking.Partitioned:
                return Loaded($"{{0}}.Where(row => {isPositive}).Concat({{0}}.Where(row => !({isPositive}))).ToList()");
            case RowMaking.Bootstrapped:
                return _code.Do("IDataView", $"{{0}}.Data.Cache({{0}}.Data.{Mark(IsCutRowByRow, "LEAK105", "BootstrapSample")}({{1}}, seed: 3))", _ml, data);
            case RowMaking.LeftOutOfBootstrap:
                return _code.Do("IDataView", "{0}.Data.Cache({0}.Data.BootstrapSample({1}, seed: 3, complement: true))", _ml, data);
            case RowMaking.SortedByTime or RowMaking.SortedByAge:
                var order = _plan.Making == RowMaking.SortedByTime ? "Date" : "Age";
                var days = _code.Do("List<Day>", "{0}.Select((row, i) => new Day { Date = new DateTime(2025, 1, 1).AddHours(i), Age = row.Age, Pressure = row.Pressure, Ward = row.Ward, Label = row.Label }).ToList()", Listed(data));
                var sorted = _code.Do("List<Day>", $"{{0}}.OrderBy(day => day.{order}).ToList()", days);
                return _code.Do("IDataView", "{0}.Data.LoadFromEnumerable({1})", _ml, sorted);
            case RowMaking.DrawnAnew or RowMaking.DrawnOnce:
                var random = new CodeValue("Random", _code.Fresh("random"));
                _code.Line($"var {random.Text} = new Random(1);");
                return _plan.Making == RowMaking.DrawnAnew
                    ? _code.Do("IDataView", $"{{0}}.Data.{Mark(IsCutRowByRow, "LEAK207", "LoadFromEnumerable")}({{1}}.OrderBy(_ => {{2}}.Next()))", _ml, Listed(data), random)
                    : _code.Do("IDataView", "{0}.Data.LoadFromEnumerable({1}.OrderBy(_ => {2}.Next()).ToList())", _ml, Listed(data), random);
            default:
                return data;
        }

        CodeValue Loaded(string template) => _code.Do("IDataView", "{0}.Data.LoadFromEnumerable({1})", _ml, _code.Do($"List<{Row}>", template, Listed(data)));
    }

    private CodeValue Listed(CodeValue data) => _code.Do($"List<{Row}>", $"{{0}}.Data.CreateEnumerable<{Row}>({{1}}, reuseRowObject: false).ToList()", _ml, data);

    // The trainer's own features are marked: others are overwritten.
    private string FeaturesText(bool isOfTrainer)
    {
        const string Converted = "ml.Transforms.Conversion.ConvertType(\"Extra\", \"Label\")";
        const string Copied = "ml.Transforms.CopyColumns(\"Extra\", \"Pressure\")";
        var label = _plan.IsRegression ? Copied : Converted;
        var value = _plan.IsRegression ? "row.Pressure * 2" : "row.Label ? 1 : 0";
        return _plan.Feature switch
        {
            FeatureColumn.Label when _plan.IsRegression => Concatenated("\"Pressure\"", "LEAK401"),
            FeatureColumn.Label or FeatureColumn.LabelConverted => $"{label}.Append({Concatenated("\"Extra\"", "LEAK401")})",
            FeatureColumn.LabelByExpression => $"ml.Transforms.Expression(\"Extra\", \"{(_plan.IsRegression ? "x => x * 2" : "x => x ? 1f : 0f")}\", \"{Label}\").Append({Concatenated("\"Extra\"", "LEAK401")})",
            FeatureColumn.LabelInTwoSteps => $"{label.Replace("Extra", "First", StringComparison.Ordinal)}.Append(ml.Transforms.CopyColumns(\"Extra\", \"First\")).Append({Concatenated("\"Extra\"", "LEAK401")})",
            FeatureColumn.LabelByMapping => $"ml.Transforms.CustomMapping<{RowType}, Known>((row, known) => known.Extra = {value}, contractName: null).Append({Concatenated("\"Extra\"", "LEAK401")})",
            FeatureColumn.Identifier when _plan.HasGroups => $"ml.Transforms.Categorical.OneHotHashEncoding(\"Extra\", \"PatientId\", numberOfBits: 3).Append({Concatenated("\"Extra\"", "LEAK402")})",
            FeatureColumn.IdentifierKeptApart when _plan.HasGroups => $"ml.Transforms.Categorical.OneHotHashEncoding(\"Extra\", \"PatientId\", numberOfBits: 3).Append({Concatenated()})",
            FeatureColumn.Measurement => $"ml.Transforms.CopyColumns(\"Extra\", \"Age\").Append({Concatenated("\"Extra\"")})",
            FeatureColumn.LabelKeptApart => $"{label}.Append({Concatenated()})",
            FeatureColumn.LabelOverwritten => $"{label}.Append(ml.Transforms.CopyColumns(\"Extra\", \"Age\")).Append({Concatenated("\"Extra\"")})",
            _ => Concatenated(),
        };

        string Concatenated(string? extra = null, string? id = null) =>
            $"ml.Transforms.Concatenate(\"Features\", \"Age\"{(_plan.IsRegression ? "" : ", \"Pressure\"")}{(extra is null ? "" : ", " + Mark(isOfTrainer && id is not null, id, extra))})";
    }

    private static string Mark(bool isLeak, string? id, string text) => isLeak ? $"{{|{id}:{text}|}}" : text;
}
