using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>The flow of rows: a lane of what was learned from, a lane of what was tested, leaks marked.</summary>
internal static class FlowSection
{
    public static IEnumerable<object?> Write(ReportDocument document)
    {
        if (document.Flow is not { } flow)
        {
            return [Missing.Of(document, MissingParts.Flow)];
        }

        var firstCut = flow.Steps.TakeWhile(step => step.Kind is not (FlowKind.Split or FlowKind.CrossValidation)).Count();
        return
        [
            El("p", Text(flow)),
            Of(
                "ol",
                "flow",
                flow.Sources.Select(source => Of("li", "step both", Of("p", "step-title", "Rows as loaded"), El("p", $"{ReportNumbers.Count(source.Rows, "row")} of ‘{source.Name}’"))),
                flow.Steps.Select((step, i) => Step(step, flow, isBeforeCut: i < firstCut && firstCut < flow.Steps.Count))),
            Of("p", "caption", "Each bar is all rows that were seen; the filled part is what the step read, the hatched part is read on both sides: learned from and tested. "
                + "What a loop repeats is one step, with the fewest and the most rows."),
        ];
    }

    private static string Text(RowFlow flow)
    {
        var learned = flow switch
        {
            { UntracedTestedRows: 0 } => $"{ReportNumbers.Count(flow.LearnedTestedRows)} of these had been learned from",
            { LearnedTestedRows: 0 } => $"the guard did not see the model of {ReportNumbers.Count(flow.UntracedTestedRows)} of these being fitted: it is not known whether they had been learned from",
            _ => $"at least {ReportNumbers.Count(flow.LearnedTestedRows)} of these had been learned from, and the guard did not see the model of {ReportNumbers.Count(flow.UntracedTestedRows)} of them being fitted",
        };
        var tested = flow.TestedRows == 0 ? "None was seen being tested." : $"{ReportNumbers.Count(flow.TestedRows)} of them were tested, each counted once; {learned}.";
        return $"The guard followed {ReportNumbers.Count(flow.Rows, "row")} through the program. {tested}";
    }

    private static XElement Step(FlowStep step, RowFlow flow, bool isBeforeCut)
    {
        var lane = step.Kind switch
        {
            FlowKind.Evaluation => "test",
            FlowKind.Training or FlowKind.Preparation when !isBeforeCut => "train",
            _ => "both",
        };
        return Of(
            "li",
            $"step {lane}{(step.Leaks.Count > 0 ? " leaks" : "")}",
            Of("p", "step-title", Title(step), " ", Of("span", "place", step.Place)),
            Bar(step, flow.Rows),
            step.Pipeline.Count == 0 ? null : El("p", Regex.Split(string.Join(" → ", step.Pipeline), "(?<=[a-z])(?=[A-Z])").Select(word => new object[] { word, El("wbr") })),
            Lines(step).Select(line => El("p", line)),
            step.Leaks.Count > 0 ? Of("p", "leak-tags", step.Leaks.Select(id => Of("span", "tag", $"Leak · {id}"))) : null);
    }

    private static string Title(FlowStep step) => (step.Kind switch
    {
        FlowKind.Split => "Split",
        FlowKind.CrossValidation => "Cross-validation",
        FlowKind.Preparation => "Preparation learned",
        FlowKind.Training => "Model trained",
        _ => "Model tested",
    }) + (step.Times > 1 ? string.Format(CultureInfo.InvariantCulture, ", {0} times", step.Times) : "");

    private static IEnumerable<string> Lines(FlowStep step)
    {
        yield return step is { TrainRows: { } train, TestRows: { } test }
            ? $"{train.Of("row")} to learn from, {test.Of("row")} to test"
            : step.Rows.Of("row") + (step.ValidationRows is { } validation ? $", stopped by {validation.Of("row")}" : "");
        if (step.Groups is { } groups)
        {
            yield return $"{ReportNumbers.Count(groups.OnBothSides)} of {ReportNumbers.Count(groups.Total)} groups of {groups.Column} on both sides";
        }

        if (step.SharedRows is { } shared)
        {
            yield return step.Kind == FlowKind.Evaluation ? $"{shared} of them learned from" : $"{shared} of them tested later";
        }
    }

    // Hatched where it leaks: to be told apart without colour, and in print.
    private static XElement Bar(FlowStep step, long total)
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        double Share(long count) => total == 0 ? 0 : Math.Round(320.0 * count / total, 1);
        XElement Rectangle(string cssClass, double x, double width) => new(
            svg + "rect", At("class", cssClass), new XAttribute("x", x), At("y", "0"), new XAttribute("width", width), At("height", "10"));
        var bar = new XElement(
            svg + "svg",
            At("class", "bar"),
            At("viewBox", "0 0 320 10"),
            At("role", "img"),
            new XElement(svg + "title", $"{step.Rows} of {ReportNumbers.Count(total)} rows read" + (step.SharedRows is { Most: > 0 } both ? $", {both} of them on both sides" : "")),
            Rectangle("all", 0, 320));
        if (step is { TrainRows: { } train, TestRows: { } test })
        {
            bar.Add(Rectangle("used", 0, Share(train.Most)), Rectangle("held-out", Share(train.Most), Math.Min(Share(test.Most), 320 - Share(train.Most))));
            return bar;
        }

        // Tested rows stand at the right, as the held-out part of a split does.
        var (width, shared) = (Share(step.Rows.Most), Share(step.SharedRows?.Most ?? 0));
        var start = step.Kind == FlowKind.Evaluation ? 320 - width : 0;
        bar.Add(Rectangle(step.Kind == FlowKind.Evaluation ? "held-out" : "used", start, width));
        if (shared > 0)
        {
            bar.Add(Rectangle("shared", step.Kind == FlowKind.Evaluation ? start : start + width - shared, shared), Hatching(svg, step.Kind == FlowKind.Evaluation ? start : start + width - shared, shared));
        }

        return bar;
    }

    private static XElement Hatching(XNamespace svg, double start, double width)
    {
        var lines = Enumerable.Range(0, (int)(width / 6) + 1).Select(i => start + (i * 6)).Where(x => x + 5 <= start + width)
            .Select(x => string.Format(CultureInfo.InvariantCulture, "M{0} 10L{1} 0", x, x + 5));
        return new XElement(svg + "path", At("class", "hatching"), At("d", string.Join("", lines)));
    }
}
