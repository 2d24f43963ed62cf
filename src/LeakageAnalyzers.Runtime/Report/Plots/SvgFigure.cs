using System.Globalization;
using System.Xml.Linq;
using OxyPlot;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Writes plots as SVG for the page: with a title and a description, colours of the page's style, its fonts, and a size that follows its width.</summary>
internal sealed class SvgFigure
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private int _written;

    /// <summary>The plot, ready to stand in a page.</summary>
    /// <param name="model">What to draw.</param>
    /// <param name="width">The width at which letters have their size, in pixels of CSS.</param>
    /// <param name="height">The height that goes with it.</param>
    /// <param name="title">What it shows, in a few words.</param>
    /// <param name="description">What a reader who cannot see it should know.</param>
    public XElement Write(PlotModel model, double width, double height, string title, string description)
    {
        var root = XDocument.Parse(SvgExporter.ExportToString(model, width, height, isDocument: false, useVerticalTextAlignmentWorkaround: true)).Root!;
        var id = FormattableString.Invariant($"plot{++_written}");
        Prefix(root, id);
        Recolour(root);
        root.Attributes().Where(attribute => attribute.Name.LocalName is "width" or "height" or "version" || attribute.IsNamespaceDeclaration).Remove();
        root.SetAttributeValue("viewBox", string.Format(CultureInfo.InvariantCulture, "0 0 {0} {1}", width, height));
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-labelledby", $"{id}-title {id}-desc");
        root.SetAttributeValue("style", string.Format(CultureInfo.InvariantCulture, "max-width:{0}px", width));
        root.AddFirst(new XElement(Svg + "title", new XAttribute("id", id + "-title"), title), new XElement(Svg + "desc", new XAttribute("id", id + "-desc"), description));
        return root;
    }

    // Several drawings share one page: what one of them refers to has to be its own.
    private static void Prefix(XElement root, string id)
    {
        foreach (var attribute in root.Descendants().Attributes())
        {
            if (attribute.Name.LocalName == "id")
            {
                attribute.Value = $"{id}-{attribute.Value}";
            }
            else if (attribute.Value.Contains("url(#"))
            {
                attribute.Value = attribute.Value.Replace("url(#", $"url(#{id}-");
            }
        }
    }

    private static void Recolour(XElement root)
    {
        foreach (var element in root.Descendants().ToList())
        {
            if (element.Attribute("style") is { } style)
            {
                style.Value = WithVariables(style.Value);
            }

            if (element.Name.LocalName == "text")
            {
                // In a style, since older browsers know no variables in attributes.
                element.SetAttributeValue("style", $"fill:{WithVariables((string?)element.Attribute("fill") ?? "inherit")}");
                element.Attribute("fill")?.Remove();
                element.Attribute("font-family")?.Remove();
            }
        }
    }

    private static string WithVariables(string style) =>
        PlotTheme.Variables.Aggregate(style, (text, variable) => text.Replace(variable.Key, variable.Value));
}
