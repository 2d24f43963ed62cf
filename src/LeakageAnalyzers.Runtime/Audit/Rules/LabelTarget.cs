using System.Globalization;
using LeakageAnalyzers.Runtime.Audit.Shift;

namespace LeakageAnalyzers.Runtime.Audit.Rules;

/// <summary>A yes-or-no question about the label: whether it is a class, or for a continuous one whether it lies above the median of the train rows.</summary>
/// <param name="Name">The question in words.</param>
/// <param name="Train">The answer of each train row; null where there is no label.</param>
/// <param name="Test">The answer of each test row.</param>
internal sealed record LabelTarget(string Name, bool?[] Train, bool?[] Test)
{
    /// <summary>The questions: one for two classes or a number, one for each of more classes; none for more than <see cref="ClassShift.MostClasses"/> names.</summary>
    public static IReadOnlyList<LabelTarget> Of(SampledSplit split, string label)
    {
        var classes = split.Train.Labels.OfType<string>().Distinct().OrderBy(name => name, StringComparer.Ordinal).ToList();
        if (classes.Count > ClassShift.MostClasses)
        {
            return split.Train.LabelNumbers.Length > 0 ? [AboveMedian(split, label)] : [];
        }

        return
        [
            .. classes.Skip(classes.Count == 2 ? 1 : 0).Where(_ => classes.Count > 1).Select(name => new LabelTarget(
                classes.Count == 2 ? label : $"{label} = {name}", Are(split.Train.Labels, name), Are(split.Test.Labels, name))),
        ];
    }

    private static bool?[] Are(IReadOnlyList<string?> labels, string name) => [.. labels.Select(label => label is null ? (bool?)null : label == name)];

    private static LabelTarget AboveMedian(SampledSplit split, string label)
    {
        double[] known = [.. split.Train.LabelNumbers.Where(value => !double.IsNaN(value)).OrderBy(value => value)];
        var median = known[known.Length / 2];
        bool?[] Above(double[] values) => Array.ConvertAll(values, value => double.IsNaN(value) ? (bool?)null : value > median);

        return new LabelTarget($"{label} > {median.ToString("0.###", CultureInfo.InvariantCulture)}", Above(split.Train.LabelNumbers), Above(split.Test.LabelNumbers));
    }
}
