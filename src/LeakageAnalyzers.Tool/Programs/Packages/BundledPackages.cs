namespace LeakageAnalyzers.Tool.Programs.Packages;

/// <summary>What stands in for packages that loose files ask for.</summary>
internal static class BundledPackages
{
    // Prefixes of ids whose assemblies, or signatures of them, come with the tool.
    private static readonly string[] Ids = ["Microsoft.ML", "Microsoft.Data.Analysis", "Microsoft.Extensions.ML", "LeakageAnalyzers", "Microsoft.DotNet.Interactive"];

    /// <summary>Whether the tool has its own copy of what <paramref name="package"/> offers.</summary>
    public static bool Has(PackageRequest package) =>
        Array.Exists(Ids, id => package.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)) && !package.Id.Contains("Tokenizers", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="assembly"/> holds types of which the tool only has signatures.</summary>
    public static bool IsSigned(string assembly) => Path.GetFileNameWithoutExtension(assembly) is
        "Microsoft.ML.AutoML" or "Microsoft.ML.TimeSeries" or "Microsoft.ML.Recommender" or "Microsoft.ML.Vision" or "Microsoft.ML.TensorFlow" or "Microsoft.ML.TorchSharp"
        or "Microsoft.ML.Mkl.Components" or "Microsoft.ML.OnnxConverter" or "Microsoft.Extensions.ML" or "Microsoft.ML.Ensemble";
}
