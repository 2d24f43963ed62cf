using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Programs.Inputs;
using LeakageAnalyzers.Tool.Programs.Interactive;

namespace LeakageAnalyzers.Corpus.Programs;

/// <summary>A folder of programs that nobody here wrote: what the tool finds in it, and the programs in texts beside.</summary>
internal sealed class CorpusFolder
{
    private readonly string _root;
    private readonly IReadOnlyList<string> _files;

    /// <summary>Looks through <paramref name="root"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public CorpusFolder(string root)
    {
        _root = Path.GetFullPath(root);
        if (!Directory.Exists(_root))
        {
            throw new DirectoryNotFoundException($"The corpus '{_root}' does not exist.");
        }

        _files = FileWalk.FilesUnder(_root, Problems);
    }

    /// <summary>What cannot be read.</summary>
    public ProblemList Problems { get; } = new();

    /// <summary>Every program, in the order of the names. Project files are read, not built.</summary>
    public IEnumerable<SourceProgram> Programs()
    {
        var folder = new ProgramFolder(_root, _files, Problems);
        return folder.ProjectFiles.Select(folder.Project)
            .Concat(folder.WithoutProject())
            .Concat(folder.Notebooks.Select(path => Notebook(folder, path)).OfType<SourceProgram>())
            .Concat(_files.Where(file => Path.GetExtension(file) == ".md").Select(Text))
            .Where(program => program.Files.Count > 0)
            .OrderBy(program => program.Name, StringComparer.Ordinal);
    }

    private SourceProgram? Notebook(ProgramFolder folder, string path)
    {
        try
        {
            return SourceReader.TryReadBytes(path, Problems) is { } content ? folder.Notebook(path, content) : null;
        }
        catch (InvalidDataException broken)
        {
            Problems.Add(new Problem(path, broken.Message, IsFatal: true));
            return null;
        }
    }

    private SourceProgram Text(string path)
    {
        var code = new InteractiveProgram(path, MarkdownBlocks.Read(path));
        return new SourceProgram(Path.GetRelativePath(_root, path).Replace('\\', '/'), code.ToFiles()) { GlobalUsings = [.. GlobalUsings.Notebook, .. code.Usings] };
    }
}
