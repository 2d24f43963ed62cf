using static System.FormattableString;

namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>One counted evaluation of a model on sealed test rows.</summary>
public sealed record HoldoutLook
{
    /// <summary>The number of the look, from 1 on.</summary>
    public required int Number { get; init; }

    /// <summary>When it was counted.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The SHA-256 of what the model predicts for the test rows, in hexadecimal digits: models that predict the same are the same.</summary>
    public required string Model { get; init; }

    /// <summary>What the author calls the model; null where he said nothing.</summary>
    public required string? ModelName { get; init; }

    /// <summary>The question that was asked.</summary>
    public required string Metric { get; init; }

    /// <summary>The answer; null where the program ended, or the evaluation failed, after the look was counted.</summary>
    public required double? Value { get; init; }

    /// <summary>Whether the look was taken with the budget spent.</summary>
    public required bool BeyondBudget { get; init; }

    /// <summary>The signature of the look, over what stands here but the answer, and over every entry of the ledger before.</summary>
    public required string Signature { get; init; }

    /// <summary>For example <c>3. AreaUnderRocCurve of 'trees' (5f3a91c2): 0.81</c>, in the invariant culture.</summary>
    public override string ToString()
    {
        var fingerprint = Model.Substring(0, Math.Min(8, Model.Length));
        var name = ModelName is null ? fingerprint : $"'{ModelName}' ({fingerprint})";
        var value = Value is { } known ? Invariant($"{known:0.####}") : "no answer";
        return Invariant($"{Number}. {Metric} of {name}: {value}{(BeyondBudget ? ", beyond the budget" : "")}");
    }
}
