namespace LeakageAnalyzers.MlNet;

/// <summary>How the methods in the table name their parameters: those of ML.NET, of our own library and of the base class library.</summary>
internal static class Parameters
{
    /// <summary>Items that are added, or that a condition is asked of.</summary>
    public const string Collection = "collection";

    /// <summary>What makes several items of one.</summary>
    public const string CollectionSelector = "collectionSelector";

    /// <summary>A column of a view.</summary>
    public const string Column = "column";

    /// <summary>The columns of a loader, or pairs of outputs and inputs.</summary>
    public const string Columns = "columns";

    /// <summary>What puts two items in order.</summary>
    public const string Comparison = "comparison";

    /// <summary>Whether a sample is what it left out.</summary>
    public const string Complement = "complement";

    /// <summary>How many.</summary>
    public const string Count = "count";

    /// <summary>Rows that are written.</summary>
    public const string Data = "data";

    /// <summary>What a column of a loader holds.</summary>
    public const string DataKind = "dataKind";

    /// <summary>The rows of a search that cuts them into folds itself.</summary>
    public const string Dataset = "dataset";

    /// <summary>What is repeated.</summary>
    public const string Element = "element";

    /// <summary>What makes the value that stands under a key.</summary>
    public const string ElementSelector = "elementSelector";

    /// <summary>The pipeline that is trained fold by fold.</summary>
    public const string Estimator = "estimator";

    /// <summary>The pipelines that a nested cross-validation chooses among.</summary>
    public const string Candidates = "candidates";

    /// <summary>What makes one of two.</summary>
    public const string Func = "func";

    /// <summary>A position.</summary>
    public const string Index = "index";

    /// <summary>Whether a data frame is changed, and not a copy of it.</summary>
    public const string InPlace = "inPlace";

    /// <summary>The column that a step reads.</summary>
    public const string InputColumnName = "inputColumnName";

    /// <summary>The key of an entry.</summary>
    public const string Key = "key";

    /// <summary>What reads a key of an item.</summary>
    public const string KeySelector = "keySelector";

    /// <summary>The column that is learned or evaluated.</summary>
    public const string LabelColumnName = "labelColumnName";

    /// <summary>What an expression computes of a row, as a text.</summary>
    public const string Expression = "expression";

    /// <summary>What a custom mapping does with a row.</summary>
    public const string MapAction = "mapAction";

    /// <summary>The transformer that is saved.</summary>
    public const string Model = "model";

    /// <summary>The name of a column of a loader.</summary>
    public const string Name = "name";

    /// <summary>Into how many folds rows are cut.</summary>
    public const string NumberOfFolds = "numberOfFolds";

    /// <summary>An object of settings, the columns among them.</summary>
    public const string Options = "options";

    /// <summary>The column that a step writes.</summary>
    public const string OutputColumnName = "outputColumnName";

    /// <summary>A file.</summary>
    public const string Path = "path";

    /// <summary>A condition.</summary>
    public const string Predicate = "predicate";

    /// <summary>Positions from one up to another.</summary>
    public const string Range = "range";

    /// <summary>What a task gives.</summary>
    public const string Result = "result";

    /// <summary>What is made of two items.</summary>
    public const string ResultSelector = "resultSelector";

    /// <summary>The column whose rows of one value stay on one side.</summary>
    public const string SamplingKeyColumnName = "samplingKeyColumnName";

    /// <summary>Columns that differ from those of the row class.</summary>
    public const string SchemaDefinition = "schemaDefinition";

    /// <summary>Where random numbers begin, or a fold over items.</summary>
    public const string Seed = "seed";

    /// <summary>What makes something of an item.</summary>
    public const string Selector = "selector";

    /// <summary>How many items a part has.</summary>
    public const string Size = "size";

    /// <summary>The share of the rows that is held out.</summary>
    public const string TestFraction = "testFraction";

    /// <summary>From which score on a prediction is positive.</summary>
    public const string Threshold = "threshold";

    /// <summary>The rows that the candidates of a search are trained on.</summary>
    public const string Train = "train";

    /// <summary>Both parts of a split, for a search.</summary>
    public const string TrainValidationSplit = "trainValidationSplit";

    /// <summary>The rows that the candidates of a search are compared on.</summary>
    public const string Validation = "validation";

    /// <summary>Rows that a trainer or a search looks at while it learns from others.</summary>
    public const string ValidationData = "validationData";

    /// <summary>What stands under a key.</summary>
    public const string Value = "value";

    /// <summary>What makes a value when it is first asked for.</summary>
    public const string ValueFactory = "valueFactory";

    /// <summary>Whether <paramref name="name"/> is what lists and arrays call the <paramref name="parameter"/> that LINQ calls so.</summary>
    public static bool IsOtherName(string name, string parameter) => (name == "converter" && parameter == Selector) || (name == "match" && parameter == Predicate);

    /// <summary>Which rows a call loads.</summary>
    public static ImmutableArray<string> OfSource { get; } = ImmutableArray.Create("path", "filename", "multiFile", "fileSource", "source", "csvStream", "csvString");

    /// <summary>The file that something is saved to and loaded from. A stream is known by the path it was opened by.</summary>
    public static ImmutableArray<string> OfFile { get; } = ImmutableArray.Create("filePath", "stream", "path");

    /// <summary>The column that keeps groups whole.</summary>
    public static ImmutableArray<string> OfKey { get; } = ImmutableArray.Create("samplingKeyColumnName", "rowGroupColumnName", RuntimeNames.GroupColumnName, "samplingKeyColumn");

    /// <summary>What places the window of a split along time.</summary>
    public static ImmutableArray<string> OfWindow { get; } = ImmutableArray.Create("timeColumnName", "testSize", "maxTrainSize", "gap");

    /// <summary>What each of two models made of the rows that they are compared on.</summary>
    public static ImmutableArray<string> OfCompared { get; } = ImmutableArray.Create("first", "second");

    /// <summary>At which position a part begins.</summary>
    public static ImmutableArray<string> OfStart { get; } = ImmutableArray.Create("index", "start", "startIndex", "offset");

    /// <summary>How many items a part has.</summary>
    public static ImmutableArray<string> OfLength { get; } = ImmutableArray.Create("count", "length");

    /// <summary>Columns that a step writes.</summary>
    public static ImmutableArray<string> OfOutputs { get; } = ImmutableArray.Create("outputColumnName", "outputColumnNames");

    /// <summary>Columns that a step reads.</summary>
    public static ImmutableArray<string> OfInputs { get; } = ImmutableArray.Create("inputColumnName", "inputColumnNames", "columnNames", "keepColumns", "featureColumnName", "featureColumnNames",
        "matrixColumnIndexColumnName", "matrixRowIndexColumnName", "sentence1ColumnName", "sentence2ColumnName");

    /// <summary>The query that a ranker's row belongs to.</summary>
    public static ImmutableArray<string> OfGroup { get; } = ImmutableArray.Create("rowGroupColumnName");

    /// <summary>The label that a step reads.</summary>
    public static ImmutableArray<string> OfLabel { get; } = ImmutableArray.Create("labelColumnName");

    /// <summary>Rows that a trainer looks at while it learns from others.</summary>
    public static ImmutableArray<string> OfValidation { get; } = ImmutableArray.Create("validationSet");

    /// <summary>What stops training by those rows: where it is given as null, they are only reported on.</summary>
    public const string EarlyStoppingCriteria = "earlyStoppingCriteria";
}
