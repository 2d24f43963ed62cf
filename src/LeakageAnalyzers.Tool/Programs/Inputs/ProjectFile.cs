using System.Xml.Linq;
using LeakageAnalyzers.Tool.Programs.Packages;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>What a C# project file says about its sources. Read, not evaluated: conditions and imports are not heeded.</summary>
internal sealed class ProjectFile
{
    private readonly XElement _root;
    private readonly IReadOnlyList<XElement> _inherited;

    /// <summary>Reads <paramref name="path"/>.</summary>
    /// <exception cref="System.Xml.XmlException">The file is no XML.</exception>
    public ProjectFile(string path)
    {
        Path = path;
        Folder = System.IO.Path.GetDirectoryName(path)!;
        _root = XDocument.Load(path).Root!;
        _inherited = [.. PropertiesAbove(Folder)];
    }

    /// <summary>The project file, absolute.</summary>
    public string Path { get; }

    /// <summary>The folder it stands in, absolute.</summary>
    public string Folder { get; }

    /// <summary>Whether it is a program or a library.</summary>
    public OutputKind Output => Property("OutputType") switch
    {
        "Exe" => OutputKind.ConsoleApplication,
        "WinExe" => OutputKind.WindowsApplication,
        _ when IsWeb => OutputKind.ConsoleApplication,
        _ => OutputKind.DynamicallyLinkedLibrary,
    };

    /// <summary>Whether references are annotated for null.</summary>
    public NullableContextOptions Nullable => Property("Nullable") is "enable" ? NullableContextOptions.Enable : NullableContextOptions.Disable;

    /// <summary>Namespaces that every file uses.</summary>
    public IReadOnlyList<string> GlobalUsings =>
    [
        .. Property("ImplicitUsings") is not ("enable" or "true") ? [] : IsWeb ? Programs.GlobalUsings.WebSdk : Programs.GlobalUsings.Sdk,
        .. Values("Using", "Include"),
    ];

    /// <summary>Symbols of <c>#if</c>.</summary>
    public IReadOnlyList<string> Constants =>
        [.. (Property("DefineConstants") ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(symbol => !symbol.Contains('$'))];

    /// <summary>The packages it asks for, with the versions that stand here.</summary>
    public IEnumerable<PackageRequest> Packages =>
        _inherited.Append(_root).SelectMany(root => root.Descendants()).Where(element => element.Name.LocalName == "PackageReference" && element.Attribute("Include") is not null)
            .Select(element => new PackageRequest(element.Attribute("Include")!.Value, element.Attribute("Version")?.Value is { } version && !version.Contains('$') ? version : null));

    /// <summary>Project files of the programs it references, absolute.</summary>
    public IEnumerable<string> References => Values("ProjectReference", "Include").Select(Resolve);

    /// <summary>The sources it compiles, out of those that stand below it and belong to no other project.</summary>
    public IEnumerable<string> Sources(IEnumerable<string> below)
    {
        var removed = Values("Compile", "Remove").SelectMany(Expand).ToHashSet();
        var included = Values("Compile", "Include").SelectMany(Expand);
        return (CompilesItsFolder ? below.Where(source => !removed.Contains(source)) : []).Concat(included).Distinct();
    }

    /// <summary>What it puts beside its program besides assemblies, and embeds in it.</summary>
    public ProjectItems Items => new(Folder, Property("RootNamespace") ?? System.IO.Path.GetFileNameWithoutExtension(Path), _inherited.Append(_root).SelectMany(root => root.Descendants()));

    private bool CompilesItsFolder => Sdk is not null && Property("EnableDefaultCompileItems") is not "false";

    private bool IsWeb => Sdk?.Contains("Sdk.Web", StringComparison.Ordinal) == true;

    private string? Sdk => _root.Attribute("Sdk")?.Value;

    // What MSBuild imports without being asked: the nearest of these files, and the one above where it says so.
    private static IEnumerable<XElement> PropertiesAbove(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            var path = System.IO.Path.Combine(above.FullName, "Directory.Build.props");
            if (File.Exists(path))
            {
                var properties = XDocument.Load(path).Root!;
                yield return properties;
                if (!properties.Elements().Any(element => element.Name.LocalName == "Import"))
                {
                    yield break;
                }
            }
        }
    }

    private string? Property(string name) => PropertyIn(_root, name) ?? _inherited.Select(properties => PropertyIn(properties, name)).FirstOrDefault(value => value is not null);

    private static string? PropertyIn(XElement root, string name) =>
        root.Descendants().Where(element => element.Name.LocalName == name && element.Parent?.Name.LocalName == "PropertyGroup").Select(element => element.Value.Trim()).FirstOrDefault();

    private IEnumerable<string> Values(string name, string attribute) =>
        _root.Descendants().Where(element => element.Name.LocalName == name)
            .SelectMany(element => element.Attribute(attribute)?.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);

    private string Resolve(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, relative.Replace('\\', '/')));

    private IEnumerable<string> Expand(string pattern)
    {
        var normalized = pattern.Replace('\\', '/');
        if (normalized.Contains('$'))
        {
            return [];
        }

        var wildcard = normalized.IndexOf('*');
        if (wildcard < 0)
        {
            return File.Exists(Resolve(normalized)) ? [Resolve(normalized)] : [];
        }

        var folder = Resolve(normalized[..(normalized.LastIndexOf('/', wildcard) + 1)]);
        var depth = normalized.Contains("**", StringComparison.Ordinal) ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs", depth) : [];
    }
}
