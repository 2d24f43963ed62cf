using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeakageAnalyzers.Tool.Programs.Interactive;

/// <summary>A Jupyter notebook.</summary>
internal sealed class IpynbNotebook : NotebookDocument
{
    private static readonly JsonEncodedText Empty = JsonEncodedText.Encode("");

    private readonly byte[] _content;
    private readonly Dictionary<int, Source> _sources = [];

    /// <summary>Reads a stored notebook.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidDataException">It is JSON, but no notebook of format 4.</exception>
    public IpynbNotebook(byte[] content)
    {
        _content = content;
        var start = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        using var document = JsonDocument.Parse(content.AsMemory(start));
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("cells", out var cells) || cells.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("JSON without cells: no notebook of format 4");
        }

        var notebook = LanguageOfNotebook(document.RootElement);
        var sources = Sources(content, start);
        var lines = new LineNumbers(content);
        var read = new List<CodeCell>();
        foreach (var (index, cell) in cells.EnumerateArray().Index())
        {
            if (index < sources.Count && sources[index] is { } source && Text(cell, "cell_type") == "code" && IsCSharp(LanguageOfCell(cell) ?? notebook))
            {
                _sources[index + 1] = source;
                read.Add(new CodeCell(index + 1, source.Text, source.FileLines(lines)));
            }
        }

        Cells = read;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CodeCell> Cells { get; }

    /// <inheritdoc/>
    public override byte[] With(IReadOnlyDictionary<int, string> texts)
    {
        using var changed = new MemoryStream();
        var copied = 0;
        foreach (var (number, text) in texts.OrderBy(cell => cell.Key))
        {
            var source = _sources[number];
            changed.Write(_content.AsSpan(copied, source.Start - copied));
            changed.Write(Encoding.UTF8.GetBytes(source.Write(text, _content)));
            copied = source.End;
        }

        changed.Write(_content.AsSpan(copied));
        return changed.ToArray();
    }

    private static string? LanguageOfNotebook(JsonElement root)
    {
        var metadata = Member(root, "metadata");
        return Text(Member(metadata, "kernelspec"), "language") ?? Text(Member(metadata, "language_info"), "name") ?? Text(Member(metadata, "kernelspec"), "name");
    }

    private static string? LanguageOfCell(JsonElement cell)
    {
        var metadata = Member(cell, "metadata");
        return Text(Member(metadata, "polyglot_notebook"), "kernelName") ?? Text(Member(metadata, "dotnet_interactive"), "language") ?? Text(Member(metadata, "vscode"), "languageId");
    }

    // A notebook that names no language is read for the C# that it may hold.
    private static bool IsCSharp(string? language) => language is null || language.ToUpperInvariant() is "C#" or "CSHARP" or ".NET-CSHARP" or "POLYGLOT-NOTEBOOK";

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // What each cell's "source" holds, and where: JsonDocument does not tell.
    private static List<Source?> Sources(byte[] content, int start)
    {
        var sources = new List<Source?>();
        var reader = new Utf8JsonReader(content.AsSpan(start));
        var isInCells = false;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
            {
                isInCells = reader.ValueTextEquals("cells");
            }
            else if (isInCells && reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 })
            {
                sources.Add(null);
            }
            else if (isInCells && reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 3 } && reader.ValueTextEquals("source"))
            {
                sources[^1] = Source.Read(ref reader, start);
            }
        }

        return sources;
    }

    /// <summary>The strings of a cell's source.</summary>
    private sealed record Source(int Start, int End, bool IsList, IReadOnlyList<(int Start, int End, string Text)> Strings)
    {
        public string Text { get; } = string.Concat(Strings.Select(part => part.Text));

        public static Source? Read(ref Utf8JsonReader reader, int offset)
        {
            reader.Read();
            var (start, isList) = (offset + (int)reader.TokenStartIndex, reader.TokenType == JsonTokenType.StartArray);
            var strings = new List<(int, int, string)>();
            if (!isList && reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                return null;
            }

            while (isList ? reader.Read() && reader.TokenType == JsonTokenType.String : strings.Count == 0)
            {
                strings.Add((offset + (int)reader.TokenStartIndex, offset + (int)reader.BytesConsumed, reader.GetString()!));
            }

            return isList && reader.TokenType != JsonTokenType.EndArray ? null : new Source(start, offset + (int)reader.BytesConsumed, isList, strings);
        }

        public List<int> FileLines(LineNumbers lines) =>
            [.. Strings.SelectMany(part => Enumerable.Repeat(lines.At(part.Start), part.Text.Count(character => character == '\n') + (part.Text.EndsWith('\n') ? 0 : 1)))];

        /// <summary>The value with <paramref name="text"/>, laid out as it was; lines that stay keep their bytes.</summary>
        public string Write(string text, byte[] content)
        {
            if (!IsList)
            {
                return Quote(text);
            }

            var known = Strings.GroupBy(part => part.Text).ToDictionary(same => same.Key, same => Encoding.UTF8.GetString(content, same.First().Start, same.First().End - same.First().Start));
            var between = Strings.Count > 1 ? Encoding.UTF8.GetString(content, Strings[0].End, Strings[1].Start - Strings[0].End)
                : "," + (Strings.Count > 0 ? Encoding.UTF8.GetString(content, Start + 1, Strings[0].Start - Start - 1) : "");
            var (before, after) = Strings.Count > 0
                ? (Encoding.UTF8.GetString(content, Start + 1, Strings[0].Start - Start - 1), Encoding.UTF8.GetString(content, Strings[^1].End, End - 1 - Strings[^1].End))
                : ("", "");
            return $"[{before}{string.Join(between, LinesOf(text).Select(line => known.TryGetValue(line, out var stored) ? stored : Quote(line)))}{after}]";
        }

        private static IEnumerable<string> LinesOf(string text)
        {
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start) is var newline and >= 0 ? newline + 1 : text.Length;
                yield return text[start..end];
                start = end;
            }
        }

        private static string Quote(string text) => text.Length == 0 ? $"\"{Empty}\"" : $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }
}
