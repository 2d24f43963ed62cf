using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Builds HTML out of elements, so that whatever text comes in is escaped.</summary>
internal static class Markup
{
    // The elements of HTML that never have an end tag.
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    /// <summary>An element.</summary>
    public static XElement El(string name, params object?[] content) => new(name, content);

    /// <summary>An element with a class.</summary>
    public static XElement Of(string name, string cssClass, params object?[] content) => new(name, new XAttribute("class", cssClass), content);

    /// <summary>An attribute.</summary>
    public static XAttribute At(string name, string value) => new(name, value);

    /// <summary>A table that can be scrolled where it is wider than the page, its first column being the heading of each row.</summary>
    public static XElement Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, int numbersFrom = 1) =>
        Of("div", "scroll", At("tabindex", "0"), At("role", "region"), At("aria-label", caption), El(
            "table",
            El("caption", caption),
            El("thead", El("tr", columns.Select((column, i) => El("th", At("scope", "col"), i >= numbersFrom ? At("class", "number") : null, column)))),
            El("tbody", rows.Select(row => El("tr", row.Select((cell, i) => i == 0
                ? El("th", At("scope", "row"), cell)
                : El("td", i >= numbersFrom ? At("class", "number") : null, cell)))))));

    /// <summary>The page as text.</summary>
    public static string Write(XElement html)
    {
        foreach (var element in html.DescendantsAndSelf())
        {
            // XML would close an empty element in its start tag, which HTML does not know.
            if (element.IsEmpty && element.Name.Namespace == XNamespace.None && !Void.Contains(element.Name.LocalName))
            {
                element.Add("");
            }
        }

        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            html.Save(writer);
        }

        return text.Append('\n').ToString();
    }
}

/// <summary>Text that HTML takes as it is, such as a style sheet.</summary>
internal sealed class RawText(string text) : XText(text)
{
    /// <inheritdoc/>
    public override void WriteTo(XmlWriter writer) => writer.WriteRaw(Value);
}
