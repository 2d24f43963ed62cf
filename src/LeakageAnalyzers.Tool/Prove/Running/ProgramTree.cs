using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Tool.Programs.Inputs;

namespace LeakageAnalyzers.Tool.Prove.Running;

/// <summary>The files that a program may read: its folder, or all of its repository where that is of a size to be copied.</summary>
internal sealed class ProgramTree
{
    private const long LargestCopy = 500_000_000;
    private const int MostFiles = 50_000;

    private static readonly string[] TopMarks = [".git", "*.sln", "*.slnx"];

    private readonly IReadOnlyList<FileInfo> _files;

    private ProgramTree(string root, string folder, IReadOnlyList<FileInfo> files) => (Root, Folder, _files) = (root, folder, files);

    /// <summary>The folder that is copied, absolute.</summary>
    public string Root { get; }

    /// <summary>The folder that the program is started in, absolute.</summary>
    public string Folder { get; }

    /// <summary>The files in that folder and below it, absolute.</summary>
    public IEnumerable<string> FilesUnderFolder => _files.Select(file => file.FullName).Where(file => file.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>The tree around <paramref name="program"/>.</summary>
    /// <exception cref="InvalidDataException">It is too large to be copied.</exception>
    public static ProgramTree Around(ReadProgram program)
    {
        var folder = Path.GetDirectoryName(program.Project.FilePath ?? program.Paths[0])!;
        return new[] { TopAbove(folder), folder }.OfType<string>().Distinct().Select(root => TryRead(root, folder)).FirstOrDefault(tree => tree is not null)
            ?? throw new InvalidDataException($"its folder is too large to be copied: more than {LargestCopy / 1_000_000} MB or {MostFiles} files");
    }

    /// <summary>Where <paramref name="path"/> of the tree is in the copy under <paramref name="copy"/>.</summary>
    public string In(string copy, string path) => Path.GetFullPath(Path.GetRelativePath(Root, path), copy);

    /// <summary>Makes the copy under <paramref name="copy"/> what the tree is: what a run has changed, added or taken away is undone. Folders called <c>bin</c> are left alone.</summary>
    public void Restore(string copy)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _files)
        {
            var target = new FileInfo(In(copy, file.FullName));
            wanted.Add(target.FullName);
            if (!target.Exists || target.Length != file.Length || target.LastWriteTimeUtc != file.LastWriteTimeUtc)
            {
                Directory.CreateDirectory(target.DirectoryName!);
                TryCopy(file, target.FullName);
            }
        }

        Directory.CreateDirectory(In(copy, Folder));
        foreach (var added in FileWalk.FilesUnder(copy, new ProblemList()).Where(file => !wanted.Contains(file)))
        {
            File.Delete(added);
        }
    }

    // What the user may not read, the program may not either.
    private static void TryCopy(FileInfo file, string target)
    {
        try
        {
            file.CopyTo(target, overwrite: true);
        }
        catch (UnauthorizedAccessException)
        {
        }
    }

    private static string? TopAbove(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            if (Array.Exists(TopMarks, mark => above.EnumerateFileSystemInfos(mark).Any()))
            {
                return above.FullName;
            }
        }

        return null;
    }

    private static ProgramTree? TryRead(string root, string folder)
    {
        var files = new List<FileInfo>();
        var size = 0L;
        foreach (var file in FileWalk.FilesUnder(root, new ProblemList()).Select(path => new FileInfo(path)))
        {
            files.Add(file);
            size += file.Exists ? file.Length : 0;
            if (size > LargestCopy || files.Count > MostFiles)
            {
                return null;
            }
        }

        return new ProgramTree(root, folder, [.. files.Where(file => file.Exists)]);
    }
}
