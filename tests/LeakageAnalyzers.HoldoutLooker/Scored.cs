namespace LeakageAnalyzers.HoldoutLooker;

/// <summary>What a model says of a row.</summary>
public sealed class Scored
{
    public float Score { get; set; }
}
