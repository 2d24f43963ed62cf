using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Observed shares against predicted probabilities, above the number of rows of each bin.</summary>
internal static class ReliabilityPlot
{
    private const double BarHalfWidth = 0.012;

    // So that a point at an end is seen whole.
    private const double Room = 0.02;

    /// <summary>The plot.</summary>
    public static PlotModel Draw(Calibration calibration)
    {
        var model = PlotTheme.Model();
        model.PlotMargins = new OxyThickness(62, 10, 16, 48);
        model.Axes.Add(PlotTheme.Axis(AxisPosition.Bottom, "Predicted probability", -Room, 1 + Room));
        model.Axes.Add(Part(PlotTheme.Axis(AxisPosition.Left, "Observed share", -Room, 1 + Room), "share", 0.26, 1));
        var most = calibration.Bins.Max(bin => bin.Rows);
        var counts = Part(PlotTheme.Axis(AxisPosition.Left, "Rows", 0, most * 1.1), "rows", 0, 0.17);
        counts.MajorStep = NiceStep(most);
        model.Axes.Add(counts);
        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.LinearEquation, Slope = 1, Intercept = 0, YAxisKey = "share", Color = PlotTheme.Muted, LineStyle = LineStyle.Dash, StrokeThickness = 1,
            MinimumX = 0, MaximumX = 1,
        });

        var curve = new LineSeries { Color = PlotTheme.Accent, StrokeThickness = 1, YAxisKey = "share" };
        var intervals = new LineSeries { Color = PlotTheme.Accent, StrokeThickness = 1.75, YAxisKey = "share" };
        var points = new ScatterSeries { MarkerType = MarkerType.Square, MarkerSize = 4, MarkerFill = PlotTheme.Accent, YAxisKey = "share" };
        var bars = new RectangleBarSeries { FillColor = PlotTheme.Accent, StrokeColor = PlotTheme.Accent, StrokeThickness = 0, YAxisKey = "rows" };
        foreach (var bin in calibration.Bins)
        {
            curve.Points.Add(new DataPoint(bin.MeanPredicted, bin.Observed));
            intervals.Points.AddRange([new(bin.MeanPredicted, bin.Lower), new(bin.MeanPredicted, bin.Upper), DataPoint.Undefined]);
            points.Points.Add(new ScatterPoint(bin.MeanPredicted, bin.Observed));
            bars.Items.Add(new RectangleBarItem(Math.Max(0, bin.MeanPredicted - BarHalfWidth), 0, Math.Min(1, bin.MeanPredicted + BarHalfWidth), bin.Rows));
        }

        foreach (var series in new Series[] { curve, intervals, points, bars })
        {
            model.Series.Add(series);
        }

        return model;
    }

    private static LinearAxis Part(LinearAxis axis, string key, double start, double end)
    {
        (axis.Key, axis.StartPosition, axis.EndPosition) = (key, start, end);
        return axis;
    }

    // One, two or five times a power of ten, so that there are two lines or a few.
    private static double NiceStep(long most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, most))));
        return Math.Max(1, most / power >= 4 ? 2 * power : most / power >= 2 ? power : power / 2);
    }
}
