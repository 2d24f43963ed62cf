using LeakageAnalyzers.Runtime.Statistics;
using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>What a ledger says of sealed test rows: how many there are, how often they may be looked at, and every look so far.</summary>
public sealed record HoldoutHistory
{
    /// <summary>When the rows were sealed.</summary>
    public required DateTimeOffset Sealed { get; init; }

    /// <summary>The number of test rows.</summary>
    public required long Rows { get; init; }

    /// <summary>How many looks were meant to be taken; null where that was left open.</summary>
    public required int? Budget { get; init; }

    /// <summary>Every look, in the order counted.</summary>
    public required IReadOnlyList<HoldoutLook> Looks { get; init; }

    /// <summary>
    /// The last entry's number and signature. Published (in a registration, a commit, a mail to a colleague), it proves later that no look was removed since.
    /// </summary>
    public required string Head { get; init; }

    /// <summary>How many looks are left; null where there is no budget.</summary>
    public int? Remaining => Budget is { } budget ? Math.Max(0, budget - Looks.Count) : null;

    /// <summary>
    /// The accuracy that the best of as many guessing models as there were looks is expected to score on so many rows, exactly; see <see cref="BestOfChance"/>.
    /// </summary>
    /// <param name="chance">The accuracy of a guess, strictly between 0 and 1.</param>
    public double ExpectedBestOfChance(double chance = 0.5) => BestOfChance.ExpectedAccuracy(Rows, Math.Max(1, Looks.Count), chance);

    /// <summary>How many looks were taken, and what the best of so many guessing models would score.</summary>
    public override string ToString()
    {
        var looks = Counted.Of(Looks.Count, "look");
        var guessing = Looks.Count == 1 ? "a model that guesses" : Invariant($"the best of {Looks.Count} models that guess");
        var budget = Budget is { } most ? Invariant($" of {most}") : "";
        var chance = Looks.Count == 0 ? "" : Invariant(
            $": {guessing} at two even classes is expected to score an accuracy of {ExpectedBestOfChance():0.000}, and in 1 of 20 cases more than {BestOfChance.AccuracyQuantile(Rows, Looks.Count):0.000}");
        return Invariant($"{looks}{budget} at {Counted.Of(Rows, "sealed test row")}{chance}.");
    }
}
