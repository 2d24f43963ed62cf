using System.Xml.Linq;
using static LeakageAnalyzers.Runtime.Report.Markup;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>The headline metric in each subgroup, as a forest plot and a table.</summary>
internal static class SubgroupSection
{
    public static IEnumerable<object?> Write(ReportDocument document, Figures figures) => document.Subgroups.Count == 0
        ? [Missing.Of(document, MissingParts.Subgroups)]
        : document.Subgroups.SelectMany(table => Part(table, figures)).Append(
            Of("p", "caption", "Each interval is that of the subgroup by itself. The last column is the value of the subgroup less that of all other rows: an interval without 0 shows a difference. Where there are many subgroups, some differ by chance: of twenty, one is expected to leave its 95\u00A0% interval."));

    private static IEnumerable<object?> Part(SubgroupTable table, Figures figures)
    {
        yield return El("h3", $"By {table.Column}");
        if (table.Subgroups.Any(subgroup => subgroup.Metric?.Lower is not null))
        {
            yield return Figure(table, figures);
        }

        yield return Table(
            $"{table.All.Title} by {table.Column}",
            ["Subgroup", "Rows", "Value (CI)", "Less the rest (CI)"],
            table.Subgroups.Select(subgroup => new object?[]
            {
                subgroup.Note is null && subgroup.Metric?.Note is null ? subgroup.Name : new object[] { subgroup.Name, Of("span", "note", subgroup.Note ?? subgroup.Metric!.Note!) },
                ReportNumbers.Count(subgroup.Rows) + (subgroup.Groups is { } groups ? $" ({ReportNumbers.Count(groups, "group")})" : ""),
                subgroup.Metric is { } metric ? Numbers(metric) : "none",
                subgroup.GapToRest is { } gap ? $"{ReportNumbers.Number(gap.Difference, ReportNumbers.Decimals(gap.Lower, gap.Upper))} ({ReportNumbers.Range(gap.Lower, gap.Upper)})" : "none",
            }).Prepend(["All", ReportNumbers.Count(table.Rows), Numbers(table.All), ""]));
    }

    private static XElement Figure(SubgroupTable table, Figures figures)
    {
        var rows = table.Subgroups.Where(subgroup => subgroup.Metric?.Value is not null).Select(subgroup => Row(subgroup.Name, subgroup.Rows, subgroup.Metric!))
            .Prepend(Row("All", table.Rows, table.All)).ToList();
        var scale = IntervalScale.Around(table.All.Title, rows.SelectMany(row => new[] { row.Lower, row.Upper, row.Value }).OfType<double>(), table.All.Value is { } all ? [all] : [], null);
        return figures.Write(
            isNarrow => IntervalPlot.Draw(rows, scale, isNarrow),
            isNarrow => IntervalPlot.Height(rows.Count, isNarrow),
            $"{table.All.Title} by {table.Column}, with confidence intervals; dashed: the value of all rows",
            string.Join("; ", rows.Select(row => $"{row.Label}: {row.Numbers}")) + ".");
    }

    private static IntervalRow Row(string name, int rows, MetricValue metric) => new(
        $"{Shorten(name)} (n\u00A0=\u00A0{ReportNumbers.Count(rows)})",
        Numbers(metric),
        metric.Value,
        metric.Lower,
        metric.Upper);

    private static string Numbers(MetricValue metric) => metric is { Lower: { } lower, Upper: { } upper } ? $"{Value(metric)} ({ReportNumbers.Range(lower, upper)})" : Value(metric);

    private static string Value(MetricValue metric) => metric switch
    {
        { Value: null } => "none",
        { Lower: { } lower, Upper: { } upper } => ReportNumbers.Number(metric.Value.Value, ReportNumbers.Decimals(lower, upper)),
        _ => ReportNumbers.Number(metric.Value.Value, 2),
    };

    private static string Shorten(string name) => name.Length <= 16 ? name : name.Remove(15) + "…";
}
