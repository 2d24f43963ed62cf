namespace LeakageAnalyzers.Runtime;

/// <summary>How far a call has come that takes long: an audit, an evaluation, a cross-validation.</summary>
/// <param name="Step">What is running, for example <c>resamples</c>, <c>fold 2</c> or <c>LEAK603</c>.</param>
/// <param name="Fraction">The share of the whole call that is done, from 0 to 1: never less than before, and 1 at the end.</param>
public readonly record struct CallProgress(string Step, double Fraction);
