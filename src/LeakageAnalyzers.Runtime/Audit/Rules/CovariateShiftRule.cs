using LeakageAnalyzers.Runtime.Audit.Shift;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>
/// LEAK607: features that are distributed otherwise on the two sides, one by one and all together, significantly after Holm's correction. A single one must differ
/// by more than a little too. Rows of one group count once.
/// </summary>
internal sealed class CovariateShiftRule : AuditRule
{
    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.CovariateShift;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) =>
        context.Sample.Train.Numbers.Count + context.Sample.Train.Names.Count == 0 ? "there are no features of numbers or names" : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var (train, test) = (context.Sample.Train, context.Sample.Test);
        var numbers = train.Numbers.ToDictionary(
            feature => feature.Key, feature => (Train: GroupUnits.Means(feature.Value, train.Groups), Test: GroupUnits.Means(test.Numbers[feature.Key], test.Groups)));
        var shifts = numbers.Select(feature => (feature.Key, Shift: NumberShift.Compare(feature.Value.Train, feature.Value.Test)))
            .Concat(train.Names.Select(feature => (feature.Key, Shift: ClassShift.Compare(
                GroupUnits.Majorities(feature.Value, train.Groups), GroupUnits.Majorities(test.Names[feature.Key], test.Groups), context.Options.Seed))))
            .Where(feature => feature.Shift is not null).ToList();
        var joint = NeighbourTwoSampleTest.Run([.. numbers.Values], context.Options.Seed);
        var corrected = MultipleTesting.Holm((double[])[.. shifts.Select(feature => feature.Shift!.PValue), joint?.PValue ?? 1]);
        context.Shifts = [.. shifts.Select((feature, i) => new ColumnShift(feature.Key, feature.Shift!.Statistic, corrected[i], feature.Shift.StabilityIndex))];
        for (var i = 0; i < shifts.Count; i++)
        {
            if (corrected[i] < context.Options.SignificanceLevel && shifts[i].Shift!.StabilityIndex >= context.Options.LeastShift)
            {
                yield return Finding(test.Count, shifts[i].Key, [$"'{shifts[i].Key}'", shifts[i].Shift!.Describe(corrected[i])]);
            }
        }

        if (joint is not null && corrected[^1] < context.Options.SignificanceLevel)
        {
            yield return Finding(test.Count, null, ["The joint distribution of the features", FormattableString.Invariant(
                $"nearest neighbours tell train rows from test rows with accuracy {joint.Accuracy:0.00}, p = {corrected[^1]:0.###e+0}")]);
        }
    }
}
