using System.Globalization;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>
/// LEAK605: a feature that orders the test rows by the label nearly by itself. Its direction, or for names the share of positive rows of each, comes from the train
/// rows. The AUC must be beyond chance too (Mann and Whitney's normal tail, Bonferroni), where rows of one group count once.
/// </summary>
internal sealed class SingleFeaturePredictorRule : AuditRule
{
    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.SingleFeaturePredictor;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) =>
        context.Columns.Label is not { } label ? "no label column is known"
        : LabelTarget.Of(context.Sample, label).Count == 0 ? $"the label '{label}' has no classes to tell apart"
        : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var sample = context.Sample;
        var targets = LabelTarget.Of(sample, context.Columns.Label!);
        var features = sample.Train.Numbers.Keys.Concat(sample.Train.Names.Keys).ToList();
        var level = context.Options.SignificanceLevel / (features.Count * targets.Count);
        foreach (var feature in features)
        {
            var best = targets.Select(target => (target.Name, Auc: Auc(sample, feature, target, level))).OrderByDescending(entry => entry.Auc).First();
            if (best.Auc >= context.Options.SuspiciousAuc)
            {
                yield return Finding(sample.Test.Count, feature, [feature, best.Name, "an AUC of", best.Auc.ToString("0.000", CultureInfo.InvariantCulture)]);
            }
        }
    }

    // Zero where it is not defined, or within what chance does.
    private static double Auc(SampledSplit sample, string feature, LabelTarget target, double level)
    {
        var scores = sample.Train.Numbers.TryGetValue(feature, out var numbers)
            ? (Train: numbers, Test: sample.Test.Numbers[feature])
            : Encode(sample.Train.Names[feature], sample.Test.Names[feature], target);
        if (Auc(scores.Train, target.Train) is not { } trained || Auc(scores.Test, target.Test) is not { } tested)
        {
            return 0;
        }

        var auc = trained >= 0.5 ? tested : 1 - tested;
        var (positives, negatives) = (Units(sample.Test, target, true), Units(sample.Test, target, false));
        var deviation = Math.Sqrt((positives + negatives + 1) / (12.0 * positives * negatives));
        return TailProbability.Normal((auc - 0.5) / deviation) < level ? auc : 0;
    }

    private static double? Auc(double[] scores, bool?[] labels)
    {
        int[] rows = [.. Enumerable.Range(0, scores.Length).Where(row => labels[row] is not null && !double.IsNaN(scores[row]))];
        bool[] known = Array.ConvertAll(rows, row => labels[row]!.Value);
        return known.Distinct().Count() < 2 ? null : RocAuc.Compute(known, Array.ConvertAll(rows, row => scores[row]));
    }

    private static int Units(SampledRows rows, LabelTarget target, bool answer)
    {
        var positions = Enumerable.Range(0, rows.Count).Where(row => target.Test[row] == answer);
        return rows.Groups.Count == 0 ? positions.Count() : positions.Select(row => rows.Groups[row] ?? $"row {row}").Distinct().Count();
    }

    // Names become the share of positive train rows that have them; those that no train row has, the share of all.
    private static (double[] Train, double[] Test) Encode(string?[] train, string?[] test, LabelTarget target)
    {
        var all = target.Train.OfType<bool>().Select(answer => answer ? 1.0 : 0.0).DefaultIfEmpty(0.5).Average();
        var shares = train.Zip(target.Train, (name, answer) => (Name: name ?? "", answer)).Where(row => row.answer is not null)
            .GroupBy(row => row.Name).ToDictionary(same => same.Key, same => same.Average(row => row.answer!.Value ? 1.0 : 0.0), StringComparer.Ordinal);
        double[] Read(string?[] names) => Array.ConvertAll(names, name => shares.TryGetValue(name ?? "", out var share) ? share : all);

        return (Read(train), Read(test));
    }
}
