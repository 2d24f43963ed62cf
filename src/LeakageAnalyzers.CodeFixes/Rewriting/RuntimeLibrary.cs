using LeakageAnalyzers.MlNet;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>The run-time library, where it is referenced.</summary>
internal static class RuntimeLibrary
{
    /// <summary>The type of this name in the library's namespace <paramref name="space"/>; null where the library is not referenced.</summary>
    public static INamedTypeSymbol? Find(this SemanticModel model, string type, string space = RuntimeNames.Namespace) => model.Compilation.GetTypeByMetadataName($"{space}.{type}");
}
