using OxyPlot;
using OxyPlot.Axes;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>
/// Colours of plots by their role. OxyPlot knows fixed colours only, so each role is a colour of its own while it draws, and a variable of the page's style in the SVG:
/// one drawing serves light, dark and paper.
/// </summary>
internal static class PlotTheme
{
    // DejaVu Sans at 12 pixels.
    private const double LetterWidth = 7.1;

    public static readonly OxyColor Ink = OxyColor.FromRgb(0, 0, 1);
    public static readonly OxyColor Muted = OxyColor.FromRgb(0, 0, 2);
    public static readonly OxyColor Grid = OxyColor.FromRgb(0, 0, 3);
    public static readonly OxyColor Accent = OxyColor.FromRgb(0, 0, 4);
    public static readonly OxyColor Paper = OxyColor.FromRgb(0, 0, 5);
    public static readonly OxyColor Band = OxyColor.FromRgb(0, 0, 6);

    /// <summary>The variable of the page's style for each colour, as OxyPlot writes the colour.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rgb(0,0,1)"] = "var(--ink)",
        ["rgb(0,0,2)"] = "var(--muted)",
        ["rgb(0,0,3)"] = "var(--grid)",
        ["rgb(0,0,4)"] = "var(--accent)",
        ["rgb(0,0,5)"] = "var(--paper)",
        ["rgb(0,0,6)"] = "var(--band)",
    };

    /// <summary>
    /// The room for labels of so many letters, in pixels of CSS: a reader's fonts are not known, so it is that of the widest of the usual ones.
    /// </summary>
    public static double WidthOf(IEnumerable<string> labels) => labels.SelectMany(label => label.Split('\n')).Select(line => line.Length).DefaultIfEmpty(0).Max() * LetterWidth;

    /// <summary>An empty plot without a frame; the page has its title.</summary>
    public static PlotModel Model() => new()
    {
        PlotAreaBorderThickness = new OxyThickness(0),
        PlotAreaBorderColor = Grid,
        TextColor = Ink,
        DefaultFont = "Arial",
        DefaultFontSize = 12,
        Padding = new OxyThickness(4, 6, 12, 4),
        Background = OxyColors.Transparent,
    };

    /// <summary>An axis of numbers with few, light lines.</summary>
    public static LinearAxis Axis(AxisPosition position, string title, double minimum, double maximum, string format = "0.##") => new()
    {
        Position = position,
        Title = title,
        TitleColor = Muted,
        TextColor = Muted,
        TitleFontSize = 12,
        FontSize = 12,
        AxislineStyle = LineStyle.Solid,
        AxislineColor = Grid,
        TicklineColor = Grid,
        MinorTickSize = 0,
        MajorTickSize = 4,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = Grid,
        MajorGridlineThickness = 0.75,
        AxisTitleDistance = 14,
        Minimum = minimum,
        Maximum = maximum,
        StringFormat = format,
        LabelFormatter = value => ReportNumbers.Number(value, 6).TrimEnd('0').TrimEnd('.') is { Length: > 0 } text ? text : "0",
    };
}
