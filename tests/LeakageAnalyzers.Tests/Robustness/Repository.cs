namespace LeakageAnalyzers.Tests.Robustness;

/// <summary>This repository, whose own files are data to some tests.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "LeakageAnalyzers.sln")))
        {
            root = root.Parent;
        }

        return root?.FullName ?? throw new InvalidOperationException("These tests do not run inside their repository.");
    }
}
