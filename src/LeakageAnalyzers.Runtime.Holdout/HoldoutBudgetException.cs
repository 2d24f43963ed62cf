using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>A look was refused, since the budget of the sealed test rows is spent.</summary>
public sealed class HoldoutBudgetException : InvalidOperationException
{
    internal HoldoutBudgetException(HoldoutHistory history)
        : base(Invariant($"The budget of {(history.Budget == 1 ? "1 look" : $"{history.Budget} looks")} is spent. More looks would choose a model by these rows; collect new ones, or report what was found. {history}")) =>
        History = history;

    /// <summary>The looks that were taken.</summary>
    public HoldoutHistory History { get; }
}
