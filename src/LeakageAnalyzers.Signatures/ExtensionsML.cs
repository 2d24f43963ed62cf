using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Signatures;

namespace Microsoft.Extensions.ML;

public class PredictionEnginePool<TData, TPrediction> : IDisposable where TData : class where TPrediction : class, new()
{
    public ITransformer GetModel() => Signature.Only<ITransformer>();

    public ITransformer GetModel(string modelName) => Signature.Only<ITransformer>();

    public PredictionEngine<TData, TPrediction> GetPredictionEngine() => Signature.Only<PredictionEngine<TData, TPrediction>>();

    public PredictionEngine<TData, TPrediction> GetPredictionEngine(string modelName) => Signature.Only<PredictionEngine<TData, TPrediction>>();

    public void ReturnPredictionEngine(PredictionEngine<TData, TPrediction> engine) => Signature.Only<bool>();

    public void ReturnPredictionEngine(string modelName, PredictionEngine<TData, TPrediction> engine) => Signature.Only<bool>();

    public void Dispose() => Signature.Only<bool>();
}

public static class PredictionEnginePoolExtensions
{
    public static TPrediction Predict<TData, TPrediction>(this PredictionEnginePool<TData, TPrediction> predictionEnginePool, TData example)
        where TData : class where TPrediction : class, new() => Signature.Only<TPrediction>();

    public static TPrediction Predict<TData, TPrediction>(this PredictionEnginePool<TData, TPrediction> predictionEnginePool, string modelName, TData example)
        where TData : class where TPrediction : class, new() => Signature.Only<TPrediction>();
}

public class PredictionEnginePoolBuilder<TData, TPrediction> where TData : class where TPrediction : class, new()
{
    public IServiceCollection Services => Signature.Only<IServiceCollection>();
}

public static class ServiceCollectionExtensions
{
    public static PredictionEnginePoolBuilder<TData, TPrediction> AddPredictionEnginePool<TData, TPrediction>(this IServiceCollection services)
        where TData : class where TPrediction : class, new() => Signature.Only<PredictionEnginePoolBuilder<TData, TPrediction>>();
}

public static class BuilderExtensions
{
    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(this PredictionEnginePoolBuilder<TData, TPrediction> builder, string uri)
        where TData : class where TPrediction : class, new() => builder;

    public static PredictionEnginePoolBuilder<TData, TPrediction> FromUri<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, string uri, TimeSpan period)
        where TData : class where TPrediction : class, new() => builder;

    public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(this PredictionEnginePoolBuilder<TData, TPrediction> builder, string filePath)
        where TData : class where TPrediction : class, new() => builder;

    public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(this PredictionEnginePoolBuilder<TData, TPrediction> builder, string filePath, bool watchForChanges)
        where TData : class where TPrediction : class, new() => builder;

    public static PredictionEnginePoolBuilder<TData, TPrediction> FromFile<TData, TPrediction>(
        this PredictionEnginePoolBuilder<TData, TPrediction> builder, string modelName, string filePath, bool watchForChanges)
        where TData : class where TPrediction : class, new() => builder;
}
