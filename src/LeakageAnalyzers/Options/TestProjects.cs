using LeakageAnalyzers.MlNet;

namespace LeakageAnalyzers.Options;

/// <summary>Projects that test software: what they evaluate is no claim about a model.</summary>
internal static class TestProjects
{
    private static readonly ImmutableArray<string> Markers = ImmutableArray.Create(
        "Xunit.FactAttribute", "NUnit.Framework.TestAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute", "TUnit.Core.TestAttribute");

    /// <summary>Whether <paramref name="compilation"/> references a framework for tests.</summary>
    public static bool Is(Compilation compilation) => Markers.Any(compilation.Declares);
}
