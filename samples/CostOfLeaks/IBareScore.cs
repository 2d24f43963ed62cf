namespace CostOfLeaks;

/// <summary>A score that is sound and says less than a reader takes it for. Its name is the id of the rule that asks for what is missing.</summary>
internal interface IBareScore
{
    /// <summary>What is studied.</summary>
    public string Rows { get; }

    /// <summary>What is reported.</summary>
    public string Score { get; }

    /// <summary>What belongs beside it.</summary>
    public string Beside { get; }

    /// <summary>The score, for the rows and splits of <paramref name="seed"/>.</summary>
    public double Leaky(int seed);

    /// <summary>What belongs beside it, on the same rows.</summary>
    public double Honest(int seed);
}
