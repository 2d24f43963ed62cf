using System.Xml.Linq;
using OxyPlot;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Puts plots into the page, drawn twice: for the width of a page and for that of a phone, so that letters keep their size.</summary>
internal sealed class Figures
{
    public const double Wide = 720;
    public const double Narrow = 328;

    private readonly SvgFigure _svg = new();

    /// <summary>A figure with its caption; the caption is its title for who cannot see it.</summary>
    /// <param name="draw">Draws it; told whether it is the narrow one.</param>
    /// <param name="height">Its height in either width.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="description">What is to be seen in it.</param>
    /// <param name="width">The width of the wide one.</param>
    public XElement Write(Func<bool, PlotModel> draw, Func<bool, double> height, string caption, string description, double width = Wide) => El(
        "figure",
        Of("div", "wide", _svg.Write(draw(false), width, height(false), caption, description)),
        Of("div", "narrow", _svg.Write(draw(true), Narrow, height(true), caption, description)),
        El("figcaption", caption));
}
