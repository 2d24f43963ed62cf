namespace LeakageAnalyzers.Tool.Programs;

/// <summary>The <c>.editorconfig</c> files that hold for loose files, as they would in a project.</summary>
internal static class EditorSettings
{
    private const string Name = ".editorconfig";

    /// <summary>The settings in the folders of <paramref name="files"/> and above, up to one that says it is the root.</summary>
    public static IReadOnlyList<(string Path, string Text)> For(IEnumerable<string> files)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var start in files.Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal))
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                var path = Path.Combine(folder, Name);
                if (found.TryGetValue(path, out var text) || TryRead(path, out text))
                {
                    found[path] = text;
                    if (IsRoot(text))
                    {
                        break;
                    }
                }
            }
        }

        return [.. found.Select(settings => (settings.Key, settings.Value))];
    }

    private static bool TryRead(string path, out string text)
    {
        text = "";
        try
        {
            text = File.Exists(path) ? File.ReadAllText(path) : "";
            return text.Length > 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsRoot(string text) =>
        text.Split('\n').TakeWhile(line => !line.TrimStart().StartsWith('[')).Any(line => line.Replace(" ", "", StringComparison.Ordinal).Trim().Equals("root=true", StringComparison.OrdinalIgnoreCase));
}
