namespace LeakageAnalyzers.Runtime;

/// <summary>How far a long evaluation has come.</summary>
/// <param name="Step">What is running, for example <c>resamples</c> or <c>fold 2</c>.</param>
/// <param name="Fraction">The share of the whole call that is done: never less than before, and 1 at the end.</param>
public readonly record struct EvaluationProgress(string Step, double Fraction);
