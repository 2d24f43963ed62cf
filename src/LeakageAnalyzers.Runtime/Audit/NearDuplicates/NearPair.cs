namespace LeakageAnalyzers.Runtime.Audit.NearDuplicates;

/// <summary>A test row and the train row that is nearly the same.</summary>
/// <param name="Test">The number of the test row.</param>
/// <param name="Train">The number of the train row.</param>
internal readonly record struct NearPair(long Test, long Train)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"test row {Test} and train row {Train}");
}
