namespace CostOfLeaks;

/// <summary>One small study, done with a leak and without. Its name is the id of the rule that finds the leak.</summary>
internal interface IStudy
{
    /// <summary>What is studied.</summary>
    public string Rows { get; }

    /// <summary>What is measured.</summary>
    public string Measure { get; }

    /// <summary>The measure of the leaky program, for the rows and splits of <paramref name="seed"/>.</summary>
    public double Leaky(int seed);

    /// <summary>The measure of its honest twin on the same rows.</summary>
    public double Honest(int seed);
}
