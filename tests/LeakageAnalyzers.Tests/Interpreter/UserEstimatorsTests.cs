using LeakageAnalyzers.Tests.Verification;

namespace LeakageAnalyzers.Tests.Interpreter;

/// <summary>Estimators that the program itself writes: what their <c>Fit</c> does with the rows and the label decides.</summary>
public sealed class UserEstimatorsTests
{
    private const string Start = """
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Reading>("readings.csv");

        """;

    private const string Score = """

        var split = ml.Data.TrainTestSplit(prepared);
        var model = ml.Transforms.Concatenate("Features", "Age", "Pressure").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        """;

    private const string Transformer = """

        sealed class Encoded : ITransformer
        {
            public Encoded(object learned) => Learned = learned;

            public object Learned { get; }

            public bool IsRowToRowMapper => true;

            public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => inputSchema;

            public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new NotSupportedException();

            public void Save(ModelSaveContext ctx) => throw new NotSupportedException();

            public IDataView Transform(IDataView input) => input;
        }
        """;

    [Fact]
    public Task Fit_averages_the_label_by_category() => Twins.VerifyAsync(Start + """
        var prepared = new TargetEncoder(ml).{|LEAK101:Fit(data)|}.Transform(data);
        """ + Score + """

        sealed class TargetEncoder(MLContext ml) : IEstimator<Encoded>
        {
            public Encoded Fit(IDataView input) => new Encoded(§);

            public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
        }
        """ + Transformer,
        "ml.Data.CreateEnumerable<Reading>(input, false).GroupBy(row => row.Ward).ToDictionary(ward => ward.Key, ward => ward.Average(row => row.Label ? 1f : 0f))",
        "input.Schema.Count");

    [Fact]
    public Task Fit_averages_a_column_within_a_pipeline() => Twins.VerifyAsync(Start + """
        var prepared = ml.Transforms.CopyColumns("Raw", "Age").Append(new MeanImputer("Age")).{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score + """

        sealed class MeanImputer : IEstimator<Encoded>
        {
            private readonly string _column;

            public MeanImputer(string column) => _column = column;

            public Encoded Fit(IDataView input) => new Encoded(§);

            public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
        }
        """ + Transformer,
        "input.GetColumn<float>(_column).Where(value => !float.IsNaN(value)).Average()",
        "_column.Length");

    [Fact]
    public Task Fit_reads_with_a_cursor_in_a_method_of_its_base_class() => Twins.VerifyAsync(Start + """
        IEstimator<ITransformer> scaling = new Scaler();
        var prepared = scaling.{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score + """

        abstract class Learner : IEstimator<ITransformer>
        {
            public ITransformer Fit(IDataView input) => new Encoded(Learn(input));

            public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;

            protected abstract double Learn(IDataView input);
        }

        sealed class Scaler : Learner
        {
            protected override double Learn(IDataView input)
            {
                var largest = 0d;
                §
                return largest;
            }
        }
        """ + Transformer,
        "using var cursor = input.GetRowCursor(input.Schema);",
        "largest = 1000;");

    [Fact]
    public Task Fit_hands_its_rows_to_a_pipeline_of_its_own() => Twins.VerifyAsync(Start + """
        var prepared = new Preparation(ml).{|LEAK102:Fit(data)|}.Transform(data);
        """ + Score + """

        sealed class Preparation(MLContext ml) : IEstimator<ITransformer>
        {
            public ITransformer Fit(IDataView input) => §.Fit(input);

            public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
        }
        """,
        "ml.Transforms.Concatenate(\"Inputs\", \"Age\").Append(ml.Transforms.NormalizeMinMax(\"Inputs\"))",
        "ml.Transforms.Concatenate(\"Inputs\", \"Age\").Append(ml.Transforms.NormalizeLpNorm(\"Inputs\"))");

    [Fact]
    public Task A_label_column_of_another_name_is_told_to_the_constructor() => Twins.VerifyAsync("""
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Outcome>("outcomes.csv");
        var prepared = new Selector(labelColumn: "Died").{|LEAK101:Fit(§)|}.Transform(data);
        var split = ml.Data.TrainTestSplit(prepared);
        var model = ml.Transforms.Concatenate("Features", "Age").Append(ml.BinaryClassification.Trainers.FastTree("Died")).Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Died");

        sealed class Outcome
        {
            [LoadColumn(0)] public float Age { get; set; }
            [LoadColumn(1)] public bool Died { get; set; }
        }

        sealed class Selector : IEstimator<Encoded>
        {
            private readonly string _labelColumn;

            public Selector(string labelColumn) => _labelColumn = labelColumn;

            public Encoded Fit(IDataView input) => new Encoded(input.GetColumn<bool>(_labelColumn).Count(died => died));

            public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;
        }
        """ + Transformer, "data", "ml.Data.LoadFromTextFile<Outcome>(\"pilot.csv\")");

    [Fact]
    public Task Fit_that_is_not_here_is_not_guessed_at() => AnalyzerVerifier.VerifyAsync(Start + """
        IEstimator<ITransformer> Given() => (IEstimator<ITransformer>)Activator.CreateInstance(Type.GetType("Elsewhere.Encoder"));
        var prepared = Given().Fit(data).Transform(data);
        """ + Score);
}
