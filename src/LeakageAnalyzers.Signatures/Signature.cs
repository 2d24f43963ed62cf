using Microsoft.ML.Data;

namespace Microsoft.ML.Signatures;

/// <summary>The body of everything here.</summary>
internal static class Signature
{
    /// <summary>Never returns.</summary>
    public static T Only<T>() => throw new NotSupportedException("This is a signature of a package that is not here; it cannot run.");
}

/// <summary>An estimator of a package that is not here.</summary>
public abstract class SignatureEstimator<TTransformer> : IEstimator<TTransformer> where TTransformer : class, ITransformer
{
    public TTransformer Fit(IDataView input) => Signature.Only<TTransformer>();

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => Signature.Only<SchemaShape>();
}

/// <summary>A transformer of a package that is not here.</summary>
public abstract class SignatureTransformer : ITransformer
{
    bool ITransformer.IsRowToRowMapper => Signature.Only<bool>();

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Signature.Only<DataViewSchema>();

    public IDataView Transform(IDataView input) => Signature.Only<IDataView>();

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => Signature.Only<IRowToRowMapper>();

    void ICanSaveModel.Save(ModelSaveContext ctx) => Signature.Only<bool>();
}
