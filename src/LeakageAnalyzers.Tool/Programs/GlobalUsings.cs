namespace LeakageAnalyzers.Tool.Programs;

/// <summary>The namespaces that kinds of programs use without saying so.</summary>
internal static class GlobalUsings
{
    /// <summary>The SDK's implicit usings of a console program.</summary>
    public static IReadOnlyList<string> Sdk { get; } =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>The SDK's implicit usings of a web program.</summary>
    public static IReadOnlyList<string> WebSdk { get; } =
    [
        .. Sdk, "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>What the C# kernel of a notebook has imported.</summary>
    public static IReadOnlyList<string> Notebook { get; } = [.. Sdk, "System.Net", "System.Text", "static Microsoft.DotNet.Interactive.Notebook"];
}
