using LeakageAnalyzers.Runtime.Report;
using LeakageAnalyzers.Tool.Prove.Results;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace LeakageAnalyzers.Tool.Output.Pages;

/// <summary>The score of each run as it stands and repaired, joined by a line a run; squares are the means.</summary>
internal static class PairedPlot
{
    /// <summary>How high such a plot is.</summary>
    public const double Height = 260;

    private const double Room = 0.05;

    /// <summary>The plot.</summary>
    /// <param name="inflation">The scores.</param>
    /// <param name="title">What they are.</param>
    public static PlotModel Draw(Inflation inflation, string title)
    {
        var model = PlotTheme.Model();
        var all = inflation.Leaky.Concat(inflation.Honest).ToList();
        var room = Math.Max(0.01, (all.Max() - all.Min()) * Room);
        model.PlotMargins = new OxyThickness(64, 8, 24, 34);
        model.Axes.Add(PlotTheme.Axis(AxisPosition.Left, title, all.Min() - room, all.Max() + room));
        var sides = new CategoryAxis { Position = AxisPosition.Bottom, Key = "sides", TextColor = PlotTheme.Ink, FontSize = 12, MajorTickSize = 0, MinorTickSize = 0, AxislineStyle = LineStyle.None };
        sides.Labels.AddRange(["as it stands", "repaired"]);
        model.Axes.Add(sides);
        foreach (var (leaky, honest) in inflation.Leaky.Zip(inflation.Honest))
        {
            model.Series.Add(Line(leaky, honest, PlotTheme.Muted, 1, MarkerType.Circle, 3));
        }

        model.Series.Add(Line(inflation.LeakyMean, inflation.HonestMean, PlotTheme.Accent, 2.5, MarkerType.Square, 5));
        return model;
    }

    private static LineSeries Line(double leaky, double honest, OxyColor color, double thickness, MarkerType marker, double size)
    {
        var line = new LineSeries { Color = color, StrokeThickness = thickness, MarkerType = marker, MarkerSize = size, MarkerFill = color, XAxisKey = "sides" };
        line.Points.Add(new DataPoint(0, leaky));
        line.Points.Add(new DataPoint(1, honest));
        return line;
    }
}
