namespace LeakageAnalyzers.HoldoutLooker;

/// <summary>A row to look at.</summary>
public sealed class SealedRow
{
    public float Value { get; set; }

    public static IEnumerable<SealedRow> All => Enumerable.Range(0, 20).Select(value => new SealedRow { Value = value });
}
