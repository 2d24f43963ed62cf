using LeakageAnalyzers.Runtime.Statistics;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>What each look at the test rows showed.</summary>
internal static class LedgerPlot
{
    /// <summary>Whether all answers are accuracies, to which those of guessing models can be compared.</summary>
    public static bool ShowsChance(Ledger ledger) => ledger.Looks.All(look => look.Metric == "Accuracy");

    /// <summary>The plot.</summary>
    public static PlotModel Draw(Ledger ledger)
    {
        var model = PlotTheme.Model();
        model.PlotMargins = new OxyThickness(62, 10, 16, 48);
        var answered = ledger.Looks.Where(look => look.Value is { } value && !double.IsInfinity(value)).ToList();
        var looks = Enumerable.Range(1, ledger.Looks.Count).ToList();
        double[] chance = ShowsChance(ledger) ? [.. looks.Select(look => BestOfChance.ExpectedAccuracy(ledger.Rows, look))] : [];
        var values = answered.Select(look => look.Value!.Value).Concat(chance).ToList();
        var room = Math.Max(0.01, (values.Max() - values.Min()) * 0.1);
        var axis = PlotTheme.Axis(AxisPosition.Bottom, "Look", 0.5, looks.Count + 0.5);
        axis.MinimumMajorStep = 1;
        model.Axes.Add(axis);
        model.Axes.Add(PlotTheme.Axis(AxisPosition.Left, "Answer", values.Min() - room, values.Max() + room));
        if (chance.Length > 0)
        {
            var best = new LineSeries { Color = PlotTheme.Muted, LineStyle = LineStyle.Dash, StrokeThickness = 1 };
            best.Points.AddRange(looks.Select((look, i) => new DataPoint(look, chance[i])));
            model.Series.Add(best);
        }

        foreach (var isBeyond in new[] { false, true })
        {
            var series = new ScatterSeries
            {
                MarkerType = MarkerType.Square, MarkerSize = 4, MarkerFill = isBeyond ? PlotTheme.Paper : PlotTheme.Accent, MarkerStroke = PlotTheme.Accent, MarkerStrokeThickness = 1.5,
            };
            series.Points.AddRange(answered.Where(look => look.BeyondBudget == isBeyond).Select(look => new ScatterPoint(look.Number, look.Value!.Value)));
            model.Series.Add(series);
        }

        return model;
    }
}
