namespace LeakageAnalyzers.Runtime.Splitting;

/// <summary>The number that decides a draw.</summary>
internal static class Seed
{
    // ML.NET's own splits fall back to the same number.
    private const int Default = 42;

    /// <summary>The caller's number, or a fixed one.</summary>
    public static int Of(int? given) => given ?? Default;

    /// <summary>
    /// A number for the splits inside a fold of a split by <paramref name="seed"/>: another one, since a hash that was cut at a share has no rows left below it.
    /// </summary>
    public static int Inside(int seed) => unchecked((seed * 31) + 1);
}
