using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace LeakageAnalyzers.Tests.Verification;

/// <summary>The framework and ML.NET's real assemblies, taken from this test's own run: nothing is downloaded.</summary>
internal static class MlNetReferences
{
    private const string Runtime = "LeakageAnalyzers.Runtime";

    /// <summary>A target framework without packages of its own.</summary>
    public static ReferenceAssemblies None { get; } = new("net10.0");

    /// <summary>Everything this test runs on but the analyzer itself.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsForPrograms(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The same for a program that does not reference our run-time library.</summary>
    public static ImmutableArray<MetadataReference> WithoutRuntime { get; } = [.. All.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != Runtime)];

    private static bool IsForPrograms(string assembly) =>
        assembly is Runtime
        || !(assembly.StartsWith("LeakageAnalyzers", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || assembly.StartsWith("xunit", StringComparison.Ordinal));
}
