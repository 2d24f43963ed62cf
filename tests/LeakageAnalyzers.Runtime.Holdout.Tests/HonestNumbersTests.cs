using HonestNumbers;

namespace LeakageAnalyzers.Runtime.Holdout.Tests;

/// <summary>The demonstrations of the sample HonestNumbers give what their papers report.</summary>
public sealed class HonestNumbersTests
{
    [Fact]
    public void Selection_before_the_folds_finds_signal_in_noise_and_selection_inside_does_not()
    {
        var study = CircularAnalysis.Run(repeats: 10);

        Assert.True(study.Before.Mean < 0.10, study.ToString());
        Assert.InRange(study.Inside.Mean, 0.35, 0.65);
    }

    [Fact]
    public void Trying_a_bunch_of_things_passes_for_learning_until_the_lock_box_is_opened()
    {
        var study = BunchOfThings.Run(repeats: 8);

        Assert.InRange(study.FirstTry.Mean, 0.40, 0.60);
        Assert.True(study.BestTry.Mean > 0.58, study.ToString());
        Assert.InRange(study.LockBox.Mean, 0.44, 0.56);
    }

    [Fact]
    public void Adaptive_selection_fools_plain_hold_out_rows_but_not_Thresholdout()
    {
        var study = ReusableHoldoutStudy.Run(rows: 4000, features: 4000, seed: 1);

        Assert.True(study.Plain > 0.58, study.ToString());
        Assert.InRange(study.PlainTruth, 0.46, 0.54);
        Assert.InRange(study.Answered!.Value, 0.45, 0.55);
        Assert.InRange(study.AnsweredTruth, 0.46, 0.54);
    }

    [Fact]
    public void The_sealed_lock_box_opens_once()
    {
        var lines = new List<string>();
        LockBox.Show(lines.Add);

        Assert.Contains(lines, line => line.StartsWith("1 look of 1 at 100 sealed test rows", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("The budget of 1 look is spent", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("These rows are sealed, and their ledger", StringComparison.Ordinal));
    }
}
