namespace LeakageAnalyzers.Runtime.Holdout;

/// <summary>What a model scored on sealed test rows, and the look that it cost.</summary>
/// <typeparam name="TEvaluation">The type of the evaluation.</typeparam>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Look">The entry of the ledger.</param>
public sealed record HoldoutEvaluation<TEvaluation>(TEvaluation Evaluation, HoldoutLook Look);
