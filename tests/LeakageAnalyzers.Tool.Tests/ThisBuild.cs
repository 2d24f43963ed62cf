using System.Reflection;

namespace LeakageAnalyzers.Tool.Tests;

/// <summary>What the build that made this assembly says about itself.</summary>
internal static class ThisBuild
{
    /// <summary>The repository's top folder.</summary>
    public static string RepositoryRoot { get; } = Said("RepositoryRoot");

    /// <summary>Debug or Release.</summary>
    public static string Configuration { get; } = Said("Configuration");

    /// <summary>Where the machine keeps restored packages.</summary>
    public static string PackageFolder { get; } = Said("PackageFolder");

    private static string Said(string key) => typeof(ThisBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The build gave no {key}.");
}
