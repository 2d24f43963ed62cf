namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>How test rows are sealed.</summary>
public sealed record HoldoutOptions
{
    /// <summary>How many looks may be taken, at least 1; null for any number. Fixed when the rows are sealed.</summary>
    public int? Budget { get; init; }

    /// <summary>What happens at a look beyond the budget. Fixed when the rows are sealed.</summary>
    public BudgetPolicy Policy { get; init; } = BudgetPolicy.Refuse;

    /// <summary>
    /// Where this machine keeps what it knows of ledgers: their keys, and how far each had come. Null for a folder of the user's own. Several people who share a ledger
    /// share this folder too.
    /// </summary>
    public string? WitnessFolder { get; init; }

    /// <summary>Receives a line after each new look: how many there were, and what the best of so many guesses would score.</summary>
    public Action<string> Write { get; init; } = Console.Error.WriteLine;
}
