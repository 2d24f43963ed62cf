using Microsoft.Extensions.FileSystemGlobbing;

namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>What the paths of a command line name.</summary>
/// <param name="Files">C# files, project files and notebooks, absolute, each once.</param>
/// <param name="Solutions">Solution files, absolute.</param>
/// <param name="Only">Sources that were named one by one and belong to a project: it is read for their sake, and only they are asked about.</param>
internal sealed record InputSet(IReadOnlyList<string> Files, IReadOnlyList<string> Solutions, IReadOnlySet<string> Only)
{
    private static readonly string[] SolutionEndings = [".sln", ".slnx", ".slnf"];

    private static readonly string[] SourceEndings = [".cs", ".csproj", ".ipynb", ".dib"];

    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Looks up <paramref name="paths"/>: files, folders and patterns, relative to <paramref name="folder"/>. What is not there, or not for us, becomes a problem.</summary>
    public static InputSet Find(IEnumerable<string> paths, string folder, ProblemList problems)
    {
        var (files, solutions, only) = (new List<string>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, folder);
            if (Directory.Exists(full))
            {
                AddFolder(full);
            }
            else if (File.Exists(full))
            {
                AddFile(full);
            }
            else if (path.IndexOfAny(Wildcards) >= 0)
            {
                AddPattern(path);
            }
            else
            {
                problems.Add(new Problem(full, "no such file or folder", IsFatal: true));
            }
        }

        return new InputSet([.. files.Distinct(StringComparer.Ordinal)], [.. solutions.Distinct(StringComparer.Ordinal)], only);

        void AddFolder(string full)
        {
            var before = files.Count;
            files.AddRange(FileWalk.FilesUnder(full, problems).Where(file => HasEnding(file, SourceEndings)));
            if (files.Count == before && !problems.All.Any(problem => problem.Path.StartsWith(full, StringComparison.Ordinal)))
            {
                problems.Add(new Problem(full, "no C# file, project or notebook in it", IsFatal: true));
            }
        }

        void AddFile(string full)
        {
            if (HasEnding(full, SolutionEndings))
            {
                solutions.Add(full);
            }
            else if (HasEnding(full, SourceEndings))
            {
                files.Add(full);
                if (HasEnding(full, ".csproj"))
                {
                    AddSourcesOf(full);
                }
                else if (HasEnding(full, ".cs") && ProjectOf(full) is { } project)
                {
                    only.Add(full);
                    files.Add(project);
                    AddSourcesOf(project);
                }
            }
            else
            {
                problems.Add(new Problem(full, "no solution, project, C# file or notebook", IsFatal: true));
            }
        }

        void AddSourcesOf(string project) => files.AddRange(FileWalk.FilesUnder(Path.GetDirectoryName(project)!, problems).Where(file => HasEnding(file, ".cs")));

        void AddPattern(string pattern)
        {
            var matcher = new Matcher();
            var start = Path.IsPathRooted(pattern) ? Path.GetPathRoot(pattern)! : folder;
            matcher.AddInclude(Path.IsPathRooted(pattern) ? Path.GetRelativePath(start, pattern) : pattern);
            var found = matcher.GetResultsInFullPath(start).Where(file => HasEnding(file, SourceEndings) || HasEnding(file, SolutionEndings)).Order(StringComparer.Ordinal).ToList();
            found.ForEach(AddFile);
            if (found.Count == 0)
            {
                problems.Add(new Problem(pattern, "no file matches", IsFatal: true));
            }
        }
    }

    // A program of one file says so in its first line; any other file is compiled with the project above it.
    private static string? ProjectOf(string file)
    {
        if (File.ReadLines(file).FirstOrDefault() is { } first && (first.StartsWith("#!", StringComparison.Ordinal) || first.StartsWith("#:", StringComparison.Ordinal)))
        {
            return null;
        }

        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() is { } project)
            {
                return project;
            }

            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static bool HasEnding(string path, string[] endings) => endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
