namespace LeakageAnalyzers.Runtime.Tests.Statistics;

/// <summary>
/// The generator behind the reference replicates, exact in any language: x ← 16807 x mod (2³¹ − 1) from x = 1, index = ⌊x n / (2³¹ − 1)⌋.
/// </summary>
internal sealed class LehmerRandom : Random
{
    private const long Modulus = 2147483647;
    private long state = 1;

    public override int Next(int maxValue)
    {
        state = 16807 * state % Modulus;
        return (int)(state * maxValue / Modulus);
    }
}
