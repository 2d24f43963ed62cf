using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter.Features;

/// <summary>Point 5: names of columns, however they are put together, and columns made of columns.</summary>
public sealed class ColumnFeatures
{
    private static readonly FeatureTable Table = new(
        Names("a literal", "string[] names = { \"Age\", § };", "\"Label\"", "\"Pressure\""),
        Names("nameof", "var names = new[] { nameof(Reading.Age), nameof(§) };", "Reading.Label", "Reading.Pressure"),
        Names("a constant", "var names = new[] { \"Age\", § };", "Columns.Outcome", "Columns.Pressure", "static class Columns { public const string Outcome = \"Label\"; public const string Pressure = \"Pressure\"; }"),
        Names("a static readonly field", "var names = new[] { \"Age\", § };", "Columns.Outcome", "Columns.Pressure", "static class Columns { public static readonly string Outcome = \"Label\"; public static readonly string Pressure = \"Pressure\"; }"),
        Names("an interpolation of constants", "var names = new[] { \"Age\", $\"{§}\" };", "nameof(Reading.Label)", "nameof(Reading.Pressure)"),
        Names("a concatenation", "var names = new[] { \"Age\", § };", "\"La\" + \"bel\"", "\"Pres\" + \"sure\""),
        Names("a variable", "var last = §; var names = new[] { \"Age\", last };", "\"Label\"", "\"Pressure\""),
        Names("string.Concat", "var names = new[] { \"Age\", string.Concat(§) };", "\"La\", \"bel\"", "\"Pres\", \"sure\""),
        Names("an array in a field", "var names = Columns.Inputs;", "\"Label\"", "\"Pressure\"", "static class Columns { public static readonly string[] Inputs = { \"Age\", § }; }"),
        Names("an array that a method makes", "var names = Inputs(); static string[] Inputs() => new[] { \"Age\", § };", "\"Label\"", "\"Pressure\""),
        Names("a list made into an array", "var list = new List<string> { \"Age\" }; list.Add(§); var names = list.ToArray();", "\"Label\"", "\"Pressure\""),
        Names("two arrays in one", "var names = new[] { \"Age\" }.Concat(new[] { § }).ToArray();", "\"Label\"", "\"Pressure\""),
        Names("Append", "var names = new[] { \"Age\" }.Append(§).ToArray();", "\"Label\"", "\"Pressure\""),
        Names("a collection expression", "string[] names = [\"Age\", §];", "\"Label\"", "\"Pressure\""),
        Names("a spread", "string[] some = [\"Age\"]; string[] names = [.. some, §];", "\"Label\"", "\"Pressure\""),
        Names("an array that is filled by index", "var names = new string[2]; names[0] = \"Age\"; names[1] = §;", "\"Label\"", "\"Pressure\""),
        Names("Except", "var names = new[] { \"Age\", \"Pressure\", \"Label\" }.Except(new[] { § }).ToArray();", "\"Pressure\"", "\"Label\""),
        Names("Where with a name", "var names = new[] { \"Age\", \"Pressure\", \"Label\" }.Where(name => name != §).ToArray();", "\"Pressure\"", "\"Label\""),
        Names("Where with an array", "var left = new[] { § }; var names = new[] { \"Age\", \"Label\" }.Where(name => !left.Contains(name)).ToArray();", "\"Ward\"", "\"Label\""),
        Names("properties of the row class", "var names = typeof(Reading).GetProperties().Select(p => p.Name).Where(n => n != § && n != \"Ward\").ToArray();", "\"Age\"", "\"Label\""),
        Names("properties of the row class, filtered first", "var names = typeof(Reading).GetProperties().Where(p => p.Name != § && p.Name != nameof(Reading.Ward)).Select(p => p.Name).ToArray();", "\"Age\"", "\"Label\""),
        Names("properties of the row class by their type", "var names = typeof(Reading).GetProperties().Where(p => p.PropertyType == typeof(float) || p.PropertyType == typeof(§)).Select(p => p.Name).ToArray();", "bool", "double"),
        Names("a loop over the properties of the row class", "var list = new List<string>(); foreach (var property in typeof(Reading).GetProperties()) { if (property.Name == § || property.Name == \"Ward\") { continue; } list.Add(property.Name); } var names = list.ToArray();", "\"Age\"", "\"Label\""),
        Names("the schema of the rows", "var names = data.Schema.Select(column => column.Name).Where(name => name != § && name != \"Ward\").ToArray();", "\"Age\"", "\"Label\""),
        Names("a query over the schema", "var names = (from column in data.Schema where column.Name != § && column.Name != \"Ward\" select column.Name).ToArray();", "\"Age\"", "\"Label\""),
        Names("a loop over the schema", "var list = new List<string>(); foreach (var column in data.Schema) { if (column.Name != § && column.Name != \"Ward\") { list.Add(column.Name); } } var names = list.ToArray();", "\"Age\"", "\"Label\""),
        Names("the schema by index", "var names = new[] { \"Age\", data.Schema[§].Name };", "3", "1"),
        Through("a copy", "ml.Transforms.CopyColumns(\"Copy\", §)", "\"Copy\""),
        Through("a pair of columns", "ml.Transforms.Conversion.ConvertType(new[] { new InputOutputColumnPair(\"Copy\", §) }, DataKind.Single)", "\"Copy\""),
        Through("pairs that LINQ makes", "ml.Transforms.Conversion.ConvertType(new[] { § }.Select(name => new InputOutputColumnPair(\"Copy\", name)).ToArray(), DataKind.Single)", "\"Copy\""),
        Through("a conversion", "ml.Transforms.Conversion.ConvertType(\"Copy\", §, DataKind.Single)", "\"Copy\""),
        Through("a key map", "ml.Transforms.Conversion.MapValueToKey(\"Key\", §).Append(ml.Transforms.Conversion.MapKeyToVector(\"Copy\", \"Key\"))", "\"Copy\""),
        Through("one-hot encoding", "ml.Transforms.Categorical.OneHotEncoding(\"Copy\", §)", "\"Copy\""),
        Through("an expression", "ml.Transforms.Expression(\"Copy\", \"x => x ? 1f : 0f\", §)", "\"Copy\"", "\"Flag\""),
        Through("a concatenation in a concatenation", "ml.Transforms.Conversion.ConvertType(\"Number\", §, DataKind.Single).Append(ml.Transforms.Concatenate(\"Copy\", \"Age\", {|LEAK401:\"Number\"|}))", "\"Copy\"", isMarked: true),
        new Feature("the columns of a loader", """
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile("visits.csv", new[] { new TextLoader.Column(§, DataKind.String, 0), new TextLoader.Column("Age", DataKind.Single, 1), new TextLoader.Column("Label", DataKind.Boolean, 2) });
            var split = ml.Data.{|LEAK202:TrainTestSplit(data)|};
            var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            """, "\"PatientId\"", "\"Ward\""),
        new Feature("the options of a loader", """
            var ml = new MLContext(seed: 1);
            var options = new TextLoader.Options { HasHeader = true, Columns = new TextLoader.Column[] { new(§, DataKind.String, 0), new("Age", DataKind.Single, 1), new("Label", DataKind.Boolean, 2) } };
            var data = ml.Data.CreateTextLoader(options).Load("visits.csv");
            var split = ml.Data.{|LEAK202:TrainTestSplit(data)|};
            var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            """, "\"PatientId\"", "\"Ward\""),
        new Feature("a column's name in an attribute", """
            var ml = new MLContext(seed: 1);
            var data = ml.Data.LoadFromTextFile<Row>("visits.csv");
            var split = ml.Data.{|LEAK202:TrainTestSplit(data)|};
            var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

            class Row { [LoadColumn(0), ColumnName(§)] public string Who { get; set; } [LoadColumn(1)] public float Age { get; set; } [LoadColumn(2)] public bool Label { get; set; } }
            """, "\"PatientId\"", "\"Ward\""));

    public static TheoryData<string> FeatureNames => Table.Names;

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public Task Is_followed(string feature) => Table.VerifyAsync(feature);

    private static Feature Names(string name, string statements, string leaking, string honest, string declarations = "") => Feature.OfColumns(name, statements, leaking, honest, declarations);

    private static Feature Through(string name, string step, string input, string honest = "\"Ward\"", bool isMarked = false) => new($"the label through {name}", $$"""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Flagged>("readings.csv");
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
        var model = {{step}}.Append(ml.Transforms.Concatenate("Features", {{(isMarked ? input : $"{{|LEAK401:{input}|}}")}})).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

        class Flagged { [LoadColumn(0)] public float Age { get; set; } [LoadColumn(1)] public float Ward { get; set; } [LoadColumn(2)] public bool Flag { get; set; } [LoadColumn(3)] public bool Label { get; set; } }
        """, "\"Label\"", honest);
}
