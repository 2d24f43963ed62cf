namespace LeakageAnalyzers.Runtime.Tests.ReferenceValues;

/// <summary>One procedure beside the numbers that other people's software gives.</summary>
/// <param name="Procedure">What is computed.</param>
/// <param name="Source">Who computed the expected numbers.</param>
/// <param name="Pairs">Expected and actual numbers.</param>
internal sealed record ReferenceRow(string Procedure, string Source, IReadOnlyList<(double Expected, double Actual)> Pairs)
{
    /// <summary>The largest deviation, in the unit of the number.</summary>
    public double Deviation => Pairs.Max(pair => Math.Abs(pair.Expected - pair.Actual));

    /// <summary>A line of the table.</summary>
    public override string ToString() => FormattableString.Invariant($"{Procedure,-44} {Pairs.Count,5} {Deviation,9:0.0e-00}  {Source}");
}
