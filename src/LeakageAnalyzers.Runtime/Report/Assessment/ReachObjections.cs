using LeakageAnalyzers.Runtime.Evaluation;

namespace LeakageAnalyzers.Runtime.Report;

/// <summary>For whom the number holds, and whether it was picked among several.</summary>
internal static class ReachObjections
{
    public static IEnumerable<Objection> Of(Evidence evidence)
    {
        foreach (var table in evidence.Subgroups)
        {
            foreach (var subgroup in table.Subgroups.Where(subgroup => IsWorse(subgroup.Metric, table.All)))
            {
                yield return new Objection(
                    Gravity.Reservation,
                    "subgroups",
                    $"In the subgroup {table.Column} = {subgroup.Name} the {MetricTitles.InSentence(table.All.Title)} is {ReportNumbers.Estimate(subgroup.Metric!)}, which excludes that of all rows.");
            }
        }

        if (evidence.Ledger is { } ledger && ledger.Looks.Count > (ledger.Budget ?? 1))
        {
            var meant = ledger.Budget is { } budget ? $", {ReportNumbers.Count(budget)} were meant" : "";
            yield return new Objection(
                Gravity.Reservation,
                "ledger",
                $"The sealed test rows were looked at {ReportNumbers.Count(ledger.Looks.Count)} times{meant}: the best of as many models that guess at two even classes is expected to score an accuracy of "
                + $"{ReportNumbers.Number(ledger.ExpectedBestOfChance, 2)} on {ReportNumbers.Count(ledger.Rows, "row")}.");
        }
    }

    // Its whole interval lies on the bad side of the value of all rows.
    private static bool IsWorse(MetricValue? subgroup, MetricValue all) => (subgroup, all.Direction) switch
    {
        ({ Upper: { } upper }, MetricDirection.HigherIsBetter) => upper < all.Value,
        ({ Lower: { } lower }, MetricDirection.LowerIsBetter) => lower > all.Value,
        _ => false,
    };
}
