namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>The C# files within reach: those of this repository, and of the folders that <c>LEAKAGE_FUZZ_FOLDERS</c> names, separated as in PATH.</summary>
internal static class SourceFiles
{
    private const int LongestFile = 200_000;
    private const int SampledFiles = 24;

    /// <summary>Whether every file is asked for, by <c>LEAKAGE_FUZZ=all</c>; else a sample of them, the same each time.</summary>
    public static bool AreAllWanted => Environment.GetEnvironmentVariable("LEAKAGE_FUZZ") == "all";

    /// <summary>The folder of this repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The paths, in order.</summary>
    public static IReadOnlyList<string> Paths { get; } = Find();

    /// <summary><paramref name="text"/>, cut, doubled or scrambled at a random place.</summary>
    public static string Mutate(string text, Random random)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var start = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 80), text.Length - start);
        return random.Next(5) switch
        {
            0 => text[..start],
            1 => text.Remove(start, length),
            2 => text.Insert(start, text.Substring(start, length)),
            3 => text.Remove(start, length).Insert(random.Next(text.Length - length + 1), text.Substring(start, length)),
            _ => text.Remove(start, 1).Insert(start, "(){}[];<>,.\"=?:@$"[random.Next(17)].ToString()),
        };
    }

    private static string FindRoot()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "LeakageAnalyzers.sln")))
        {
            root = root.Parent;
        }

        return root?.FullName ?? AppContext.BaseDirectory;
    }

    private static List<string> Find()
    {
        var folders = (Environment.GetEnvironmentVariable("LEAKAGE_FUZZ_FOLDERS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append(Root);
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && new FileInfo(path).Length < LongestFile)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        return AreAllWanted ? files : [.. files.Where((_, i) => i % Math.Max(1, files.Count / SampledFiles) == 0)];
    }
}
