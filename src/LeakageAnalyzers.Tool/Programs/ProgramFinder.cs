using LeakageAnalyzers.Tool.Programs.Builds;
using LeakageAnalyzers.Tool.Programs.Inputs;
using LeakageAnalyzers.Tool.Programs.Interactive;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>Finds the programs that the paths of a command line name.</summary>
/// <param name="folder">What relative paths and names start from, absolute.</param>
internal sealed class ProgramFinder(string folder) : IDisposable
{
    private readonly BuildReaders _builds = new();
    private readonly ProblemList _problems = new();

    /// <summary>Whether a project is a program too that names ML.NET in nothing but the projects that it references.</summary>
    public bool FollowsReferences { get; init; }

    /// <summary>What could not be found or read so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems.All;

    /// <summary>The programs under <paramref name="paths"/>, in the order of their names, none of them read.</summary>
    public async Task<IReadOnlyList<ProgramSource>> FindAsync(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var inputs = InputSet.Find(paths, folder, _problems);
        var files = new List<string>(inputs.Files);
        foreach (var solution in inputs.Solutions)
        {
            files.AddRange(await ProjectsOfAsync(solution, cancellation));
        }

        var loose = new ProgramFolder(folder, [.. files.Distinct(StringComparer.Ordinal)], _problems);
        return [.. loose.ProjectFiles.Select(path => new ProgramSource(NameOf(path), path, token => ReadProjectAsync(path, loose, inputs.Only, token)))
            .Concat(loose.WithoutProject().Select(program => new ProgramSource(program.Name, program.Files[0].Path, token => Task.FromResult(program.NamesMlNet ? ReadProgram.From(program, token) : null))))
            .Concat(loose.Notebooks.Select(path => new ProgramSource(NameOf(path), path, token => Task.FromResult(ReadNotebook(path, loose, token)))))
            .OrderBy(source => source.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose() => _builds.Dispose();

    private async Task<IReadOnlyList<string>> ProjectsOfAsync(string solution, CancellationToken cancellation)
    {
        try
        {
            var listed = await SolutionFile.ProjectsInAsync(solution, cancellation);
            foreach (var project in listed.Where(project => !File.Exists(project)))
            {
                _problems.Add(new Problem(project, $"no such file, but {Path.GetFileName(solution)} lists it", IsFatal: true));
            }

            var projects = listed.Where(File.Exists).ToList();
            return [.. projects, .. projects.SelectMany(project => FileWalk.FilesUnder(Path.GetDirectoryName(project)!, _problems)).Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];
        }
        catch (InvalidDataException broken)
        {
            _problems.Add(new Problem(solution, broken.Message, IsFatal: true));
            return [];
        }
    }

    private async Task<ReadProgram?> ReadProjectAsync(string path, ProgramFolder loose, IReadOnlySet<string> only, CancellationToken cancellation)
    {
        var described = loose.Project(path);
        if (!(FollowsReferences ? described.WithReferences() : [described]).Any(part => part.NamesMlNet))
        {
            return null;
        }

        var reason = "its packages are not restored (dotnet restore)";
        if (BuildReader.IsRestored(path))
        {
            var (project, failure) = await _builds.ReadAsync(path, cancellation);
            if (project is not null)
            {
                return new ReadProgram(NameOf(path), project, []) { IsEvaluated = true, Only = only };
            }

            reason = failure;
        }

        // What the project file says by itself is often enough; whether it is, the compiler knows.
        var program = ReadProgram.From(described, cancellation);
        return program with { Only = only, Problems = [.. program.Problems, .. await Incompleteness.OfAsync(path, program, reason, cancellation)] };
    }

    private ReadProgram? ReadNotebook(string path, ProgramFolder loose, CancellationToken cancellation)
    {
        try
        {
            if (SourceReader.TryReadBytes(path, _problems) is { } content)
            {
                return ReadCells(content);
            }
        }
        catch (InvalidDataException broken)
        {
            _problems.Add(new Problem(path, broken.Message, IsFatal: true));
        }

        return null;

        ReadProgram? ReadCells(byte[] content)
        {
            var program = loose.Notebook(path, content);
            return !program.NamesMlNet ? null : ReadProgram.From(program, cancellation) with
            {
                Notebook = new NotebookProgram(path, content, NotebookDocument.Parse(path, content), changed => ReadCells(changed)!),
            };
        }
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
