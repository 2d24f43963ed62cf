using Microsoft.ML.Signatures;

namespace Microsoft.ML;

public static class OnnxExportExtensions
{
    public static void ConvertToOnnx(this ModelOperationsCatalog catalog, ITransformer transform, IDataView inputData, Stream stream) => Signature.Only<bool>();

    public static void ConvertToOnnx(this ModelOperationsCatalog catalog, ITransformer transform, IDataView inputData, int opSetVersion, Stream stream) => Signature.Only<bool>();

    public static void ConvertToOnnx(this ModelOperationsCatalog catalog, ITransformer transform, IDataView inputData, Stream stream, params string[] outputColumns) => Signature.Only<bool>();
}
