using System.Globalization;
using LeakageAnalyzers.Runtime.Audit.Neighbours;
using LeakageAnalyzers.Runtime.Statistics;
using LeakageAnalyzers.Workflow.Descriptions;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>
/// LEAK611: the permutation test of Chaibub Neto et al. (npj Digital Medicine 2:99, 2019) on the split as it is. Labels are dealt out anew between the groups, so
/// that nothing is left to learn but who is who; a nearest-neighbour model has high capacity and needs no training, so its neighbours are found once.
/// </summary>
internal sealed class IdentityConfoundingRule : AuditRule
{
    private const int FewestGroups = 6;

    // An AUC that is above one half by less than this, however surely, spoils no result.
    private const double LeastAuc = 0.55;

    /// <inheritdoc/>
    public override RuleDescription Description => DataDescriptions.IdentityConfounding;

    /// <inheritdoc/>
    public override string? MissingFor(AuditContext context) =>
        context.Columns.Group is null ? "no column is known to name the individual that rows belong to"
        : context.Columns.Label is not { } label ? "no label column is known"
        : LabelTarget.Of(context.Sample, label).Count == 0 ? $"the label '{label}' has no classes to tell apart"
        : context.Sample.Train.Numbers.Count == 0 ? "there are no numeric features"
        : context.Groups!.Groups.Train + context.Groups.Groups.Test < FewestGroups ? $"there are fewer than {FewestGroups} groups"
        : null;

    /// <inheritdoc/>
    public override IEnumerable<AuditFinding> Check(AuditContext context)
    {
        var space = FeatureSpace.Of(context.Sample);
        if (space.Dimensions == 0)
        {
            yield break;
        }

        var (train, test) = Choose(space);
        string[] GroupsOf(SampledRows rows, int[] positions) => Array.ConvertAll(positions, row => rows.Groups[row] ?? $"\0row {row}");
        var (trainGroups, testGroups) = (GroupsOf(context.Sample.Train, train), GroupsOf(context.Sample.Test, test));
        var points = Array.ConvertAll(train, row => space.Train[row]);
        var nearest = Array.ConvertAll(test, row =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            return trainGroups[NearestNeighbours.Of(space.Test[row], points, 1)[0]];
        });
        var target = LabelTarget.Of(context.Sample, context.Columns.Label!)[0];
        var aucs = Permute(LabelsOfGroups(context.Sample, target), nearest, testGroups, context.Options);
        if (aucs.Count == 0)
        {
            yield break;
        }

        var (mean, pValue) = (aucs.Average(), (1.0 + aucs.Count(auc => auc <= 0.5)) / (1 + aucs.Count));
        if (pValue < context.Options.SignificanceLevel && mean >= LeastAuc)
        {
            yield return Finding(test.Length, context.Columns.Group, [context.Columns.Group!, mean.ToString("0.00", CultureInfo.InvariantCulture)]);
        }
    }

    // So few rows that all pairs can be compared.
    private static (int[] Train, int[] Test) Choose(FeatureSpace space)
    {
        var pairs = NearestNeighbours.MostComparisons / space.Dimensions;
        var test = NearestNeighbours.EvenlySpaced(space.Test.Length, Math.Max(100, (long)Math.Sqrt(pairs)));
        return (NearestNeighbours.EvenlySpaced(space.Train.Length, Math.Max(100, pairs / test.Length)), test);
    }

    private static Dictionary<string, bool> LabelsOfGroups(SampledSplit sample, LabelTarget target)
    {
        var labels = new Dictionary<string, List<bool>>(StringComparer.Ordinal);
        foreach (var (rows, answers) in new[] { (sample.Train, target.Train), (sample.Test, target.Test) })
        {
            for (var row = 0; row < rows.Count; row++)
            {
                if (answers[row] is { } answer && rows.Groups[row] is { } group)
                {
                    (labels.TryGetValue(group, out var known) ? known : labels[group] = []).Add(answer);
                }
            }
        }

        return labels.ToDictionary(group => group.Key, group => 2 * group.Value.Count(answer => answer) > group.Value.Count, StringComparer.Ordinal);
    }

    private static List<double> Permute(Dictionary<string, bool> labels, string[] nearest, string[] tested, AuditOptions options)
    {
        var random = RandomStream.Of(options.Seed);
        string[] groups = [.. labels.Keys.OrderBy(name => name, StringComparer.Ordinal)];
        int[] rows = [.. Enumerable.Range(0, tested.Length).Where(row => labels.ContainsKey(tested[row]) && labels.ContainsKey(nearest[row]))];
        var aucs = new List<double>();
        for (var permutation = 0; permutation < options.Permutations; permutation++)
        {
            var dealt = groups.Zip(labels.Values.OrderBy(_ => random.NextDouble()).ToList(), (group, label) => (group, label)).ToDictionary(entry => entry.group, entry => entry.label);
            bool[] truth = Array.ConvertAll(rows, row => dealt[tested[row]]);
            if (truth.Distinct().Count() == 2)
            {
                aucs.Add(RocAuc.Compute(truth, Array.ConvertAll(rows, row => dealt[nearest[row]] ? 1.0 : 0.0)));
            }
        }

        return aucs;
    }
}
