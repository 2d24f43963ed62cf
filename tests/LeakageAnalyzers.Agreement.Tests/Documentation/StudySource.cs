namespace LeakageAnalyzers.Agreement.Tests.Documentation;

/// <summary>The source of one study or audit of the sample.</summary>
internal sealed class StudySource
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sources", "CostOfLeaks");
    private static readonly Lazy<Task<IReadOnlyList<StaticFinding>>> Findings = new(() => StaticFindings.OfAsync(Folder, withRemarks: true));

    private StudySource(Body leaky, Body honest) => (Leaky, Honest) = (leaky, honest);

    public Body Leaky { get; }

    public Body Honest { get; }

    public static StudySource Of(string id)
    {
        var lines = File.ReadAllLines(Directory.GetFiles(Folder, id + ".cs", SearchOption.AllDirectories).Single());
        return new StudySource(BodyOf(lines, nameof(Leaky)), BodyOf(lines, nameof(Honest)));
    }

    /// <summary>What the analyzer says of the sample.</summary>
    public static Task<IReadOnlyList<StaticFinding>> FindingsAsync() => Findings.Value;

    private static Body BodyOf(string[] lines, string method)
    {
        var first = Array.FindIndex(lines, line => line.EndsWith($" {method}(int seed)", StringComparison.Ordinal)) + 2;
        var last = Array.IndexOf(lines, "    }", first);
        const int Indentation = 8;
        var text = lines[first..last].Select(line => line.Length > Indentation ? line[Indentation..] : "");
        return new Body(string.Join('\n', text), [.. Enumerable.Range(first + 1, last - first)]);
    }

    /// <summary>What stands between the braces of a method.</summary>
    /// <param name="Text">Without indentation.</param>
    /// <param name="Lines">Its lines in the file, counted from one.</param>
    internal sealed record Body(string Text, IReadOnlyList<int> Lines);
}
