using System.Globalization;
using System.Text.RegularExpressions;

namespace LeakageAnalyzers.Agreement.Tests.Documentation;

/// <summary>A line that the sample prints of a study, a bare score or an audit.</summary>
internal sealed partial record StudyLine(string Text)
{
    /// <summary>What a study measured: the leaky mean, the honest one, their difference and its standard error.</summary>
    public IReadOnlyList<double> Measured => NumbersOf(MeasuredNumbers());

    /// <summary>A bare score, and what belongs beside it.</summary>
    public IReadOnlyList<double> Shown => NumbersOf(ShownNumbers());

    /// <summary>What it says beside the numbers that were measured.</summary>
    public string Words => Number().Replace(Text, "#");

    private List<double> NumbersOf(Regex pattern) => [.. pattern.Match(Text).Groups.Values.Skip(1).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@" (-?[\d.]+) leaky, (-?[\d.]+) honest; difference ([-+]?[\d.]+) ± ([\d.]+)$")]
    private static partial Regex MeasuredNumbers();

    [GeneratedRegex(@" (-?[\d.]+) alone; beside it .+ (-?[\d.]+)$")]
    private static partial Regex ShownNumbers();

    [GeneratedRegex(@"[-+]?\d+\.\d\d(?= leaky| honest| ±| alone|$)")]
    private static partial Regex Number();
}
