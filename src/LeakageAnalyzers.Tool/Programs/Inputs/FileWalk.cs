namespace LeakageAnalyzers.Tool.Programs.Inputs;

/// <summary>The files of a folder and of all folders in it, each once, whatever links point where.</summary>
internal static class FileWalk
{
    private static readonly string[] NotSource = ["bin", "obj", ".git", ".vs", "node_modules", "artifacts"];

    /// <summary>All files under <paramref name="root"/> in the order of their names; what cannot be looked into becomes a problem.</summary>
    public static IReadOnlyList<string> FilesUnder(string root, ProblemList problems)
    {
        var files = new List<string>();
        Walk(new DirectoryInfo(root), [], files, problems);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Walk(DirectoryInfo folder, HashSet<string> seen, List<string> files, ProblemList problems)
    {
        try
        {
            var real = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
            if (!seen.Add(Path.TrimEndingDirectorySeparator(real)))
            {
                return;
            }

            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (entry is not DirectoryInfo inner)
                {
                    files.Add(entry.FullName);
                }
                else if (!NotSource.Contains(inner.Name))
                {
                    if (inner.ResolveLinkTarget(returnFinalTarget: true) is { } target && IsWithin(folder.FullName, target.FullName))
                    {
                        problems.Add(new Problem(inner.FullName, $"a link to a folder that holds it ({target.FullName}); not followed", IsFatal: true));
                    }
                    else
                    {
                        Walk(inner, seen, files, problems);
                    }
                }
            }
        }
        catch (UnauthorizedAccessException)
        {
            problems.Add(new Problem(folder.FullName, "no permission to look into it", IsFatal: true));
        }
        catch (IOException unreadable)
        {
            problems.Add(new Problem(folder.FullName, $"cannot be looked into: {unreadable.Message}", IsFatal: true));
        }
    }

    private static bool IsWithin(string folder, string holder) =>
        folder == holder || folder.StartsWith(Path.TrimEndingDirectorySeparator(holder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
