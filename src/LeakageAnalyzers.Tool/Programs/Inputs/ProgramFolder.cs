using System.Xml;
using LeakageAnalyzers.Tool.Programs.Interactive;
using LeakageAnalyzers.Tool.Programs.Packages;
using Microsoft.CodeAnalysis;

namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>Files that lie about: finds what is compiled together, without asking a build.</summary>
internal sealed class ProgramFolder
{
    private readonly string _root;
    private readonly ProblemList _problems;
    private readonly ILookup<string, string> _sourcesByProject;
    private readonly Dictionary<string, SourceProgram> _projects = [];

    /// <param name="root">What names are relative to, absolute.</param>
    /// <param name="files">All files, absolute.</param>
    /// <param name="problems">Where to put what cannot be read.</param>
    public ProgramFolder(string root, IReadOnlyList<string> files, ProblemList problems)
    {
        (_root, _problems) = (root, problems);
        var projects = files.Where(file => HasEnding(file, ".csproj")).ToLookup(file => Path.GetDirectoryName(file)!);
        _sourcesByProject = files.Where(file => HasEnding(file, ".cs"))
            .SelectMany(file => ProjectsAbove(file, projects).Select(project => (project, file)))
            .ToLookup(pair => pair.project, pair => pair.file);
        ProjectFiles = [.. projects.SelectMany(folder => folder)];
        Notebooks = [.. files.Where(NotebookDocument.IsNotebook)];
    }

    /// <summary>All project files.</summary>
    public IReadOnlyList<string> ProjectFiles { get; }

    /// <summary>All notebooks.</summary>
    public IReadOnlyList<string> Notebooks { get; }

    /// <summary>A project as its file says, and those it references. Read, not evaluated.</summary>
    public SourceProgram Project(string path)
    {
        lock (_projects)
        {
            if (_projects.TryGetValue(path, out var known))
            {
                return known;
            }

            // Projects that refer to each other do not build anywhere; here they end.
            _projects[path] = new SourceProgram(NameOf(path), []);
            return _projects[path] = Read(path);
        }
    }

    /// <summary>
    /// The C# files that belong to no project: each file with an entry, and the files beside it that have none and do not define what it defines; or what is left of a folder.
    /// </summary>
    public IEnumerable<SourceProgram> WithoutProject()
    {
        foreach (var folder in _sourcesByProject[""].GroupBy(file => Path.GetDirectoryName(file)!))
        {
            var files = folder.Select(ReadFile).OfType<SourceFile>().Select(file => new LooseFile(file)).ToLookup(file => file.Starts);
            var left = files[false].ToHashSet();
            foreach (var program in files[true])
            {
                var joined = files[false].Where(file => !file.ClashesWith(program)).ToList();
                left.ExceptWith(joined);
                yield return Loose(NameOf(program.File.Path), [program.File, .. joined.Select(file => file.File)]);
            }

            if (left.Count > 0)
            {
                yield return Loose(NameOf(folder.Key), [.. left.Select(file => file.File)]) with { Output = OutputKind.DynamicallyLinkedLibrary };
            }
        }
    }

    /// <summary>The C# of a notebook.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public SourceProgram Notebook(string path, byte[] content)
    {
        var code = new InteractiveProgram(path, NotebookDocument.Parse(path, content).Cells);
        var packages = PackageCache.OfUser.Resolve(code.Packages.Select(asked => asked.Package));
        var missing = code.Packages.Where(asked => packages.Missing.Contains(asked.Package) && !BundledPackages.Has(asked.Package))
            .Select(asked => new MissingPart(path, asked.Package.ToString(), asked.Place.Describe()))
            .Concat(code.Imports.Select(import => new MissingPart(path, import.Path, import.Place.Describe())));
        return new SourceProgram(NameOf(path), code.ToFiles())
        {
            GlobalUsings = [.. GlobalUsings.Notebook, .. code.Usings],
            Assemblies = packages.Assemblies,
            Missing = [.. missing],
        };
    }

    private SourceProgram Read(string path)
    {
        try
        {
            var project = new ProjectFile(path);
            return new SourceProgram(NameOf(path), [.. project.Sources(SourcesBelow(path)).Select(ReadFile).OfType<SourceFile>()])
            {
                ProjectFile = path,
                Output = project.Output,
                Nullable = project.Nullable,
                GlobalUsings = project.GlobalUsings,
                Constants = project.Constants,
                Assemblies = PackageCache.OfUser.Resolve(project.Packages.Where(package => !BundledPackages.Has(package))).Assemblies,
                References = [.. project.References.Where(File.Exists).Select(Project)],
            };
        }
        catch (Exception unreadable) when (unreadable is XmlException or IOException or UnauthorizedAccessException)
        {
            _problems.Add(new Problem(path, $"no project file: {unreadable.Message}", IsFatal: true));
            return Loose(NameOf(path), [.. SourcesBelow(path).Select(ReadFile).OfType<SourceFile>()]);
        }
    }

    private SourceProgram Loose(string name, IReadOnlyList<SourceFile> files)
    {
        var asked = files.SelectMany(file => FileDirectives.PackagesIn(file.Text).Select(package => (file.Path, package))).ToList();
        var packages = PackageCache.OfUser.Resolve(asked.Select(request => request.package));
        var referenced = files.SelectMany(file => FileDirectives.ProjectsIn(file.Text).Select(path => ProjectAt(Path.Combine(Path.GetDirectoryName(file.Path)!, path)))).OfType<string>();
        return new SourceProgram(name, files)
        {
            GlobalUsings = GlobalUsings.Sdk,
            Assemblies = packages.Assemblies,
            References = [.. referenced.Select(Project)],
            Missing =
            [
                .. asked.Where(request => packages.Missing.Contains(request.package) && !BundledPackages.Has(request.package))
                    .Select(request => new MissingPart(request.Path, request.package.ToString(), "")),
            ],
        };
    }

    // A project that is only referenced may stand elsewhere.
    private IEnumerable<string> SourcesBelow(string project) => _sourcesByProject.Contains(project) || ProjectFiles.Contains(project) ? _sourcesByProject[project]
        : FileWalk.FilesUnder(Path.GetDirectoryName(project)!, _problems).Where(file => HasEnding(file, ".cs"));

    private static string? ProjectAt(string path) =>
        File.Exists(path) ? Path.GetFullPath(path)
        : Directory.Exists(path) ? Directory.EnumerateFiles(Path.GetFullPath(path), "*.csproj").FirstOrDefault()
        : null;

    private SourceFile? ReadFile(string path) => SourceReader.TryRead(path, _problems);

    private static IEnumerable<string> ProjectsAbove(string file, ILookup<string, string> projects)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (projects.Contains(folder))
            {
                return projects[folder];
            }
        }

        return [""];
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private string NameOf(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');
}
