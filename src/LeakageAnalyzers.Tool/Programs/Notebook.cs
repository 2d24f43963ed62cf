using System.Text;
using System.Text.Json;

namespace LeakageAnalyzers.Tool.Programs;

/// <summary>The C# cells of a Jupyter notebook, in their order.</summary>
internal static class Notebook
{
    /// <summary>The code of <paramref name="path"/>, each line on the line of the JSON text that holds it.</summary>
    public static InteractiveCode Read(string path)
    {
        var json = WithoutByteOrderMark(File.ReadAllBytes(path));
        var code = new InteractiveCode();
        foreach (var cell in Cells(json).Where(cell => cell.IsCSharp))
        {
            code.Add(cell.Source.Select(line => (json.AsSpan(0, line.Offset).Count((byte)'\n'), line.Text.EndsWith('\n') ? line.Text[..^1] : line.Text)));
        }

        return code;
    }

    private static byte[] WithoutByteOrderMark(byte[] text) => text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;

    private static List<Cell> Cells(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("cells", out var cells))
        {
            return [];
        }

        var sources = Sources(json);
        var kernel = document.RootElement.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("kernelspec", out var spec)
            && spec.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "";
        return [.. cells.EnumerateArray().Zip(sources, (cell, source) => new Cell(IsCSharp(cell, source, kernel), source))];
    }

    private static bool IsCSharp(JsonElement cell, List<(int Offset, string Text)> source, string kernel) =>
        cell.GetProperty("cell_type").GetString() == "code"
        && (kernel.Length == 0 || kernel == ".net-csharp")
        && source.FirstOrDefault().Text?.TrimStart().Split('\n', 2)[0].Trim() is not ("#!fsharp" or "#!pwsh" or "#!html" or "#!javascript" or "#!markdown" or "#!value");

    // The strings of each cell's "source", with where they start: JsonDocument does not tell.
    private static List<List<(int Offset, string Text)>> Sources(byte[] json)
    {
        var sources = new List<List<(int, string)>>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            // Depth 3: a member of an item of a list of the root.
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 3 } && reader.ValueTextEquals("source"))
            {
                sources.Add(Strings(ref reader));
            }
        }

        return sources;
    }

    private static List<(int Offset, string Text)> Strings(ref Utf8JsonReader reader)
    {
        var strings = new List<(int, string)>();
        reader.Read();
        var isList = reader.TokenType == JsonTokenType.StartArray;
        while (isList ? reader.Read() && reader.TokenType != JsonTokenType.EndArray : strings.Count == 0)
        {
            strings.Add(((int)reader.TokenStartIndex, reader.GetString()!));
        }

        return strings;
    }

    private sealed record Cell(bool IsCSharp, List<(int Offset, string Text)> Source);
}
