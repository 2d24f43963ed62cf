using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Agreement.Tests.Programs;

/// <summary>What programs under test are compiled against: what this test itself runs on.</summary>
internal static class ProgramReferences
{
    /// <summary>The framework, ML.NET and our run-time library.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsForPrograms(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What supplies data in place of files.</summary>
    public static MetadataReference GivenData { get; } = MetadataReference.CreateFromFile(typeof(Host.Data.Given).Assembly.Location);

    private static bool IsForPrograms(string assembly) =>
        assembly is "LeakageAnalyzers.Runtime"
        || !(assembly.StartsWith("LeakageAnalyzers", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || assembly.StartsWith("xunit", StringComparison.Ordinal) || assembly is "ParkinsonsVoice" or "CostOfLeaks" or "CsCheck");
}
