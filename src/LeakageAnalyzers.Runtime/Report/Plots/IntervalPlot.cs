using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>Intervals beneath each other on one scale, as in a forest plot.</summary>
internal static class IntervalPlot
{
    private const double RowHeight = 26;
    private const double NarrowRowHeight = 36;
    private const double AxisHeight = 58;
    private const double HalfCap = 0.16;
    private const int NarrowLabel = 17;

    /// <summary>How high such a plot is.</summary>
    public static double Height(int rows, bool isNarrow) => (rows * (isNarrow ? NarrowRowHeight : RowHeight)) + AxisHeight;

    /// <summary>The plot.</summary>
    /// <param name="rows">From top to bottom.</param>
    /// <param name="scale">What is on the axis.</param>
    /// <param name="isNarrow">Whether there is room for a phone's width only: labels are broken, numbers are left to the table.</param>
    public static PlotModel Draw(IReadOnlyList<IntervalRow> rows, IntervalScale scale, bool isNarrow)
    {
        var model = PlotTheme.Model();
        var labels = rows.Select(row => isNarrow ? Break(row.Label) : row.Label).ToList();
        model.PlotMargins = new OxyThickness(PlotTheme.WidthOf(labels) + 12, 6, isNarrow ? 14 : PlotTheme.WidthOf(rows.Select(row => row.Numbers)) + 12, AxisHeight - 10);
        model.Axes.Add(PlotTheme.Axis(AxisPosition.Bottom, scale.Title, scale.Minimum, scale.Maximum));
        model.Axes.Add(Labels(labels, AxisPosition.Left, "labels"));
        if (!isNarrow)
        {
            model.Axes.Add(Labels(rows.Select(row => row.Numbers), AxisPosition.Right, "numbers"));
        }

        if (scale.Margin > 0)
        {
            model.Annotations.Add(new RectangleAnnotation
            {
                MinimumX = -scale.Margin, MaximumX = scale.Margin, Fill = PlotTheme.Band, Layer = AnnotationLayer.BelowAxes, YAxisKey = "labels",
            });
        }

        foreach (var reference in scale.References)
        {
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Vertical, X = reference, Color = PlotTheme.Muted, LineStyle = LineStyle.Dash, StrokeThickness = 1, YAxisKey = "labels", Layer = AnnotationLayer.BelowSeries,
            });
        }

        var intervals = new LineSeries { Color = PlotTheme.Accent, StrokeThickness = 1.75, YAxisKey = "labels", LineJoin = LineJoin.Miter };
        var values = new ScatterSeries { MarkerType = MarkerType.Square, MarkerSize = 4, MarkerFill = PlotTheme.Accent, YAxisKey = "labels" };
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is { Lower: { } lower, Upper: { } upper })
            {
                Add(intervals, i, Math.Max(lower, scale.Minimum), Math.Min(upper, scale.Maximum));
            }

            if (rows[i].Value is { } value && value >= scale.Minimum && value <= scale.Maximum)
            {
                values.Points.Add(new ScatterPoint(value, i));
            }
        }

        model.Series.Add(intervals);
        model.Series.Add(values);
        return model;
    }

    private static void Add(LineSeries intervals, int row, double lower, double upper)
    {
        DataPoint[] points =
        [
            new(lower, row - HalfCap), new(lower, row + HalfCap), new(lower, row), new(upper, row), new(upper, row - HalfCap), new(upper, row + HalfCap), DataPoint.Undefined,
        ];
        intervals.Points.AddRange(points);
    }

    private static CategoryAxis Labels(IEnumerable<string> labels, AxisPosition position, string key)
    {
        var axis = new CategoryAxis
        {
            Position = position,
            Key = key,
            StartPosition = 1,
            EndPosition = 0,
            TextColor = PlotTheme.Ink,
            FontSize = 12,
            MajorTickSize = 0,
            MinorTickSize = 0,
            AxislineStyle = LineStyle.None,
            AxisTickToLabelDistance = 8,
        };
        axis.Labels.AddRange(labels);
        return axis;
    }

    private static string Break(string label)
    {
        var lines = new List<string> { "" };
        foreach (var word in label.Split(' '))
        {
            if (lines[lines.Count - 1].Length > 0 && lines[lines.Count - 1].Length + word.Length >= NarrowLabel)
            {
                lines.Add("");
            }

            lines[lines.Count - 1] += (lines[lines.Count - 1].Length > 0 ? " " : "") + word;
        }

        return string.Join("\n", lines);
    }
}

/// <summary>One line of the plot.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Numbers">Its value and interval, in digits.</param>
/// <param name="Value">Its value; null where it has none.</param>
/// <param name="Lower">The lower end of its interval.</param>
/// <param name="Upper">The upper end of its interval.</param>
internal sealed record IntervalRow(string Label, string Numbers, double? Value, double? Lower, double? Upper);

/// <summary>The axis that the lines share.</summary>
/// <param name="Title">What is measured, and in which direction.</param>
/// <param name="Minimum">Its left end.</param>
/// <param name="Maximum">Its right end.</param>
/// <param name="References">Values that are worth a line, such as no difference.</param>
/// <param name="Margin">The largest difference that does not matter; 0 for none.</param>
internal sealed record IntervalScale(string Title, double Minimum, double Maximum, IReadOnlyList<double> References, double Margin = 0)
{
    /// <summary>A scale that holds all of <paramref name="values"/> with some room, and the margin on both sides of zero unless it is null.</summary>
    public static IntervalScale Around(string title, IEnumerable<double> values, IReadOnlyList<double> references, double? margin = 0)
    {
        var all = values.Concat(references).Concat(margin is { } band ? [-band, band] : Array.Empty<double>()).Where(value => !double.IsInfinity(value)).ToList();
        var room = Math.Max((all.Max() - all.Min()) * 0.08, 0.005);
        return new IntervalScale(title, all.Min() - room, all.Max() + room, references, margin ?? 0);
    }
}
