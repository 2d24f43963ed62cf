using LeakageAnalyzers.MlNet;
using LeakageAnalyzers.Tool.Programs.Interactive;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>A program as Roslyn has it. It is large: whoever keeps results keeps none of it.</summary>
/// <param name="Name">Its project file, folder or file, as the reader named it.</param>
/// <param name="Project">What is compiled.</param>
/// <param name="Problems">What a reader should know of how it was read.</param>
internal sealed record ReadProgram(string Name, Project Project, IReadOnlyList<Problem> Problems)
{
    private Dictionary<string, SourceFile> _files = [];

    /// <summary>Whether it was built by its own project file, with all it asks for.</summary>
    public bool IsEvaluated { get; init; }

    /// <summary>Packages and files that it asks for and that are not at hand.</summary>
    public IReadOnlyList<MissingPart> Missing { get; init; } = [];

    /// <summary>The only files that are asked about; none for all.</summary>
    public IReadOnlySet<string> Only { get; init; } = new HashSet<string>();

    /// <summary>The notebook that the program is, or null.</summary>
    public NotebookProgram? Notebook { get; init; }

    /// <summary>The files it is made from, absolute, each once.</summary>
    public IReadOnlyList<string> Paths => [.. _files.Count > 0 ? OwnFiles.Select(file => file.Path).Distinct() : Project.Documents.Select(document => document.FilePath).OfType<string>()];

    /// <summary>Whether nothing in it is meant to be started.</summary>
    public bool IsLibrary => Project.CompilationOptions?.OutputKind == OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The projects that it references, directly or not, each as a program in the same solution: what is referenced comes first.</summary>
    public IReadOnlyList<ReadProgram> Libraries
    {
        get
        {
            var graph = Project.Solution.GetProjectDependencyGraph();
            var referenced = graph.GetProjectsThatThisProjectTransitivelyDependsOn(Project.Id);
            return [.. graph.GetTopologicallySortedProjects().Where(referenced.Contains).Select(id => Project.Solution.GetProject(id)!).Where(project => project.Language == Project.Language)
                .Select(project => this with { Project = project, Notebook = null })];
        }
    }

    // Those of what it references are known too.
    private IEnumerable<SourceFile> OwnFiles => Project.Documents.Select(document => _files.GetValueOrDefault(document.FilePath ?? "")).OfType<SourceFile>();

    /// <summary>
    /// Whether code may call the run-time library: a build says so itself; a loose program is always compiled against it, but has it only where it names it.
    /// </summary>
    public bool HasRuntime => IsEvaluated
        || (Notebook is { } notebook ? System.Text.Encoding.UTF8.GetString(notebook.Content).Contains(RuntimeNames.Namespace, StringComparison.Ordinal) : OwnFiles.Any(file => file.Text.Contains(RuntimeNames.Namespace, StringComparison.Ordinal)));

    /// <summary>A loose program.</summary>
    public static ReadProgram From(SourceProgram program, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = new ReadProgram(program.Name, ProgramCompiler.Compile(program), program.Problems) { Missing = program.Missing };
        foreach (var file in program.WithReferences().SelectMany(part => part.Files))
        {
            read._files[file.TreePath] = file;
        }

        return read;
    }

    /// <summary>The program with another text for one of its documents.</summary>
    public ReadProgram With(DocumentId document, SourceText text)
    {
        var project = Project.Solution.WithDocumentText(document, text).GetProject(Project.Id)!;
        var read = this with { Project = project };
        var path = project.GetDocument(document)!.FilePath!;
        if (_files.TryGetValue(path, out var file))
        {
            read._files = new Dictionary<string, SourceFile>(_files) { [path] = new SourceFile(file.Path, text.ToString()) };
        }

        return read;
    }

    /// <summary>The program with its solution as <paramref name="changed"/> has it, which was one of its <see cref="Libraries"/> or it itself.</summary>
    public ReadProgram In(ReadProgram changed)
    {
        // A notebook that is read again is in a solution of its own.
        if (changed.Project.Id == Project.Id || changed.Notebook is not null)
        {
            return changed;
        }

        var read = this with { Project = changed.Project.Solution.GetProject(Project.Id)! };
        read._files = changed._files;
        return read;
    }

    /// <summary>What the compiled <paramref name="tree"/> was made from; null for what the tool added.</summary>
    public SourceFile? FileOf(SyntaxTree tree)
    {
        if (_files.TryGetValue(tree.FilePath, out var known))
        {
            return known;
        }

        return _files.Count == 0 && tree.FilePath.Length > 0 ? new SourceFile(tree.FilePath, tree.ToString()) : null;
    }
}

/// <summary>A notebook and its stored bytes.</summary>
/// <param name="Path">The file.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Document">Its cells and the rest of it.</param>
/// <param name="Reread">Reads other bytes as the same notebook.</param>
internal sealed record NotebookProgram(string Path, byte[] Content, NotebookDocument Document, Func<byte[], ReadProgram> Reread);
