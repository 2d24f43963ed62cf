using System.Globalization;
using System.Text;
using LeakageAnalyzers.Tool.Analysis;
using LeakageAnalyzers.Tool.Programs;
using LeakageAnalyzers.Workflow.Rules;

namespace LeakageAnalyzers.Tool.Output.Pages;

/// <summary>A workflow as lanes of rows, drawn from top to bottom, with the text of each step beside it.</summary>
/// <param name="flow">The workflow.</param>
/// <param name="findings">What was found in the program.</param>
internal sealed class FlowPicture(RowFlow flow, IReadOnlyList<ReportedFinding> findings)
{
    private const int RowHeight = 44;
    private const int LaneWidth = 22;
    private const int Margin = 14;
    private const int Radius = 6;

    private readonly IReadOnlyDictionary<int, int> _columns = ColumnsOf(flow);

    /// <summary>The picture as HTML.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        var (width, height) = ((2 * Margin) + (_columns.Values.DefaultIfEmpty(0).Max() * LaneWidth), flow.Steps.Count * RowHeight);
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"flow\"><svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Flow of the rows of {Html.Text(flow.Name)}\">");
        AddLanes(html);
        AddModels(html);
        foreach (var (index, step) in flow.Steps.Index())
        {
            html.Append(CultureInfo.InvariantCulture, $"<circle class=\"{ClassOf(step)} {step.Role.ToString().ToLowerInvariant()}\" cx=\"{X(step.Lane)}\" cy=\"{Y(index)}\" r=\"{Radius}\"/>");
        }

        html.Append("</svg><ol>");
        foreach (var step in flow.Steps)
        {
            var detail = step.Detail.Length > 0 ? step.Detail : step.Place.Code.Trim();
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"{ClassOf(step)}\"><b>{step.Verb}</b>{Marks(step)} <span class=\"where\">{Where(step.Place)}</span><code>{Html.Text(detail)}</code></li>");
        }

        return html.Append("</ol></div>").ToString();
    }

    private void AddLanes(StringBuilder html)
    {
        var opened = new Dictionary<int, (int Step, int From)>();
        foreach (var (index, step) in flow.Steps.Index())
        {
            foreach (var lane in step.Opens)
            {
                opened[lane] = (index, step.Lane);
            }
        }

        foreach (var lane in _columns.Keys.Order())
        {
            var uses = flow.Steps.Index().Where(step => step.Item.Lane == lane).Select(step => step.Index).ToList();
            if (opened.TryGetValue(lane, out var start))
            {
                var (x0, y0, x1, y1) = (X(start.From), Y(start.Step), X(lane), Y(start.Step) + (RowHeight / 2));
                html.Append(CultureInfo.InvariantCulture, $"<path class=\"lane\" d=\"M{x0} {y0} C{x0} {y1} {x1} {y0} {x1} {y1}\"/>");
                var end = uses.Count > 0 ? Y(uses[^1]) : y1 + 6;
                html.Append(CultureInfo.InvariantCulture, $"<path class=\"lane\" d=\"M{x1} {y1} V{end}\"/>");
            }
            else if (uses.Count > 0)
            {
                html.Append(CultureInfo.InvariantCulture, $"<path class=\"lane\" d=\"M{X(lane)} {Y(uses[0])} V{Y(uses[^1])}\"/>");
            }
        }
    }

    // What was learned goes from where it was fitted to where it is used.
    private void AddModels(StringBuilder html)
    {
        foreach (var (index, step) in flow.Steps.Index())
        {
            if (step.UsesStep is { } fit && (flow.Steps[fit].Lane != step.Lane || index - fit > 1))
            {
                var (x0, y0, x1, y1) = (X(flow.Steps[fit].Lane), Y(fit), X(step.Lane), Y(index));
                var bend = Math.Max(x0, x1) + 12;
                html.Append(CultureInfo.InvariantCulture, $"<path class=\"model\" d=\"M{x0} {y0} C{bend} {y0 + 8} {bend} {y1 - 8} {x1} {y1}\"/>");
            }
        }
    }

    private string Where(CodePlace place) =>
        place.File == flow.Steps[0].Place.File ? place.Describe() : $"{Html.Text(Path.GetFileName(place.File))} {place.Describe()}";

    private string Marks(FlowStep step) => string.Concat(findings.Where(finding => finding.Place == step.Place || Holds(step.Place, finding.Place)).Select(finding => finding.Rule.Id).Distinct()
        .Select(rule => $" <span class=\"rule\">{rule}</span>"));

    private string ClassOf(FlowStep step) =>
        findings.Any(finding => finding.Place == step.Place || Holds(step.Place, finding.Place)) ? "leak"
        : step.Role != PlaceRole.Loaded && findings.Any(finding => finding.Story.Any(told => told.Place == step.Place)) ? "told"
        : "plain";

    // Some rules report an argument of the call.
    private static bool Holds(CodePlace call, CodePlace argument) =>
        call.File == argument.File && call.Cell == argument.Cell && (call.Line, call.Column).CompareTo((argument.Line, argument.Column)) <= 0 && (argument.EndLine, argument.EndColumn).CompareTo((call.EndLine, call.EndColumn)) <= 0;

    /// <summary>The column of each lane: the first that no other lane needs between where this one starts and where it is used last.</summary>
    private static Dictionary<int, int> ColumnsOf(RowFlow flow)
    {
        var spans = new Dictionary<int, (int First, int Last)>();
        foreach (var (index, step) in flow.Steps.Index())
        {
            foreach (var lane in step.Opens.Append(step.Lane))
            {
                spans[lane] = spans.TryGetValue(lane, out var span) ? (span.First, index) : (index, index);
            }
        }

        var busyUntil = new List<int>();
        var columns = new Dictionary<int, int>();
        foreach (var (lane, span) in spans.OrderBy(span => span.Value.First).ThenBy(span => span.Key))
        {
            var column = busyUntil.FindIndex(last => last < span.First);
            if (column < 0)
            {
                busyUntil.Add(0);
                column = busyUntil.Count - 1;
            }

            busyUntil[column] = span.Last;
            columns[lane] = column;
        }

        return columns;
    }

    private int X(int lane) => Margin + (_columns[lane] * LaneWidth);

    private static int Y(int step) => (step * RowHeight) + (RowHeight / 2);
}
