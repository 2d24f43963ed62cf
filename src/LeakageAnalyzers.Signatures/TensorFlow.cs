using Microsoft.ML.Signatures;
using Microsoft.ML.Transforms;

namespace Microsoft.ML
{
    public static class TensorflowCatalog
    {
        public static TensorFlowModel LoadTensorFlowModel(this ModelOperationsCatalog catalog, string modelLocation) => Signature.Only<TensorFlowModel>();

        public static TensorFlowModel LoadTensorFlowModel(this ModelOperationsCatalog catalog, string modelLocation, bool treatOutputAsBatched) => Signature.Only<TensorFlowModel>();
    }
}

namespace Microsoft.ML.Transforms
{
    public sealed class TensorFlowModel : IDisposable
    {
        public DataViewSchema GetModelSchema() => Signature.Only<DataViewSchema>();

        public DataViewSchema GetInputSchema() => Signature.Only<DataViewSchema>();

        public TensorFlowEstimator ScoreTensorFlowModel(string outputColumnName, string inputColumnName, bool addBatchDimensionInput = false) => Signature.Only<TensorFlowEstimator>();

        public TensorFlowEstimator ScoreTensorFlowModel(string[] outputColumnNames, string[] inputColumnNames, bool addBatchDimensionInput = false) => Signature.Only<TensorFlowEstimator>();

        public void Dispose() => Signature.Only<bool>();
    }

    public sealed class TensorFlowEstimator : SignatureEstimator<TensorFlowTransformer>;

    public sealed class TensorFlowTransformer : SignatureTransformer;
}
