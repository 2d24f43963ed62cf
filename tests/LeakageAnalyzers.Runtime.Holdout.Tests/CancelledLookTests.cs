using LeakageAnalyzers.HoldoutLooker;
using LeakageAnalyzers.Runtime.Tests.Progress;
using Microsoft.ML;

namespace LeakageAnalyzers.Runtime.Holdout.Tests;

/// <summary>A look that is cancelled before it is counted tells nothing; afterwards it is a look.</summary>
public sealed class CancelledLookTests : IDisposable
{
    private readonly Vault vault = new();
    private readonly CancellationTokenSource cancellation = new();
    private int read;
    private int last = int.MaxValue;

    /// <summary>The sealed rows; the caller cancels while the last one is read.</summary>
    private IDataView Rows => Vault.Ml.Data.LoadFromEnumerable(SealedRow.All.Select(row =>
    {
        if (++read == last)
        {
            cancellation.Cancel();
        }

        return row;
    }));

    public void Dispose()
    {
        cancellation.Dispose();
        vault.Dispose();
    }

    [Fact]
    public void Every_long_call_can_be_stopped() => Assert.Equal(
        // Those read the ledger, and no row.
        ["SealedHoldout.Holds", "SealedHoldout.Reusable"],
        PublicCalls.WithoutToken(typeof(SealedHoldout).Assembly, typeof(SealedHoldout), typeof(ReusableHoldout)).Order(StringComparer.Ordinal));

    [Fact]
    public void Rows_that_were_not_read_to_the_end_are_not_sealed()
    {
        last = 5;

        Assert.Throws<OperationCanceledException>(() => SealedHoldout.Open(vault.Ledger, Rows, new HoldoutOptions { WitnessFolder = vault.WitnessFolder }, cancellation.Token));

        Assert.Equal(5, read);
        Assert.Empty(vault.Folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_look_that_is_cancelled_before_it_is_counted_is_none()
    {
        var holdout = vault.Open(budget: 1, rows: Rows);
        (read, last) = (0, 5);
        var isAsked = false;

        Assert.Throws<OperationCanceledException>(() => holdout.Evaluate(Vault.Model(1), "Mean", scored =>
        {
            isAsked = true;
            return Vault.Mean(scored);
        }, cancellation: cancellation.Token));

        Assert.False(isAsked);
        Assert.Empty(vault.Open().History.Looks);
        Assert.Equal(1, holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean).Look.Number);
    }

    [Fact]
    public void A_look_that_is_cancelled_while_it_is_answered_is_counted_and_answered_when_it_is_asked_again()
    {
        var holdout = vault.Open(budget: 1, rows: Rows);
        last = (read = 0) + SealedRow.All.Count() + 5;

        Assert.Throws<OperationCanceledException>(() => holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean, "cut short", cancellation.Token));

        var look = Assert.Single(vault.Open().History.Looks);
        Assert.Equal((1, "cut short", null), (look.Number, look.ModelName, look.Value));
        Assert.Throws<HoldoutBudgetException>(() => holdout.Evaluate(Vault.Model(2), "Mean", Vault.Mean));
        Assert.Equal(10.5, holdout.Evaluate(Vault.Model(1), "Mean", Vault.Mean).Evaluation, 1e-6);
        Assert.Equal(10.5, Assert.Single(holdout.History.Looks).Value!.Value, 1e-6);
    }

    [Fact]
    public void A_look_that_came_to_its_end_is_answered()
    {
        var holdout = vault.Open();

        var evaluation = holdout.Evaluate(Vault.Model(1), "Mean", scored =>
        {
            var mean = Vault.Mean(scored);
            cancellation.Cancel();
            return mean;
        }, cancellation: cancellation.Token);

        Assert.Equal(evaluation.Evaluation, Assert.Single(holdout.History.Looks).Value);
    }

    [Fact]
    public void A_question_that_is_cancelled_costs_nothing()
    {
        var holdout = vault.Open(budget: 3, rows: Rows);
        var questions = holdout.Reusable(Vault.Rows, threshold: 0, noise: 0, new Random(1));
        last = (read = 0) + SealedRow.All.Count() + 5;

        Assert.Throws<OperationCanceledException>(() => questions.Ask(Vault.Model(1), "Mean", Vault.Mean, cancellation: cancellation.Token));

        Assert.Equal(3, holdout.History.Remaining);
        Assert.Throws<OperationCanceledException>(() => questions.Ask(Vault.Model(1), "Mean", Vault.Mean, cancellation: cancellation.Token));
        Assert.Equal(10.5, questions.Ask(Vault.Model(1), "Mean", Vault.Mean), 1e-6);
    }
}
