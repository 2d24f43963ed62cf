namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>What happens at a look when the budget is spent.</summary>
public enum BudgetPolicy
{
    /// <summary>The look is refused with a <see cref="HoldoutBudgetException"/>, before the model is evaluated.</summary>
    Refuse,

    /// <summary>The look is taken with a warning, and the ledger says so for good.</summary>
    Warn,
}
