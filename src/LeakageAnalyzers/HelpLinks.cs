using System.Reflection;

namespace LeakageAnalyzers;

/// <summary>Where the page of a rule is read online: at the commit that this build was made of. A build of a checkout that is nowhere hosted has no links; the pages are in the package all the same.</summary>
internal static class HelpLinks
{
    /// <summary>The key under which the build writes the address of the folder of pages.</summary>
    private const string Key = "DocumentationUrl";

    private static readonly string? Folder = typeof(HelpLinks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == Key)?.Value;

    /// <summary>The address of the page of rule <paramref name="id"/>, or null.</summary>
    public static string? Of(string id) => Folder is null ? null : $"{Folder}{id}.md";
}
