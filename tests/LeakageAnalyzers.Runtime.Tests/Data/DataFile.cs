namespace LeakageAnalyzers.Runtime.Tests.Data;

/// <summary>The data that <c>DATA.md</c> describes.</summary>
internal static class DataFile
{
    /// <summary>The rows of a file, each cell under the name of its column, in their order.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"Data/{name}")
            ?? throw new FileNotFoundException($"{name} is not embedded in the test assembly.");
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second);
        }
    }
}
