using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>How far train and test rows differ, column by column.</summary>
internal static class ShiftPlot
{
    // Of more columns, those that differ most.
    public const int MostColumns = 15;

    /// <summary>The p-value below which a difference is not put down to chance.</summary>
    public const double Level = 0.05;

    private const double RowHeight = 24;
    private const double AxisHeight = 58;
    private const double HalfBar = 0.22;

    public static double Height(int columns) => (columns * RowHeight) + AxisHeight;

    /// <summary>The plot.</summary>
    public static PlotModel Draw(IReadOnlyList<ColumnShift> shifts)
    {
        var model = PlotTheme.Model();
        model.PlotMargins = new OxyThickness(PlotTheme.WidthOf(shifts.Select(shift => Shorten(shift.Column))) + 12, 6, 16, AxisHeight - 10);
        model.Axes.Add(PlotTheme.Axis(AxisPosition.Bottom, "Population stability index", 0, Math.Max(0.3, shifts.Max(shift => shift.StabilityIndex) * 1.08)));
        var labels = new CategoryAxis
        {
            Position = AxisPosition.Left, Key = "columns", StartPosition = 1, EndPosition = 0, TextColor = PlotTheme.Ink, FontSize = 12, MajorTickSize = 0, MinorTickSize = 0,
        };
        labels.Labels.AddRange(shifts.Select(shift => Shorten(shift.Column)));
        model.Axes.Add(labels);
        foreach (var bound in new[] { Statistics.PopulationStabilityIndex.Moderate, Statistics.PopulationStabilityIndex.Major })
        {
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Vertical, X = bound, Color = PlotTheme.Muted, LineStyle = LineStyle.Dash, StrokeThickness = 1, YAxisKey = "columns",
            });
        }

        var beyondChance = new RectangleBarSeries { FillColor = PlotTheme.Accent, StrokeColor = PlotTheme.Accent, StrokeThickness = 1, YAxisKey = "columns" };
        var byChance = new RectangleBarSeries { FillColor = PlotTheme.Band, StrokeColor = PlotTheme.Accent, StrokeThickness = 1, YAxisKey = "columns" };
        for (var i = 0; i < shifts.Count; i++)
        {
            (shifts[i].PValue < Level ? beyondChance : byChance).Items.Add(new RectangleBarItem(0, i - HalfBar, shifts[i].StabilityIndex, i + HalfBar));
        }

        model.Series.Add(beyondChance);
        model.Series.Add(byChance);
        return model;
    }

    private static string Shorten(string column) => column.Length <= 20 ? column : column.Remove(19) + "…";
}
