using LeakageAnalyzers.Tool.Programs;
using Spectre.Console;

namespace LeakageAnalyzers.Tool.Output.Readable;

/// <summary>A line of code with a mark under a part of it.</summary>
/// <param name="console">Where to.</param>
/// <param name="place">The part.</param>
/// <param name="color">Colour of the mark.</param>
internal sealed class CodeFrame(IAnsiConsole console, CodePlace place, string color)
{
    private const int Least = 12;

    /// <summary>Writes it, cut to the width of the console around the marked part.</summary>
    public void Write()
    {
        var number = place.Cell is { } cell ? $"cell {cell}:{place.Line}" : $"{place.Line}";
        var code = place.Code.Replace('\t', ' ');
        var skipped = code.Length - code.TrimStart().Length;
        var start = Math.Max(0, place.Column - 1 - skipped);
        code = code.Trim();
        var length = Math.Max(1, place.EndLine == place.Line ? place.EndColumn - place.Column : code.Length - start);

        var room = Math.Max(Least, console.Profile.Width - number.Length - 7);
        if (code.Length > room)
        {
            var from = Math.Clamp(start - (room / 3), 0, code.Length - room + 1);
            code = (from > 0 ? "…" : "") + code[(from > 0 ? from + 1 : 0)..Math.Min(code.Length, from + room - 1)] + (from + room - 1 < code.Length ? "…" : "");
            start -= from;
        }

        length = Math.Clamp(length, 1, Math.Max(1, code.Length - start));
        console.MarkupLine($"  [dim]{number} │[/] {Markup.Escape(code)}");
        console.MarkupLine($"  [dim]{new string(' ', number.Length)} │[/] {new string(' ', start)}[{color}]{new string('~', length)}[/]");
    }
}
