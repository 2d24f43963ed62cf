namespace LeakageAnalyzers.Tests.Verification;

/// <summary>A feature of the language or an idiom of real programs: a program that leaks through it, and its honest twin, which differs in one place.</summary>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Program">The program; <c>§</c> stands where the twins differ, and the expected findings as <c>{|LEAK201:Evaluate(…)|}</c>.</param>
/// <param name="Leaking">What stands there where it leaks.</param>
/// <param name="Honest">What stands there where it does not.</param>
/// <param name="OtherFiles">The other files of the program.</param>
internal sealed record Feature(string Name, string Program, string Leaking, string Honest, params string[] OtherFiles)
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
        var pipeline = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree());

        """;

    private const string End = """

        var metrics = ml.BinaryClassification.{|LEAK201:Evaluate(model.Transform(tested))|};

        """;

    /// <summary>The rows that are tested come through the feature: <paramref name="statements"/> make <c>tested</c> of <c>§</c>, which is one of the two sides of a split.</summary>
    public static Feature OfRows(string name, string statements, string declarations = "") =>
        new(name, Start + "ITransformer model = pipeline.Fit(split.TrainSet);\n" + statements + End + declarations, "split.TrainSet", "split.TestSet");

    /// <summary>The model comes through the feature: <paramref name="statements"/> make <c>model</c>, which is trained on the train rows.</summary>
    public static Feature OfModel(string name, string statements, string declarations = "") =>
        new(name, Start + statements + "\nIDataView tested = §;" + End + declarations, "split.TrainSet", "split.TestSet");

    /// <summary>Steps that are fitted before the split come through the feature: <paramref name="statements"/> make <c>steps</c> of <c>§</c>, which learns or does not.</summary>
    public static Feature OfSteps(string name, string statements, string declarations = "") => new(name, """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var features = ml.Transforms.Concatenate("Features", "Age", "Pressure");

        """ + statements + """

        var prepared = steps.{|LEAK102:Fit(data)|}.Transform(data);
        var split = ml.Data.TrainTestSplit(prepared, testFraction: 0.2);
        var model = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

        """ + declarations, "ml.Transforms.NormalizeMinMax(\"Features\")", "ml.Transforms.NormalizeLpNorm(\"Features\")");

    /// <summary>The names of columns come through the feature: <paramref name="statements"/> make <c>names</c>, the inputs of a model, with the label among them or not.</summary>
    public static Feature OfColumns(string name, string statements, string leaking, string honest, string declarations = "") => new(name, """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);

        """ + statements + """

        var model = ml.Transforms.Concatenate("Features", {|LEAK401:names|}).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));

        """ + declarations, leaking, honest);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
