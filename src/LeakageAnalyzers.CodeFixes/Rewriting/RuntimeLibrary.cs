using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.CodeFixes.Rewriting;

/// <summary>The names of the run-time library that fixes write.</summary>
internal static class RuntimeLibrary
{
    /// <summary>Where its extension methods stand.</summary>
    public const string Namespace = "LeakageAnalyzers.Runtime";

    /// <summary>Where what they give back stands.</summary>
    public const string Evaluation = Namespace + ".Evaluation";

    /// <summary>Where intervals and verdicts stand.</summary>
    public const string Statistics = Namespace + ".Statistics";

    /// <summary>The type of this name in <see cref="Namespace"/>; null where the library is not referenced.</summary>
    public static INamedTypeSymbol? Find(this SemanticModel model, string type, string space = Namespace) => model.Compilation.GetTypeByMetadataName($"{space}.{type}");
}
