using System.Xml.Linq;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>The files that a project copies beside its program or embeds in it, wherever they stand. Read, not evaluated: conditions are not heeded.</summary>
/// <param name="folder">The folder of the project, absolute.</param>
/// <param name="rootNamespace">What names of embedded files begin with.</param>
/// <param name="elements">The elements of the project file and of those that it imports.</param>
internal sealed class ProjectItems(string folder, string rootNamespace, IEnumerable<XElement> elements)
{
    private const string Never = "Never";

    private static readonly string[] Kinds = ["Content", "None", "EmbeddedResource", "AdditionalFiles", "Resource"];

    /// <summary>Files to be copied, absolute, each with its path in the output folder.</summary>
    public IEnumerable<(string File, string Target)> Copied =>
        from item in elements
        where Kinds.Contains(item.Name.LocalName) && Metadata(item, "CopyToOutputDirectory") is { } copies && copies != Never
        from found in FilesOf(item)
        select (found.File, TargetOf(item, found.File, found.Stem));

    /// <summary>Files to be embedded, absolute, each with its name in the assembly. Those that a build compiles first (<c>.resx</c>) are left out.</summary>
    public IEnumerable<(string File, string Name)> Embedded =>
        from item in elements
        where item.Name.LocalName == "EmbeddedResource"
        from found in FilesOf(item)
        where !found.File.EndsWith(".resx", StringComparison.OrdinalIgnoreCase)
        select (found.File, Metadata(item, "LogicalName") is { } name ? Filled(name, found.File, found.Stem) : NameOf(TargetOf(item, found.File, found.Stem)));

    private IEnumerable<(string File, string Stem)> FilesOf(XElement item) =>
        (item.Attribute("Include") ?? item.Attribute("Update"))?.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Expand) ?? [];

    // The stem is what the wildcards stand for, as MSBuild's RecursiveDir and the name.
    private IEnumerable<(string File, string Stem)> Expand(string pattern)
    {
        var normalized = pattern.Replace('\\', '/').Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal).Replace("$(MSBuildProjectDirectory)/", "", StringComparison.Ordinal);
        if (normalized.Contains('$') || normalized.Contains('%'))
        {
            return [];
        }

        var wildcard = normalized.IndexOfAny(['*', '?']);
        var fixedPart = wildcard < 0 ? normalized.LastIndexOf('/') + 1 : normalized.LastIndexOf('/', wildcard) + 1;
        var start = Path.GetFullPath(Path.Combine(folder, normalized[..fixedPart]));
        if (wildcard < 0)
        {
            var file = Path.Combine(start, normalized[fixedPart..]);
            return File.Exists(file) ? [(file, Path.GetFileName(file))] : [];
        }

        if (!Directory.Exists(start))
        {
            return [];
        }

        var matcher = new Matcher();
        matcher.AddInclude(normalized[fixedPart..]);
        return matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(start))).Files.Select(match => (Path.Combine(start, match.Path), match.Stem ?? match.Path));
    }

    private string TargetOf(XElement item, string file, string stem)
    {
        if ((Metadata(item, "Link") ?? Metadata(item, "TargetPath")) is { } link)
        {
            return Filled(link, file, stem);
        }

        var relative = Path.GetRelativePath(folder, file).Replace('\\', '/');
        var inside = relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? stem : relative;
        return Metadata(item, "LinkBase") is { } linkBase ? $"{linkBase.Replace('\\', '/').TrimEnd('/')}/{stem}" : inside;
    }

    private static string Filled(string text, string file, string stem) => text.Replace('\\', '/')
        .Replace("%(Filename)", Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase)
        .Replace("%(Extension)", Path.GetExtension(file), StringComparison.OrdinalIgnoreCase)
        .Replace("%(RecursiveDir)", stem[..(stem.LastIndexOf('/') + 1)], StringComparison.OrdinalIgnoreCase);

    // Folders become parts of a name, in which a hyphen or a space is none.
    private string NameOf(string target)
    {
        var parts = target.Split('/');
        return string.Join('.', [rootNamespace.Replace('-', '_').Replace(' ', '_'), .. parts[..^1].Select(part => part.Replace('-', '_').Replace(' ', '_')), parts[^1]]);
    }

    private static string? Metadata(XElement item, string name) =>
        item.Attribute(name)?.Value ?? item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
}
