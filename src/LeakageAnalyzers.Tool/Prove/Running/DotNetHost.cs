using System.Runtime.InteropServices;
using System.Text.Json;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>The .NET that this tool runs on, which runs the programs too.</summary>
internal static class DotNetHost
{
    /// <summary>The folder of the runtime's own assemblies.</summary>
    public static string RuntimeFolder { get; } = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());

    /// <summary>The folder of ASP.NET's assemblies, which need not be there.</summary>
    public static string WebFolder { get; } = Path.GetFullPath(Path.Combine(RuntimeFolder, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(RuntimeFolder)));

    /// <summary>The command <c>dotnet</c>.</summary>
    public static string Command { get; } =
        Path.GetFullPath(Path.Combine(RuntimeFolder, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")) is var beside && File.Exists(beside) ? beside : "dotnet";

    /// <summary>The identifiers under which packages keep native libraries for this machine, the nearest first.</summary>
    public static IReadOnlyList<string> RuntimeIdentifiers { get; } =
        OperatingSystem.IsWindows() ? [$"win-{Architecture}", "win"] : OperatingSystem.IsMacOS() ? [$"osx-{Architecture}", "osx", "unix"] : [$"linux-{Architecture}", "linux", "unix"];

    private static string Architecture => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>Whether <paramref name="assembly"/> comes with .NET.</summary>
    public static bool Has(string assembly) => Path.GetDirectoryName(assembly) is { } folder && (folder == RuntimeFolder || folder == WebFolder || Path.GetFullPath(folder) == WebFolder);

    /// <summary>The text of a <c>runtimeconfig.json</c> for this runtime.</summary>
    /// <param name="usesWeb">Whether the program uses ASP.NET.</param>
    public static string RuntimeConfiguration(bool usesWeb)
    {
        string[] frameworks = usesWeb ? ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"] : ["Microsoft.NETCore.App"];
        return JsonSerializer.Serialize(new
        {
            runtimeOptions = new
            {
                tfm = $"net{Environment.Version.Major}.0",
                frameworks = frameworks.Select(name => new { name, version = Path.GetFileName(RuntimeFolder) }),
            },
        });
    }
}
