using Microsoft.ML.Data;

namespace Microsoft.ML.AutoML;

public sealed class ColumnInferenceResults
{
    public TextLoader.Options TextLoaderOptions { get; internal set; }

    public ColumnInformation ColumnInformation { get; internal set; }
}

public sealed class ColumnInformation
{
    public string LabelColumnName { get; set; }

    public string UserIdColumnName { get; set; }

    public string GroupIdColumnName { get; set; }

    public string ItemIdColumnName { get; set; }

    public string ExampleWeightColumnName { get; set; }

    public string SamplingKeyColumnName { get; set; }

    public ICollection<string> CategoricalColumnNames { get; private set; }

    public ICollection<string> NumericColumnNames { get; private set; }

    public ICollection<string> TextColumnNames { get; private set; }

    public ICollection<string> IgnoredColumnNames { get; private set; }

    public ICollection<string> ImagePathColumnNames { get; private set; }
}
