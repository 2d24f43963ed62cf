using System.Xml;
using LeakageAnalyzers.Tool.Programs;

namespace LeakageAnalyzers.Corpus.Programs;

/// <summary>A folder of programs that nobody here wrote: finds what is compiled together.</summary>
internal sealed class CorpusFolder
{
    private static readonly string[] NotSource = ["bin", "obj", ".git", "node_modules"];

    private readonly string _root;
    private readonly ILookup<string, string> _sourcesByProject;
    private readonly Dictionary<string, SourceProgram> _projects = [];

    /// <summary>Looks through <paramref name="root"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public CorpusFolder(string root)
    {
        _root = Path.GetFullPath(root);
        if (!Directory.Exists(_root))
        {
            throw new DirectoryNotFoundException($"The corpus '{_root}' does not exist.");
        }

        var files = Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal).ToList();
        var projects = files.Where(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).ToLookup(file => Path.GetDirectoryName(file)!);
        _sourcesByProject = files.Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            .SelectMany(file => ProjectsAbove(file, projects).Select(project => (project, file)))
            .ToLookup(pair => pair.project, pair => pair.file);
        ProjectFiles = [.. projects.SelectMany(folder => folder)];
        Documents = [.. files.Where(file => Path.GetExtension(file) is ".ipynb" or ".md")];
    }

    /// <summary>All project files.</summary>
    public IReadOnlyList<string> ProjectFiles { get; }

    /// <summary>Notebooks, and texts that may hold C#.</summary>
    public IReadOnlyList<string> Documents { get; }

    /// <summary>Every program, in the order of the names.</summary>
    public IEnumerable<SourceProgram> Programs() =>
        ProjectFiles.Select(Project)
            .Concat(WithoutProject())
            .Concat(Documents.Select(Document))
            .Where(program => program.Files.Count > 0)
            .OrderBy(program => program.Name, StringComparer.Ordinal);

    private SourceProgram Project(string path)
    {
        if (_projects.TryGetValue(path, out var known))
        {
            return known;
        }

        // Projects that refer to each other do not build anywhere; here they end.
        _projects[path] = new SourceProgram(Relative(path), []);
        return _projects[path] = Read(path);
    }

    private SourceProgram Read(string path)
    {
        try
        {
            var project = new ProjectFile(path);
            return new SourceProgram(Relative(path), [.. project.Sources(_sourcesByProject[path]).Select(SourceFile.Read)])
            {
                Output = project.Output,
                Nullable = project.Nullable,
                GlobalUsings = project.GlobalUsings,
                Constants = project.Constants,
                References = [.. project.References.Where(File.Exists).Select(Project)],
            };
        }
        catch (XmlException)
        {
            return new SourceProgram(Relative(path), [.. _sourcesByProject[path].Select(SourceFile.Read)]) { GlobalUsings = GlobalUsings.Sdk };
        }
    }

    // Files with an entry of their own are programs; what is left of a folder is one.
    private IEnumerable<SourceProgram> WithoutProject()
    {
        foreach (var folder in _sourcesByProject[""].GroupBy(file => Path.GetDirectoryName(file)!))
        {
            var files = folder.Select(SourceFile.Read).ToLookup(EntryPoints.Declares);
            var programs = files[true].Select(file => new SourceProgram(Relative(file.Path), [file]));
            foreach (var program in files[false].Any() ? programs.Append(new SourceProgram(Relative(folder.Key), [.. files[false]])) : programs)
            {
                yield return program with { GlobalUsings = GlobalUsings.Sdk };
            }
        }
    }

    private SourceProgram Document(string path)
    {
        var code = Path.GetExtension(path) == ".ipynb" ? Notebook.Read(path) : MarkdownBlocks.Read(path);
        return new SourceProgram(Relative(path), code.ToFiles(path)) { GlobalUsings = [.. GlobalUsings.Notebook, .. code.Usings] };
    }

    private IEnumerable<string> ProjectsAbove(string file, ILookup<string, string> projects)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length >= _root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (projects.Contains(folder))
            {
                return projects[folder];
            }
        }

        return [""];
    }

    private bool IsSource(string path) => !Relative(path).Split('/').Any(NotSource.Contains);

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');
}
